import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Received } from '../../jobs/define.ts';
import { openStore } from '../../src/store/store.ts';
import { command, flows, testHandle, testStore } from './fixture.ts';

let at: Awaited<ReturnType<typeof testStore>>;
beforeAll(async () => {
  at = await testStore('store');
});
afterAll(() => at.close());

const canary = '金丝雀李四给了三万元';
const openId = 'ou_canary00000000000000000000000001';

const message = (id: string, over: Partial<Received> = {}): Received => ({
  id, what: 'message', openId, chat: 'oc_secret_chat', chatType: 'p2p', type: 'text', content: JSON.stringify({ text: canary }), mentioned: false, parent: '',
  at: '2026-11-23T01:12:00.000Z', ...over,
});

async function everythingStored(): Promise<string> {
  const texts: string[] = [];
  for (const { name } of await at.raw.listCollections().toArray()) {
    for (const row of await at.raw.collection(name).find().toArray()) texts.push(JSON.stringify(row, (_key, value: unknown) => (isBinary(value) ? Buffer.from(value.buffer).toString('utf8') : value)));
  }
  return texts.join('\n');
}

function isBinary(value: unknown): value is { buffer: Uint8Array } {
  return typeof value === 'object' && value !== null && 'buffer' in value && value.buffer instanceof Uint8Array;
}

async function* bytesOf(...parts: string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

async function opened(words: string, project = ''): Promise<string> {
  const id = `m${randomUUID().slice(0, 8)}`;
  await testHandle(at.store)(command('open', { id, input: { words, project } }));
  return id;
}

describe('what is confidential', () => {
  it('never stands in the database: words, sender, reporter, notes, evidence and its name', async () => {
    const id = await opened(canary);
    await at.store.inbox.add(message('om_canary'));
    await at.store.vault.keep(id, { openId, chat: 'oc_secret_chat' });
    await at.store.notes.set(`welcome:${openId}`, canary);
    const file = await at.store.files.put(`${canary}.txt`, bytesOf(canary, canary));
    const stored = await everythingStored();
    for (const secret of [canary, '金丝雀', openId, 'oc_secret_chat']) expect(stored).not.toContain(secret);
    expect(stored).toContain(id);
    expect((await at.store.load('matter', id))?.data).toMatchObject({ words: canary });
    expect((await at.store.inbox.get('om_canary'))?.content).toContain(canary);
    expect(await at.store.vault.who(id)).toEqual({ openId, chat: 'oc_secret_chat' });
    expect(await at.store.notes.get(`welcome:${openId}`)).toBe(canary);
    expect((await at.store.files.get(file.id)).file.name).toBe(`${canary}.txt`);
  });

  it('cannot be moved from one document to another', async () => {
    const [one, other] = [await opened(canary), await opened('x')];
    const row = await at.raw.collection('matters').findOne({ _id: one as never });
    await at.raw.collection('matters').updateOne({ _id: other as never }, { $set: { sealed: row?.['sealed'] } });
    await expect(at.store.load('matter', other)).rejects.toThrow(/authenticate/);
  });

  it('can still be read after the data key was changed, and not without the old one', async () => {
    const id = await opened(canary, '滨河大桥改造');
    const fresh = Buffer.alloc(32, 9);
    const both = await openStore({ uri: at.uri, dataKeys: [fresh, ...at.dataKeys], shapes: flows, machine: () => new Date() });
    expect((await both.load('matter', id))?.data).toMatchObject({ words: canary });
    expect((await both.search({ text: '大桥改造', limit: 5 })).map((doc) => doc.id)).toEqual([id]);
    await both.close();
    const only = await openStore({ uri: at.uri, dataKeys: [fresh], shapes: flows, machine: () => new Date() });
    await expect(only.load('matter', id)).rejects.toThrow(/data key/);
    await only.close();
  });
});

describe('the vault', () => {
  it('knows a reporter by his account and lists his matters, newest first, under references that cannot be joined', async () => {
    const person = `ou_${randomUUID()}`;
    for (const matter of ['v1', 'v2']) await at.store.vault.keep(matter, { openId: person, chat: '' });
    await at.store.vault.keep('v1', { openId: 'ou_somebody_else', chat: '' });
    expect(await at.store.vault.mattersOf(person, 9)).toEqual(['v2', 'v1']);
    expect([await at.store.vault.isReporter('v1', person), await at.store.vault.isReporter('v1', 'ou_other')]).toEqual([true, false]);
    expect(at.store.vault.ref(person, 'v1')).not.toBe(at.store.vault.ref(person, 'v2'));
    expect(at.store.vault.ref(person, 'v1')).toBe(at.store.vault.ref(person, 'v1'));
  });
});

describe('the inbox', () => {
  it('takes a message once, and forgets its words when it is answered but not its id', async () => {
    expect([await at.store.inbox.add(message('om_once')), await at.store.inbox.add(message('om_once'))]).toEqual([true, false]);
    await at.store.inbox.done('om_once');
    expect(await at.store.inbox.get('om_once')).toBeUndefined();
    expect(await at.store.inbox.add(message('om_once'))).toBe(false);
    expect(await at.raw.collection('inbox').findOne({ _id: 'om_once' as never })).not.toHaveProperty('secret');
  });

  it('lets what somebody said first go first, unless it was put off', async () => {
    const who = { openId: `ou_${randomUUID()}` };
    await at.store.inbox.add(message('om_a', { ...who, at: '2026-11-23T01:00:00.000Z' }));
    await at.store.inbox.add(message('om_b', { ...who, at: '2026-11-23T01:00:01.000Z' }));
    expect([await at.store.inbox.waitsBehind('om_a'), await at.store.inbox.waitsBehind('om_b')]).toEqual([false, true]);
    await at.store.inbox.postpone('om_a', new Date(Date.now() + 60_000));
    expect(await at.store.inbox.waitsBehind('om_b')).toBe(false);
    expect(await at.store.unanswered(new Date(Date.now() + 1), 99)).toContain('om_b');
  });
});

describe('evidence', () => {
  it('keeps the checksum of the bytes as they came, and gives them back the same', async () => {
    const file = await at.store.files.put('证据.pdf', bytesOf('一', '二'));
    expect(file).toMatchObject({ size: 6, sha256: createHash('sha256').update('一二').digest('hex') });
    expect((await at.store.files.get(file.id)).bytes.toString()).toBe('一二');
  });

  it('is refused when a single byte was altered', async () => {
    const file = await at.store.files.put('证据.pdf', bytesOf('一二三'));
    const chunk = await at.raw.collection('evidence.chunks').findOne({ files_id: file.id });
    const stored = chunk?.['data'] as { buffer: Uint8Array } | undefined;
    const data = Buffer.from(stored?.buffer ?? []);
    data[0] = (data[0] ?? 0) ^ 1;
    await at.raw.collection('evidence.chunks').updateOne({ files_id: file.id }, { $set: { data } });
    await expect(at.store.files.get(file.id)).rejects.toMatchObject({ code: 'E-405' });
  });
});

describe('finding', () => {
  it('works by any two letters of the project, by number, organ and state, without the words in the database', async () => {
    const id = await opened('', '引黄灌区节水改造二期');
    const no = (await at.store.load('matter', id))?.no ?? '';
    const ids = async (query: object) => (await at.store.search({ limit: 5, ...query })).map((doc) => doc.id);
    for (const text of ['节水', '引黄灌区', '改造 二期', no, no.toLowerCase()]) expect(await ids({ text })).toContain(id);
    expect(await ids({ text: '节改' })).toEqual([]);
    expect(await ids({ text: '节' })).toEqual([]);
    expect(await ids({ organ: 'GGZY', states: ['open'], kind: 'matter', text: '节水' })).toEqual([id]);
    expect(await ids({ organ: 'ZJJ', text: '节水' })).toEqual([]);
    expect((await at.store.byNo(no))?.id).toBe(id);
    expect((await at.store.ofMatter(id)).map((doc) => doc.id)).toEqual([id]);
  });
});

describe('number series', () => {
  it('never repeat over thirty at once, and start again in a new scope', async () => {
    const series = { key: 'n', form: '鄂公资转〔{year}〕{n}号', scope: '鄂公资转-{year}' };
    const many = await Promise.all(Array.from({ length: 30 }, () => at.store.number(series, '2026-11-23')));
    expect(new Set(many)).toEqual(new Set(Array.from({ length: 30 }, (_, n) => `鄂公资转〔2026〕${n + 1}号`)));
    expect(await at.store.number(series, '2027-01-01')).toBe('鄂公资转〔2027〕1号');
    expect(await at.store.number({ key: 'n', form: 'TS-{date}-{nnnn}', scope: '{date}' }, '2026-11-23')).toBe('TS-20261123-0001');
  });
});

describe('the lists of the sweeps', () => {
  it('name alarms in order of time, and effects by the machine\'s time until they are settled or put off', async () => {
    const id = await opened('');
    const handle = testHandle(at.store);
    await handle(command('wake', { id, input: { at: ['2026-12-03T01:00:00.000Z', '2026-12-01T01:00:00.000Z', '2027-01-01T00:00:00.000Z'] } }));
    const due = await at.store.dueAlarms(new Date('2026-12-31T00:00:00Z'), 50);
    expect(due.filter((one) => one.id === id).map((one) => one.alarm.id)).toEqual(['w1', 'w0']);
    await at.store.dropAlarm('matter', id, 'w1');
    expect((await at.store.dueAlarms(new Date('2026-12-02T00:00:00Z'), 50)).filter((one) => one.id === id)).toEqual([]);
    await handle(command('add', { id }));
    const mine = async () => (await at.store.unsettled(new Date(Date.now() + 1_000), 99)).filter((one) => one.id === id);
    const [effect] = await mine();
    await at.store.postpone({ kind: 'matter', id, effect: effect?.effect ?? '' }, new Date(Date.now() + 60_000));
    expect(await mine()).toEqual([]);
    expect((await at.store.load('matter', id))?.effects).toHaveLength(1);
  });

  it('live cards are remembered with what they show, changed only by whoever read them last, and forgotten', async () => {
    const card = { message: 'om_live', kind: 'matter' as const, doc: 'd1', card: 'intake', to: 'reporter', form: true, round: 2, face: '', sentAt: '2026-11-23T01:12:00.000Z' };
    await at.store.cards.remember(card);
    await at.store.cards.remember({ ...card, round: 3 });
    expect(await at.store.cards.of('d1')).toEqual([{ ...card, round: 3 }]);
    expect(await at.store.cards.renew(card, { print: 'p' })).toBe(false);
    expect(await at.store.cards.renew({ ...card, round: 3 }, { print: 'p' })).toBe(true);
    expect(await at.store.cards.get('om_live')).toEqual({ ...card, round: 3, print: 'p' });
    await at.store.cards.retire('om_live');
    expect(await at.store.cards.get('om_live')).toBeUndefined();
  });

  it('a form that somebody opens before the card is noted as sent stays noted as open', async () => {
    const card = { message: 'om_quick', kind: 'matter' as const, doc: 'd2', card: 'duty', to: 'ou_x', form: false, round: 2, face: '', sentAt: '2026-11-23T01:12:00.000Z' };
    await at.store.cards.tapped('om_quick');
    await at.store.cards.showed('om_quick', { card: 'desk', form: true, opened: 'handBack', round: 2 });
    await at.store.cards.hang(card);
    expect(await at.store.cards.get('om_quick')).toMatchObject({ doc: 'd2', to: 'ou_x', card: 'desk', form: true, opened: 'handBack' });
    await at.store.cards.hang({ ...card, message: 'om_calm' });
    expect(await at.store.cards.get('om_calm')).toEqual({ ...card, message: 'om_calm' });
    for (const message of ['om_quick', 'om_calm']) await at.store.cards.retire(message);
  });

  it('a reminder that waits is not displaced by the bare duty that an old card leaves behind, and displaces it', async () => {
    const push = { place: 'p-offer', id: 'reminder', who: 'w', to: 'ou_x', kind: 'forward' as const, doc: 'd3', round: 1, card: 'late-part', face: '', rule: 'T03', line: '', why: 'digest' as const, since: '2026-12-18T01:00:00.000Z', until: '2026-12-18T01:05:00.000Z' };
    const duty = { ...push, id: 'duty', card: 'assign', rule: '' };
    const there = async () => (await at.store.waiting.of('w', new Date('2026-12-18T02:00:00Z'))).map(({ id }) => id);
    await at.store.waiting.put(push);
    await at.store.waiting.offer(duty);
    expect(await there()).toEqual(['reminder']);
    await at.store.waiting.drop([push]);
    await at.store.waiting.offer(duty);
    expect(await there()).toEqual(['duty']);
    await at.store.waiting.put(push);
    expect(await there()).toEqual(['reminder']);
    await at.store.waiting.drop([push]);
  });
});
