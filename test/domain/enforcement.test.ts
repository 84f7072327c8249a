import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/document.ts';
import { outcomesOf, unreported, type Joint } from '../../src/domain/joint/joint.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { running } from '../../src/domain/time/clocks.ts';
import { flows } from '../../src/domain/flows.ts';
import { acting, does, matter, opened, reported, start } from './enforcement-story.ts';
import { after, as, directory, refusal, run } from './town.ts';

const clerk = as('clerk');
const chief = as('chief');

const onDay = (doc: Document, day: string, act: string): Document<Joint> => after(doc, { act, by: chief, input: { reason: '等待检测结论' } }, `${day}T10:00:00+08:00`) as Document<Joint>;
const action = { organ: 'SLJ', people: ['slj-one', 'slj-two'], date: '2026-11-24', power: '水法', what: '现场检查并制作笔录' };

describe('启动联合执法 (Article 10)', () => {
  it('AC-10.2 what an inspection tour found starts without rating once its document is named; what was reported needs 重大 first', () => {
    expect(run(matter(), { act: 'enforce', by: clerk, input: start }).kind).toBe('done');
    for (const trigger of ['campaign', 'assigned', 'inspection', 'recognised']) expect(run(matter(), { act: 'enforce', by: clerk, input: { ...start, trigger } }).kind, trigger).toBe('done');
    for (const trigger of ['reported', 'daily']) {
      expect(refusal(matter(), { act: 'enforce', by: clerk, input: { ...start, trigger } }), trigger).toBe('not-major');
      const rated = after(matter(), { act: 'rate', by: as('zjj-head'), input: { reason: '涉及民生工程' } });
      expect(run(rated, { act: 'enforce', by: clerk, input: { ...start, trigger } }).kind, trigger).toBe('done');
    }
  });
  it('without trigger, document or original it is refused with E-504', () => {
    for (const lost of ['trigger', 'document', 'file']) expect(refusal(matter(), { act: 'enforce', by: clerk, input: { ...start, [lost]: '' } }), lost).toBe('E-504');
  });
  it('重大 is marked by the head of the Center or of a department at work, by nobody else, and taken back with a reason', () => {
    for (const who of ['zjj-liaison', 'zjj-deputy', 'clerk', 'slj-head']) expect(refusal(matter(), { act: 'rate', by: as(who), input: { reason: '涉及民生工程' } }), who).toBe('E-901');
    const rated = after(matter(), { act: 'rate', by: chief, input: { reason: '涉及民生工程' } });
    expect((after(rated, { act: 'unrate', by: chief, input: { reason: '核实后影响较小' } }).data as Matter).major).toBeNull();
  });
  it('the Center coordinates and is never a member, an organ reported neither, and one organ alone is no joint enforcement', () => {
    expect(refusal(matter(), { act: 'enforce', by: clerk, input: { ...start, lead: 'GGZY' } })).toBe('input');
    expect(refusal(matter(), { act: 'enforce', by: clerk, input: { ...start, members: ['GGZY'] } })).toBe('input');
    expect(refusal(matter({ reported: ['CZJ'] }), { act: 'enforce', by: clerk, input: start })).toBe('E-202');
    expect(refusal(matter(), { act: 'enforce', by: clerk, input: { ...start, members: [] } })).toBe('input');
  });
  it('only one runs on a matter at a time, and the matter does not end while it runs', () => {
    const begun = after(matter(), { act: 'enforce', by: clerk, input: start });
    expect(refusal(begun, { act: 'enforce', by: clerk, input: start })).toBe('stale');
    const told = { part: 'forward', id: 'x-f-zjj', organ: 'ZJJ', state: 'closed' };
    const answered = after(begun, { act: 'progress', by: as('system'), input: told });
    expect(answered.state).toBe('forwarded');
    expect(after(answered, { act: 'progress', by: as('system'), input: { part: 'joint', id: 'x-l-1', no: 'LH-1', state: 'j.closed' } }).state).toBe('closed');
  });
});

describe('方案 and 成员', () => {
  it('确认参与 is the act of the heads of all members; the last begins it with the limit of the plan', () => {
    const one = does(opened(), 'confirm', 'zjj-head');
    expect(one.state).toBe('j.plan');
    expect(refusal(one, { act: 'confirm', by: as('slj-deputy') })).toBe('E-901');
    const all = does(does(one, 'confirm', 'slj-head'), 'confirm', 'czj-head');
    expect([all.state, running(all.clocks, 'T03')?.due.dueDate]).toEqual(['j.acting', '2026-12-18']);
  });
  it('修改方案 asks every head anew', () => {
    const { plan } = opened().data;
    const again = does(does(opened(), 'confirm', 'zjj-head'), 'plan', 'zjj-liaison', { ...plan, firstAt: '2026-11-27 09:30', goal: '只查转包' });
    expect([again.data.plan.version, again.data.members.map(({ answer }) => answer)]).toEqual([2, ['', '', '']]);
  });
  it('说明情况 is kept word by word and goes before a meeting', () => {
    const words = '本单位认为不属职权范围，\n不同意参与。';
    const spoken = does(opened(), 'dissent', 'slj-head', { words });
    expect([spoken.state, spoken.data.members[1]?.words, spoken.effects.at(-2)?.job]).toEqual(['j.plan', words, 'convene-joint']);
  });
  it('申请退出 and joining need a reason and the consent of the Center, and the head of who joins agrees himself', () => {
    expect(refusal(opened(), { act: 'askChange', by: as('slj-liaison'), input: { what: 'leave', reason: '' } })).toBe('input');
    expect(refusal(opened(), { act: 'askChange', by: as('zjj-liaison'), input: { what: 'leave', reason: '不再牵头' } })).toBe('input');
    const asked = does(opened(), 'askChange', 'slj-liaison', { what: 'leave', reason: '不涉水利职权' });
    expect(asked.data.members.some(({ leftAt }) => leftAt)).toBe(false);
    const left = does(asked, 'decideChange', 'clerk', { id: 'm1', agree: 'yes' });
    expect(refusal(left, { act: 'confirm', by: as('slj-head') })).toBe('E-901');
    const joining = does(does(left, 'askChange', 'clerk', { what: 'join', organ: 'RSJ', reason: '涉及欠薪' }), 'decideChange', 'clerk', { id: 'm2', agree: 'yes' });
    const both = ['zjj', 'czj'].reduce((doc, organ) => does(doc, 'confirm', `${organ}-head`), joining);
    expect([both.state, does(both, 'confirm', 'rsj-head').state]).toEqual(['j.plan', 'j.acting']);
    expect(refusal(joining, { act: 'askChange', by: clerk, input: { what: 'join', organ: 'GGZY', reason: '中心参加' } })).toBe('input');
  });
  it('撤销启动 ends it before anybody acts', () => expect(does(opened(), 'withdraw', 'chief', { reason: '会商决定不启动' }).state).toBe('j.dropped'));
});

describe('报执法人员 and 登记行动', () => {
  it('names two or more different people of its own organ with a licence', () => {
    const staff = (people: string[]) => refusal(opened(), { act: 'staff', by: as('zjj-liaison'), input: { people, powers: '建筑法' } });
    expect([staff(['zjj-one']), staff(['zjj-one', 'zjj-one-phone']), staff(['zjj-one', 'zjj-new']), staff(['zjj-one', 'slj-one']), staff(['zjj-one', 'zjj-two'])]).toEqual(['few-officers', 'few-officers', 'input', 'input', 'done']);
  });
  it('an action is by two officers of the organ that acted, who declared no relation, entered by the lead department', () => {
    const doc = acting();
    const record = (change: object, who = 'zjj-liaison') => refusal(doc, { act: 'record', by: as(who), input: { ...action, ...change } });
    expect(record({})).toBe('done');
    expect(record({ people: ['slj-one'] })).toBe('few-officers');
    expect([record({ people: ['slj-one', 'zjj-two'] }), record({ people: ['slj-one', 'slj-new'] }), record({ power: '' }), record({ date: '2026-12-30' }), record({ organ: 'RSJ' })]).toEqual(['input', 'input', 'input', 'input', 'input']);
    expect([record({}, 'slj-liaison'), record({}, 'clerk'), record({}, 'chief')]).toEqual(['E-901', 'E-901', 'E-901']);
    expect(record({ organ: 'GGZY' })).toBe('input');
  });
  it('the Center has no row by which it acts: it cannot record, report, confirm or send people', () => {
    const acts = ['record', 'report', 'confirm', 'staff', 'declare', 'summarise'];
    expect(flows.joint.rows.filter((row) => acts.includes(row.act)).flatMap((row) => row.by).filter((role) => role.startsWith('C_'))).toEqual([]);
  });
  it('回避声明: whoever has a relation is out at once and does not see it any more', () => {
    const sent = does(opened(), 'staff', 'slj-liaison', { people: ['slj-one', 'slj-two'], powers: '水法' });
    const out = does(sent, 'declare', 'slj-one', { tied: 'yes', relation: 'R1' });
    expect(flows.joint.hidden(out, 'slj-one', directory)).toBe(true);
    expect(refusal(out, { act: 'staff', by: as('slj-liaison'), input: { people: ['slj-one', 'slj-two'], powers: '水法' } })).toBe('E-402');
  });
  it('people of an organ that is reported do not know that it exists', () => {
    const doc = opened({ ...start, members: ['SLJ'] }, { reported: ['CZJ'] });
    expect(['czj-head', 'slj-head'].map((who) => flows.joint.hidden(doc, who, directory))).toEqual([true, false]);
  });
});

describe('中止, 汇总 and 办结', () => {
  it('中止 and 恢复: the days between do not count', () => {
    const paused = onDay(acting(), '2026-12-01', 'suspend');
    expect(paused.alarms.filter(({ rule }) => rule === 'T03')).toEqual([]);
    const resumed = onDay(paused, '2026-12-03', 'resume');
    expect([running(resumed.clocks, 'T03')?.due.dueDate, refusal(paused, { act: 'record', by: as('zjj-liaison'), input: action })]).toEqual(['2026-12-23', 'E-900']);
  });
  it('提交汇总 waits for the report of every member', () => {
    const half = does(acting(), 'report', 'slj-liaison', { words: '已检查完毕，情况见笔录。' });
    expect(refusal(half, { act: 'summarise', by: as('zjj-liaison'), input: { words: '三家单位均已检查完毕。' } })).toBe('input');
    expect(does(reported(acting()), 'summarise', 'zjj-liaison', { words: '三家单位均已检查完毕。' }).state).toBe('j.result');
  });
  it('办结 asks that every transfer named was found in the case', () => {
    const done = does(reported(acting(), { transfer: 'YS-20261201-0001', penalty: '鄂住建罚〔2026〕8号' }), 'summarise', 'zjj-liaison', { words: '三家单位均已检查完毕。' });
    expect(outcomesOf(done.data).map(({ kind }) => kind)).toEqual(['penalty', 'transfer']);
    expect(refusal(done, { act: 'close', by: clerk, input: { reason: '结果已汇总' } })).toBe('input');
    const linked = does(done, 'linked', 'system', { found: [{ no: 'YS-20261201-0001', id: 'x-t' }] });
    const closed = does(linked, 'close', 'clerk', { reason: '结果已汇总' });
    expect([closed.state, closed.audit.at(-1)?.note]).toEqual(['j.closed', '结果须书面报送交办机关（巡视反馈）']);
  });
  it('退回补充 asks only those named again, with five working days', () => {
    const done = does(reported(acting()), 'summarise', 'zjj-liaison', { words: '三家单位均已检查完毕。' });
    const back = does(done, 'sendBack', 'clerk', { reason: '请补充资金结论', organs: ['CZJ'] });
    expect([back.state, unreported(back.data).map(({ organ }) => organ), running(back.clocks, 'T03')?.due.dueDate]).toEqual(['j.acting', ['CZJ'], '2026-12-01']);
  });
});
