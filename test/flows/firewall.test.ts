import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inboxJob } from '../../jobs/index.ts';
import type { Deps, PlatformPort, Received } from '../../jobs/define.ts';
import type { Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { signedDoor, type Door } from './signed-door.ts';
import { forwarded, fromBot, passes, quiet, saidIn, stageFor } from './stage.ts';
import { waysIn, waysOut, wordsIn } from './channels.ts';

const project = '青格勒学校综合楼';
/** What no more exists than the matter does for those who may not know of it. */
const nobody = { no: 'XS-20261123-9999', id: 'm00000000000000000000', project: '红岭学校综合楼' };
/** Channels that are not compared, each with why nothing of a matter can come by it. */
const exempt: readonly { channels: RegExp; because: string }[] = [
  { channels: /^ask basis /, because: 'asks the law and the competence table, which name no matter' },
  { channels: /^ask continue /, because: 'brings the asker\'s own draft, of which he is the reporter' },
  { channels: /^ask preserve /, because: 'keeps the message that he himself replied to; the matters offered are those that wait for him' },
  { channels: /^ask (reminders|setReminders) /, because: 'shows and keeps his own hours and size of type' },
  { channels: /^ask delegate |^act delegation\.|^show .* of delegation$/, because: 'is about his own leave and his colleague\'s; what is lent is asked of each document by its own rule' },
  { channels: /^ask (organ|organFile) |^act organ\.|^show .* of organ$/, because: 'is the book of people and names, in which no matter stands' },
  { channels: /^ask handover |^act handover\.|^show .* of handover$/, because: 'lists what a leaver held, each kept from whom its document is hidden (test/domain/handover.test.ts)' },
];
/** Somebody whom the words report, and somebody of an organ that they report. */
const shutOut = ['zjj-liaison', 'slj-liaison'];

describe('the reported find what a stranger finds of nothing', () => {
  const { stage, on } = stageFor('firewall');
  let door: Door;
  let matter: Document<Matter>;
  let parts: Document[] = [];

  beforeAll(async () => {
    door = await signedDoor(stage());
    const teller = on('ggzy-staff1');
    await teller.says(`昨天接了个电话，说市本级“${project}”施工标，岚戈建设、沄朔市政两家的标书是同一个人做的，市住建局王磊提前给他们看了材料。我们向市水利局反映了两次，他们都不管。来电人不愿留名字。`);
    await teller.sees(project);
    await teller.taps('确认登记', { on: /青格勒/ });
    await quiet(stage());
    matter = (await stage().app.store.search({ text: project, kind: 'matter', limit: 1 }))[0] as Document<Matter>;
    await forwarded(stage(), on('ggzy-clerk1'), { matter, organs: ['ZJJ'] });
    await on('zjj-backup').taps('签收', { on: '举报件转办单' });
    await quiet(stage());
    const convene = { kind: 'matter', id: matter.id, act: 'convene', by: { role: 'person', id: stage().person('ggzy-clerk1').id, ref: '', reporter: false }, input: { organs: ['ZJJ', 'SLJ', 'FGW'] }, cause: 'convene' } as const;
    await stage().app.handle(convene);
    await quiet(stage());
    await passes(stage(), '2026-12-18T10:00:00+08:00');
    parts = (await stage().app.store.ofMatter(matter.id)).filter((doc) => doc.kind !== 'matter');
    matter = (await stage().app.store.load('matter', matter.id)) as Document<Matter>;
  }, 120_000);

  afterAll(async () => door?.close());

  it('the story reached its department, and the reported are known by name and by organ', () => {
    expect(matter.data.reportedPeople).toContainEqual({ name: '王磊', of: 'ZJJ', is: 'yes' });
    expect(matter.data.reported).toContain('SLJ');
    expect(parts.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['forward', 'referral']));
  });

  it.each(shutOut)('%s got no message, group, event or task of it in a whole month of reminders', async (who) => {
    const { client } = stage();
    const person = stage().person(who);
    const heard = (await fromBot(stage(), person)).map(saidIn).join('\n');
    for (const trace of [matter.no, project, ...parts.map(({ no }) => no).filter(Boolean), '未找到']) expect(heard).not.toContain(trace);
    expect((await client.chats(person.id)).filter((chat) => chat.mode === 'group' && chat.name.includes('会商'))).toEqual([]);
  });

  it('every channel that is left out is one, and has its reason', () => {
    const names = allChannels('slj-liaison').map(([name]) => name);
    for (const { channels, because } of exempt) expect([names.some((name) => channels.test(name)), because.split(' ').length > 5], because).toEqual([true, true]);
  });

  it.each(shutOut)('%s: words said to the bot are answered as for what does not exist', async (who) => {
    const differing: string[] = [];
    for (const words of wordsIn) {
      const told = await said(who, words.replace('〇', matter.no));
      const otherwise = await said(who, words.replace('〇', nobody.no));
      if (bare(told) !== bare(otherwise)) differing.push(`${words}\n  ${bare(told).slice(0, 300)}\n  ${bare(otherwise).slice(0, 300)}`);
    }
    expect(differing).toEqual([]);
  }, 240_000);

  it.each(shutOut)('%s: every question, signed tap for a card and signed tap for an act is answered as for what does not exist', async (who) => {
    const differing: string[] = [];
    for (const [channel, ask] of channelsOf(who)) {
      const told = await ask({ no: matter.no, project, of: (kind) => (kind === 'matter' ? matter : parts.find((part) => part.kind === kind))?.id ?? `${matter.id}-${kind[0]}-x` });
      const otherwise = await ask({ ...nobody, of: (kind) => (kind === 'matter' ? nobody.id : `${nobody.id}-${kind[0]}-zjj`) });
      if (bare(told) !== bare(otherwise)) differing.push(`${channel}\n  ${bare(told).slice(0, 300)}\n  ${bare(otherwise).slice(0, 300)}`);
    }
    expect(differing).toEqual([]);
  }, 240_000);

  it('and none of it left a line on any trail', async () => {
    const ids = shutOut.map((who) => stage().person(who).id);
    for (const doc of await stage().app.store.ofMatter(matter.id)) expect(doc.audit.filter(({ by }) => 'id' in by && ids.includes(by.id))).toEqual([]);
  });

  it('a stranger who is not reported is told of a part by the same list of calls: the list knows them all', () => {
    expect(Object.keys(waysOut).sort()).toEqual(Object.keys(stage().app.deps.platform).sort());
    expect(waysIn.acts.length).toBeGreaterThan(60);
    expect(waysIn.cards.length).toBeGreaterThan(25);
  });

  type Wanted = { no: string; project: string; of: (kind: string) => string };
  type Channel = readonly [name: string, ask: (wanted: Wanted) => Promise<unknown>];

  function channelsOf(who: string): Channel[] {
    return allChannels(who).filter(([name]) => !exempt.some(({ channels }) => channels.test(name)));
  }

  function allChannels(who: string): Channel[] {
    const openId = stage().person(who).id;
    return [
      ...wordsIn.flatMap((words): Channel[] => [
        [`words ${words} by project`, (wanted) => answers(openId, { what: 'message', type: 'text', content: JSON.stringify({ text: words.replace('〇', wanted.project) }) })],
      ]),
      ...waysIn.asks.flatMap((ask) => ['no', 'open', 'paper', 'part'].map((form): Channel => [`ask ${ask} ${form}`, (wanted) => answers(openId, { what: 'menu', type: ask, content: argument(form, wanted) })])),
      ...waysIn.cards.flatMap((card) => Object.keys(flows).map((kind): Channel => [`show ${card} of ${kind}`, (wanted) => tapped(openId, { do: 'show', kind, id: wanted.of(kind), card, face: '' })])),
      ...waysIn.acts.map(({ kind, act }): Channel => [`act ${kind}.${act}`, (wanted) => tapped(openId, { do: 'act', kind, id: wanted.of(kind), act, card: kind === 'matter' ? 'progress' : kind })]),
    ];
  }

  function argument(form: string, { no, of }: Wanted): string {
    const forms: Record<string, string> = { no, id: of('matter'), open: `matter|${of('matter')}|progress|`, paper: `${of('forward')}|forward-letter|forward`, part: `forward|${of('forward')}|forward|` };
    return forms[form] ?? '';
  }

  // What the bot would send to anybody while it answers one message.
  async function answers(openId: string, given: Pick<Received, 'what' | 'type' | 'content'>): Promise<unknown> {
    const sent: unknown[] = [];
    const platform = new Proxy(stage().app.deps.platform, {
      // Written down and not sent on: thousands of answers would only say the same to the sandbox.
      get: (_target, name: keyof PlatformPort) => async (...args: never[]) => {
        if (waysOut[name] === 'nobody') return [];
        sent.push([name, ...args.slice(0, 2)]);
        return { message: `om_sent_${count}`, chat: 'oc_sent' };
      },
    });
    const deps: Deps = { ...stage().app.deps, platform };
    await inboxJob.run({ id: `fw-${counter()}`, openId, chat: '', chatType: 'p2p', mentioned: true, parent: '', at: deps.now().toISOString(), ...given }, deps);
    return sent;
  }

  async function tapped(openId: string, value: Record<string, unknown>): Promise<unknown> {
    return door.taps({ openId, value, event: `fw-${counter()}` });
  }

  // Said in the sandbox, to the bot that runs: what it then sent, without what is different at each sending.
  async function said(who: string, words: string): Promise<unknown> {
    const person = stage().person(who);
    const before = new Set((await fromBot(stage(), person)).map(({ id }) => id));
    await on(who).says(words);
    await quiet(stage());
    return (await fromBot(stage(), person)).filter(({ id }) => !before.has(id)).map(saidIn);
  }

  let count = 0;
  const counter = (): number => (count += 1);

  function bare(answer: unknown): string {
    const words = [matter.no, matter.id, project, nobody.no, nobody.id, nobody.project];
    return words.reduce((text, word) => text.replaceAll(word, '…'), JSON.stringify(answer)).replace(/…-[a-z]-[a-z0-9-]+/g, '…');
  }
});
