import { beforeAll, describe, expect, it } from 'vitest';
import { inboxJob } from '../../jobs/index.ts';
import type { Deps, PlatformPort, Received } from '../../jobs/define.ts';
import type { Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { createTaps } from '../../src/http/taps.ts';
import { forwarded, fromBot, passes, quiet, saidIn, stageFor } from './stage.ts';
import { waysIn, waysOut, wordsIn } from './channels.ts';

const project = '青格勒学校综合楼';
/** What no more exists than the matter does for those who may not know of it. */
const nobody = { no: 'XS-20261123-9999', id: 'm00000000000000000000', project: '红岭学校综合楼' };
/** Somebody whom the words report, and people of an organ that they report. */
/** What asks for no matter: the law, the asker's own leave, draft and settings, the books of people. */
const aboutHimself = /^ask (basis|delegate|continue|reminders|setReminders|organ|organFile|handover|preserve) |^act (delegation|organ|handover)\.|^show .* of (delegation|organ|handover)$/;
const shutOut = ['zjj-liaison', 'slj-liaison'];

describe('the reported find what a stranger finds of nothing', () => {
  const { stage, on } = stageFor('firewall');
  let matter: Document<Matter>;
  let parts: Document[] = [];

  beforeAll(async () => {
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

  it.each(shutOut)('%s: every word, question, card and act is answered as for what does not exist', async (who) => {
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
    const openId = stage().person(who).id;
    return [
      ...wordsIn.flatMap((words): Channel[] => [
        [`words ${words}`, (wanted) => answers(openId, { what: 'message', type: 'text', content: JSON.stringify({ text: words.replace('〇', wanted.no) }) })],
        [`words ${words} by project`, (wanted) => answers(openId, { what: 'message', type: 'text', content: JSON.stringify({ text: words.replace('〇', wanted.project) }) })],
      ]),
      ...waysIn.asks.flatMap((ask) => ['no', 'open', 'paper', 'part'].map((form): Channel => [`ask ${ask} ${form}`, (wanted) => answers(openId, { what: 'menu', type: ask, content: argument(form, wanted) })])),
      ...waysIn.cards.flatMap((card) => Object.keys(flows).map((kind): Channel => [`show ${card} of ${kind}`, (wanted) => tapped(openId, { do: 'show', kind, id: wanted.of(kind), card, face: '' })])),
      ...waysIn.acts.map(({ kind, act }): Channel => [`act ${kind}.${act}`, (wanted) => tapped(openId, { do: 'act', kind, id: wanted.of(kind), act, card: kind === 'matter' ? 'progress' : kind })]),
    ].filter(([name]) => !aboutHimself.test(name));
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
    const { app } = stage();
    const taps = createTaps({ ...app.deps, store: app.store, flows, nudge: () => undefined, warn: () => undefined });
    return taps({ eventId: `fw-${counter()}`, openId, message: `om_fw_${count}`, chat: '', value, form: {}, option: '', submitted: false });
  }

  let count = 0;
  const counter = (): number => (count += 1);

  function bare(answer: unknown): string {
    const words = [matter.no, matter.id, project, nobody.no, nobody.id, nobody.project];
    return words.reduce((text, word) => text.replaceAll(word, '…'), JSON.stringify(answer)).replace(/…-[a-z]-[a-z0-9-]+/g, '…');
  }
});
