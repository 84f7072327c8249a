import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Kind, Row } from '../../src/domain/document.ts';

/** A test as it stands in its file: its name, its own text, and that text with the helpers of its file that it calls. */
export interface NamedTest { file: string; name: string; own: string; reach: string }

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
  const helpers = statements(source, /^ *(?:export )?(?:async )?(?:const|function) (\w+)/);
  return statements(source, /^ *it(?:\.\w+)?\(()/).map(({ text, chapter }) => {
    const inReach = helpers.filter((helper) => helper.depth === 0 || helper.chapter === chapter);
    return { file: relative(root, path), name: nameOf(text), own: text, reach: withHelpers(text, inReach) };
  }).filter(({ name }) => saysSomething(name));
}

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

/** The tests that do an act, as a command or by its button: those whose own text does, else those whose helpers do. */
export function testsOfRow(tests: readonly NamedTest[], doing: Doing): NamedTest[] {
  const own = tests.filter((test) => does(test.own, doing));
  return own.length ? own : tests.filter((test) => does(test.reach, doing));
}

function does(text: string, { kind, row, buttons, shared }: Doing): boolean {
  const chosen = Object.values(row.given ?? {}).every((value) => text.includes(`'${value}'`));
  const command = text.includes(`act: '${row.act}'`) && (!shared || new RegExp(kind, 'i').test(text));
  const told = new RegExp(`\\('${kind}', '${row.act}'`).test(text);
  return chosen && (command || told || buttons.some((button) => text.includes(`taps('${button}'`) || text.includes(`isRefused('${button}'`)));
}
