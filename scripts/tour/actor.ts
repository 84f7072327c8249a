import type { TapAnswer } from '../../sandbox/api/acts.ts';
import type { MessageView } from '../../sandbox/api/chats.ts';
import type { Stage, Cast } from './stage.ts';

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

/** What a card says at a glance. */
export interface Glance { title: string; tag: string; bold: string; buttons: string[] }

/** How long a person waits for a card before the story counts as broken, ms. */
const patience = 20_000;

/** A person on the stage: says words, taps buttons by their text, sees cards by their title. Everything lands in the transcript. */
export interface Actor {
  cast: Cast;
  says(text: string): Promise<void>;
  sends(name: string, bytes: Uint8Array): Promise<void>;
  /** The newest live card whose title or text holds `words`, waiting for it. */
  sees(words: string | RegExp, options?: { timeoutMs?: number }): Promise<MessageView>;
  /** Taps a button of the newest card that has it (and whose title holds `on`), with form values; confirms where asked. */
  taps(button: string, options?: { on?: string | RegExp; form?: Record<string, string | string[]>; option?: string }): Promise<TapAnswer>;
  /** The same, expected to be refused; answers the toast. */
  isRefused(button: string, options?: { on?: string | RegExp; form?: Record<string, string | string[]> }): Promise<string>;
}

interface Part { tag?: string; name?: string; selected_values?: string[]; default_value?: string; initial_option?: string; content?: string; text?: Part; elements?: Part[]; columns?: Part[]; header?: Part; title?: Part; options?: { text?: Part; value?: string }[] }
interface CardJson { header?: { title?: { content?: string }; subtitle?: { content?: string }; text_tag_list?: { text?: { content?: string } }[] }; body?: { elements?: Part[] } }

/** All parts of a card, in reading order. */
export function partsOf(card: unknown): Part[] {
  const walk = (part: Part): Part[] => [part, ...(part.elements ?? []).flatMap(walk), ...(part.columns ?? []).flatMap(walk)];
  return ((card as CardJson).body?.elements ?? []).flatMap(walk);
}

/** Title, tag, boldest line and buttons of a card. */
export function glance(card: unknown): Glance {
  const { header } = card as CardJson;
  const parts = partsOf(card);
  const bold = parts.find((part) => part.tag === 'markdown' && part.content?.startsWith('**'))?.content ?? '';
  return {
    title: [header?.title?.content, header?.subtitle?.content].filter(Boolean).join('｜'), tag: header?.text_tag_list?.[0]?.text?.content ?? '',
    bold: readable(bold), buttons: parts.filter((part) => part.tag === 'button').map((part) => part.text?.content ?? ''),
  };
}

/** The value of an option of a select by the beginning of its text, e.g. 「15 个工作日」. */
export function optionOf(card: unknown, name: string, words: string): string {
  const found = partsOf(card).find((part) => part.name === name)?.options?.find((option) => option.text?.content?.startsWith(words));
  if (!found?.value) throw new Error(`the card offers no ${words} under ${name}`);
  return found.value;
}

/** What somebody filled into a form, in the words that he saw. */
function filledIn(card: unknown, form: Record<string, string | string[]>, stage: Stage): string {
  const parts = partsOf(card);
  const words = (name: string, value: string) => parts.find((part) => part.name === name)?.options?.find((option) => option.value === value)?.text?.content ?? stage.nameOf(value) ?? value.replace(/ \+0800$/, '');
  return Object.entries(form).flatMap(([name, given]) => [given].flat().filter(Boolean).map((value) => words(name, value))).join('，');
}

/** Everything that a card says, as plain text. */
export function wordsOf(card: unknown): string {
  return [glance(card).title, ...partsOf(card).flatMap((part) => [part.content ?? '', part.text?.content ?? '', part.header?.title?.content ?? '', ...(part.options ?? []).map((option) => option.text?.content ?? '')])].filter(Boolean).map(readable).join('\n');
}

/** Puts a person on the stage; `record` gets each step. */
export function createActor(stage: Stage, cast: Cast, record: (step: Step) => void): Actor {
  const { client } = stage;
  const app = stage.env['FEISHU_APP_ID'] ?? '';
  const note = async (did: string, seen: { card?: MessageView; toast?: string } = {}) => {
    const look = seen.card ? glance(seen.card.content) : undefined;
    const words = seen.card ? wordsOf(seen.card.content) : '';
    record({
      at: (await client.clock()).now, who: `${cast.name}（${cast.title}）`, did, toast: seen.toast ?? '',
      card: look ? `${look.title}${look.tag ? `［${look.tag}］` : ''}${look.bold ? ` ${look.bold}` : ''}` : '', limit: /\d+月\d+日（周.）[^，。\n]*前/.exec(words)?.[0] ?? '',
    });
  };
  const matches = (words: string | RegExp) => (message: MessageView) =>
    message.type === 'interactive' && (typeof words === 'string' ? wordsOf(message.content).includes(words) : words.test(wordsOf(message.content)));
  const has = (button: string, on?: string | RegExp) => (message: MessageView) =>
    (on === undefined || matches(on)(message)) && message.type === 'interactive' && glance(message.content).buttons.includes(button);
  const tap = async (button: string, options: { on?: string | RegExp; form?: Record<string, string | string[]>; option?: string }) => {
    const card = await client.waitFor(cast.id, has(button, options.on), { timeoutMs: patience });
    const answer = await client.tap({ as: cast.id, message: card.id, at: { text: button }, confirmed: true, ...(options.form ? { form: options.form } : {}), ...(options.option ? { option: options.option } : {}) });
    await note(`点「${button}」${options.form ? `（${filledIn(card.content, options.form, stage).slice(0, 80)}）` : ''}`, { toast: answer.toast?.content ?? '' });
    return answer;
  };
  return {
    cast,
    says: async (text) => {
      await client.say({ as: cast.id, to: app, text });
      await note(`说：${text}`);
    },
    sends: async (name, bytes) => {
      await client.sendFile({ as: cast.id, to: app, name, bytes });
      await note(`发文件：${name}`);
    },
    sees: async (words, options) => {
      const card = await client.waitFor(cast.id, matches(words), { timeoutMs: options?.timeoutMs ?? patience });
      await note('看到卡片', { card });
      return card;
    },
    taps: async (button, options = {}) => {
      const answer = await tap(button, options);
      if (answer.outcome !== 'ok' || answer.toast?.type === 'warning' || answer.toast?.type === 'error') {
        throw new Error(`${cast.name} 点「${button}」未成功：${answer.toast?.content ?? answer.error?.text ?? answer.missing?.join('、') ?? answer.outcome}`);
      }
      return answer;
    },
    isRefused: async (button, options = {}) => {
      const answer = await tap(button, options);
      if (answer.toast?.type !== 'warning') throw new Error(`${cast.name} 点「${button}」本应被拒绝，却得到：${answer.toast?.content ?? answer.outcome}`);
      return answer.toast.content;
    },
  };
}

function readable(markdown: string): string {
  return markdown.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))).replace(/<[^>]+>/g, '').replaceAll('**', '');
}
