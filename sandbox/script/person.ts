import type { Tap, TapAnswer } from '../api/acts.ts';
import type { MessageView } from '../api/chats.ts';
import type { SandboxClient } from '../client.ts';
import { formOf, glance, partsOf } from './card-words.ts';
import { valuesFor, type Filling } from './form-values.ts';
import { createSenses, isCard, messageWords, says, type Senses } from './senses.ts';

/** Words to look for: a text that must be part of it, or a pattern. */
export type Words = string | RegExp;

/** Values of a form by the names of its components. */
export type FormValues = NonNullable<Tap['form']>;

/** How a button is pressed: on the newest card that says `on`; what is chosen or filled in; `toast` is what the answer must say. */
export interface Press {
  on?: Words;
  form?: FormValues;
  option?: string;
  options?: string[];
  input?: string;
  checked?: boolean;
  toast?: Words;
}

/** Where something is said: in the group of this name instead of alone with the bot; whom it mentions, by name or app id. */
export interface Where {
  in?: string;
  mention?: string[];
}

/** One thing a person did or saw, for whoever keeps a record. */
export type Deed =
  | { kind: 'says' | 'sends' | 'presses' | 'opens'; words: string }
  | { kind: 'sees' | 'hears'; words: string; message: MessageView }
  | { kind: 'taps'; words: string; message: MessageView; form?: FormValues; answer: TapAnswer };

/** How a person is put on the stage. */
export interface Casting {
  /** How long he waits for something to appear, ms; 5000 when absent. */
  patience?: number;
  /** He looks only at what came or changed since this ISO time on the sandbox clock. */
  since?: string;
  /** Hears of everything he does. */
  heard?: (deed: Deed) => void | Promise<void>;
}

/** A person of the city as a story tells of him. Everything throws, in words, when it does not come about. */
export interface Person {
  /** His open_id. */
  id(): Promise<string>;
  says(text: string, where?: Where): Promise<void>;
  sends(name: string, bytes: Uint8Array, where?: { in?: string; kind?: 'file' | 'image' | 'audio' | 'media' }): Promise<void>;
  /** Opens the chat with the bot. */
  opens(): Promise<void>;
  /** Presses an entry of the bot's menu by its key. */
  presses(key: string): Promise<void>;
  /** The newest card that says this, waiting for it. */
  sees(words: Words, options?: { timeoutMs?: number }): Promise<MessageView>;
  /** The newest message of somebody else, no card, that says this, waiting for it. */
  hears(words: Words, options?: { timeoutMs?: number }): Promise<MessageView>;
  /** Taps a button by its words, or any component by its place; says yes where the card asks. Throws when it is refused. */
  taps(what: string | Tap['at'], press?: Press): Promise<TapAnswer>;
  /** The same, but the bot must refuse; answers what the toast says. */
  isRefused(what: string | Tap['at'], press?: Press): Promise<string>;
  /** Fills a form, fields by label or name, options and people by their words, and presses its button (the form's own when absent). */
  fills(values: Filling, button?: string, press?: Press): Promise<TapAnswer>;
}

function pressed(what: string | Tap['at']): string {
  return typeof what === 'string' ? what : JSON.stringify(what);
}

function complaint(answer: TapAnswer): string {
  return answer.toast?.content ?? answer.error?.text ?? answer.missing?.join('、') ?? answer.outcome;
}

/** Presses something on the newest card that has it. */
async function press(
  client: SandboxClient,
  senses: Senses,
  { what, by, casting }: { what: string | Tap['at']; by: Press; casting: Casting },
): Promise<TapAnswer> {
  const { on, toast: _toast, ...given } = by;
  const fields = Object.keys(given.form ?? {});
  // The same words and button may stand on a card before its form opens: what is filled must be there.
  const shows = ({ content }: MessageView): boolean =>
    (typeof what !== 'string' || glance(content).buttons.includes(what)) && fields.every((field) => partsOf(content).some(({ name }) => name === field));
  const wanted = `a card with ${pressed(what)}${on === undefined ? '' : ` that says ${String(on)}`}`;
  const message = await senses.wait((each) => isCard(each, on) && shows(each), wanted);
  const at: Tap['at'] = typeof what === 'string' ? { text: what } : what;
  const answer = await client.tap({ as: await senses.id(), message: message.id, at, confirmed: true, ...given });
  await casting.heard?.({ kind: 'taps', words: pressed(what), message, answer, ...(given.form === undefined ? {} : { form: given.form }) });
  return answer;
}

/** What a person says, sends and opens. */
function speech(client: SandboxClient, senses: Senses, casting: Casting): Pick<Person, 'says' | 'sends' | 'opens' | 'presses'> {
  const tell = async (kind: 'says' | 'sends' | 'opens' | 'presses', words: string): Promise<void> => casting.heard?.({ kind, words });
  return {
    says: async (text, where = {}) => {
      const mention = where.mention === undefined ? {} : { mention: await senses.mentioned(where.mention) };
      await client.say({ as: await senses.id(), to: await senses.chat(where.in), text, ...mention });
      await tell('says', text);
    },
    sends: async (name, bytes, where = {}) => {
      const kind = where.kind === undefined ? {} : { kind: where.kind };
      await client.sendFile({ as: await senses.id(), to: await senses.chat(where.in), name, bytes, ...kind });
      await tell('sends', name);
    },
    opens: async () => {
      await client.open(await senses.id(), await senses.chat(undefined));
      await tell('opens', '');
    },
    presses: async (key) => {
      await client.menu(await senses.id(), await senses.chat(undefined), key);
      await tell('presses', key);
    },
  };
}

/** What a person waits for. */
function sight(senses: Senses, casting: Casting): Pick<Person, 'sees' | 'hears'> {
  return {
    sees: async (words, options) => {
      const message = await senses.wait((each) => isCard(each, words), `a card that says ${String(words)}`, options?.timeoutMs);
      await casting.heard?.({ kind: 'sees', words: String(words), message });
      return message;
    },
    hears: async (words, options) => {
      const me = await senses.id();
      const other = (each: MessageView): boolean => each.type !== 'interactive' && each.from.id !== me && says(messageWords(each), words);
      const message = await senses.wait(other, `a message that says ${String(words)}`, options?.timeoutMs);
      await casting.heard?.({ kind: 'hears', words: String(words), message });
      return message;
    },
  };
}

/** Puts a person of the city on the stage, by name, user id or open_id; he is looked up when he first acts. */
export function createPerson(client: SandboxClient, who: string, casting: Casting = {}): Person {
  const senses = createSenses(client, who, casting);
  const taps: Person['taps'] = async (what, by = {}) => {
    const answer = await press(client, senses, { what, by, casting });
    const refused = answer.outcome !== 'ok' || answer.toast?.type === 'warning' || answer.toast?.type === 'error';
    if (refused) throw new Error(`${await senses.name()} 点「${pressed(what)}」未成功：${complaint(answer)}`);
    const quiet = by.toast !== undefined && !says(answer.toast?.content ?? '', by.toast);
    if (quiet) throw new Error(`${await senses.name()} 点「${pressed(what)}」后的提示是：${complaint(answer)}`);
    return answer;
  };
  return {
    id: senses.id,
    ...speech(client, senses, casting),
    ...sight(senses, casting),
    taps,
    isRefused: async (what, by = {}) => {
      const answer = await press(client, senses, { what, by, casting });
      if (answer.toast?.type !== 'warning')
        throw new Error(`${await senses.name()} 点「${pressed(what)}」本应被拒绝，却得到：${complaint(answer)}`);
      return answer.toast.content;
    },
    fills: async (values, button, by = {}) => {
      const wanted = `a form${button === undefined ? '' : ` with ${button}`}`;
      const card = await senses.wait((each) => isCard(each, by.on) && formOf(each.content, button)?.submit !== undefined, wanted);
      const form = valuesFor(card.content, values, { city: await senses.city(), button });
      return taps(formOf(card.content, button)?.submit ?? '', { ...by, form });
    },
  };
}
