import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Document, Kind } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { caseOf, namesLater, playedCase, project, seenBy, transfer } from './firewall-story.ts';
import { recordedAnswers } from './recorded-answers.ts';
import { signedDoor, tokenOf, type Door } from './signed-door.ts';
import { fromBot, passes, quiet, saidIn, stageFor } from './stage.ts';
import { waysIn, waysOut, wordsIn } from './channels.ts';

/** What no more exists than the matter does for those who may not know of it. */
const nobody = { no: 'XS-20261123-9999', id: 'm9', project: '红岭学校综合楼' };
/** Channels that are not compared, each with why nothing of a matter can come by it. */
const exempt: readonly { channels: RegExp; because: string }[] = [
  { channels: /^ask basis /, because: 'asks the law and the competence table, which name no matter' },
  { channels: /^ask continue /, because: 'brings the asker\'s own draft, of which he is the reporter' },
  { channels: /^(ask|press) delegate|^act delegation\.|^show .* of delegation$/, because: 'is about his own leave and his colleague\'s; what is lent is asked of each document by its own rule' },
  { channels: /^(ask|press) organ|^act organ\.|^show .* of organ$/, because: 'is the book of people and names, in which no matter stands' },
  { channels: /^ask handover |^act handover\.|^show .* of handover$/, because: 'lists what a leaver held, each kept from whom its document is hidden (test/domain/handover.test.ts)' },
  { channels: /^act (campaign|complaint)\.|^show .* of (campaign|complaint)$/, because: 'is of a kind of which this case has no document, and nothing can be compared with nothing' },
];
/** Somebody whom the words report, somebody of an organ that they report, and somebody whom the reporter named when he had long been invited. */
const shutOut = ['zjj-liaison', 'slj-liaison', 'fgw-liaison'];
/** Somebody like them whom the case does not concern. */
const stranger = 'jtj-liaison';
const mark = 'fw-';
/** How many channels are tried at once. */
const atOnce = 12;
const recorder = recordedAnswers(mark);

describe('the reported find what a stranger finds of nothing', () => {
  const { stage } = stageFor('firewall', { transport: 'webhook', given: { inboxJob: recorder.job } });
  let door: Door;
  let matter: Document<Matter>;
  let parts: readonly Document[] = [];
  const idOf = (who: string): string => stage().person(who).id;

  beforeAll(async () => {
    await stage().client.act('console', { app: stage().env['FEISHU_APP_ID'], webhookUrl: `${stage().bot}/feishu/events` });
    door = signedDoor(stage(), mark);
    await playedCase(stage());
    ({ matter, parts } = await caseOf(stage()));
  }, 120_000);

  it('the story reached every kind of document, and the reported are known by name and by organ', () => {
    expect(matter.data.reportedPeople).toContainEqual({ name: '王磊', of: 'ZJJ', is: 'yes' });
    expect(matter.data.reported).toContain('SLJ');
    expect(new Set(parts.map(({ kind }) => kind))).toEqual(new Set(['forward', 'referral', 'transfer', 'meeting', 'joint']));
  });

  it('whoever is named late has group, event and task of it, and a moment later none of them; his cards are what is shown of nothing', async () => {
    const { client } = stage();
    const who = stage().person('fgw-liaison');
    const { meeting } = await caseOf(stage());
    const before = await seenBy(stage(), who.id);
    for (const had of [`会商 ${meeting.no}`, meeting.data.resolutions[0]?.task ?? '', meeting.data.event]) expect(before).toContain(had || '?');
    const live = (await stage().app.store.cards.with(who.id)).map(({ message }) => message);
    await namesLater(stage(), 'fgw-liaison');
    await quiet(stage());
    expect([(await client.chats(who.id)).filter((chat) => chat.mode === 'group'), await client.calendar(who.id), await client.tasks(who.id)]).toEqual([[], [], []]);
    const shown = (await fromBot(stage(), who)).filter(({ id }) => live.includes(id)).map(saidIn);
    expect([shown.length > 0, [...new Set(shown)]]).toEqual([true, [expect.stringMatching(/^未找到/)]]);
    matter = (await caseOf(stage())).matter;
  });

  it('a month of reminders brings none of them a message, a group, an event, a task or another look of an old card', async () => {
    const heard = async (): Promise<string[]> => Promise.all(shutOut.map((who) => seenBy(stage(), idOf(who))));
    const before = await heard();
    await passes(stage(), '2026-12-21T10:00:00+08:00');
    expect(await heard()).toEqual(before);
    for (const words of before.slice(0, 2)) for (const trace of traces()) expect(words).not.toContain(trace);
    parts = (await caseOf(stage())).parts;
  });

  it('every channel that is left out is one, and has its reason', () => {
    const names = allChannels(stranger).map(([name]) => name);
    for (const { channels, because } of exempt) expect([names.some((name) => channels.test(name)), because.split(' ').length > 5], because).toEqual([true, true]);
  });

  it('every question, signed tap for a card and signed tap for an act is answered as to a stranger who asks for nothing', async () => {
    const kindIs = new Map<string, string>([matter, ...parts].map(({ kind, id }) => [kind, id]));
    const told = { no: matter.no, project, of: (kind: string) => kindIs.get(kind) ?? '' };
    const nothing = await answersTo(stranger, (name) => !name.startsWith('words'), { ...nobody, of: (kind) => (kind === 'matter' ? nobody.id : `${nobody.id}-${kind[0]}-zjj`) });
    for (const who of shutOut) expect(differing(nothing, await answersTo(who, (name) => nothing.has(name), told)), who).toEqual([]);
  }, 120_000);

  it('words said in the chat are answered as for what does not exist, whoever of them says them', async () => {
    const said = async (who: string, no: string): Promise<string[]> => {
      const real = signedDoor(stage(), `said-${who}-${no}-`);
      const heard = () => fromBot(stage(), stage().person(who));
      const before = (await heard()).length;
      for (const words of wordsIn.slice(0, 3)) await real.says(idOf(who), words.replace('〇', no));
      for (const end = Date.now() + 10_000; (await heard()).length < before + 3 && Date.now() < end; ) await wait(50);
      return (await heard()).slice(before).map((message) => bare(saidIn(message)));
    };
    await Promise.all(shutOut.map(async (who) => {
      const told = await said(who, matter.no);
      expect([told.length, told]).toEqual([3, await said(who, nobody.no)]);
    }));
  });

  it('and so is every other word, by number and by project', async () => {
    await Promise.all(shutOut.map(async (who) => {
      for (const [name, ask] of allChannels(who).filter(([channel]) => channel.startsWith('words'))) {
        const told = bare(await ask({ no: matter.no, project, of: () => '' }));
        expect(told, name).toBe(bare(await ask({ ...nobody, of: () => '' })));
      }
    }));
  }, 60_000);

  it('every address answers a used, an invented and a borrowed link of the case as one of nothing', async () => {
    // The first link of the transfer was used; no letter ever had the others.
    const tokens = [tokenOf(stage(), transfer, 1), tokenOf(stage(), transfer, 9), tokenOf(stage(), `${nobody.id}-t`, 1), matter.no, 'x'];
    const withLink = stage().app.http.routes.filter((route) => route.includes(':token'));
    expect(withLink.length).toBeGreaterThanOrEqual(4);
    for (const route of withLink) {
      const [method = '', path = ''] = route.split(' ');
      const answers = await Promise.all(tokens.map(async (token) => {
        const answer = await fetch(`${stage().bot}${path.replace(':token', token)}`, { method });
        return `${answer.status} ${await answer.text()}`;
      }));
      expect([...new Set(answers)], route).toEqual([expect.stringMatching(/^410 /)]);
    }
  });

  it('the only other addresses are the platform\'s door and the machine room', () =>
    expect(stage().app.http.routes.filter((route) => !route.includes(':token'))).toEqual(['GET /healthz', 'GET /metrics', 'GET /readyz', 'POST /feishu/events']));

  it('and none of it left a line on any trail', async () => {
    const ids = shutOut.map(idOf);
    for (const doc of await stage().app.store.ofMatter(matter.id)) expect(doc.audit.filter(({ by, at }) => 'id' in by && ids.includes(by.id) && at > '2026-12')).toEqual([]);
  });

  it('nothing takes longer for being kept from somebody', async () => {
    for (const value of [{ do: 'show', card: 'progress' }, { do: 'act', act: 'claim', card: 'progress' }]) {
      const times: [number[], number[]] = [[], []];
      for (let round = 0; round < 40; round += 1) {
        for (const [at, id] of [matter.id, nobody.id].entries()) {
          const began = performance.now();
          await door.taps(idOf('zjj-liaison'), { ...value, kind: 'matter', id });
          times[at]?.push(performance.now() - began);
        }
      }
      const [told = 0, otherwise = 0] = times.map(median);
      expect(told / otherwise, JSON.stringify(value)).toBeLessThan(2);
    }
  }, 60_000);

  it('the list of calls to the platform is whole, and so are those of acts and cards', () => {
    expect(Object.keys(waysOut).sort()).toEqual(Object.keys(stage().app.deps.platform).sort());
    expect(waysIn.acts.length).toBeGreaterThan(60);
    expect(waysIn.cards.length).toBeGreaterThan(25);
  });

  type Wanted = { no: string; project: string; of: (kind: string) => string };
  type Channel = readonly [name: string, ask: (wanted: Wanted) => Promise<unknown>];

  const traces = (): string[] => [matter.no, project, ...parts.map(({ no }) => no).filter(Boolean)];

  function allChannels(who: string): Channel[] {
    const openId = idOf(who);
    const kinds = Object.keys(flows) as Kind[];
    return [
      ...wordsIn.flatMap((words): Channel[] => (['no', 'project'] as const).map((by) => [`words ${words} by ${by}`, (wanted) => door.says(openId, words.replace('〇', wanted[by])).then(recorder.answerTo)])),
      ...waysIn.asks.flatMap((ask) => ['no', 'open', 'paper', 'part'].map((form): Channel => [`ask ${ask} ${form}`, (wanted) => door.asks(openId, ask, argument(form, wanted)).then(recorder.answerTo)])),
      ...waysIn.asks.map((ask): Channel => [`press ${ask}`, () => door.presses(openId, ask).then(recorder.answerTo)]),
      ...waysIn.cards.flatMap((card) => kinds.map((kind): Channel => [`show ${card} of ${kind}`, (wanted) => door.taps(openId, { do: 'show', kind, id: wanted.of(kind), card, face: '' })])),
      ...waysIn.acts.map(({ kind, act }): Channel => [`act ${kind}.${act}`, (wanted) => door.taps(openId, { do: 'act', kind, id: wanted.of(kind), act, card: kind === 'matter' ? 'progress' : kind })]),
    ];
  }

  function argument(form: string, { no, of }: Wanted): string {
    const forms: Record<string, string> = { no, open: `matter|${of('matter')}|progress|`, paper: `${of('forward')}|forward-letter|forward`, part: `forward|${of('forward')}|forward|` };
    return forms[form] ?? '';
  }

  /** What somebody is answered by each channel that is compared, as many at once as the bot answers at once. */
  async function answersTo(who: string, wanted: (channel: string) => boolean, about: Wanted): Promise<Map<string, string>> {
    const channels = allChannels(who).filter(([name]) => wanted(name) && !exempt.some((each) => each.channels.test(name)));
    const answers = new Map<string, string>();
    await Promise.all(Array.from({ length: atOnce }, async () => {
      for (let next = channels.shift(); next; next = channels.shift()) answers.set(next[0], bare(await next[1](about)));
    }));
    return answers;
  }

  function bare(answer: unknown): string {
    const words = [matter.no, project, nobody.no, nobody.project, ...[...shutOut, stranger].map(idOf)];
    return words.reduce((text, word) => text.replaceAll(word, '…'), JSON.stringify(answer)).replace(/\bm[19](-[a-z]-[a-z0-9-]+)?(?=[|"])/g, '…');
  }
});

// The channels whose answers are not the same, each with the beginning of both.
function differing(some: ReadonlyMap<string, string>, others: ReadonlyMap<string, string>): string[] {
  return [...some].filter(([name, answer]) => others.get(name) !== answer).map(([name, answer]) => `${name}\n  ${answer.slice(0, 300)}\n  ${others.get(name)?.slice(0, 300)}`);
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
