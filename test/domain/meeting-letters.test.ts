import { describe, expect, it } from 'vitest';
import type { Asker, Document } from '../../src/domain/document.ts';
import { callingReminders } from '../../src/domain/meeting/calling/calling-reminders.ts';
import { letterAsks } from '../../src/domain/meeting/letters.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { resolutionReminders } from '../../src/domain/meeting/task-reminders.ts';
import { after, as, blank, refusal, worldAt } from './town.ts';

const guests = [{ organ: 'ZJJ', person: 'zjj-head' }, { organ: 'GAJ', person: '' }, { organ: 'JCY', person: '' }];
const opening = {
  matterNos: ['XS-20261123-0001'], matterIds: ['m'], topic: '转包', convener: 'secretary', place: '三楼', start: '2026-11-30T07:00:00.000Z', end: '2026-11-30T08:30:00.000Z', guests, questions: [{ id: 'q1', text: '转包由谁查处' }],
};
const secretary = as('secretary');
const outside = (organ = 'GAJ'): Asker => ({ role: 'outside', name: '赵警官', organ });
const meeting = (doc: Document): Document<Meeting> => doc as Document<Meeting>;
const does = (doc: Document, act: string, by: Asker, { on = '2026-11-30T16:00:00+08:00', ...input }: { on?: string; [field: string]: unknown } = {}) => meeting(after(doc, { act, by, input }, on));
const proposed = (): Document => after(blank('meeting', 'c', 'm'), { act: 'open', by: as('system'), input: opening });
const called = () => meeting(after(proposed(), { act: 'call', by: secretary }));
const who = { name: '赵警官', title: '支队长', phone: '0477-8390000' };
const reply = (more: object = {}, by: Asker = outside()) => ({ act: 'replyByLetter', by, input: { reply: 'yes', serial: 1, ...who, ...more } });
const replied = (more: object = {}, by?: Asker) => meeting(after(called(), reply(more, by)));
const letterOf = (doc: Document, job = 'write-paper') => doc.effects.filter((effect) => effect.job === job && effect.at === doc.updatedAt && effect.data['about']).map(({ data }) => `${String(data['paper'])} ${String(data['about'])}`);
const asks = (doc: Document<Meeting>, serial: number, now = '2026-11-30T14:59:59+08:00', organ = 'GAJ') => letterAsks(doc, { organ, serial }, new Date(now));
const held = () => does(called(), 'start', secretary, { organs: ['ZJJ', 'GAJ'] });
const minuted = () => does(does(held(), 'resolve', secretary, { kind: 'other', what: '查清拨付依据', organ: 'GAJ', dueDate: '2026-12-11' }), 'finish', secretary);

describe('letters to organs without an account', () => {
  it('go out with the call and with each move, the minutes to those that were there, as a draft and once they hold', () => {
    expect(letterOf(called())).toEqual(['meeting-notice GAJ', 'meeting-notice JCY']);
    expect(letterOf(does(called(), 'move', secretary, { start: '2026-12-07 15:00', on: '2026-11-25T10:00:00+08:00' }))).toEqual(['meeting-notice GAJ', 'meeting-notice JCY']);
    expect(letterOf(minuted())).toEqual(['minutes GAJ']);
    const settled = does(does(minuted(), 'confirm', as('zjj-liaison')), 'answerByLetter', outside(), { serial: 2, answer: 'ok', name: '赵警官', on: '2026-12-01T10:00:00+08:00' });
    expect([settled.state, letterOf(settled)]).toEqual(['c.confirmed', ['minutes GAJ']]);
  });

  it('ask for a reply until the meeting begins, each once, each organ for itself', () => {
    expect([asks(called(), 1), asks(called(), 1, '2026-11-30T15:00:00+08:00'), asks(called(), 2), asks(called(), 1, undefined, 'RSJ')]).toEqual(['invitation', undefined, undefined, undefined]);
    expect([asks(replied(), 1), asks(replied(), 1, undefined, 'JCY')]).toEqual([undefined, 'invitation']);
    expect(refusal(replied(), reply())).toBe('stale');
    expect(refusal(called(), reply({ serial: 2 }))).toBe('stale');
    expect(refusal(called(), reply(), '2026-11-30T15:00:00+08:00')).toBe('stale');
  });

  it('are void once the meeting is moved: the new one asks again', () => {
    const moved = does(replied(), 'move', secretary, { start: '2026-12-07 15:00', on: '2026-11-25T10:00:00+08:00' });
    expect([asks(moved, 1), asks(moved, 2), moved.data.guests[1]?.reply, moved.data.guests[1]?.visitor]).toEqual([undefined, 'invitation', '', null]);
  });

  it('ask nothing of a meeting that was cancelled', () => {
    expect(asks(does(called(), 'cancel', secretary, { reason: '已书面一致', on: '2026-11-25T10:00:00+08:00' }), 1)).toBeUndefined();
  });
});

describe('书面回复', () => {
  it('names who comes with post and telephone; who excuses the organ names himself', () => {
    for (const gap of ['name', 'title', 'phone']) expect(refusal(called(), reply({ [gap]: '' })), gap).toBe('input');
    expect(refusal(called(), reply({ reply: '' }))).toBe('input');
    expect(replied().data.guests[1]).toMatchObject({ reply: 'yes', repliedBy: '赵警官', visitor: who });
    expect(meeting(after(called(), reply({ reply: 'leave', title: '', phone: '' }))).data.guests[1]).toMatchObject({ reply: 'leave', visitor: null });
  });

  it('counts as an answer; an organ that sends nobody does not count among those that come', () => {
    const quorum = (doc: Document<Meeting>) => callingReminders(doc, { rule: '', stage: 'quorum' }, worldAt('2026-11-27T09:00:00+08:00')).map(({ data }) => data['face']);
    const away = ['GAJ', 'JCY'].reduce<Document>((doc, organ) => after(doc, reply({ reply: 'leave' }, outside(organ))), after(called(), { act: 'reply', by: as('zjj-liaison'), input: { reply: 'yes' } }));
    const one = after(after(after(called(), { act: 'reply', by: as('zjj-liaison'), input: { reply: 'yes' } }), reply()), reply({ reply: 'leave' }, outside('JCY')));
    expect([quorum(called()), quorum(meeting(away)), quorum(meeting(one))]).toEqual([['quorum'], ['quorum'], []]);
  });

  it('says beside it what the organ thinks of a question, never without reasons, and stands among the positions of the others', () => {
    const position = { question: 'q1', stance: 'hold', reason: '须先核清管辖' };
    expect(replied({ positions: [position] }).data.positions).toMatchObject([{ ...position, organ: 'GAJ', by: '赵警官' }]);
    expect([refusal(called(), reply({ positions: [{ ...position, reason: '' }] })), refusal(called(), reply({ positions: [{ ...position, question: 'q9' }] }))]).toEqual(['input', 'not-found']);
  });

  it('may be written down by the Center for an organ without an account alone, and ends that letter', () => {
    const written = (organ: string, by = secretary) => ({ act: 'replyByLetter', by, input: { organ, reply: 'yes', ...who } });
    const doc = meeting(after(called(), written('JCY')));
    expect([doc.data.guests[2]?.visitor, asks(doc, 1, undefined, 'JCY'), asks(doc, 1), doc.audit.at(-1)?.note]).toEqual([who, undefined, 'invitation', '市检察院：参加（secretary 代录）']);
    expect([refusal(called(), written('ZJJ')), refusal(called(), written('RSJ')), refusal(called(), written('JCY', as('zjj-liaison')))]).toEqual(['not-found', 'not-found', 'E-901']);
  });
});

describe('书面确认', () => {
  const answer = (more: object = {}, by: Asker = outside()) => ({ act: 'answerByLetter', by, input: { serial: 2, answer: 'ok', name: '赵警官', ...more } });

  it('confirms or dissents word by word, with the new letter alone, and only where the organ was there', () => {
    expect([asks(minuted(), 1), asks(minuted(), 2), asks(minuted(), 2, undefined, 'JCY')]).toEqual([undefined, 'minutes', undefined]);
    expect([refusal(minuted(), answer({ serial: 1 })), refusal(minuted(), answer({}, outside('JCY'))), refusal(minuted(), answer({ name: '' })), refusal(minuted(), answer({ answer: 'dissent' }))]).toEqual(['stale', 'stale', 'input', 'input']);
    expect(meeting(after(minuted(), answer({ answer: 'dissent', dissent: '应先立案' }))).data.guests[1]).toMatchObject({ confirmed: 'dissent', dissent: '应先立案' });
  });

  it('lets the minutes hold where it is the last answer', () => {
    expect(after(minuted(), answer()).state).toBe('c.minutes');
    expect(after(after(minuted(), { act: 'confirm', by: as('zjj-liaison') }), answer()).state).toBe('c.confirmed');
    expect(refusal(after(minuted(), answer()), answer({}, outside()))).toBe('stale');
  });

  it('may be written down by the Center, once', () => {
    const written = { act: 'answerByLetter', by: secretary, input: { organ: 'GAJ', answer: 'ok', name: '赵警官' } };
    expect([refusal(minuted(), written), refusal(after(minuted(), written), written)]).toEqual(['done', 'not-found']);
  });
});

describe('the task of an organ without an account', () => {
  const confirmed = () => meeting(after(does(minuted(), 'answerByLetter', outside(), { serial: 2, answer: 'ok', name: '赵警官' }), { act: 'confirm', by: as('zjj-liaison') }));

  it('comes to whoever convened, with every reminder, and the Center notes that it is done', () => {
    const told = (stage: string) => resolutionReminders(confirmed(), { rule: '', stage: `r1-${stage}` }, worldAt('2026-12-11T09:00:00+08:00')).map(({ data }) => data['person']);
    expect(confirmed().effects.filter(({ data }) => data['card'] === 'task').map(({ data }) => data['person'])).toEqual(['secretary']);
    expect([told('before1'), told('over1')]).toEqual([['secretary'], ['secretary']]);
    expect([refusal(confirmed(), { act: 'done', by: as('zjj-liaison'), input: { id: 'r1' } }), after(confirmed(), { act: 'done', by: secretary, input: { id: 'r1' } }).state]).toEqual(['E-901', 'c.done']);
  });
});
