import * as lark from '@larksuiteoapi/node-sdk';
import { afterEach, describe, expect, it } from 'vitest';
import type { CityWish } from '../../sandbox/api/city.ts';
import { createSandboxClient, type SandboxClient } from '../../sandbox/client.ts';
import { greeting, settleNewcomer } from '../../sandbox/newcomer.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';
import { app as keys } from './city.ts';

const sandboxes: Sandbox[] = [];
afterEach(async () => {
  for (const sandbox of sandboxes.splice(0)) await sandbox.stop();
});

async function open(): Promise<SandboxClient> {
  const sandbox = await createSandbox({ port: 0 });
  sandboxes.push(sandbox);
  return createSandboxClient(sandbox.url);
}
const app = { ...keys, name: '助手', encryptKey: '', verificationToken: 'v', menu: [] };

describe('a city in one call', () => {
  it('has as many organisations and people as asked, every organisation its head, nobody twice', async () => {
    const city = await (await open()).city({ generate: { organisations: 17, people: 300, seed: 1 } });
    expect([city.departments.length, city.people.length]).toEqual([17, 300]);
    expect(new Set(city.people.map((person) => person.name)).size).toBe(300);
    const heads = city.people.filter((person) => person.userId.endsWith('-1'));
    expect(heads.map((head) => head.department)).toEqual(city.departments.map((department) => department.name));
    expect(heads.every((head) => /^(局长|主任|中心主任)$/.test(head.title))).toBe(true);
  });

  it('has Chinese and Mongolian names, the same ones for the same seed', async () => {
    const names = async (seed: number): Promise<string[]> =>
      (await (await open()).city({ generate: { organisations: 5, people: 60, seed } })).people.map((person) => person.name);
    const first = await names(7);
    expect(await names(7)).toEqual(first);
    expect(await names(8)).not.toEqual(first);
    expect(first.filter((name) => [...name].length > 3).length).toBeGreaterThan(2);
    expect(first.filter((name) => /^[王李张刘陈杨赵黄周吴]/.test(name)).length).toBeGreaterThan(1);
  });

  it('refuses numbers that cannot be', async () => {
    const client = await open();
    await expect(client.city({ generate: { organisations: 5, people: 3 } })).rejects.toThrow('people 应为 5 到 5000 的整数');
    await expect(client.city({ generate: {}, heavy: { messages: -1 } } as CityWish)).rejects.toThrow('heavy 应为');
  });

  it('can be full of talk: 50 000 messages in less than ten seconds, and is still read in a moment', async () => {
    const client = await open();
    const started = Date.now();
    const city = await client.city({ generate: {}, apps: [app], heavy: { messages: 50_000, chats: 150 } });
    expect(Date.now() - started).toBeLessThan(10_000);
    const talkative = await Promise.all(city.people.slice(0, 50).map((person) => client.chats(person.id)));
    const sizes = talkative.flat().map((chat) => chat.members.length);
    expect(Math.max(...sizes)).toBeGreaterThan(5);
    const [first] = city.people;
    const before = Date.now();
    const messages = await client.messages(first?.id ?? '', { limit: 50 });
    expect(messages).toHaveLength(50);
    expect(Date.now() - before).toBeLessThan(2000);
    expect((await client.log()).filter((entry) => entry.kind === 'event')).toEqual([]);
  }, 30_000);
});

describe('a sandbox that somebody starts alone', () => {
  it('has an app and people at once, tells the keys, and makes nothing twice', async () => {
    const client = await open();
    const keys = await settleNewcomer(client);
    expect(greeting(client.url, keys)).toContain(`appId: '${keys?.appId}', appSecret: '${keys?.appSecret}', domain: '${client.url}'`);
    const bot = new lark.Client({
      ...keys,
      appId: keys?.appId ?? '',
      appSecret: keys?.appSecret ?? '',
      domain: client.url,
      loggerLevel: lark.LoggerLevel.error,
    });
    expect(await bot.request({ method: 'GET', url: '/open-apis/bot/v3/info' })).toMatchObject({ code: 0, bot: { app_name: '我的机器人' } });
    const before = await client.city();
    expect(await settleNewcomer(client)).toEqual(keys);
    expect((await client.city()).people).toEqual(before.people);
  });
});
