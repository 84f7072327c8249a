import { describe, expect, it } from 'vitest';
import { askedFor } from '../../src/domain/delivery/asked.ts';
import type { Delivery } from '../../src/domain/delivery/delivery.ts';
import type { Document, Effect } from '../../src/domain/document.ts';
import { dutiesOf } from '../../src/domain/duties.ts';
import { flows } from '../../src/domain/flows.ts';
import { after, as, blank, directory, run } from './town.ts';

const unsure = (more: Partial<Delivery> = {}): Document =>
  after(blank('delivery', 'm-q-1', 'm'), { act: 'ask', by: as('system'), input: { about: { kind: 'forward', id: 'm-f-ZJJ', no: 'XS-20261123-0001' }, asked: 'clerk', organ: 'GGZY', to: 'zjj-liaison', form: 'card', card: 'forward', title: '举报件转办单', since: '2026-11-24T01:00:00.000Z', ...more } });
const world = { directory, now: new Date('2026-11-24T10:00:00+08:00') };

describe('送达待人工确认', () => {
  it('is put before whoever caused the message, and waits for him alone', () => {
    const doc = unsure();
    expect(doc.effects.at(-1)).toMatchObject({ job: 'send-card', data: { person: 'clerk', card: 'delivery' } });
    expect(dutiesOf(doc, 'clerk', world)).toMatchObject([{ verb: '确认是否送达', card: 'delivery', no: 'XS-20261123-0001' }]);
    expect([dutiesOf(doc, 'chief', world), dutiesOf(doc, 'zjj-liaison', world)]).toEqual([[], []]);
  });

  it('确认已收到 ends it: nothing is sent, and it stays on the trail to whom the message went', () => {
    const doc = after(unsure(), { act: 'arrived', by: as('clerk') });
    expect([doc.state, doc.effects.slice(1).map(({ job }) => job)]).toEqual(['q.arrived', ['redraw']]);
    expect(doc.audit.at(-1)).toMatchObject({ verb: '确认已收到', note: 'zjj-liaison', by: { id: 'clerk' } });
    expect(run(doc, { act: 'again', by: as('clerk') })).toMatchObject({ kind: 'refused', refusal: { code: 'E-900' } });
  });

  it('重新发送 asks for one more message and ends it', () => {
    const doc = after(unsure(), { act: 'again', by: as('clerk') });
    expect([doc.state, doc.effects.slice(1).map(({ job }) => job)]).toEqual(['q.again', ['send-again', 'redraw']]);
    expect(run(doc, { act: 'again', by: as('clerk') })).toMatchObject({ kind: 'refused', refusal: { code: 'E-900' } });
  });

  it('nobody else answers, however high, and neither does the reporter what the staff were asked', () => {
    for (const by of [as('chief'), as('zjj-liaison'), as('guest', true)]) expect(run(unsure(), { act: 'arrived', by })).toMatchObject({ kind: 'refused', refusal: { code: 'E-901' } });
    expect(after(unsure({ asked: 'reporter', organ: '', to: 'reporter' }), { act: 'again', by: as('guest', true) }).state).toBe('q.again');
  });

  it('重新发送 to somebody who has left is refused and says so; 确认已收到 is not', () => {
    const doc = unsure({ to: 'gone' });
    expect(run(doc, { act: 'again', by: as('clerk') })).toMatchObject({ kind: 'refused', refusal: { code: 'input', with: { fields: '（已离任），不能再发；其事项由接办人办理' } } });
    expect(after(doc, { act: 'arrived', by: as('clerk') }).state).toBe('q.arrived');
  });

  it('passes to whoever takes over, who is asked anew', () => {
    expect(flows.delivery.holds(unsure(), 'clerk')).toBe('送达待确认');
    const doc = after(unsure(), { act: 'takeOver', by: as('system'), input: { from: 'clerk', to: 'staff' } });
    expect(doc.effects.at(-2)).toMatchObject({ data: { person: 'staff', card: 'delivery' } });
    expect(dutiesOf(doc, 'clerk', world)).toEqual([]);
  });
});

describe('who is asked whether a message arrived', () => {
  const effect: Effect = { id: 'e1', job: 'send-card', data: {}, at: '2026-11-24T02:00:00.000Z' };
  const caused = (kind: 'forward' | 'referral' | 'organ', by: object, data: object = {}): Document => {
    const doc = blank(kind, 'm-x', 'm');
    return { ...doc, data: { ...(doc.data as object), ...data }, effects: [effect], audit: [{ at: effect.at, code: 'X', by }] as unknown as Document['audit'] };
  };
  const person = (id: string, organ: string) => ({ role: 'LIAISON', id, name: id, organ });
  const asked = (doc: Document, to: string, uuid = 'e1-0') => askedFor({ doc, uuid, to }, directory);

  it('is whoever did the act that the message followed from, even where it was for himself', () => {
    expect(asked(caused('forward', person('chief', 'GGZY')), 'zjj-liaison')).toBe('chief');
    expect(asked(caused('forward', person('zjj-liaison', 'ZJJ')), 'zjj-liaison')).toBe('zjj-liaison');
  });

  it('is the clerk of the matter for messages of the clock, of the system and of a reporter to others, and of which the cause is no longer known', () => {
    expect(asked(caused('forward', { role: 'clock' }, { clerk: 'staff' }), 'zjj-liaison')).toBe('staff');
    expect(asked(caused('forward', { role: 'REPORTER', ref: 'x' }), 'chat:oc_duty')).toBe('clerk');
    expect(asked(caused('forward', person('chief', 'GGZY')), 'zjj-liaison', 'another')).toBe('clerk');
  });

  it('is the liaison of the department for its verification, and never the receiver himself', () => {
    expect(asked(caused('referral', { role: 'clock' }, { organ: 'ZJJ' }), 'zjj-one')).toBe('zjj-liaison');
    expect(asked(caused('referral', { role: 'clock' }, { organ: 'ZJJ' }), 'zjj-liaison')).toBe('zjj-deputy');
  });

  it('is the administrator for the books, and the reporter for what he himself caused for himself', () => {
    expect(asked(caused('organ', { role: 'system' }), 'zjj-deputy')).toBe('admin');
    expect(asked(caused('forward', { role: 'REPORTER', ref: 'x' }), 'reporter')).toBe('reporter');
  });

  it('is nobody who has left, and nobody who may not know of the document', () => {
    expect(asked(caused('forward', person('gone', 'GGZY')), 'zjj-liaison')).toBe('clerk');
    const known = caused('forward', person('slj-one', 'SLJ'), { brief: { ...(blank('forward', 'x').data as { brief: object }).brief, reported: ['SLJ'] }, organ: 'ZJJ' });
    expect(flows.forward.hidden(known, 'slj-one', directory)).toBe(true);
    expect(asked(known, 'zjj-liaison')).toBe('clerk');
  });
});
