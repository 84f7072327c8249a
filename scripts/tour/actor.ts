import { glance, partsOf, wordsOf } from '../../sandbox/script/card-words.ts';
import type { Deed, Person } from '../../sandbox/script/person.ts';
import type { Cast, Stage } from './stage.ts';

/** One line of a transcript. */
export interface Step {
  /** Sandbox time as the page shows it, ISO with +08:00. */
  at: string;
  who: string;
  did: string;
  /** Title, tag and boldest line of the card he then saw; empty where none. */
  card: string;
  limit: string;
  toast: string;
}

/** How long a person waits for a card before the story counts as broken, ms. */
const patience = 20_000;

/** A person on the stage, with his part; everything he does lands in the transcript. */
export interface Actor extends Person { cast: Cast }

/** Puts a person on the stage; `record` gets each step. */
export function createActor(stage: Pick<Stage, 'client' | 'nameOf'>, cast: Cast, record: (step: Step) => void | Promise<void>): Actor {
  const heard = async (deed: Deed) => record({ at: (await stage.client.clock()).now, who: `${cast.name}（${cast.title}）`, ...told(deed, stage) });
  return { cast, ...stage.client.person(cast.id, { patience, heard }) };
}

const verbs = { says: '说：', sends: '发文件：', opens: '打开会话', presses: '点菜单：', hears: '收到消息：', sees: '看到卡片' };

/** A deed as the transcript tells it. */
function told(deed: Deed, stage: Pick<Stage, 'nameOf'>): Omit<Step, 'at' | 'who'> {
  const nothing = { card: '', limit: '', toast: '' };
  if (deed.kind === 'taps') {
    const filled = deed.form ? `（${filledIn(deed.message.content, deed.form, stage).slice(0, 80)}）` : '';
    return { ...nothing, did: `点「${deed.words}」${filled}`, toast: deed.answer.toast?.content ?? '' };
  }
  if (deed.kind !== 'sees') return { ...nothing, did: `${verbs[deed.kind]}${deed.words}` };
  const { title, tag, bold } = glance(deed.message.content);
  const limit = /\d+月\d+日（周.）[^，。\n]*前/.exec(wordsOf(deed.message.content))?.[0] ?? '';
  return { ...nothing, did: verbs.sees, card: `${title}${tag ? `［${tag}］` : ''}${bold ? ` ${bold}` : ''}`, limit };
}

/** What somebody filled into a form, in the words that he saw. */
function filledIn(card: unknown, form: Record<string, string | string[] | boolean>, stage: Pick<Stage, 'nameOf'>): string {
  const parts = partsOf(card);
  const ticked = (name: string) => parts.find((part) => part.name === name)?.text?.content?.split('　')[0] ?? '是';
  const words = (name: string, value: string) => parts.find((part) => part.name === name)?.options?.find((option) => option.value === value)?.text?.content ?? stage.nameOf(value) ?? value.replace(/ \+0800$/, '');
  return Object.entries(form).flatMap(([name, given]) => [given].flat().filter(Boolean).map((value) => (value === true ? ticked(name) : words(name, String(value))))).join('，');
}
