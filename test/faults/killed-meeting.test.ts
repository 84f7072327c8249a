import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { glance, partsOf, wordsOf } from '../../sandbox/script/card-words.ts';
import type { Person } from '../../sandbox/script/person.ts';
import type { Child } from '../../scripts/child.ts';
import { brokenAt } from '../../src/domain/audit.ts';
import type { AuditEntry } from '../../src/domain/document.ts';
import { bring, resent, twice } from './crowd.ts';
import { buildStand, until, type Stand } from './stand.ts';

const organs = ['ZJJ', 'GAJ', 'CZJ'];
const liaisons = ['zjj-liaison', 'gaj-liaison', 'czj-liaison'];

let stand: Stand;
let bot: Child;

beforeAll(async () => {
  stand = await buildStand('killed-meeting');
  bot = await stand.startBot();
}, 60_000);
afterAll(() => stand?.stop(), 60_000);

const on = (who: string): Person => stand.client.person(stand.person(who), { patience: 40_000 });

async function killed(): Promise<void> {
  await stand.kill(bot);
  bot = await stand.startBot();
}

/** What the database keeps of the only meeting: fields that are not sealed. */
async function meeting(): Promise<{ _id: string; state: string; no: string; chat: string; start: string; done: string[]; acts: string[]; audit: AuditEntry[] }> {
  const row = await stand.database.collection('meetings').findOne<{ _id: never; state: string; no: string; data: { chat: string; start: string; setUp: { done: string[] } }; audit: AuditEntry[] }>({});
  if (!row) throw new Error('there is no meeting');
  return { ...row, ...row.data, done: row.data.setUp.done, acts: row.audit.filter(({ code }) => code !== 'DENIED').map(({ act }) => act) };
}

const times = (acts: readonly string[], act: string): number => acts.filter((one) => one === act).length;
/** A form may be drawn over by what the dead process left undone; a person opens it again. */
async function fills(person: Person, open: { button: string; on: string | RegExp }, last: { button: string; on: RegExp; form: Record<string, string | string[]> }): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    try {
      await person.taps(open.button, { on: open.on });
      await person.sees(last.on, { timeoutMs: 5_000 });
      return void (await person.taps(last.button, { on: last.on, form: last.form }));
    } catch (fault) {
      if (tries === 3) throw fault;
    }
  }
}

describe('a meeting whose bot is killed after every step', () => {
  const secretary = () => on('ggzy-secretary');

  it('is wished, put to the organs, and called', async () => {
    await bring(stand, stand.person('ggzy-staff1'), '第三中学操场');
    await on('zjj-liaison').says('明天下午三点开个会，把公安、住建、财政都叫上');
    await killed();
    await on('zjj-liaison').taps('提请会商', { on: /提请会商/, form: { organs, start: '', urgent: 'normal', reason: '需要共同研判资金去向' } });
    await killed();
    await secretary().taps('征询时间', { on: /拟会商[^]*可到 3\/3/ });
    await killed();
    for (const who of liaisons) {
      const poll = await on(who).sees(/会商时间征询/);
      const ticks = partsOf(poll.content).flatMap(({ name }) => (name?.startsWith('at_') ? [[name, true] as const] : []));
      await on(who).taps('提交', { on: /会商时间征询/, form: Object.fromEntries(ticks) });
    }
    await killed();
    await secretary().taps('发起', { on: /拟会商[^]*3\/3 已答|拟会商[^]*可到 3\/3/ });
    await killed();
    expect((await meeting()).state).toBe('c.notified');
  }, 240_000);

  it('is set up, with the process killed while it makes the event and while it sends the invitations', async () => {
    for (const step of ['board', 'notice']) {
      await until(async () => (await meeting()).done.includes(step));
      await killed();
    }
    await stand.settled();
    const { done, no } = await meeting();
    expect(done).toEqual(['group', 'members', 'board', 'event', 'notice', 'invite']);
    expect((await stand.client.chats(stand.person('ggzy-secretary'))).filter((chat) => chat.name === `会商 ${no}`)).toHaveLength(1);
    for (const who of liaisons) expect((await stand.client.calendar(stand.person(who))).filter((event) => !event.cancelled), who).toHaveLength(1);
  }, 240_000);

  it('is answered, held and written down', async () => {
    for (const who of liaisons) await on(who).taps('参加', { on: /会商通知/ });
    await killed();
    await stand.settled();
    await stand.client.advance({ to: new Date(Date.parse((await meeting()).start) + 60_000).toISOString() });
    const { no } = await meeting();
    await fills(secretary(), { button: '开始', on: no }, { button: '开始', on: /到会/, form: { organs } });
    await killed();
    await fills(secretary(), { button: '记一条议定', on: /会商进行中/ }, { button: '记一条议定', on: /项议定/, form: { kind: 'other', what: '提供资金往来资料', organ: 'ZJJ', dueDate: '2026-12-25 +0800' } });
    await secretary().taps('结束', { on: /会商进行中/ });
    await killed();
    for (const who of liaisons) await on(who).taps('确认', { on: /请确认会商纪要/ });
    await killed();
    expect((await meeting()).state).toBe('c.confirmed');
  }, 240_000);

  it('ends after its last task; everything was made once and nothing is lost', async () => {
    await stand.settled();
    expect((await stand.client.tasks(stand.person('zjj-liaison'))).map((task) => task.done)).toEqual([false]);
    await on('zjj-liaison').taps('办结', { on: /会商任务/ });
    await killed();
    await stand.settled();
    const { state, acts, audit, no, chat } = await meeting();
    expect(state).toBe('c.done');
    expect(brokenAt(audit)).toBeUndefined();
    for (const [act, count] of Object.entries({ open: 1, poll: 1, times: 3, call: 1, arranged: 6, reply: 3, start: 1, resolve: 1, finish: 1, confirm: 3, tasked: 1, done: 1 })) expect(times(acts, act), act).toBe(count);
    expect((await stand.client.tasks(stand.person('zjj-liaison'))).map((task) => task.done)).toEqual([true]);
    expect((await stand.client.chats(stand.person('ggzy-secretary'))).find((one) => one.id === chat)?.dissolved).toBe(true);
    expect(await resent(stand)).toEqual([]);
    for (const who of ['ggzy-secretary', ...liaisons]) expect(await twice(stand, stand.person(who)), who).toEqual([]);
    for (const who of liaisons) {
      const cards = (await stand.client.messages(stand.person(who), { limit: 500 })).filter((message) => message.from.bot && message.type === 'interactive' && wordsOf(message.content).includes(no));
      expect(cards.filter((card) => glance(card.content).buttons.includes('参加')), who).toEqual([]);
    }
  }, 240_000);
});
