import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, isBarrel, longFunctions, withoutComments, type Import } from './rooms-scan.ts';

const root = resolve(import.meta.dirname, '..');
const tops = ['src', 'cards', 'jobs', 'sandbox', 'scripts', 'test', 'bench', 'console'];
const files = tops.filter((top) => existsSync(join(root, top))).flatMap(sourcesUnder);

function sourcesUnder(top: string): string[] {
  return readdirSync(join(root, top), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|mts|mjs)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .filter((file) => !file.split('/').some((part) => part === 'dist' || part === 'node_modules'));
}

const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Where an import leads: a path inside the project, or the name of a package. */
function target(file: string, wanted: Import): string {
  return wanted.from.startsWith('.') ? relative(root, resolve(root, dirname(file), wanted.from)) : wanted.from;
}

/** One room: which files are in it and what each of its imports may match. */
interface Room { name: string; holds: RegExp; may: RegExp[] }

const domain = /^src\/domain\//;
const anyPackage = /^(?!src\/|cards\/|jobs\/|sandbox\/|scripts\/|test\/|bench\/|console\/|\.\.)/;
/** The ports that a part keeps to, declared in jobs/define.ts; only their types may be looked at. */
const ports = /^jobs\/define\.ts$/;

const rooms: Room[] = [
  { name: 'domain', holds: domain, may: [domain, /^(zod|temporal-polyfill|node:crypto)$/] },
  { name: 'cards', holds: /^cards\//, may: [/^cards\//, domain, anyPackage] },
  { name: 'jobs', holds: /^jobs\//, may: [/^jobs\//, /^cards\//, domain, anyPackage] },
  { name: 'http', holds: /^src\/http\//, may: [/^src\/http\//, /^cards\//, domain, anyPackage] },
  ...['store', 'queue', 'feishu', 'documents'].map((room) => ({ name: room, holds: new RegExp(`^src/${room}/`), may: [new RegExp(`^src/${room}/`), domain, anyPackage] })),
  { name: 'handle', holds: /^src\/handle\.ts$/, may: [domain, anyPackage] },
  { name: 'config', holds: /^src\/config\.ts$/, may: [domain, anyPackage] },
  { name: 'refiner', holds: /^src\/refiner\.ts$/, may: [domain, anyPackage] },
  { name: 'app and main', holds: /^src\/(app|main)\.ts$/, may: [/^src\//, /^cards\//, /^jobs\//, anyPackage] },
  { name: 'sandbox', holds: /^sandbox\//, may: [/^sandbox\//, anyPackage] },
];

const roomOf = (file: string): Room | undefined => rooms.find((room) => room.holds.test(file));

describe('who may look into whom', () => {
  it.each(rooms.map((room) => [room.name, room] as const))('%s looks only where it may', (_name, room) => {
    const strays = files.filter((file) => room.holds.test(file)).flatMap((file) => importsOf(read(file))
      .filter((wanted) => !room.may.some((rule) => rule.test(target(file, wanted))))
      .filter((wanted) => !(wanted.typeOnly && room.name !== 'domain' && room.name !== 'sandbox' && ports.test(target(file, wanted))))
      .map((wanted) => `${file} -> ${target(file, wanted)}`));
    expect(strays).toEqual([]);
  });

  it('within the jobs, answers lead on to the rooms of a subject, and all of them to the cards', () => {
    const order = [/^jobs\/answers\//, /^jobs\/(meeting|matter|papers|people)\//, /^jobs\/cards\//, /^jobs\/[^/]+$/];
    const rank = (file: string): number => order.findIndex((room) => room.test(file));
    const inner = files.filter((file) => file.startsWith('jobs/') && file !== 'jobs/index.ts');
    expect(inner.filter((file) => rank(file) < 0)).toEqual([]);
    const upward = inner.flatMap((file) => importsOf(read(file)).map((wanted) => target(file, wanted))
      .filter((other) => other.startsWith('jobs/') && rank(other) < rank(file)).map((other) => `${file} -> ${other}`));
    expect(upward).toEqual([]);
  });

  it('every product file belongs to a room', () => {
    const homeless = files.filter((file) => /^(src|cards|jobs|sandbox)\//.test(file) && !roomOf(file));
    expect(homeless).toEqual([]);
  });

  it('only the configuration reads the environment', () => {
    const readers = files.filter((file) => /^(src|cards|jobs|sandbox)\//.test(file) && /\bprocess\.env\b/.test(read(file)));
    expect(readers.filter((file) => file !== 'src/config.ts' && file !== 'sandbox/main.ts')).toEqual([]);
  });

  it('the domain reads no clock and draws no lots', () => {
    const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bTemporal\.Now\b|\brandom(UUID|Bytes|Int)\(/;
    expect(files.filter((file) => domain.test(file) && impure.test(withoutComments(read(file))))).toEqual([]);
  });

  it('nothing outside the sandbox and the scripts knows the sandbox', () => {
    const knowing = files.filter((file) => /^(src|cards|jobs)\//.test(file) && importsOf(read(file)).some((wanted) => target(file, wanted).startsWith('sandbox/')));
    expect(knowing).toEqual([]);
  });
});

describe('registries', () => {
  const lists: [string, string[]][] = [['cards/index.ts', []], ['jobs/index.ts', ['define.ts']]];
  it.each(lists)('%s leads to every file of its folder', (registry, apart) => {
    const folder = dirname(registry);
    const reached = reachedFrom(registry, (file) => file.startsWith(`${folder}/`));
    const lost = files.filter((file) => file.startsWith(`${folder}/`) && !apart.includes(basename(file)) && !reached.has(file));
    expect(lost).toEqual([]);
  });

  function reachedFrom(start: string, within: (file: string) => boolean): Set<string> {
    const seen = new Set<string>();
    const open = [start];
    for (let file = open.pop(); file !== undefined; file = open.pop()) {
      if (seen.has(file) || !within(file) || !existsSync(join(root, file))) continue;
      seen.add(file);
      const here = file;
      open.push(...importsOf(read(here)).map((wanted) => target(here, wanted)));
    }
    return seen;
  }
});

describe('size and shape', () => {
  const isTable = (file: string): boolean => /-(data|names)\.ts$/.test(file);

  it('no file is longer than 250 lines, data tables aside', () => {
    const long = files.filter((file) => !isTable(file)).map((file) => [file, read(file).trimEnd().split('\n').length] as const);
    expect(long.filter(([, lines]) => lines > 250).map(([file, lines]) => `${file}: ${lines}`)).toEqual([]);
  });

  it('no function is longer than 60 lines', () => {
    const long = files.filter((file) => !file.startsWith('test/') && !isTable(file)).flatMap((file) => longFunctions(read(file), 60).map((found) => `${file}:${found.line} ${found.lines}`));
    expect(long).toEqual([]);
  });

  it('no folder has a name that says nothing', () => {
    const empty = new Set(['utils', 'util', 'helpers', 'common', 'types', 'interfaces', 'services', 'managers']);
    expect(files.filter((file) => dirname(file).split('/').some((part) => empty.has(part)))).toEqual([]);
  });

  it('file names are in kebab-case', () => {
    expect(files.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.test|\.config|\.d)?\.(ts|tsx|mts|mjs)$/.test(basename(file)))).toEqual([]);
  });

  it('exports have names', () => {
    const nameless = files.filter((file) => !file.endsWith('.config.ts') && /^export default\b/m.test(read(file)));
    expect(nameless).toEqual([]);
  });

  it('no file is a barrel', () => {
    expect(files.filter((file) => isBarrel(read(file)))).toEqual([]);
  });
});

describe('the scan itself', () => {
  it('sees every form of import and leaves comments out', () => {
    const text = ["import { a } from './a.ts';", "import type { B } from './b.ts';", "import './c.ts';", "export * from './d.ts';", "import {", "  e,", "} from './e.ts';", "const f = await import('./f.ts');", "// import './g.ts';", "/* import './h.ts'; */"].join('\n');
    expect(importsOf(text)).toEqual([
      { from: './a.ts', typeOnly: false }, { from: './b.ts', typeOnly: true }, { from: './c.ts', typeOnly: false },
      { from: './d.ts', typeOnly: false }, { from: './e.ts', typeOnly: false }, { from: './f.ts', typeOnly: false },
    ]);
  });

  it('measures a function from its first to its last line', () => {
    const body = Array.from({ length: 59 }, () => '  step();').join('\n');
    expect(longFunctions(`export function long(): void {\n${body}\n}\n`, 60)).toEqual([{ line: 1, lines: 61 }]);
    expect(longFunctions(`export function short(): void {\n${body.slice(0, -10)}\n}\n`, 60)).toEqual([]);
  });

  it('calls a file that only passes on a barrel', () => {
    expect(isBarrel("/** x */\nexport { a, b } from './a.ts';\nexport * from './b.ts';\n")).toBe(true);
    expect(isBarrel("export { a } from './a.ts';\nexport const b = 1;\n")).toBe(false);
  });
});
