import { pick } from '../../cards/asked/pick.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Reading } from '../../src/domain/intake/intake.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { openQuestions } from '../../src/domain/reporter/exchange.ts';
import { redacted } from '../../src/domain/reporter/redact.ts';
import { sayTo, showTo, uuidOf } from '../say.ts';
import type { Deps, Received, StoredFile } from '../define.ts';
import { asReporter, openDraft } from './drafts.ts';
import { deliver } from '../cards/deliver.ts';

/** As long a person who said that he wants to add something, or to answer, is understood so. */
const minutes = 30;
const open = ['registered', 'verifying', 'forwarded', 'reported', 'shelved'];

/** To what the next words or files of a reporter belong: a matter of his, and a question there where one is answered. */
interface Addressed { matter: string; question: string; until: string }

const key = (openId: string, deps: Deps): string => `addressed:${deps.store.vault.ref(openId, 'addressed')}`;

/** What a person reported, newest first, without drafts that he threw away. */
export async function reportedBy(openId: string, deps: Deps): Promise<Document<Matter>[]> {
  const ids = await deps.store.vault.mattersOf(openId, 20);
  const docs = await Promise.all(ids.map((id) => deps.store.load('matter', id)));
  return docs.filter((doc): doc is Document<Matter> => doc !== undefined && doc.state !== 'discarded');
}

/** [回复] on K48: what he says next is the answer. */
export async function expectReply({ received, arg }: { received: Received; arg: string }, deps: Deps): Promise<void> {
  const [id = '', question = ''] = arg.split('|');
  const doc = await own(received.openId, id, deps);
  if (!doc?.data.exchange.some((one) => one.id === question)) return sayTo(received, '未找到该事项。', deps);
  await address(received.openId, { matter: id, question }, deps);
  await sayTo(received, '请直接发文字或文件，我转给办理人员。姓名、电话会先隐去。', deps);
}

/** [补充材料]: what he sends next is added to that matter; which one is asked where he has several. */
export async function expectSupplement({ received, arg }: { received: Received; arg: string }, deps: Deps): Promise<void> {
  const mine = (await reportedBy(received.openId, deps)).filter((doc) => open.includes(doc.state) && (!arg || doc.id === arg));
  const [only] = mine;
  if (!only) return sayTo(received, '没有可以补充的件。如果是新的情况，请直接说，我记下来。', deps);
  if (mine.length > 1) return showTo(received, pick({ ask: '要补充哪一件？', matters: mine, tap: (doc) => ({ do: 'ask', what: 'supplement', arg: doc.id }) }), deps);
  await address(received.openId, { matter: only.id, question: '' }, deps);
  await sayTo(received, `请直接发文字、照片或文件，${minutes} 分钟内发来的都附到 ${only.no}。`, deps);
}

/** 「撤了吧」: which matter is meant, then the card on which it is done; words take nothing back. */
export async function askWithdrawal({ received, no }: { received: Received; no: string }, deps: Deps): Promise<void> {
  const mine = (await reportedBy(received.openId, deps)).filter((doc) => open.includes(doc.state) && !doc.data.withdrawn && doc.no.endsWith(no));
  const [only] = mine;
  if (!only) return sayTo(received, '没有可以撤回的件。说「我报的」可以看您报过的。', deps);
  if (mine.length > 1) return showTo(received, pick({ ask: '要撤回哪一件？', matters: mine, tap: ({ id }) => ({ do: 'ask', what: 'open', arg: `matter|${id}|shelf|withdraw` }) }), deps);
  await deliver({ doc: only, card: 'shelf', face: 'withdraw', uuid: uuidOf(received, 'withdraw'), key: 'reporter', openId: received.openId, chat: '', wanted: true }, deps);
}

/** Puts words where the reporter meant them: answered, added. False where they are something else. */
export async function takeWords({ received, text, reading }: { received: Received; text: string; reading: Reading }, deps: Deps): Promise<boolean> {
  const to = await meant(received, deps, reading);
  if (!to) return false;
  const { doc, question } = to;
  if (!question) return addWords({ received, doc, text }, deps);
  const words = redacted(text, namesOf(received.openId, deps));
  if (!(await act({ received, doc, act: 'answer', input: { id: question, how: 'told', words } }, deps))) return false;
  await address(received.openId, { matter: doc.id, question: '' }, deps);
  await sayTo(received, `已转给办理人员。${hidden(words, text)}`, deps);
  return true;
}

/** Adds what a reporter says to a matter of his, without what shows who he is; false where it takes no more. */
export async function addWords({ received, doc, text }: { received: Received; doc: Document<Matter>; text: string }, deps: Deps): Promise<boolean> {
  const words = redacted(text, namesOf(received.openId, deps));
  if (!(await act({ received, doc, act: 'add', input: { words } }, deps))) return false;
  await address(received.openId, { matter: doc.id, question: '' }, deps);
  await sayTo(received, `已补充到 ${doc.no}。${hidden(words, text)}`, deps);
  return true;
}

function hidden(words: string, text: string): string {
  return words === text ? '' : '可能看出您身份的内容已隐去。';
}

/** The same for a file. */
export async function takeFile({ received, file }: { received: Received; file: StoredFile }, deps: Deps): Promise<boolean> {
  const to = await meant(received, deps);
  if (!to) return false;
  const { doc, question } = to;
  if (!(await act({ received, doc, act: 'attach', input: { ...file, at: received.at } }, deps))) return false;
  await act({ received, doc, act: question ? 'answer' : 'add', input: question ? { id: question, how: 'told', files: 1 } : { files: 1 } }, deps);
  await address(received.openId, { matter: doc.id, question: '' }, deps);
  await sayTo(received, question ? '已转给办理人员，文件名已改为编号。' : `已补充到 ${doc.no}。`, deps);
  return true;
}

/** His names as the directory knows them: what he types of himself goes no further. */
export function namesOf(openId: string, { directory }: Pick<Deps, 'directory'>): string[] {
  const name = directory.people.get(openId)?.name;
  return name ? [name] : [];
}

/** What he said without his own name: who he is belongs into the vault only, so his name leaves his words before anything is read or kept. */
export function withoutSelf(text: string, { openId }: Pick<Received, 'openId'>, deps: Deps): string {
  return namesOf(openId, deps).reduce((rest, name) => rest.replaceAll(name, '（本人）'), text);
}

// Said on a card, quoted, or the only question that waits; a story of another project is a story of its own.
async function meant(received: Received, deps: Deps, reading?: Reading): Promise<{ doc: Document<Matter>; question: string } | undefined> {
  if (received.chatType !== 'p2p') return undefined;
  const said = await addressedNow(received.openId, deps);
  const quoted = received.parent ? await deps.store.cards.get(received.parent) : undefined;
  const id = quoted?.card === 'question' && quoted.to === 'reporter' ? quoted.doc : said?.matter;
  if (id) {
    const doc = await own(received.openId, id, deps);
    if (!doc || (!quoted && isAnother(doc, reading))) return undefined;
    const question = said?.matter === id && said.question ? said.question : (openQuestions(doc.data)[0]?.id ?? '');
    return question || open.includes(doc.state) ? { doc, question } : undefined;
  }
  // A file of somebody at work is his work, unless he says that it is an answer.
  if ((!reading && deps.directory.people.get(received.openId)?.roles.length) || (await openDraft(received.openId, deps))) return undefined;
  const waiting = (await reportedBy(received.openId, deps)).filter((doc) => openQuestions(doc.data).length > 0);
  const only = waiting.length === 1 ? waiting[0] : undefined;
  return only && !isAnother(only, reading) ? { doc: only, question: openQuestions(only.data)[0]?.id ?? '' } : undefined;
}

function isAnother({ data }: Document<Matter>, reading: Reading | undefined): boolean {
  const project = reading?.project?.value ?? '';
  return reading?.urgent === true || (reading?.intent === 'report' && project !== '' && !project.includes(data.project) && !data.project.includes(project));
}

async function own(openId: string, id: string, deps: Deps): Promise<Document<Matter> | undefined> {
  return (await deps.store.vault.isReporter(id, openId)) ? ((await deps.store.load('matter', id)) as Document<Matter> | undefined) : undefined;
}

async function act(at: { received: Received; doc: Document<Matter>; act: string; input: object }, deps: Deps): Promise<boolean> {
  const by = asReporter(at.received.openId, at.doc.id, deps);
  return (await deps.handle({ kind: 'matter', id: at.doc.id, act: at.act, by, input: at.input, cause: `${at.received.id}-${at.act}` })).ok;
}

async function address(openId: string, to: Pick<Addressed, 'matter' | 'question'>, deps: Deps): Promise<void> {
  const until = new Date(deps.now().getTime() + minutes * 60_000).toISOString();
  await deps.store.notes.set(key(openId, deps), JSON.stringify({ ...to, until }));
}

async function addressedNow(openId: string, deps: Deps): Promise<Addressed | undefined> {
  const kept = await deps.store.notes.get(key(openId, deps));
  const said = kept ? (JSON.parse(kept) as Addressed) : undefined;
  return said && said.until > deps.now().toISOString() ? said : undefined;
}
