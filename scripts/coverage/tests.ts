import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { Kind, Row } from '../../src/domain/document.ts';

/** A test as it stands in its file: its name, its own text, that text with the helpers of its file that it calls, and those of them that do whatever act they are given. */
export interface NamedTest { file: string; name: string; own: string; reach: string; doers: readonly { name: string; text: string }[] }

interface Piece { name: string; text: string; depth: number; chapter: number }

const root = join(import.meta.dirname, '..', '..');
// Rules of the regulation are held by the product's own tests, purest first; the sandbox knows nothing of them.
const rooms = ['domain', '', 'flows', 'http', 'cards', 'documents', 'store', 'queue'];

/** Every named test of the product's rooms, the pure ones first. */
export function productTests(): NamedTest[] {
  return rooms.flatMap((room) => readdirSync(join(root, 'test', room)).filter((name) => name.endsWith('.test.ts')).sort().flatMap((name) => testsOf(join(root, 'test', room, name))));
}

// A test that is named by its data alone (`%s`) names no rule.
const saysSomething = (name: string): boolean => /\p{L}{2}/u.test(name.replace(/%\w|\$\w+/g, ''));

/** The tests of one file. */
function testsOf(path: string): NamedTest[] {
  const source = readFileSync(path, 'utf8');
  const helpers = [...statements(source, helper), ...borrowed(path, source)];
  return statements(source, /^ *it(?:\.\w+)?\(()/).map(({ text, chapter }) => {
    const inReach = helpers.filter((helper) => helper.depth === 0 || helper.chapter === chapter);
    return { file: relative(root, path), name: nameOf(text), own: text, reach: withHelpers(text, inReach), doers: inReach.filter((helper) => takesAct(helper.text)) };
  }).filter(({ name }) => saysSomething(name));
}

const helper = /^ *(?:export )?(?:async )?(?:const|function) (\w+)/;

// What a file of tests takes from a story or a stage beside it counts as its own helpers.
function borrowed(path: string, source: string): Piece[] {
  return [...source.matchAll(/^import \{([^}]+)\} from '(\.[^']+)'/gm)].flatMap(([, names = '', from = '']) => {
    const file = join(dirname(path), from);
    if (!file.startsWith(join(root, 'test'))) return [];
    const wanted = new Set(names.split(',').map((name) => name.trim()));
    const all = statements(readFileSync(file, 'utf8'), helper).map((piece) => ({ ...piece, chapter: 0 }));
    const reached = withHelpers(all.filter(({ name }) => wanted.has(name)).map(({ text }) => text).join('\n'), all);
    return all.filter(({ text }) => reached.includes(text));
  });
}

// `does(doc, 'confirm', who)`: the helper is told the act instead of naming it.
const takesAct = (text: string): boolean => /[(,]\s*act(?:: string)?\s*[,)]/.test(text.split('\n')[0] ?? '');

function nameOf(block: string): string {
  const each = /^\s*it\.each\b/.test(block);
  const given = (each ? /\)\('((?:[^'\\]|\\.)*)'/ : /\('((?:[^'\\]|\\.)*)'/).exec(block)?.[1] ?? '';
  return given.replaceAll('\\\'', '\'');
}

/** Statements that begin with a pattern, each up to the next line that is indented no deeper and closes nothing. */
function statements(source: string, begins: RegExp): Piece[] {
  const lines = source.split('\n');
  const depth = (line: string): number => line.search(/\S/);
  return lines.flatMap((line, at) => {
    const name = begins.exec(line)?.[1];
    if (name === undefined) return [];
    const after = lines.slice(at + 1).findIndex((next) => next.trim() !== '' && depth(next) <= depth(line) && !/^\s*[)\]}]/.test(next));
    const chapter = lines.slice(0, at).filter((before) => before.startsWith('describe')).length;
    return [{ name, depth: depth(line), chapter, text: lines.slice(at, after < 0 ? lines.length : at + 1 + after).join('\n') }];
  });
}

function withHelpers(text: string, helpers: readonly Piece[]): string {
  const taken = new Set<Piece>();
  let whole = text;
  for (let next = helpers; next.length;) {
    next = helpers.filter((piece) => !taken.has(piece) && new RegExp(`(?<![\\w'".])${piece.name}(?![\\w'":])`).test(whole));
    for (const piece of next) taken.add(piece);
    whole = [whole, ...next.map((piece) => piece.text)].join('\n');
  }
  return whole;
}

/** How an act is named where a test does it: its kind and name, and the texts of the buttons it stands behind. */
export interface Doing { kind: Kind; row: Row<unknown>; buttons: readonly string[]; shared: boolean }

/** The tests that do an act, as a command, through a helper that is told it, or by its button: those whose own text does, else those whose helpers do. */
export function testsOfRow(tests: readonly NamedTest[], doing: Doing): NamedTest[] {
  const own = tests.filter((test) => does(test, test.own, doing));
  return own.length ? own : tests.filter((test) => does(test, test.reach, doing));
}

function does(test: NamedTest, text: string, { kind, row, buttons, shared }: Doing): boolean {
  const ofKind = (words: string): boolean => new RegExp(`['<]${kind}['>]`, 'i').test(words) || test.file.includes(kind);
  const chosen = Object.values(row.given ?? {}).every((value) => text.includes(`'${value}'`));
  const command = text.includes(`act: '${row.act}'`) && (!shared || ofKind(text));
  const told = new RegExp(`\\('${kind}', '${row.act}'`).test(text);
  const handed = new RegExp(`[(,]\\s*'${row.act}'\\s*[,)]`).test(text) && test.doers.some((doer) => new RegExp(`\\b${doer.name}\\(`).test(text) && ofKind(doer.text));
  return chosen && (command || told || handed || buttons.some((button) => text.includes(`taps('${button}'`) || text.includes(`isRefused('${button}'`)));
}
