import { basis } from '../../cards/asked/basis.ts';
import { found } from '../../cards/asked/found.ts';
import { help } from '../../cards/asked/help.ts';
import { reminders } from '../../cards/asked/reminders.ts';
import { mine } from '../../cards/asked/mine.ts';
import { snoozable } from '../../cards/kit/snooze.ts';
import { sentenceOf } from '../../cards/kit/texts.ts';
import { todo } from '../../cards/asked/todo.ts';
import { welcome } from '../../cards/asked/welcome.ts';
import { maySee } from '../../src/domain/acting-for.ts';
import { center, holders, type Person } from '../../src/domain/people.ts';
import type { Document, Kind } from '../../src/domain/document.ts';
import { numberOf } from '../../src/domain/duties.ts';
import { flows } from '../../src/domain/flows.ts';
import { readLead } from '../../src/domain/intake/intake.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { answerAgain } from './again.ts';
import { answerCampaigns, answerNewCampaign, maySeeCampaign, showCampaign } from './answer-campaign.ts';
import { answerDelegate } from './answer-delegate.ts';
import { askWithdrawal, expectReply, expectSupplement, reportedBy } from './answer-reporter.ts';
import { answerHandover, answerOrgan, answerOrganFile } from './answer-people.ts';
import { answerWith, sayTo, showTo, uuidOf } from '../say.ts';
import type { Deps, Received } from '../define.ts';
import { asReporter, openDraft } from './drafts.ts';
import { askAccessLog, askIdentity } from '../people/openings.ts';
import { groundNow } from './ground.ts';
import { preserve } from './preserve.ts';
import { deliver } from '../cards/deliver.ts';
import { answerUrgent } from './urgent.ts';
import { waitingFor } from '../cards/waiting.ts';
import { tellSatisfaction } from './satisfaction.ts';
import { paperKey } from '../papers/write-paper.ts';

/** The same for what does not exist and for what the asker may not know to exist. */
const nowhere = '未找到该事项。';

type Asked = { arg: string; received: Received };

const asks: Readonly<Record<string, (asked: Asked, deps: Deps) => Promise<void>>> = {
  greeting: async ({ received }, deps) => showTo(received, welcome({ duties: (await waitingFor(received.openId, deps)).length, phone: deps.settings.dutyPhone }), deps),
  help: async ({ received }, deps) => showTo(received, help({ phone: deps.settings.dutyPhone }), deps),
  report: async ({ received }, deps) => sayTo(received, '请直接说：什么项目、谁、做了什么、您怎么知道的。想到多少说多少，照片文件可以一起发。', deps),
  todo: async ({ received }, deps) => isUnknown(received, deps) ? sayTo(received, notStaff(deps), deps) : showTo(received, todo({ now: deps.now(), calendar: deps.calendar, duties: await waitingFor(received.openId, deps) }), deps),
  mine: async ({ received, arg }, deps) => showTo(received, mine({ matters: await reportedBy(received.openId, deps), angry: arg === 'angry' }), deps),
  progress: search,
  basis: async ({ received, arg }, deps) => showTo(received, basis({ question: arg, reading: readLead(arg, { now: deps.now() }), ground: groundNow(deps) }), deps),
  meetings: async ({ received }, deps) => {
    if (isUnknown(received, deps)) return sayTo(received, notStaff(deps), deps);
    const list = (await waitingFor(received.openId, deps)).filter((duty) => duty.doc.kind === 'meeting');
    return showTo(received, todo({ now: deps.now(), calendar: deps.calendar, duties: list }), deps);
  },
  delegate: (asked, deps) => byStaff(asked, deps, answerDelegate),
  organ: (asked, deps) => byStaff(asked, deps, answerOrgan),
  handover: (asked, deps) => byStaff(asked, deps, answerHandover),
  organFile: (asked, deps) => byStaff(asked, deps, answerOrganFile),
  campaign: (asked, deps) => byStaff(asked, deps, answerCampaigns),
  newCampaign: (asked, deps) => byStaff(asked, deps, answerNewCampaign),
  reminders: async ({ received, arg }, deps) => {
    if (isUnknown(received, deps)) return sayTo(received, notStaff(deps), deps);
    const { heard } = await deps.store.attention.of(deps.store.attention.keyOf(received.openId));
    const [kind = '', id = ''] = arg.split('|');
    const doc = kind in flows ? await deps.store.load(kind as Kind, id) : undefined;
    const seen = doc && (await mayOpen(doc, received.openId, deps)) ? doc : undefined;
    const choices = seen ? snoozable({ doc: seen, viewer: { id: received.openId, reporter: false, group: false }, world: { ...deps, now: deps.now() } }) : [];
    return showTo(received, reminders({ prefs: heard.prefs, ...(seen ? { item: { kind, id, no: numberOf(seen), choices } } : {}) }), deps);
  },
  continue: async ({ received }, deps) => {
    const draft = await openDraft(received.openId, deps);
    return draft ? open(draft, { received, card: 'intake', face: '' }, deps) : sayTo(received, '没有未登记的草稿。请直接说：什么项目、谁、做了什么。', deps);
  },
  discardFiles: async ({ received }, deps) => {
    const draft = await openDraft(received.openId, deps);
    for (const file of draft?.data.files.filter((kept) => !kept.removed) ?? []) {
      await deps.handle({ kind: 'matter', id: draft?.id ?? '', act: 'detach', by: asReporter(received.openId, draft?.id ?? '', deps), input: { file: file.id }, cause: `${received.id}-${file.id}` });
    }
    return sayTo(received, draft ? '附件已全部移出，5 分钟内可在清单里恢复。' : '没有未登记的草稿。', deps);
  },
  preserve: ({ received, arg }, deps) => preserve(received, arg, deps),
  open: async ({ received, arg }, deps) => {
    const [kind = '', id = '', card = '', face = ''] = arg.split('|');
    const doc = kind in flows ? await deps.store.load(kind as Kind, id) : undefined;
    return doc ? open(doc, { received, card, face }, deps) : sayTo(received, nowhere, deps);
  },
  paper: sendPaper,
  files: (asked, deps) => handOut(asked, deps, 'copies'),
  package: (asked, deps) => handOut(asked, deps, 'package'),
  identity: async ({ received, arg }, deps) => askIdentity({ received, no: arg }, deps),
  satisfaction: ({ received, arg }, deps) => byStaff({ received, arg }, deps, tellSatisfaction),
  accessLog: async ({ received }, deps) => askAccessLog(received, deps),
  urgent: answerUrgent,
  anonymous: async ({ received }, deps) => sayTo(received, `这里是保密受理：系统知道您的账号，办理人员看不到。要完全匿名，请寄信，或者打中心值班电话 ${deps.settings.dutyPhone}，不留姓名。要在这里保密报，请直接说。`, deps),
  reply: expectReply,
  supplement: expectSupplement,
  again: answerAgain,
  act: async ({ received, arg }, deps) => {
    if (arg.startsWith('withdraw')) return askWithdrawal({ received, no: arg.split(' ')[1] ?? '' }, deps);
    const waiting = await waitingFor(received.openId, deps);
    const [, no = ''] = arg.split(' ');
    const named = no ? waiting.filter((duty) => duty.no.endsWith(no)) : waiting;
    const only = named.length === 1 ? named[0] : undefined;
    const decides = /^(approve|refuse)\b/.test(arg) && only?.card === 'approval';
    await sayTo(received, decides ? '审批要在卡片上点。待您决定的是这一件：' : '要办理请在卡片上点。等您办理的在下面：', deps);
    return only ? open(only.doc, { received, card: only.card, face: only.face }, deps) : showTo(received, todo({ now: deps.now(), calendar: deps.calendar, duties: named }), deps);
  },
};

/** Every question that the bot answers, by tap or menu. */
export const askNames: readonly string[] = Object.keys(asks);

type AnswerToStaff = (told: Asked & { person: Person }, deps: Deps) => Promise<void>;

async function byStaff({ received, arg }: Asked, deps: Deps, answer: AnswerToStaff): Promise<void> {
  const person = deps.directory.people.get(received.openId);
  return person ? answer({ received, arg, person }, deps) : sayTo(received, notStaff(deps), deps);
}

function isUnknown({ openId }: Received, { directory }: Deps): boolean {
  return !directory.people.has(openId);
}

function notStaff({ directory }: Deps): string {
  const admin = holders(directory, center, 'ADMIN')[0]?.name ?? '';
  return `您还没有登记为工作人员，可以报线索、查自己的件；要办理案件请联系管理员${admin ? ` ${admin}` : ''}。`;
}

/** Answers a question to the bot: a list, a search, a paper. Unknown ones are answered with help. */
export async function answerAsk(asked: { ask: string; arg: string }, received: Received, deps: Deps): Promise<void> {
  await (asks[asked.ask] ?? asks['help'])?.({ arg: asked.arg, received }, deps);
}

async function search({ received, arg }: Asked, deps: Deps): Promise<void> {
  const text = arg.trim();
  if (!text) return sayTo(received, '请说编号、项目名或单位，例如「查 XS-20261123-0001」。', deps);
  const hits = await deps.store.search({ text, limit: 50 });
  const matters = await Promise.all([...new Set(hits.map((doc) => doc.matter))].map((id) => deps.store.load('matter', id)));
  const entitled: Document<Matter>[] = [];
  for (const doc of matters) if (doc && (await mayOpen(doc, received.openId, deps))) entitled.push(doc as Document<Matter>);
  const only = entitled.length === 1 ? entitled[0] : undefined;
  const person = deps.directory.people.get(received.openId);
  const campaign = entitled.length === 0 && person ? hits.find((doc) => maySeeCampaign(doc, person.id, deps)) : undefined;
  if (campaign && person) return showCampaign(campaign, { received, person }, deps);
  if (only) return open(only, { received, card: (await deps.store.vault.isReporter(only.id, received.openId)) ? 'intake' : 'progress', face: '' }, deps);
  return showTo(received, found({ query: text, matters: entitled }), deps);
}

async function mayOpen(doc: Document, openId: string, deps: Deps): Promise<boolean> {
  if (await deps.store.vault.isReporter(doc.matter, openId)) return true;
  return doc.state !== 'draft' && maySee(flows[doc.kind], { doc, person: openId, world: { directory: deps.directory, now: deps.now() } });
}

async function open(doc: Document, at: { received: Received; card: string; face: string }, deps: Deps): Promise<void> {
  const reporter = await deps.store.vault.isReporter(doc.matter, at.received.openId);
  if (!(await mayOpen(doc, at.received.openId, deps)) && !reporter) return sayTo(at.received, nowhere, deps);
  const key = reporter && doc.kind === 'matter' ? 'reporter' : at.received.openId;
  await deliver({ doc, card: at.card, face: at.face, uuid: uuidOf(at.received, 'open'), key, openId: at.received.openId, chat: '', wanted: true }, deps);
}

async function sendPaper({ received, arg }: Asked, deps: Deps): Promise<void> {
  const [id = '', paper = '', kind = ''] = arg.split('|');
  const doc = kind in flows ? await deps.store.load(kind as Kind, id) : undefined;
  const file = doc && (await mayOpen(doc, received.openId, deps)) ? await deps.store.notes.get(paperKey(id, paper)) : undefined;
  if (!file) return sayTo(received, '未找到该文书。', deps);
  const { file: stored, bytes } = await deps.store.files.get(file);
  await answerWith(received, { content: { file: { name: stored.name, bytes } }, uuid: uuidOf(received, 'paper') }, deps);
}

/** Evidence leaves only by an act on the matter, so that its trail says who got it. */
async function handOut({ received, arg }: Asked, deps: Deps, as: 'copies' | 'package'): Promise<void> {
  const [kind = '', id = ''] = arg.split('|');
  const doc = kind in flows ? await deps.store.load(kind as Kind, id) : undefined;
  if (!doc || !(await mayOpen(doc, received.openId, deps))) return sayTo(received, nowhere, deps);
  const by = { role: 'person' as const, id: received.openId, ref: deps.store.vault.ref(received.openId, doc.matter), reporter: false };
  const outcome = await deps.handle({ kind: 'matter', id: doc.matter, act: 'handOut', by, input: { as }, cause: received.id });
  if (!outcome.ok) await sayTo(received, sentenceOf(outcome.refusal), deps);
}
