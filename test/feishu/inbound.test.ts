import { describe, expect, it } from 'vitest';
import { InboundRefusal, openPush } from '../../src/feishu/inbound.ts';
import { encrypted, secrets, signed, textEvent } from './push.ts';

const now = new Date('2026-11-23T01:12:00Z');

function why(raw: Buffer, headers: Record<string, string>): string {
  try {
    openPush({ raw, headers }, secrets, now);
    return 'believed';
  } catch (fault) {
    if (fault instanceof InboundRefusal) return fault.why;
    throw fault;
  }
}

describe('an inbound push', () => {
  const body = encrypted(textEvent('om_1', '我要投诉'));

  it('is opened where signature, age, cipher and token are right', () => {
    expect(openPush({ raw: body, headers: signed(body, now.getTime()) }, secrets, now)).toMatchObject({ kind: 'envelope', envelope: { schema: '2.0' } });
  });

  it('answers the documented set-up question, which carries no signature', () => {
    const raw = Buffer.from('{"encrypt":"AAECAwQFBgcICQoLDA0OD9U3Q5TvxNdafJb4fQvM7VwTwzJK12ze/h1GB1Cf2eRv6oGRAMoLm6RAFKnp98aXY4e95Fs+LYW6SD69FcjRw2hUWu/YyGoNmxe3Uw3UKePs6+CQNCAaA/pP44g8AtQD21YvKH7Lk0rIiBRhcWm/+7Y="}');
    expect(openPush({ raw, headers: {} }, secrets, now)).toEqual({ kind: 'challenge', challenge: 'c-test-challenge' });
    const documented = { 'x-lark-request-timestamp': '1760000000', 'x-lark-request-nonce': '8f3a2c1d', 'x-lark-signature': 'e343c213fead865347193572b01b2ab26cce7f344f31f78b26e237e05aa63e44' };
    expect(openPush({ raw, headers: documented }, secrets, new Date(1_760_000_000_000)).kind).toBe('challenge');
  });

  it('is refused with a forged signature, one of another body, or none', () => {
    expect(why(body, { ...signed(body, now.getTime()), 'x-lark-signature': '0'.repeat(64) })).toBe('signature');
    expect(why(body, signed(Buffer.concat([body, Buffer.from(' ')]), now.getTime()))).toBe('signature');
    expect(why(body, signed(body, now.getTime(), 'another key'))).toBe('signature');
    expect(why(body, {})).toBe('unsigned');
    expect(why(body, { 'x-lark-request-timestamp': '1', 'x-lark-signature': 'x' })).toBe('headers');
  });

  it('is refused when it is more than five minutes old or ahead', () => {
    for (const minutes of [-6, 6]) expect(why(body, signed(body, now.getTime() + minutes * 60_000))).toBe('time');
    for (const minutes of [-4, 4]) expect(why(body, signed(body, now.getTime() + minutes * 60_000))).toBe('believed');
  });

  it('is refused with a wrong token, for another application, or where it is not encrypted', () => {
    const opened = (plain: object): string => {
      const raw = encrypted(plain);
      return why(raw, signed(raw, now.getTime()));
    };
    expect(opened(textEvent('om_1', 'x', { token: 'wrong' }))).toBe('token');
    expect(opened(textEvent('om_1', 'x', { app: 'cli_0000000000000000' }))).toBe('app');
    expect(opened({ type: 'url_verification', token: 'wrong', challenge: 'c' })).toBe('token');
    const plain = Buffer.from(JSON.stringify(textEvent('om_1', 'x')));
    expect(why(plain, signed(plain, now.getTime()))).toBe('plain');
    const garbage = Buffer.from('{"encrypt":"AAAA"}');
    expect(why(garbage, signed(garbage, now.getTime()))).toBe('cipher');
    expect(why(Buffer.from('no json'), {})).toBe('json');
  });
});
