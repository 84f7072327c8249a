import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/document.ts';
import { callingReminders, meetingAlarms } from '../../src/domain/meeting/calling/calling-reminders.ts';
import { afterStep, beforeRetry, nextStep, nothingSetUp, type Step } from '../../src/domain/meeting/calling/set-up.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { isQuiet } from '../../src/domain/time/quiet.ts';
import { after, as, blank, refusal, worldAt } from './town.ts';

const guests = ['ZJJ', 'SLJ'].map((organ) => ({ organ, person: `${organ.toLowerCase()}-head` }));
const materials = [{ id: 'm1', matter: 'm', file: 'f1', n: 1, name: '来信.pdf', organs: [] }];
const opening = {
  matterNos: ['XS-20261123-0001'], matterIds: ['m'], topic: '转包', convener: 'secretary', place: '三楼', start: '2026-11-30T07:00:00.000Z', end: '2026-11-30T08:30:00.000Z', guests, materials,
  questions: [{ id: 'q1', text: '转包由谁查处' }], reported: ['RSJ'],
};
const secretary = as('secretary');
const proposed = (more: object = {}): Document<Meeting> => after(blank('meeting', 'c', 'm'), { act: 'open', by: as('system'), input: { ...opening, ...more } }) as Document<Meeting>;
const called = (): Document<Meeting> => after(proposed(), { act: 'call', by: secretary }) as Document<Meeting>;
const jobs = (doc: Document): string[] => doc.effects.map((effect) => effect.job);

describe('加急', () => {
  it('is for the last reminder alone, and only where the city switched it on', () => {
    const urgent = (on: boolean) => ['hour', 'ten'].map((stage) => {
      const world = worldAt('2026-11-30T14:50:00+08:00');
      return callingReminders(called(), { rule: '', stage }, { ...world, settings: { ...world.settings, urgentMeetings: on } }).map(({ data }) => data['urgent']);
    });
    expect([urgent(false), urgent(true)]).toEqual([[[false], [false]], [[false], [true]]]);
  });
});

describe('拟会商', () => {
  it('E-501: is linked to a matter, and called by the Center alone', () => {
    expect(refusal(blank('meeting', 'c', 'm'), { act: 'open', by: as('system'), input: { ...opening, matterNos: [] } })).toBe('E-501');
    expect(refusal(proposed(), { act: 'call', by: as('zjj-liaison') })).toBe('E-901');
    expect(called().state).toBe('c.notified');
  });
  it('T11: is called at short notice with a reason only, and never less than two hours before', () => {
    const soon = (reason: string) => ({ act: 'adjust', by: secretary, input: { start: '2026-11-25 15:00', organs: ['ZJJ', 'SLJ'], urgent: reason ? 'urgent' : 'normal', reason } });
    expect(refusal(proposed(), soon(''))).toBe('notice');
    expect(after(after(proposed(), soon('资金可能转移')), { act: 'call', by: secretary }).state).toBe('c.notified');
    expect(refusal(proposed(), { act: 'adjust', by: secretary, input: { start: '2026-11-24 11:30', organs: ['ZJJ', 'SLJ'], urgent: 'urgent', reason: '资金可能转移' } })).toBe('input');
  });
  it('E-202: takes in no organ that is reported, and needs two', () => {
    expect(refusal(proposed(), { act: 'adjust', by: secretary, input: { start: '2026-11-30 15:00', organs: ['ZJJ', 'RSJ'] } })).toBe('E-202');
    expect(refusal(proposed({ guests: guests.slice(0, 1) }), { act: 'call', by: secretary })).toBe('input');
  });
  it('is declined with a reason where a department asked', () => {
    expect(refusal(proposed({ askedBy: 'zjj-liaison', why: 'asked' }), { act: 'decline', by: secretary })).toBe('reason');
    expect(after(proposed(), { act: 'decline', by: secretary }).state).toBe('c.declined');
  });
  it('whoever is recused later is left out, and somebody else of his organ is expected', () => {
    const doc = after(called(), { act: 'leaveOut', by: as('system'), input: { out: ['slj-head'] } }) as Document<Meeting>;
    expect([doc.data.guests[1]?.person, doc.data.leftOut]).toEqual(['slj-deputy', ['slj-head']]);
    expect(refusal(doc, { act: 'reply', by: as('slj-head'), input: { reply: 'yes' } })).toBe('E-902');
    expect(jobs(doc)).toContain('shut-out');
  });
});

describe('提请会商 by a department', () => {
  const branches = [{ id: 'm-f-zjj', organ: 'ZJJ', state: 'accepted', docNo: '', dueDate: '2026-12-15' }];
  const matter = (meetings: Matter['meetings'] = []): Document<Matter> => {
    const doc = blank('matter', 'm') as Document<Matter>;
    return { ...doc, state: 'forwarded', no: 'XS-20261123-0001', data: { ...doc.data, clerk: 'clerk', cityLevel: 'yes', forwards: branches, meetings } };
  };
  const ask = (more: object = {}, who = 'zjj-liaison') => ({ act: 'askMeeting', by: as(who), input: { organs: ['SLJ'], reason: '转包与欠薪由谁查处须商定', ...more } });

  it('is for a department that has a part of the matter, with a reason of four characters', () => {
    expect([refusal(matter(), ask({ reason: '碰头' })), refusal(matter(), ask({}, 'slj-liaison')), refusal(matter(), ask({}, 'clerk')), refusal(matter(), ask({}, 'zjj-one'))]).toEqual(['reason', 'E-901', 'E-901', 'E-901']);
    expect(refusal(matter(), ask())).toBe('done');
  });
  it('brings its own organ and those it named, keeps whose wish it was, and calls nothing by itself', () => {
    const doc = after(matter(), ask()) as Document<Matter>;
    expect(doc.effects.find(({ job }) => job === 'open-meeting')?.data).toMatchObject({ id: 'm-c-1', why: 'asked', asked: 'zjj-liaison', organs: 'ZJJ,SLJ', by: '', note: '转包与欠薪由谁查处须商定' });
    expect([doc.state, doc.data.meetings.map(({ state }) => state)]).toEqual(['forwarded', ['c.proposed']]);
  });
  it('waits while one is proposed or called; a settled one stands in nobody\'s way', () => {
    expect(refusal(after(matter(), ask()), ask())).toBe('stale');
    const before = (state: string) => refusal(matter([{ id: 'm-c-1', no: 'HS-1', state }]), ask());
    expect(['c.notified', 'c.held', 'c.minutes', 'c.declined', 'c.cancelled', 'c.done'].map(before)).toEqual(['stale', 'stale', 'stale', 'done', 'done', 'done']);
  });
  it('T11: a time it names keeps the notice, or is urgent with the reason, and never within two hours', () => {
    expect([refusal(matter(), ask({ start: '2026-11-25 15:00' })), refusal(matter(), ask({ start: '2026-11-25 15:00', urgent: 'urgent' })), refusal(matter(), ask({ start: '2026-11-24 11:00', urgent: 'urgent' }))]).toEqual(['notice', 'done', 'input']);
  });
});

describe('并入会商', () => {
  const related = [{ id: 'n', no: 'XS-20261120-0007', why: '同一项目' }];
  const takeIn = (id = 'n', who = 'secretary') => ({ act: 'takeIn', by: as(who), input: { id } });

  it('takes in a matter that was found related, by the Center alone, before the meeting is called', () => {
    const doc = proposed({ related });
    expect([refusal(doc, takeIn('other')), refusal(doc, takeIn('n', 'zjj-liaison')), refusal(after(doc, { act: 'call', by: secretary }), takeIn())]).toEqual(['stale', 'E-901', 'E-900']);
    const taken = after(doc, takeIn()) as Document<Meeting>;
    expect([taken.effects.find(({ job }) => job === 'take-in')?.data, taken.audit.at(-1)?.note]).toEqual([{ id: 'n' }, 'XS-20261120-0007（同一项目）']);
  });
  it('what the other brings is joined: organs once, whoever it reports comes no more, whoever is recused there is out here', () => {
    const brought = { id: 'n', no: related[0]?.no, guests: [...guests, { organ: 'CZJ', person: 'czj-liaison' }], reported: ['SLJ'], out: ['zjj-head'], questions: [{ id: 'q1', text: '转包由谁查处' }, { id: 'q2', text: '欠薪由谁查处' }] };
    const doc = after(after(proposed({ related }), takeIn()), { act: 'merged', by: as('system'), input: brought }) as Document<Meeting>;
    expect([doc.data.matterNos, doc.data.related, doc.data.guests.map(({ organ }) => organ), doc.data.questions.map(({ id, text }) => `${id} ${text}`)])
      .toEqual([['XS-20261123-0001', 'XS-20261120-0007'], [], ['ZJJ', 'CZJ'], ['q1 转包由谁查处', 'q2 欠薪由谁查处']]);
    expect(['zjj-head', 'slj-liaison'].map((who) => refusal(doc, { act: 'times', by: as(who), input: { starts: [] } }))).toEqual(['E-902', 'E-902']);
    expect(refusal(doc, takeIn())).toBe('stale');
  });
});

describe('who comes is named with the answer to the poll', () => {
  const times = [{ start: '2026-11-30T07:00:00.000Z', free: ['ZJJ', 'SLJ'] }];
  const polled = (): Document<Meeting> => after(after(proposed(), { act: 'found', by: as('system'), input: { times } }), { act: 'poll', by: secretary }) as Document<Meeting>;
  const answer = (person: string) => ({ act: 'times', by: as('zjj-liaison'), input: { starts: [], person } });

  it('and is expected, and asked for free and busy, instead of the head from then on', () => {
    const doc = after(polled(), answer('zjj-deputy')) as Document<Meeting>;
    expect(doc.data.guests.map(({ person }) => person)).toEqual(['zjj-deputy', 'slj-head']);
    expect((after(polled(), answer('')) as Document<Meeting>).data.guests.map(({ person }) => person)).toEqual(['zjj-head', 'slj-head']);
  });
  it('from the own organ alone, and nobody who must stay away', () => {
    const shut = after(polled(), { act: 'leaveOut', by: as('system'), input: { out: ['zjj-one'] } });
    expect([refusal(polled(), answer('slj-deputy')), refusal(shut, answer('zjj-one')), refusal(shut, answer('zjj-deputy'))]).toEqual(['input', 'input', 'done']);
  });
});

describe('提醒一次 and 换人', () => {
  const replied = (): Document => after(called(), { act: 'reply', by: as('zjj-liaison'), input: { reply: 'yes' } });
  const sent = (doc: Document): string[] => doc.effects.filter((effect) => effect.at === doc.updatedAt && effect.job === 'send-card').map(({ data }) => String(data['person']));
  const at = '2026-11-27T10:00:00+08:00';

  it('提醒一次 reaches only organs that have not answered, once each', () => {
    const nudged = after(replied(), { act: 'nudge', by: secretary }, at) as Document<Meeting>;
    expect([sent(nudged), nudged.data.guests.map((guest) => guest.nudged ?? false), nudged.audit.at(-1)?.note]).toEqual([['slj-liaison'], [false, true], '市水利局']);
    expect([refusal(nudged, { act: 'nudge', by: secretary }), refusal(replied(), { act: 'nudge', by: as('slj-liaison') })]).toEqual(['input', 'E-901']);
    const moved = after(nudged, { act: 'move', by: secretary, input: { start: '2026-12-07 15:00' } }, at);
    expect(refusal(moved, { act: 'nudge', by: secretary }, at)).toBe('done');
  });
  it('换人 puts in somebody of that very organ who may take part; nobody of another, nobody recused', () => {
    const put = (person: string, organ = 'SLJ') => ({ act: 'replace', by: secretary, input: { organ, person } });
    const out = after(replied(), { act: 'leaveOut', by: as('system'), input: { out: ['slj-deputy'] } });
    expect([refusal(out, put('slj-deputy')), refusal(out, put('zjj-deputy')), refusal(out, put('czj-head', 'CZJ')), refusal(out, put('rsj-head', 'RSJ'))]).toEqual(['not-found', 'not-found', 'not-found', 'not-found']);
    const doc = after(out, put('slj-two'), at) as Document<Meeting>;
    expect(doc.data.guests[1]).toMatchObject({ organ: 'SLJ', person: 'slj-two', reply: 'swap', repliedBy: 'secretary', note: '会商秘书代为改派' });
    expect([sent(doc).toSorted(), doc.effects.find((effect) => effect.at === doc.updatedAt && effect.job === 'add-to-group')?.data]).toEqual([['slj-liaison', 'slj-two'], { person: 'slj-two' }]);
  });
  it('换人 is not the last word: the organ may still send somebody else', () => {
    const doc = after(replied(), { act: 'replace', by: secretary, input: { organ: 'SLJ', person: 'slj-two' } });
    expect((after(doc, { act: 'reply', by: as('slj-liaison'), input: { reply: 'swap', person: 'slj-one' } }) as Document<Meeting>).data.guests[1]?.person).toBe('slj-one');
  });
});

describe('重试', () => {
  const failed = (step: Step): Document => after(called(), { act: 'arranged', by: as('system'), input: { step, failed: 193002 } });
  const retry = (step: Step, who = 'secretary') => ({ act: 'retry', by: as(who), input: { step } });

  it('does one step again that failed or left people out of the group, and none that stands', () => {
    expect([refusal(failed('event'), retry('event')), refusal(failed('event'), retry('group')), refusal(failed('event'), retry('event', 'zjj-liaison')), refusal(proposed(), retry('event'))]).toEqual(['done', 'stale', 'E-901', 'E-900']);
    const missing = after(called(), { act: 'arranged', by: as('system'), input: { step: 'members', joined: 3, wanted: 4, missing: ['slj-liaison'] } });
    expect([refusal(missing, retry('members')), refusal(called(), retry('members'))]).toEqual(['done', 'stale']);
  });
  it('asks for that very step, whose failure is forgotten; a group made anew forgets the old chat and its board', () => {
    const doc = after(failed('event'), retry('event')) as Document<Meeting>;
    expect([doc.data.setUp.failed, doc.effects.findLast(({ job }) => job === 'set-up')?.data]).toEqual([[], { step: 'event' }]);
    const lost = [{ step: 'group', chat: 'oc_1' }, { step: 'board', board: 'om_1' }, { step: 'group', failed: 232033 }].reduce<Document>((one, input) => after(one, { act: 'arranged', by: as('system'), input }), called());
    const again = after(lost, retry('group')) as Document<Meeting>;
    expect([again.data.chat, again.data.board, again.data.setUp.done]).toEqual(['', '', []]);
  });
});

describe('what was lost from outside', () => {
  const moved = (): Document<Meeting> => after(called(), { act: 'lost', by: as('system'), input: { what: 'eventMoved', start: '2026-12-01T07:00:00.000Z' } }) as Document<Meeting>;

  it('知道了 takes it as it is: the meeting keeps its own time, and nothing is made again', () => {
    const before = moved();
    const doc = after(before, { act: 'accept', by: secretary }) as Document<Meeting>;
    expect([doc.data.lost, doc.data.start, doc.effects.slice(before.effects.length).map(({ job }) => job)]).toEqual([null, opening.start, ['redraw']]);
    expect(doc.audit.at(-1)?.note).toContain('仍按');
  });
  it('知道了 and 恢复 are the Center\'s, once a loss, and there is nothing to answer where nothing was lost', () => {
    for (const act of ['accept', 'restore']) {
      expect([refusal(called(), { act, by: secretary }), refusal(moved(), { act, by: as('zjj-liaison') }), refusal(after(moved(), { act, by: secretary }), { act, by: secretary })], act).toEqual(['stale', 'E-901', 'stale']);
    }
  });
});

describe('setting up', () => {
  const done = (...steps: Step[]) => steps.reduce((setUp, step) => afterStep(setUp, { step }), nothingSetUp);
  it('goes step by step; what fails for good is named and does not hold up the rest', () => {
    expect(nextStep(done('group', 'members', 'board'), 'board')).toBe('event');
    const failed = afterStep(nothingSetUp, { step: 'group', failed: 232033 });
    expect([nextStep(failed, 'group'), failed.failed]).toEqual(['event', [{ step: 'group', code: 232033 }]]);
  });
  it('a group made again gets its members and its board again, and nothing that stands already', () => {
    const again = beforeRetry(done('group', 'members', 'board', 'event', 'notice', 'invite'), 'group');
    expect([again.done, nextStep(afterStep(again, { step: 'group' }), 'group'), nextStep(afterStep(again, { step: 'board' }), 'board')]).toEqual([['event', 'notice', 'invite'], 'members', undefined]);
  });
});

describe('before a meeting', () => {
  it('开放材料 is the Center\'s, piece by piece, and only to organs that take part', () => {
    const open = (id: string, organs: string[], who = 'secretary') => refusal(called(), { act: 'openMaterial', by: as(who), input: { id, organs } });
    expect([open('m1', ['SLJ']), open('m9', ['SLJ']), open('m1', ['CZJ']), open('m1', ['SLJ'], 'slj-liaison')]).toEqual(['done', 'not-found', 'not-found', 'E-901']);
    const shut = after(after(called(), { act: 'openMaterial', by: secretary, input: { id: 'm1', organs: ['SLJ'] } }), { act: 'openMaterial', by: secretary, input: { id: 'm1', organs: [] } });
    expect(refusal(shut, { act: 'readMaterial', by: as('slj-liaison'), input: { id: 'm1' } })).toBe('E-901');
  });
  it('evidence is read by the organs it was opened to, and each reading stands on the trail', () => {
    const doc = after(called(), { act: 'openMaterial', by: secretary, input: { id: 'm1', organs: ['SLJ'] } });
    expect(refusal(doc, { act: 'readMaterial', by: as('zjj-liaison'), input: { id: 'm1' } })).toBe('E-901');
    expect(after(doc, { act: 'readMaterial', by: as('slj-liaison'), input: { id: 'm1' } }).audit.at(-1)?.code).toBe('EVIDENCE_OUT');
  });
  it('an organ has one position a question, its last, and the questions stand once one is filed', () => {
    const file = (doc: Document, stance: string) => after(doc, { act: 'position', by: as('zjj-liaison'), input: { question: 'q1', stance, reason: '属本局职责' } });
    const doc = file(file(called(), 'yes'), 'hold') as Document<Meeting>;
    expect(doc.data.positions.map((one) => one.stance)).toEqual(['hold']);
    expect(refusal(doc, { act: 'ask', by: secretary, input: { lines: '别的议题' } })).toBe('input');
  });
  it('its reminders lie ahead and none after its beginning; a moved one has none at its old time', () => {
    const world = worldAt('2026-11-27T16:00:00+08:00');
    const alarms = meetingAlarms('2026-11-30T07:00:00.000Z', world);
    expect(alarms.every((alarm) => alarm.at > world.now.toISOString() && alarm.at < '2026-11-30T07:00:00.000Z')).toBe(true);
    expect(alarms.map((alarm) => alarm.stage).toSorted()).toEqual(['hour', 'ten', 'watch', 'watch']);
    // A Sunday afternoon is no time to be reminded of a Monday's meeting: Friday's list has it, here for one that was called on Thursday.
    const early = meetingAlarms('2026-11-30T07:00:00.000Z', worldAt('2026-11-26T16:00:00+08:00'));
    expect(early.filter(({ stage }) => stage === 'day').map(({ at }) => at)).toEqual(['2026-11-27T01:00:00.000Z']);
    expect(early.filter(({ stage }) => stage !== 'watch').every(({ at, stage }) => stage === 'hour' || stage === 'ten' || !isQuiet(new Date(at), world.calendar))).toBe(true);
    const moved = after(called(), { act: 'move', by: secretary, input: { start: '2026-12-07 15:00' } });
    expect(moved.alarms.filter((alarm) => alarm.stage !== 'watch').every((alarm) => alarm.at >= '2026-12-04')).toBe(true);
  });
});
