import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Document, Kind } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { draftOf } from '../../src/domain/matter/drafting/draft.ts';
import { readLead } from '../../src/domain/intake/intake.ts';
import type { Stage } from '../../scripts/tour/stage.ts';
import { quiet } from './stage.ts';
import { tokenOf } from './signed-door.ts';

/** What the matter of the story is about; nobody comes to it by chance. */
export const project = '青格勒学校综合楼';
const id = 'm1';
const forward = 'm1-f-zjj';
const referral = `${forward}-y`;
/** Its transfer, whose first link was used and whose second holds for a fortnight. */
export const transfer = `${referral}-t-p1`;
const meeting = 'm1-c-1';
const officers = ['zjj-officer1', 'zjj-officer2'];

/** Carries out acts of a story by hand, each as soon as the document is there that an act before asked for. */
function hands({ app, person }: Stage): (doc: { kind: Kind; id: string }, act: string, who: string, input?: object) => Promise<void> {
  return async ({ kind, id: doc }, act, who, input = {}) => {
    const by = { role: 'person', id: person(who).id, ref: 'r', reporter: who === 'ggzy-staff1' } as const;
    for (const end = Date.now() + 10_000; act !== 'draft' && !(await app.store.load(kind, doc)) && Date.now() < end; ) await wait(20);
    const outcome = await app.handle({ kind, id: doc, act, by, input, cause: randomUUID() });
    if (!outcome.ok) throw new Error(`${kind}.${act}: ${outcome.refusal.code} ${JSON.stringify(outcome.refusal.with)}`);
  };
}

/** What was told of the case, with somebody and an organ that are reported. */
const words = `昨天接了个电话，说市本级“${project}”施工标，岚戈建设、沄朔市政两家的标书是同一个人做的，市住建局王磊提前给他们看了材料。我们向市水利局反映了两次，他们都不管。来电人不愿留名字。`;

/** A case as it stands after a verification, a transfer whose link was used once, a meeting with a task, joint enforcement and an asked-for identity: something of every kind by which the reported could learn of it. */
export async function playedCase(stage: Stage): Promise<void> {
  const does = hands(stage);
  await stage.app.store.vault.keep(id, { openId: stage.person('ggzy-staff1').id, chat: '' });
  await does({ kind: 'matter', id: id }, 'draft', 'ggzy-staff1', draftOf(readLead(words, { now: stage.app.deps.now() }), words));
  await does({ kind: 'matter', id: id }, 'register', 'ggzy-staff1', { kind: 'report', cityLevel: 'yes', source: 'phone' });
  await does({ kind: 'matter', id: id }, 'claim', 'ggzy-clerk1');
  await does({ kind: 'matter', id: id }, 'send', 'ggzy-clerk1', { organs: ['ZJJ'], days: 15 });
  await does({ kind: 'forward', id: forward }, 'sign', 'zjj-backup');
  await verified(stage);
  await met(stage);
  const start = new Date(stage.app.deps.now().getTime() + 8 * 86_400_000).toISOString();
  await does({ kind: 'matter', id: id }, 'enforce', 'ggzy-clerk1', { trigger: 'inspection', document: '鄂巡〔2026〕3号', file: 'paper', lead: 'ZJJ', members: ['CZJ'], goal: '查清转包并依法处理', firstAt: `${start.slice(0, 10)} 09:30`, dueDate: '2027-01-15' });
  await quiet(stage);
}

async function verified(stage: Stage): Promise<void> {
  const does = hands(stage);
  await does({ kind: 'referral', id: referral }, 'assign', 'zjj-deputy', { people: officers.map((who) => stage.person(who).id) });
  for (const who of officers) await does({ kind: 'referral', id: referral }, 'declare', who, { tied: 'none' });
  await does({ kind: 'referral', id: referral }, 'write', 'zjj-officer1', { conclusion: 'partly', facts: '查明三家投标文件由同一人编制', law: '条例40条', item: 'D3', receiver: 'GAJ', reason: '涉嫌串通投标' });
  for (const who of officers) await does({ kind: 'referral', id: referral }, 'signReport', who);
  await does({ kind: 'referral', id: referral }, 'approve', 'zjj-head', { proposal: 'p1' });
  await does({ kind: 'transfer', id: transfer }, 'deliver', 'zjj-officer1', { have: ['letter', 'report', 'things', 'tests', 'other'] });
  const form = { result: 'supplement', words: '请补充资金往来材料', signer: '赵警官', phone: '' };
  const answer = await fetch(`${stage.bot}/receipt/${tokenOf(stage, transfer, 1)}`, { method: 'POST', body: new URLSearchParams(form) });
  if (answer.status !== 200) throw new Error(`the receipt was answered ${answer.status}`);
  await does({ kind: 'transfer', id: transfer }, 'supplied', 'zjj-officer1', { what: '资金往来材料' });
}

async function met(stage: Stage): Promise<void> {
  const does = hands(stage);
  await does({ kind: 'matter', id: id }, 'convene', 'ggzy-clerk1', { organs: ['ZJJ', 'SLJ', 'FGW'] });
  await does({ kind: 'meeting', id: meeting }, 'call', 'ggzy-clerk1');
  await quiet(stage);
  await does({ kind: 'meeting', id: meeting }, 'start', 'ggzy-clerk1', { organs: ['ZJJ', 'FGW'] });
  await does({ kind: 'meeting', id: meeting }, 'resolve', 'ggzy-clerk1', { kind: 'other', what: '核对招标方案核准情况', organ: 'FGW', dueDate: '2027-01-20' });
  await does({ kind: 'meeting', id: meeting }, 'finish', 'ggzy-clerk1');
  await does({ kind: 'meeting', id: meeting }, 'confirm', 'zjj-backup');
  await does({ kind: 'meeting', id: meeting }, 'confirm', 'fgw-backup');
}

/** The reporter adds that somebody else is meant, who has long been told of the meeting. */
export async function namesLater(stage: Stage, who: string): Promise<void> {
  await hands(stage)({ kind: 'matter', id }, 'add', 'ggzy-staff1', { words: `补充：市发改委${stage.person(who).name}给他们打过招呼。` });
}

/** The case as stored: its matter, and everything else of it. */
export async function caseOf({ app }: Stage): Promise<{ matter: Document<Matter>; parts: readonly Document[]; meeting: Document<Meeting> }> {
  const [matter, ...parts] = (await app.store.ofMatter(id)) as [Document<Matter>, ...Document[]];
  return { matter, parts, meeting: parts.find(({ kind }) => kind === 'meeting') as Document<Meeting> };
}

/** What somebody has of the platform's own: his groups with all that was said there, his calendar, his tasks, everything in his chats. */
export async function seenBy({ client }: Stage, openId: string): Promise<string> {
  const chats = await client.chats(openId);
  const groups = await Promise.all(chats.map(({ id: chat }) => client.messages(openId, { chat, limit: 500 })));
  return JSON.stringify([chats, groups, await client.messages(openId, { limit: 500 }), await client.calendar(openId), await client.tasks(openId)]);
}
