import type { MessageView } from '../api/chats.ts';
import { caption, locate } from '../card/locate.ts';
import { fields, isFields, list, text, type Fields } from '../json.ts';
import { formOf, glance, wordsOf } from '../script/card-words.ts';
import type { World } from '../world.ts';

/** One moment of a recording: something done through the control API, something a bot showed, or an act that was refused. */
export type Moment =
  | { kind: 'done'; name: string; asked: Fields; answer: Fields; passed: number; card?: Fields; file?: { name: string; bytes: Buffer } }
  | { kind: 'shown'; message: MessageView }
  | { kind: 'nothing' };

type Done = Extract<Moment, { kind: 'done' }>;

/** A recording: when it began, and all moments in order. */
export interface Recording {
  since: string;
  moments: readonly Moment[];
}

function literal(value: unknown): string {
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (isFields(value))
    return `{ ${Object.entries(value)
      .map(([key, each]) => `${/^[\p{L}_][\p{L}\p{N}_]*$/u.test(key) ? key : literal(key)}: ${literal(each)}`)
      .join(', ')} }`;
  return String(value);
}

/** Words to look for: numbers of three digits and more differ from one run to the next. */
function pattern(words: string): string {
  const line = (words.split('\n').find((each) => each.trim() !== '') ?? '').slice(0, 40);
  if (!/\d{3}/.test(line)) return literal(line);
  const source = line.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/\d{3,}/g, '\\d+');
  return `/${source}/`;
}

function cardWords(card: unknown): string {
  return glance(card).title.split('｜')[0] || wordsOf(card);
}

/** Who takes part, by open_id: the variable that stands for him and the word by which the city finds him. */
function players(world: World, moments: readonly Moment[]): Map<string, { variable: string; called: string }> {
  const found = new Map<string, { variable: string; called: string }>();
  const everybody = Object.values(world.state.people);
  for (const moment of moments) {
    const person = moment.kind === 'done' ? world.state.people[text(moment.asked['as'])] : undefined;
    if (person === undefined || found.has(person.openId)) continue;
    const word = person.userId.replace(/[^A-Za-z0-9]+(\w?)/g, (_, next: string) => next.toUpperCase());
    const unique = everybody.filter((each) => each.name === person.name).length === 1;
    found.set(person.openId, {
      variable: /^[A-Za-z]/.test(word) ? word : `person${found.size + 1}`,
      called: unique ? person.name : person.userId,
    });
  }
  return found;
}

interface Teller {
  world: World;
  cast: ReturnType<typeof players>;
}

function place({ world }: Teller, to: string): Fields {
  if (world.state.apps[to] !== undefined) return {};
  const chat = world.state.chats[to];
  return chat === undefined || chat.mode === 'p2p' ? {} : { in: chat.name };
}

function options(given: Record<string, string | undefined>): string {
  const parts = Object.entries(given).flatMap(([key, source]) => (source === undefined ? [] : [`${key}: ${source}`]));
  return parts.length === 0 ? '' : `, { ${parts.join(', ')} }`;
}

/** The values of a submitted form in the words that stood on the card. */
function filling({ world }: Teller, { card, button, form }: { card: Fields; button: string; form: Fields }): string {
  const known = formOf(card, button)?.fields ?? [];
  const labels = known.map((field) => field.labels[1] ?? field.name);
  const names = Object.values(world.state.people).map((person) => person.name);
  const said = Object.entries(form).map(([name, value]) => {
    const index = known.findIndex((field) => field.name === name);
    const label = labels[index] ?? name;
    const word = (each: unknown): unknown => {
      const option = known[index]?.part.options?.find((one) => one.value === each)?.text?.content;
      const name = world.state.people[text(each)]?.name;
      return option ?? (name !== undefined && names.indexOf(name) === names.lastIndexOf(name) ? name : each);
    };
    return [labels.filter((each) => each === label).length === 1 ? label : name, Array.isArray(value) ? value.map(word) : word(value)];
  });
  return literal(Object.fromEntries(said));
}

function tapLine(teller: Teller, who: string, done: Done): string {
  const { asked, answer } = done;
  const card = done.card ?? {};
  const at = asked['at'] as Parameters<typeof locate>[1];
  const component = locate(card, at);
  const button = component === undefined ? '' : caption(component.node);
  const toast = fields(answer['toast']);
  const on = pattern(cardWords(card));
  if (answer['outcome'] !== 'ok')
    return `// ${who} 点「${button}」，没有成功：${text(fields(answer['error'])['text']) || text(answer['outcome'])}`;
  if (toast['type'] === 'warning' || toast['type'] === 'error') return `await ${who}.isRefused(${literal(button)}${options({ on })});`;
  const shown = text(toast['content']);
  const said = shown === '' ? undefined : pattern(shown);
  if (component?.form !== undefined && isFields(asked['form']))
    return `await ${who}.fills(${filling(teller, { card, button, form: asked['form'] })}, ${literal(button)}${options({ on, toast: said })});`;
  const chosen = Object.fromEntries(
    ['option', 'options', 'input', 'checked'].map((key) => [key, asked[key] === undefined ? undefined : literal(asked[key])]),
  );
  const what = component?.node['tag'] === 'button' && button !== '' ? literal(button) : literal(at);
  return `await ${who}.taps(${what}${options({ on, ...chosen, toast: said })});`;
}

function clockLine({ asked, passed }: Done): string {
  const move = Object.entries(asked)[0];
  const words: Record<string, string> = { minutes: '分钟', hours: '小时', days: '天', workingDays: '个工作日' };
  if (move === undefined) return '';
  if (move[0] === 'rate') return `await city.advance({ rate: ${literal(move[1])} });`;
  const unit = words[move[0]];
  return `await city.passes(${literal(unit === undefined ? `${Math.round(passed / 60_000)} 分钟` : `${String(move[1])} ${unit}`)});`;
}

const tellers: Record<string, (teller: Teller, who: string, done: Done) => string> = {
  clock: (_teller, _who, done) => clockLine(done),
  tap: tapLine,
  say: (teller, who, { asked }) => {
    const names = list(asked['mention']).map((id) =>
      literal(teller.world.state.apps[text(id)]?.name ?? teller.world.state.people[text(id)]?.name ?? id),
    );
    const { in: group } = place(teller, text(asked['to']));
    const where = options({
      in: group === undefined ? undefined : literal(group),
      mention: names.length === 0 ? undefined : `[${names.join(', ')}]`,
    });
    return `await ${who}.says(${literal(text(asked['text']))}${where});`;
  },
  file: (teller, who, { asked, file }) => {
    const { in: group } = place(teller, text(asked['to']));
    const kind = text(asked['kind']);
    const bytes =
      file === undefined || file.bytes.length > 4096
        ? `Buffer.alloc(${file?.bytes.length ?? 1}, 'x')`
        : `Buffer.from('${file.bytes.toString('base64')}', 'base64')`;
    const where = options({
      in: group === undefined ? undefined : literal(group),
      kind: kind === '' || kind === 'file' ? undefined : literal(kind),
    });
    return `await ${who}.sends(${literal(file?.name ?? text(asked['name']))}, ${bytes}${where});`;
  },
  open: (_teller, who) => `await ${who}.opens();`,
  menu: (_teller, who, { asked }) => `await ${who}.presses(${literal(text(asked['key']))});`,
  group: ({ cast }, who, { asked }) => {
    const people = list(asked['people']).map((id) =>
      cast.has(text(id)) ? `await ${cast.get(text(id))?.variable ?? ''}.id()` : literal(id),
    );
    return `await city.act('group', { as: await ${who}.id(), name: ${literal(asked['name'])}, people: [${people.join(', ')}], apps: ${literal(asked['apps'] ?? [])} });`;
  },
};

/** What somebody has been shown and not yet told: a line for each message, as it stands now. */
type Waiting = Map<string, Map<string, string>>;

function lineFor(variable: string, message: MessageView): string | undefined {
  if (message.recalled) return undefined;
  const { content } = message;
  const card = message.type === 'interactive';
  const words = card ? cardWords(content) : text(fields(content)['text']) || text(fields(content)['file_name']);
  return words.trim() === '' ? undefined : `await ${variable}.${card ? 'sees' : 'hears'}(${pattern(words)});`;
}

/** Notes for every player who sees the message what he now sees of it. */
function notice({ world, cast }: Teller, waiting: Waiting, message: MessageView): void {
  const only = world.state.messages[message.id]?.only;
  const viewers = only === undefined ? (world.state.chats[message.chat]?.people ?? []) : [only];
  for (const id of viewers) {
    const player = cast.get(id);
    if (player === undefined) continue;
    const mine = waiting.get(id) ?? new Map<string, string>();
    waiting.set(id, mine);
    mine.delete(message.id);
    const line = lineFor(player.variable, message);
    if (line !== undefined) mine.set(message.id, line);
  }
}

/** Somebody's part of a story: what each message says to him now, and the lines told at his last deed. */
interface Part {
  now: Map<string, string>;
  told: { message: string; line: string; place: number }[];
}

/** The deeds in order. What somebody saw is told just before he acts again, or at the end, and only if it still stands at his deed after that: what is passing may be gone before anybody looks, and what he acts on is named by the deed itself. */
function bodyLines(teller: Teller, moments: readonly Moment[]): string[] {
  const lines: string[] = [];
  const waiting: Waiting = new Map();
  const parts = new Map<string, Part>();
  const known = new Set<string>();
  const tell = (id: string): void => {
    const part = parts.get(id) ?? { now: new Map<string, string>(), told: [] };
    parts.set(id, part);
    const fresh = [...(waiting.get(id) ?? [])];
    for (const [message, line] of fresh) part.now.set(message, line);
    for (const { message, line, place } of part.told) if (part.now.get(message) !== line) lines[place] = '';
    part.told = fresh
      .filter(([message, line]) => !known.has(`${id} ${message} ${line}`))
      .map(([message, line]) => ({ message, line, place: lines.push(line) - 1 }));
    for (const { message, line } of part.told) known.add(`${id} ${message} ${line}`);
    waiting.delete(id);
  };
  for (const moment of moments) {
    if (moment.kind === 'shown') notice(teller, waiting, moment.message);
    if (moment.kind !== 'done') continue;
    const id = text(moment.asked['as']);
    tell(id);
    const who = teller.cast.get(id)?.variable ?? '';
    lines.push(tellers[moment.name]?.(teller, who, moment) ?? `// ${who} ${moment.name}：录不成脚本`);
  }
  for (const id of teller.cast.keys()) tell(id);
  return lines.filter((line, index) => line !== '' && line !== lines[index - 1]);
}

/** A test file in TypeScript that plays a recording again, on the sandbox that SANDBOX_URL names. */
export function storyText(world: World, { since, moments }: Recording): string {
  const cast = players(world, moments);
  const people = [...cast.values()].map(
    ({ variable, called }) => `  const ${variable} = city.person(${literal(called)}, { since, patience: 20_000 });`,
  );
  return [
    `import { env } from 'node:process';`,
    `import { it } from 'vitest';`,
    `import { createSandboxClient } from '../../sandbox/client.ts';`,
    '',
    `// 沙盘数据，录于 ${since}`,
    `it(${literal(`${world.state.tenant} ${since.slice(0, 16).replace('T', ' ')}`)}, async () => {`,
    `  const city = createSandboxClient(env['SANDBOX_URL'] ?? 'http://127.0.0.1:9300');`,
    `  const since = (await city.clock()).now;`,
    ...people,
    ...bodyLines({ world, cast }, moments).map((line) => `  ${line}`),
    `}, 120_000);`,
    '',
  ].join('\n');
}
