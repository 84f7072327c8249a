import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/document.ts';
import type { Forward } from '../../src/domain/forward/forward.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { standing, tasksOf, type Meeting } from '../../src/domain/meeting/meeting.ts';
import { resolutionReminders } from '../../src/domain/meeting/task-reminders.ts';
import { running } from '../../src/domain/time/clocks.ts';
import { after, as, blank, refusal, worldAt } from './town.ts';

const guests = ['ZJJ', 'SLJ', 'CZJ'].map((organ) => ({ organ, person: `${organ.toLowerCase()}-liaison` }));
const opening = { matterNos: ['XS-20261123-0001'], topic: '承办单位', convener: 'clerk', place: '三楼', start: '2026-11-30T07:00:00.000Z', end: '2026-11-30T08:30:00.000Z', guests };
const decision = { kind: 'other', what: '查清拨付依据', organ: 'ZJJ', dueDate: '2026-12-11' };
const does = (doc: Document, act: string, who: string, input: object = {}): Document<Meeting> => after(doc, { act, by: as(who), input }, '2026-11-30T16:00:00+08:00') as Document<Meeting>;
const called = (): Document => after(after(blank('meeting', 'c', 'm'), { act: 'open', by: as('system'), input: opening }), { act: 'call', by: as('secretary') });
const held = (): Document<Meeting> => does(called(), 'start', 'secretary', { organs: ['ZJJ', 'SLJ'] });
const minuted = (...decisions: object[]): Document<Meeting> => does((decisions.length ? decisions : [decision]).reduce<Document<Meeting>>((doc, one) => does(doc, 'resolve', 'secretary', { ...decision, ...one }), held()), 'finish', 'secretary');
const jobs = (doc: Document, job: string) => doc.effects.filter((effect) => effect.job === job).map(({ data }) => data);
const timeOut = (doc: Document): Document<Meeting> => after(doc, { act: 'alarm', by: as('clock'), input: doc.alarms.find(({ stage }) => stage === 'over1') }, '2026-12-04T09:00:00+08:00') as Document<Meeting>;

describe('decisions as they fall', () => {
  it('E-503 a decision without content, organ or day is not recorded, and joint enforcement names who takes part', () => {
    for (const lost of ['what', 'organ', 'dueDate']) expect(refusal(held(), { act: 'resolve', by: as('secretary'), input: { ...decision, [lost]: '' } }), lost).toBe('E-503');
    expect(refusal(held(), { act: 'resolve', by: as('secretary'), input: { ...decision, kind: 'joint' } })).toBe('input');
    expect(does(held(), 'resolve', 'secretary', { ...decision, kind: 'joint', co: ['ZJJ', 'SLJ'] }).data.resolutions[0]?.co).toEqual(['SLJ']);
  });
  it('改正议定 keeps what stood before with who and why, and the new one takes its place', () => {
    const doc = does(does(held(), 'resolve', 'secretary', decision), 'correct', 'secretary', { ...decision, id: 'r1', dueDate: '2026-12-15' });
    expect(standing(doc.data).map(({ id, dueDate }) => [id, dueDate])).toEqual([['r2', '2026-12-15']]);
    expect(doc.data.resolutions[0]?.struck).toMatchObject({ by: 'secretary', reason: '改正' });
  });
  it('划去议定 needs a reason, is no longer possible after the end, and minutes with nothing left cannot be made', () => {
    const one = does(held(), 'resolve', 'secretary', decision);
    expect(refusal(one, { act: 'strike', by: as('secretary'), input: { id: 'r1', reason: '' } })).toBe('reason');
    const struck = does(one, 'strike', 'secretary', { id: 'r1', reason: '重复记录' });
    expect([standing(struck.data), struck.data.resolutions.length, refusal(struck, { act: 'finish', by: as('secretary') })]).toEqual([[], 1, 'E-503']);
    for (const act of ['strike', 'correct']) expect(refusal(minuted(), { act, by: as('secretary'), input: { ...decision, id: 'r1', reason: '事后改动' } }), act).toBe('E-900');
  });
});

describe('minutes', () => {
  it('silence is recorded as 未回复 when the limit (T12) has ended, never as consent, and the tasks go out then', () => {
    const one = does(minuted(), 'confirm', 'zjj-liaison');
    expect(running(one.clocks, 'T12')?.due.dueDate).toBe('2026-12-03');
    const over = timeOut(one);
    expect([over.state, over.data.guests.map(({ confirmed }) => confirmed), jobs(over, 'make-task')]).toEqual(['c.confirmed', ['ok', 'silent', ''], [{ id: 'r1' }]]);
    expect(over.audit.at(-1)?.note).toMatch(/未回复，如实记载/);
    expect(refusal(over, { act: 'confirm', by: as('slj-liaison') })).toBe('E-900');
  });
  it('不同意见 is kept verbatim and unshortened', () => {
    const words = `第一，${'不同意'.repeat(300)}；\n第二，保留意见。`;
    expect(does(minuted(), 'dissent', 'slj-liaison', { dissent: words }).data.guests[1]?.dissent).toBe(words);
  });
  it('指定承办 and 联合执法 go on in the matter and are no tasks; 核实移送 is both', () => {
    const doc = ['zjj', 'slj'].reduce((one, organ) => does(one, 'confirm', `${organ}-liaison`), minuted({ kind: 'assign' }, { kind: 'joint', co: ['SLJ'] }, { kind: 'transfer' }, {}));
    expect(jobs(doc, 'carry-out')).toEqual([{ id: 'r1' }, { id: 'r2' }, { id: 'r3' }]);
    expect([tasksOf(doc.data).map(({ id }) => id), jobs(doc, 'make-task').length]).toEqual([['r3', 'r4'], 2]);
  });
  it('without any task the meeting ends with its minutes, and its group is closed', () => {
    const doc = ['zjj', 'slj'].reduce((one, organ) => does(one, 'confirm', `${organ}-liaison`), minuted({ kind: 'assign' }));
    expect([doc.state, jobs(doc, 'close-group').length]).toEqual(['c.done', 1]);
  });
});

describe('tasks', () => {
  const given = (): Document<Meeting> => ['zjj', 'slj'].reduce((one, organ) => does(one, 'confirm', `${organ}-liaison`), minuted({}, { organ: 'SLJ' }));
  it('done on either side is done once, can be taken back from the task list, and the last one closes the group', () => {
    const one = does(given(), 'done', 'system', { id: 'r1' });
    expect([one.data.resolutions[0]?.doneBy, refusal(one, { act: 'done', by: as('zjj-liaison'), input: { id: 'r1' } })]).toEqual(['飞书任务', 'stale']);
    expect(does(one, 'undone', 'system', { id: 'r1' }).data.resolutions[0]?.doneAt).toBe('');
    const last = does(one, 'done', 'slj-liaison', { id: 'r2' });
    expect([last.state, jobs(last, 'close-group').length]).toEqual(['c.done', 1]);
  });
  it('说明原因 of a late one is the organ\'s own, is kept, and moves no day', () => {
    const why = { id: 'r1', reason: 'test', expected: '2026-12-24' };
    const late = '2026-12-21T10:00:00+08:00';
    expect([refusal(given(), { act: 'explain', by: as('zjj-liaison'), input: why }, '2026-12-01T10:00:00+08:00'), refusal(given(), { act: 'explain', by: as('slj-liaison'), input: why }, late)]).toEqual(['input', 'E-901']);
    const told = after(given(), { act: 'explain', by: as('zjj-liaison'), input: why }, late) as Document<Meeting>;
    expect([told.data.resolutions[0]?.explained?.expected, told.data.resolutions[0]?.dueDate]).toEqual(['2026-12-24', given().data.resolutions[0]?.dueDate]);
  });
  it('overdue they climb like a forward: liaison and deputy, then the head, then the head of the Center', () => {
    const climbs = ['dueDay', 'over1', 'over3', 'over5'].map((stage) => resolutionReminders(given(), { rule: '', stage: `r1-${stage}` }, worldAt('2026-12-14T09:00:00+08:00')).map(({ data }) => data['person']));
    expect(climbs).toEqual([['zjj-liaison'], ['zjj-deputy', 'zjj-liaison', 'secretary'], ['zjj-head', 'zjj-deputy', 'secretary'], ['chief']]);
  });
});

describe('what minutes do to a matter', () => {
  const branch = (organ: string, state: string) => ({ id: `x-f-${organ.toLowerCase()}`, organ, state, docNo: `${organ}-1`, dueDate: '2026-12-15' });
  const matter = (...forwards: Matter['forwards'][number][]): Document<Matter> => {
    const doc = blank('matter', 'x') as Document<Matter>;
    return { ...doc, no: 'XS-20261123-0001', state: forwards.length ? 'forwarded' : 'registered', data: { ...doc.data, clerk: 'clerk', forwards, reported: ['RSJ'] } };
  };
  const appoint = { kind: 'assign', organ: 'CZJ', dueDate: '2026-12-18', requirement: '查清拨付依据', minutesNo: '鄂公资纪〔2026〕4号' };
  const appointed = (doc: Document, input: object = appoint) => after(doc, { act: 'appoint', by: as('system'), input }) as Document<Matter>;
  it('指定承办: a matter that two departments returned goes to the one that the meeting named', () => {
    const doc = appointed(matter(branch('ZJJ', 'returned'), branch('SLJ', 'returnAsked')));
    expect(doc.data.forwards.map(({ organ, state, dueDate }) => `${organ} ${state} ${dueDate}`)).toEqual(['ZJJ returned 2026-12-15', 'SLJ returnAsked 2026-12-15', 'CZJ sent 2026-12-18']);
    expect([jobs(doc, 'open-forward').length, jobs(doc, 'settle-returns').length]).toEqual([1, 1]);
  });
  it('one that already handles it gets no second 转办, one that is reported none at all', () => {
    expect(jobs(appointed(matter(branch('CZJ', 'accepted'))), 'open-forward')).toEqual([]);
    expect(refusal(matter(), { act: 'appoint', by: as('system'), input: { ...appoint, organ: 'RSJ' } })).toBe('E-202');
    expect(refusal(matter(), { act: 'appoint', by: as('system'), input: { ...appoint, organ: 'GGZY' } })).toBe('input');
  });
  it('按会商确定 settles a return: the organ named goes on with the day of the meeting, any other is released', () => {
    const asked = (): Document<Forward> => {
      const open = after(blank('forward', 'x-f-slj', 'x'), { act: 'open', by: as('system'), input: { matterNo: 'XS-1', organ: 'SLJ', docNo: '一号', dueDate: '2026-12-15', requirement: '核实', clerk: 'clerk', returns: 1, brief: { ...(blank('forward', 'b').data as Forward).brief } } });
      return after(open, { act: 'askReturn', by: as('slj-liaison'), input: { reason: '不属水利职权', suggest: 'CZJ' } }) as Document<Forward>;
    };
    const settle = (organ: string) => after(asked(), { act: 'settle', by: as('system'), input: { organ, dueDate: '2026-12-18', minutesNo: '鄂公资纪〔2026〕4号' } });
    expect([settle('SLJ').state, running(settle('SLJ').clocks, 'T03')?.due.dueDate, settle('CZJ').state]).toEqual(['accepted', '2026-12-18', 'returned']);
  });
});
