import { describe, expect, it } from 'vitest';
import { running } from '../../src/domain/time/clocks.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { after, as, blank, refusal } from './town.ts';

const registered = (): Document => ({ ...blank('matter', 'm'), state: 'registered', no: 'XS-20261123-0001', data: { ...(blank('matter', 'm').data as Matter), kind: 'report', cityLevel: 'yes', clerk: 'clerk' } });
const why = { reason: '只有传言，没有项目和人员' };
const shelved = () => after(registered(), { act: 'shelve', by: as('chief'), input: why });

describe('暂存', () => {
  it('is for the head of the Center alone, with a reason', () => {
    expect(refusal(registered(), { act: 'shelve', by: as('clerk'), input: why })).toBe('E-901');
    expect(refusal(registered(), { act: 'shelve', by: as('chief'), input: { reason: '无' } })).toBe('input');
  });
  it('stops the Center\'s limit and comes back for review in six months, on a working day', () => {
    expect([shelved().state, running(shelved().clocks, 'T01')]).toEqual(['shelved', undefined]);
    const [review] = shelved().alarms;
    expect(review?.at).toBe('2027-05-24T01:00:00.000Z');
    const reminded = after(shelved(), { act: 'alarm', by: as('clock'), input: review }, review?.at);
    expect(reminded.effects.at(-1)?.data).toMatchObject({ card: 'progress', person: 'chief' });
  });
});

describe('重启', () => {
  it('needs a deputy and a reason, starts the Center\'s limit anew and tells all who acted before', () => {
    expect(refusal(shelved(), { act: 'reopen', by: as('clerk'), input: { reason: '有新的证据' } })).toBe('E-901');
    const again = after(shelved(), { act: 'reopen', by: as('center-deputy'), input: { reason: '收到新的录音材料' } });
    expect([again.state, running(again.clocks, 'T01') !== undefined, again.alarms.some((alarm) => alarm.stage === 'shelf')]).toEqual(['registered', true, false]);
    expect(again.effects.filter((effect) => effect.job === 'send-card').map((effect) => effect.data['person'])).toContain('chief');
  });
  it('opens what was closed', () => expect(after({ ...registered(), state: 'closed' }, { act: 'reopen', by: as('center-deputy'), input: { reason: '收到新的录音材料' } }).state).toBe('registered'));
});

describe('撤回', () => {
  it('is the reporter\'s alone, leaves a mark, and changes neither state nor limits', () => {
    const open = registered();
    expect(refusal(open, { act: 'withdraw', by: as('clerk'), input: why })).toBe('E-901');
    const marked = after(open, { act: 'withdraw', by: as('someone', true), input: { reason: '已经自行解决' } }) as Document<Matter>;
    expect([marked.state, marked.data.withdrawn?.reason, marked.clocks]).toEqual(['registered', '已经自行解决', open.clocks]);
  });
});
