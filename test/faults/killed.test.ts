import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../src/domain/document.ts';
import { brokenAt } from '../../src/domain/audit.ts';
import type { Child } from '../../scripts/child.ts';
import { wordsOf } from '../../sandbox/script/card-words.ts';
import { bring, resent, twice } from './crowd.ts';
import { buildStand, type Stand } from './stand.ts';

let stand: Stand;
let bot: Child;

beforeAll(async () => {
  stand = await buildStand('killed');
  bot = await stand.startBot();
}, 60_000);
afterAll(() => stand?.stop(), 60_000);

/** What must hold after any weather: each matter at its stage once, in the database and in every chat. Answers how many matters were looked at. */
async function holding(numbers: readonly string[]): Promise<number> {
  await stand.settled();
  expect(new Set(numbers).size).toBe(numbers.length);
  const matters = await stand.database.collection('matters').find({ no: { $in: [...numbers] } }).toArray();
  expect(matters.map((matter) => matter['state'])).toEqual(numbers.map(() => 'forwarded'));
  for (const matter of matters) {
    const acts = (matter['audit'] as AuditEntry[]).map((entry) => entry.act);
    for (const act of ['draft', 'register', 'claim', 'send']) expect(acts.filter((one) => one === act), `${act} of ${matter['no']}`).toHaveLength(1);
    expect(brokenAt(matter['audit'] as AuditEntry[])).toBeUndefined();
  }
  const forwards = await stand.database.collection('forwards').find({ matter: { $in: matters.map((matter) => matter._id) } }).toArray();
  expect(forwards).toHaveLength(numbers.length);
  const letters = forwards.map((forward) => (forward['data'] as { docNo: string }).docNo);
  expect(new Set(letters).size).toBe(numbers.length);
  for (const who of ['zjj-liaison', 'zjj-backup']) {
    const messages = (await stand.client.messages(stand.person(who), { limit: 500 })).filter((message) => message.from.bot);
    for (const no of numbers) {
      expect(messages.filter((message) => message.type === 'interactive' && wordsOf(message.content).includes('转办单') && JSON.stringify(message.content).includes(no)), `${who} ${no}`).toHaveLength(1);
    }
    for (const letter of letters) expect(messages.filter((message) => message.type === 'file' && JSON.stringify(message.content).includes(letter)), `${who} ${letter}`).toHaveLength(1);
  }
  const duty = (await stand.client.messages(stand.person('ggzy-clerk2'), { limit: 500 })).filter((message) => message.type === 'interactive').map((message) => wordsOf(message.content));
  for (const no of numbers) expect(duty.filter((words) => words.includes(`来件　${no}`)), `duty group ${no}`).toHaveLength(1);
  for (const who of ['ggzy-clerk1', 'ggzy-clerk2', 'zjj-liaison', 'zjj-backup']) expect(await twice(stand, stand.person(who)), who).toEqual([]);
  expect(await resent(stand)).toEqual([]);
  return matters.length;
}

describe('a bot that is killed', () => {
  it('while ten matters are registered and sent: whatever was acknowledged appears once, after the restart', async () => {
    const reporters = ['fgw-officer1', 'fgw-officer2', 'fgw-officer3', 'gxj-officer1', 'gxj-officer2', 'gxj-officer3', 'czj-officer1', 'czj-officer2', 'czj-officer3', 'swj-officer1'];
    const stories = Promise.all(reporters.map((reporter, index) => bring(stand, stand.person(reporter), `第${'一二三四五六七八九十'[index]}小学教学楼`)));
    let over = false;
    void stories.finally(() => {
      over = true;
    }).catch(() => undefined);
    for (const moment of [350, 900, 1_700, 250, 1_300]) {
      await wait(moment);
      await stand.kill(bot);
      bot = await stand.startBot();
      // What the platform had pushed and nobody acknowledged comes again after fifteen seconds of its own time.
      await stand.client.advance({ minutes: 1 });
      if (over) break;
    }
    expect(await holding(await stories)).toBe(10);
  }, 180_000);

  it('and Redis emptied in the middle of three matters: nothing is lost and nothing comes twice', async () => {
    const redis = new Redis(stand.redis);
    const stories = Promise.all(['nmj-officer1', 'nmj-officer2', 'nmj-officer3'].map((reporter, index) => bring(stand, stand.person(reporter), `第${'一二三'[index]}中学教学楼`)));
    for (let count = 0; count < 6; count += 1) {
      await wait(300);
      await redis.flushall();
    }
    expect(await holding(await stories)).toBe(3);
    redis.disconnect();
  }, 150_000);

  it('beside a second one that does everything, and then replaced by one for the web and one for the work: each act and message once', async () => {
    const second = await stand.startBot();
    expect(await holding(await Promise.all(['wjw-officer1', 'wjw-officer2', 'wjw-officer3'].map((reporter, index) => bring(stand, stand.person(reporter), `第${'一二三'[index]}大学教学楼`))))).toBe(3);
    await bot.stop();
    await second.stop();
    const apart = [await stand.startBot('web'), await stand.startBot('worker')];
    expect(await holding(await Promise.all(['gzw-officer1', 'gzw-officer2'].map((reporter, index) => bring(stand, stand.person(reporter), `第${'一二'[index]}幼儿园教学楼`))))).toBe(2);
    for (const each of apart) await each.stop();
    bot = await stand.startBot();
  }, 180_000);

  it('by a database that drops the connection again and again: the story ends all the same', async () => {
    const admin = stand.database.client.db('admin');
    await admin.command({ configureFailPoint: 'failCommand', mode: { activationProbability: 0.1 }, data: { failCommands: ['find', 'update', 'insert', 'findAndModify'], closeConnection: true, appName: 'killed' } });
    try {
      const numbers = await Promise.all(['lcj-officer1', 'lcj-officer2'].map((reporter, index) => bring(stand, stand.person(reporter), `第${'一二'[index]}技校教学楼`)));
      await admin.command({ configureFailPoint: 'failCommand', mode: 'off' });
      expect(await holding(numbers)).toBe(2);
    } finally {
      await admin.command({ configureFailPoint: 'failCommand', mode: 'off' });
    }
  }, 150_000);
});
