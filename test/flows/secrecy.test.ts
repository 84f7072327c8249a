import { unzipSync } from 'fflate';
import { Redis } from 'ioredis';
import { mongo } from 'mongoose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleCases } from '../../scripts/tour/cases.ts';
import { play } from '../../scripts/tour/play.ts';
import { startStage, type Stage } from '../../scripts/tour/stage.ts';
import { ownParts } from '../parts.ts';
import { quiet } from './stage.ts';

const parts = ownParts('secrecy');
const text = sampleCases['C1']?.text ?? '';
/** Pieces of the report that nobody could have by chance. */
const words = ['青格勒学校综合楼', '岚戈建设', '沄朔市政', '垚砾建工', '标书是同一个人做的', '昨天下午接了个电话'];
const logged: string[] = [];
const write = process.stdout.write.bind(process.stdout);
let stage: Stage;
let reporter: { id: string; name: string };

beforeAll(async () => {
  process.stdout.write = ((chunk: string | Uint8Array, ...rest: never[]) => {
    logged.push(String(chunk));
    return write(chunk, ...rest);
  }) as typeof process.stdout.write;
  stage = await startStage(parts, { env: { LOG_LEVEL: 'debug' } });
  reporter = stage.person('ggzy-staff1');
  await play(stage, text);
  await quiet(stage);
}, 90_000);
afterAll(async () => {
  process.stdout.write = write;
  await stage?.stop();
}, 30_000);

/** The books of organs name all their people alike, whoever reported. */
const books = 'organs';

/** Every byte of every collection but the books, as text. */
async function database(): Promise<Map<string, string>> {
  const client = await new mongo.MongoClient(parts.mongo).connect();
  const dump = new Map<string, string>();
  for (const { name } of await client.db().listCollections().toArray()) {
    if (name === books) continue;
    const rows = await client.db().collection(name).find().toArray();
    dump.set(name, rows.map((row) => `${JSON.stringify(row)}\n${Buffer.from(mongo.BSON.serialize(row)).toString('utf8')}`).join('\n'));
  }
  await client.close();
  return dump;
}

/** Every write that the replica set carried out on this database but on the books, as text. */
async function everyWrite(): Promise<string> {
  const client = await new mongo.MongoClient(parts.mongo).connect();
  const own = new RegExp(`^${client.db().databaseName}\\.(?!${books}$)`);
  const rows = await client.db('local').collection('oplog.rs').find({ $or: [{ ns: own }, { 'o.applyOps.ns': own }] }).toArray();
  await client.close();
  return rows.map((row) => Buffer.from(mongo.BSON.serialize(row)).toString('utf8')).join('\n');
}

async function redisDump(): Promise<string> {
  const redis = new Redis(parts.redis);
  const found: string[] = [];
  for (let cursor = '0'; ;) {
    const [next, keys] = await redis.scan(cursor, 'MATCH', `${parts.prefix}*`, 'COUNT', 500);
    for (const key of keys) found.push(key, String((await redis.callBuffer('DUMP', key)) as Buffer), (await redis.type(key)) === 'hash' ? JSON.stringify(await redis.hgetall(key)) : '');
    cursor = next;
    if (cursor === '0') break;
  }
  redis.disconnect();
  return found.join('\n');
}

describe('after a whole matter', () => {
  it('no collection holds the reporter, by name, open_id or user_id', async () => {
    const dump = await database();
    expect([...dump.keys()]).toEqual(expect.arrayContaining(['matters', 'forwards', 'referrals', 'inbox', 'notes', 'vault', 'cards', 'evidence.files']));
    expect(dump.get('matters')).toMatch(/XS-\d{8}-\d{4}/);
    for (const [name, content] of dump) for (const trace of [reporter.id, reporter.name, 'ggzy-staff1']) expect(content.includes(trace), `${name} holds ${trace}`).toBe(false);
  });

  it('the database never holds the plain words of the report, its project or the names in it', async () => {
    for (const [name, content] of await database()) for (const piece of words) expect(content.includes(piece), `${name} holds ${piece}`).toBe(false);
  });

  it('nor did it at any moment, by the log of all its writes', async () => {
    const log = await everyWrite();
    expect(log).toContain('LEAD_REG');
    for (const piece of [...words, reporter.id, reporter.name]) expect(log.includes(piece), piece).toBe(false);
  });

  it('Redis holds neither the reporter nor the words', async () => {
    const content = await redisDump();
    expect(content).toContain(`${parts.prefix}:effects:meta`);
    for (const piece of [...words, reporter.id, reporter.name]) expect(content.includes(piece), piece).toBe(false);
  });

  it('no log line holds the reporter or the words', async () => {
    const lines = logged.filter((line) => line.startsWith('{')).join('\n');
    expect(lines).toContain('ready');
    for (const piece of [...words, reporter.id, reporter.name]) expect(lines.includes(piece), piece).toBe(false);
  });

  it('nothing that anybody else was sent names the reporter, on cards, in texts or in written documents', async () => {
    const { people } = await stage.client.city();
    let files = 0;
    for (const person of people) {
      if (person.id === reporter.id) continue;
      for (const message of await stage.client.messages(person.id, { limit: 500 })) {
        if (!message.from.bot) continue;
        const content = JSON.stringify(message.content);
        for (const trace of [reporter.id, reporter.name]) expect(content.includes(trace), `${person.name} reads ${content.slice(0, 200)}`).toBe(false);
        const key = (message.content as { file_key?: string }).file_key;
        if (message.type !== 'file' || !key) continue;
        files += 1;
        const inside = await docxText(key);
        for (const trace of [reporter.id, reporter.name]) expect(inside.includes(trace), `${JSON.stringify(message.content)} names the reporter`).toBe(false);
      }
    }
    expect(files).toBeGreaterThan(3);
  });

  it('the group of the duty clerks reads no project and no name', async () => {
    const clerk = stage.person('ggzy-clerk2');
    const groups = (await stage.client.chats(clerk.id)).filter((chat) => chat.mode === 'group');
    expect(groups.length).toBeGreaterThan(0);
    for (const group of groups) {
      const content = JSON.stringify([group.name, await stage.client.messages(clerk.id, { chat: group.id, limit: 100 })]);
      for (const piece of words) expect(content.includes(piece), piece).toBe(false);
    }
  });

  it('lock-screen summaries tell number, act and limit and nothing of the content', async () => {
    const { people } = await stage.client.city();
    for (const person of people) {
      for (const message of await stage.client.messages(person.id, { limit: 500 })) {
        const summary = (message.content as { config?: { summary?: { content?: string } } } | null)?.config?.summary?.content ?? '';
        for (const piece of words) expect(summary.includes(piece), summary).toBe(false);
      }
    }
  });
});

async function docxText(key: string): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(`${stage.client.url}/sandbox/files/${key}`)).arrayBuffer());
  return Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.xml')).map(([, part]) => Buffer.from(part).toString('utf8').replace(/<[^>]+>/g, '')).join('\n');
}
