import { describe, expect, it } from 'vitest';
import { casesFor } from '../../src/domain/campaign/access.ts';
import { openParts, partOf, totalOf, type Campaign } from '../../src/domain/campaign/campaign.ts';
import { campaignReminders } from '../../src/domain/campaign/reminders.ts';
import { dutiesOf } from '../../src/domain/duties.ts';
import type { Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { after, as, blank, directory, refusal, worldAt } from './town.ts';

const plan = { title: '工程转包专项整治', ground: 'above', document: '内公管发〔2026〕18号', goal: '集中排查转包', until: '2026-12-25' };
const task = { organs: ['ZJJ', 'SLJ', 'CZJ'], task: '排查在建工程', dueDate: '2026-12-18' };
const does = (doc: Document, act: string, who: string, { now, ...input }: { now?: string } & Record<string, unknown> = {}): Document<Campaign> => after(doc, { act, by: as(who), input }, now) as Document<Campaign>;
const no = (doc: Document, act: string, who: string, { now, ...input }: { now?: string } & Record<string, unknown> = {}): string => refusal(doc, { act, by: as(who), input }, now);
const drafted = (input: Record<string, unknown> = plan): Document<Campaign> => does(blank('campaign', 'z1'), 'open', 'clerk', input);
const assigned = (): Document<Campaign> => does(drafted(), 'assign', 'clerk', task);
const running = (): Document<Campaign> => does(assigned(), 'launch', 'chief');
const tally = { checked: 12, found: 3, fixed: 1 };
const words = '已排查全部在建工程，问题均已整改。';
const reported = (): Document<Campaign> => ['zjj', 'slj', 'czj'].reduce((doc, organ) => does(doc, 'report', `${organ}-liaison`, { ...tally, words }), running());
const late = '2026-12-21T10:00:00+08:00';

describe('拟定 and 部署', () => {
  it('a campaign is drafted by the Center alone, and until it is launched nobody outside knows of it', () => {
    expect(['zjj-liaison', 'zjj-head', 'secretary'].map((who) => no(blank('campaign', 'z1'), 'open', who, plan))).toEqual(['E-902', 'E-902', 'E-901']);
    expect(['clerk', 'zjj-liaison', 'rsj-liaison'].map((who) => flows.campaign.hidden(assigned(), who, directory))).toEqual([false, true, true]);
    expect(['clerk', 'zjj-liaison', 'rsj-liaison'].map((who) => flows.campaign.hidden(running(), who, directory))).toEqual([false, false, true]);
  });
  it('is launched by the head of the Center alone, on a paper (E-504) and with two departments', () => {
    expect(no(assigned(), 'launch', 'clerk')).toBe('E-901');
    expect(no(does(drafted({ ...plan, document: '' }), 'assign', 'clerk', task), 'launch', 'chief')).toBe('E-504');
    expect(no(does(drafted({ ...plan, ground: '' }), 'assign', 'clerk', task), 'launch', 'chief')).toBe('E-504');
    expect(no(does(drafted(), 'assign', 'clerk', { ...task, organs: ['ZJJ'] }), 'launch', 'chief')).toBe('input');
    expect(running().effects.map(({ job }) => job)).toEqual(expect.arrayContaining(['write-paper', 'gather-campaign', 'send-card']));
  });
  it('a task has a day ahead within the campaign and somebody to sign for it, and the Center has none', () => {
    expect(no(drafted(), 'assign', 'clerk', { ...task, dueDate: '2026-11-24' })).toBe('E-204');
    expect(no(drafted(), 'assign', 'clerk', { ...task, dueDate: '2026-12-28' })).toBe('input');
    expect(no(drafted(), 'assign', 'clerk', { ...task, organs: ['GGZY'] })).toBe('input');
    expect(no(drafted(), 'assign', 'clerk', { ...task, organs: [] })).toBe('input');
  });
  it('a second task of the same department takes the place of the first, with reminders of its new day', () => {
    const moved = does(running(), 'assign', 'clerk', { ...task, organs: ['ZJJ'], dueDate: '2026-12-22' });
    expect([moved.data.parts.length, partOf(moved.data, 'ZJJ')?.dueDate]).toEqual([3, '2026-12-22']);
    const days = moved.alarms.filter(({ stage }) => stage === 'p1-dueDay' || stage === 'p2-dueDay').map(({ stage, at }) => `${stage} ${at.slice(0, 10)}`);
    expect(days.sort()).toEqual(['p1-dueDay 2026-12-22', 'p2-dueDay 2026-12-18']);
  });
  it('修改方案 is for a draft alone, and 撤销任务 leaves two departments at least once it runs', () => {
    expect([does(drafted(), 'plan', 'clerk', { ...plan, goal: '只查水利工程' }).data.goal, no(running(), 'plan', 'clerk', plan)]).toEqual(['只查水利工程', 'E-900']);
    const two = does(running(), 'release', 'clerk', { organ: 'CZJ', reason: '没有在建项目' });
    expect([partOf(two.data, 'CZJ'), two.alarms.some(({ stage }) => stage.startsWith('p3'))]).toEqual([undefined, false]);
    expect([no(two, 'release', 'clerk', { organ: 'SLJ', reason: '没有在建项目' }), no(reported(), 'release', 'clerk', { organ: 'SLJ', reason: '没有在建项目' })]).toEqual(['input', 'input']);
  });
});

describe('修改方案 and 撤销任务', () => {
  it('修改方案 is the Center\'s, whole, and only before the launch', () => {
    expect(['clerk', 'chief'].map((who) => no(drafted(), 'plan', who, plan))).toEqual(['done', 'done']);
    expect([no(drafted(), 'plan', 'zjj-head', plan), no(drafted(), 'plan', 'clerk', { ...plan, goal: '查' }), no(drafted(), 'plan', 'clerk', { ...plan, until: '' }), no(running(), 'plan', 'clerk', plan)]).toEqual(['E-902', 'input', 'input', 'E-900']);
  });
  it('撤销任务 asks for a task that is not reported yet, with a reason, and leaves two departments at work', () => {
    const release = (doc: Document, organ: string, reason = '该单位无在建工程', who = 'clerk') => no(doc, 'release', who, { organ, reason });
    expect([release(running(), 'ZJJ'), release(running(), 'RSJ'), release(running(), 'ZJJ', '无'), release(reported(), 'ZJJ'), release(running(), 'ZJJ', undefined, 'zjj-liaison')]).toEqual(['done', 'not-found', 'input', 'input', 'E-901']);
    expect(release(does(running(), 'release', 'clerk', { organ: 'ZJJ', reason: '该单位无在建工程' }), 'SLJ')).toBe('input');
  });
  it('撤销任务 ends its reminders and the way into the group; what was done under it stays on the record', () => {
    const doc = does(running(), 'release', 'clerk', { organ: 'ZJJ', reason: '该单位无在建工程' });
    expect([partOf(doc.data, 'ZJJ'), doc.data.parts[0]?.released?.reason, doc.alarms.some(({ stage }) => stage.startsWith('p1-'))]).toEqual([undefined, '该单位无在建工程', false]);
    expect(doc.effects.filter(({ job }) => job === 'remove-from-group').map(({ data }) => data)).toEqual([{ person: 'zjj-liaison' }]);
  });
});

describe('报进度 and 报送结果', () => {
  it('each department signs, counts and reports for itself alone', () => {
    expect(no(running(), 'progress', 'rsj-liaison', tally)).toBe('E-902');
    expect(no(running(), 'progress', 'clerk', tally)).toBe('E-901');
    const told = does(running(), 'progress', 'zjj-one', tally);
    expect([partOf(told.data, 'ZJJ')?.tally, partOf(told.data, 'ZJJ')?.signedBy !== '', partOf(told.data, 'SLJ')?.tally.checked]).toEqual([tally, true, 0]);
  });
  it('nothing is put right that was not found, and what is no number is refused', () => {
    expect(no(running(), 'progress', 'zjj-liaison', { checked: 5, found: 1, fixed: 2 })).toBe('input');
    expect(no(running(), 'progress', 'zjj-liaison', { ...tally, checked: '十二' })).toBe('input');
    expect(no(running(), 'report', 'zjj-liaison', { ...tally, words: '已查' })).toBe('input');
  });
  it('what was reported stands until it is sent back, with five working days at least', () => {
    const doc = reported();
    expect([openParts(doc.data).length, totalOf(doc.data)]).toEqual([0, { checked: 36, found: 9, fixed: 3 }]);
    expect(no(doc, 'report', 'zjj-liaison', { ...tally, words })).toBe('stale');
    const back = does(doc, 'sendBack', 'clerk', { organ: 'ZJJ', reason: '请补充整改依据', now: '2026-12-17T10:00:00+08:00' });
    expect([partOf(back.data, 'ZJJ')?.dueDate, openParts(back.data).map(({ organ }) => organ)]).toEqual(['2026-12-24', ['ZJJ']]);
  });
  it('说明原因 is for what is late, and moves no day', () => {
    const why = { reason: 'test', expected: '2026-12-23' };
    expect(no(running(), 'explain', 'zjj-liaison', why)).toBe('input');
    const told = does(running(), 'explain', 'zjj-liaison', { ...why, now: late });
    expect([partOf(told.data, 'ZJJ')?.explained?.expected, partOf(told.data, 'ZJJ')?.dueDate]).toEqual(['2026-12-23', '2026-12-18']);
  });
  it('a late task climbs: liaison and deputy with the clerk, then the head, then the head of the Center; a reported one is silent', () => {
    const heard = (doc: Document<Campaign>, stage: string) => campaignReminders(doc, { rule: '', stage: `p1-${stage}` }, worldAt(late)).map(({ data }) => data['person']);
    expect(['before3', 'over1', 'over3', 'over5'].map((stage) => heard(running(), stage))).toEqual([['zjj-liaison'], ['zjj-deputy', 'zjj-liaison', 'clerk'], ['zjj-head', 'zjj-deputy', 'clerk'], ['chief']]);
    expect(heard(reported(), 'over1')).toEqual([]);
    expect(reported().alarms).toEqual([]);
  });
  it('waits for whom it is: to be signed, then to be reported by its day, at last for the head of the Center to end it', () => {
    const waits = (doc: Document, who: string) => dutiesOf(doc, who, { directory, now: new Date('2026-11-24T10:00:00+08:00') }).map(({ verb, dueDate }) => `${verb} ${dueDate}`);
    expect(waits(running(), 'zjj-liaison')).toEqual(['签收任务 ']);
    expect(waits(does(running(), 'sign', 'zjj-liaison'), 'zjj-liaison')).toEqual(['报送结果 2026-12-18']);
    expect([waits(reported(), 'zjj-liaison'), waits(reported(), 'chief')]).toEqual([[], ['结束专项行动 ']]);
  });
});

describe('归入案件', () => {
  const matter = (data: Partial<Matter> = {}): Document<Matter> => {
    const doc = blank('matter', 'x') as Document<Matter>;
    return { ...doc, no: 'XS-20261123-0001', state: 'forwarded', data: { ...doc.data, forwards: [{ id: 'x-f-zjj', organ: 'ZJJ', state: 'accepted', docNo: '', dueDate: '' }], ...data } };
  };
  const join = { id: 'z1', no: 'ZX-1', document: plan.document, organ: '' };
  const told = { id: 'x', no: 'XS-20261123-0001', state: 'forwarded', organs: ['ZJJ'] };
  it('a matter belongs to one campaign at most; one that few may know of belongs to none, and a department brings in only its own', () => {
    const joined = after(matter(), { act: 'joinCampaign', by: as('system'), input: join }) as Document<Matter>;
    expect([joined.data.campaign?.no, no(joined, 'joinCampaign', 'system', { ...join, id: 'z2' })]).toEqual(['ZX-1', 'stale']);
    expect(no(matter({ routing: { depts: ['JWJW'], co: [], dest: [], rules: [], recused: [] } as unknown as Matter['routing'] }), 'joinCampaign', 'system', join)).toBe('not-found');
    expect([no(matter(), 'joinCampaign', 'system', { ...join, organ: 'SLJ' }), no(matter(), 'joinCampaign', 'system', { ...join, organ: 'ZJJ' })]).toEqual(['not-found', 'done']);
  });
  it('tells its campaign how it stands whenever that may have changed, and as long as it belongs to it', () => {
    const joined = after(matter(), { act: 'joinCampaign', by: as('system'), input: join });
    const moved = after(joined, { act: 'progress', by: as('system'), input: { part: 'forward', id: 'x-f-zjj', organ: 'ZJJ', state: 'closed' } });
    expect(moved.effects.filter(({ job }) => job === 'tell-campaign').length).toBe(2);
    expect((after(joined, { act: 'leaveCampaign', by: as('system'), input: { id: 'z1' } }).data as Matter).campaign).toBeNull();
  });
  it('a campaign shows a matter to its department and to the Center, never to whoever is reported or recused in it', () => {
    const seen = (one: object, who: string) => casesFor(does(running(), 'collected', 'system', { ...told, ...one }).data, who, directory).length;
    expect([seen({}, 'clerk'), seen({}, 'zjj-liaison'), seen({}, 'slj-liaison')]).toEqual([1, 1, 0]);
    expect([seen({ out: ['zjj-liaison'] }, 'zjj-liaison'), seen({ reported: ['ZJJ'] }, 'zjj-liaison'), seen({ out: ['clerk'] }, 'clerk')]).toEqual([0, 0, 0]);
  });
  it('归入案件 names a whole number; a department asks in its own name, the Center not twice for one', () => {
    const one = does(running(), 'collected', 'system', told);
    const collect = (who: string, number = told.no) => no(one, 'collect', who, { no: number });
    expect([collect('clerk'), collect('zjj-liaison'), collect('clerk', '0001'), collect('zjj-one', 'XS-20261123-0002'), collect('rsj-liaison', 'XS-20261123-0002')]).toEqual(['stale', 'done', 'input', 'E-901', 'E-902']);
    const wanted = (who: string) => does(one, 'collect', who, { no: 'XS-20261123-0002' }).effects.findLast(({ job }) => job === 'collect-case')?.data;
    expect([wanted('clerk'), wanted('slj-liaison')]).toEqual([{ no: 'XS-20261123-0002', by: 'clerk', organ: '' }, { no: 'XS-20261123-0002', by: 'slj-liaison', organ: 'SLJ' }]);
  });
  it('移出案件 is the Center\'s, with a reason, and lets that matter go', () => {
    const one = does(running(), 'collected', 'system', told);
    const out = { id: 'x', reason: '与本次行动无关' };
    expect([no(one, 'releaseCase', 'zjj-liaison', out), no(one, 'releaseCase', 'clerk', { id: 'x' }), no(one, 'releaseCase', 'clerk', { ...out, id: 'y' })]).toEqual(['E-901', 'input', 'not-found']);
    const doc = does(one, 'releaseCase', 'clerk', out);
    expect([doc.data.cases, doc.effects.findLast(({ job }) => job === 'release-cases')?.data]).toEqual([[], { id: 'x' }]);
  });
  it('the same told twice changes nothing', () => {
    expect(no(does(running(), 'collected', 'system', told), 'collected', 'system', told)).toBe('stale');
  });
});

describe('结束', () => {
  it('waits for every report, is the act of the head of the Center, and lets group and matters go', () => {
    expect(no(running(), 'close', 'chief', { words: '问题均已整改，线索按程序办理。' })).toBe('input');
    expect(no(reported(), 'close', 'clerk', { words: '问题均已整改，线索按程序办理。' })).toBe('E-901');
    const closed = does(reported(), 'close', 'chief', { words: '问题均已整改，线索按程序办理。' });
    expect([closed.state, closed.audit.at(-1)?.note]).toEqual(['z.closed', '排查 36，问题 9，整改 3；结果须书面报送部署机关']);
    expect(closed.effects.map(({ job }) => job)).toEqual(expect.arrayContaining(['release-cases', 'close-group']));
  });
  it('取消 with a reason: a draft by whoever drafted it, a running one by the head of the Center', () => {
    expect(does(drafted(), 'drop', 'clerk', { reason: '与上级行动合并' }).state).toBe('z.dropped');
    expect(no(running(), 'drop', 'clerk', { reason: '与上级行动合并' })).toBe('E-901');
    expect(does(running(), 'drop', 'chief', { reason: '与上级行动合并' }).state).toBe('z.dropped');
  });
  it('whoever leaves the Center hands it over', () => {
    expect(flows.campaign.holds?.(running(), 'clerk')).toBe('专项行动经办');
    expect(does(running(), 'takeOver', 'system', { from: 'clerk', to: 'clerk2' }).data.clerk).toBe('clerk2');
  });
});

describe('the group of a campaign', () => {
  const grouped = (): Document<Campaign> => does(running(), 'grouped', 'system', { chat: 'oc_1', board: 'om_1' });
  const lost = (what: string, who: string[] = []) => does(grouped(), 'lost', 'system', { what, who });
  const jobs = (doc: Document): string[] => doc.effects.filter(({ at, job }) => at === doc.updatedAt && job !== 'redraw').map(({ job, data }) => `${job} ${String(data['person'] ?? '')}`.trim());

  it('that is disbanded, or lost the bot, is told to who handles it, and gathered anew into another by one tap', () => {
    for (const what of ['group', 'bot']) {
      expect(jobs(lost(what))).toContain('send-card clerk');
      const restored = does(lost(what), 'restore', 'clerk', { now: '2026-11-25T10:00:00+08:00' });
      expect([restored.data.chat, restored.data.board, restored.data.lost, jobs(restored)], what).toEqual(['', '', null, ['gather-campaign']]);
    }
  });
  it('keeps its place where only a member left; who does not belong there, or was told already, is no news', () => {
    const restored = does(lost('member', ['zjj-liaison']), 'restore', 'clerk', { now: '2026-11-25T10:00:00+08:00' });
    expect([restored.data.chat, jobs(restored)]).toEqual(['oc_1', ['gather-campaign']]);
    expect([no(grouped(), 'lost', 'system', { what: 'member', who: ['rsj-liaison'] }), no(lost('bot'), 'lost', 'system', { what: 'bot' }), no(does(lost('bot'), 'accept', 'clerk'), 'restore', 'clerk')]).toEqual(['stale', 'stale', 'stale']);
    expect(['zjj-liaison', 'chief'].map((who) => no(lost('bot'), 'accept', who))).toEqual(['E-901', 'done']);
  });
  it('loses nothing any more once the campaign has ended', () => {
    expect(no(does(grouped(), 'drop', 'chief', { reason: '并入上级部署的行动' }), 'lost', 'system', { what: 'group' })).toBe('E-900');
  });
});
