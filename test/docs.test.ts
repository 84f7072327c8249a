import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { regulationPage } from '../scripts/coverage/page.ts';
import { flowPage, limitsOf, roleNames, targetsOf } from '../scripts/docs.ts';
import { kinds } from '../src/domain/document.ts';
import { flows } from '../src/domain/flows.ts';
import { refusalCodes } from '../src/domain/refusal.ts';

const root = resolve(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const readmes = ['README.md', 'README.zh-CN.md'] as const;
const decisions = readdirSync(join(root, 'docs', 'decisions')).map((name) => `docs/decisions/${name}`);
const pages = [...readmes, 'CONTRIBUTING.md', 'CHANGELOG.md', ...readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md')).map((name) => `docs/${name}`), ...decisions];
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Folders at the top that belong to the project: all that Git does not ignore. */
function topFolders(): string[] {
  const apart = new Set(['.git', ...read('.gitignore').split('\n').map((line) => line.replaceAll('/', ''))]);
  return readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !apart.has(entry.name)).map((entry) => entry.name).sort();
}

/** Paths of the tree that a README shows; two blanks of indentation are one level. */
function treeOf(page: string): string[] {
  const block = /```text\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  const above: string[] = [];
  return block.trimEnd().split('\n').map((line) => {
    const level = (/^ */.exec(line)?.[0].length ?? 0) / 2;
    above[level] = line.trim().split(/\s/)[0] ?? '';
    return above.slice(0, level + 1).join('');
  });
}

const withoutCode = (page: string): string => page.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');

describe('the two READMEs', () => {
  it.each(readmes)('%s gives the first command by line 20', (name) => {
    const head = read(name).split('\n').slice(0, 20);
    expect(head.findIndex((line) => line.startsWith('git clone'))).toBeGreaterThan(0);
    expect(head).toContain('npm start');
  });

  it.each(readmes)('%s shows the top folders as they are, and nothing that is not there', (name) => {
    const tree = treeOf(read(name));
    expect(tree.filter((path) => /^[^/]+\/$/.test(path)).map((path) => path.slice(0, -1)).sort()).toEqual(topFolders());
    expect(tree.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it.each(readmes)('%s explains every setting of src/config.ts and no other', (name) => {
    const wanted = [...read('src/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): /gm)].map((found) => found[1] ?? '');
    const explained = [...read(name).matchAll(/^\| `([A-Z][A-Z_]+)` +\|/gm)].map((found) => found[1] ?? '');
    expect(wanted.length).toBeGreaterThan(10);
    expect(explained.toSorted()).toEqual(wanted.toSorted());
  });

  it('both have the same chapters, settings and commands', () => {
    const shape = (name: string): unknown => [read(name).match(/^## /gm)?.length, read(name).match(/^\| `/gm)?.length, treeOf(read(name))];
    expect(shape('README.zh-CN.md')).toEqual(shape('README.md'));
  });
});

describe('every page', () => {
  /** What a pattern finds on the pages, with the page it stands on. */
  const named = (pattern: RegExp, of: (page: string) => string = read): { page: string; what: string }[] =>
    pages.flatMap((page) => [...of(page).matchAll(pattern)].map((found) => ({ page, what: found[1] ?? '' })));

  it('names only commands that exist', () => {
    const commands = named(/npm run (?:-s )?([a-z][\w:-]*)/g);
    expect(commands.length).toBeGreaterThan(10);
    expect(commands.filter(({ what }) => !(what in scripts))).toEqual([]);
  });

  it('names only commands whose own file is there', () => {
    const files = Object.entries(scripts).flatMap(([command, line]) => [...line.matchAll(/(?:^|\s)((?:scripts|sandbox)\/\S+)/g)].map((found) => ({ command, file: found[1] ?? '' })));
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter(({ file }) => !existsSync(join(root, file)))).toEqual([]);
  });

  it('links only to what is there', () => {
    const links = named(/\]\(([^)\s]+)\)/g, (page) => withoutCode(read(page))).filter(({ what }) => !/^[a-z]+:|^#/.test(what));
    expect(links.length).toBeGreaterThan(10);
    expect(links.filter(({ page, what }) => !existsSync(join(root, dirname(page), what.replace(/#.*$/, ''))))).toEqual([]);
  });

  it('names only files that are there', () => {
    const placeholder = /^((cards|jobs)\/x\.ts|docs\/decisions\/NNNN-title\.md)$/;
    const files = named(/`((?:src|cards|jobs|sandbox|scripts|test|docs)\/[\w./-]*)`/g).filter(({ what }) => !placeholder.test(what));
    expect(files.length).toBeGreaterThan(30);
    expect(files.filter(({ what }) => !existsSync(join(root, what)))).toEqual([]);
  });

  it('says nothing about the place where it was written', () => {
    expect(named(/(\bsessions?\b|\/(?:work|home|root|tmp)\/|\bissue \d)/gi)).toEqual([]);
  });
});

describe('docs/flow.md', () => {
  it('is what the flow tables say', () => {
    expect(read('docs/flow.md') === flowPage(), 'run npm run docs').toBe(true);
  });

  it('finds where every row leads, also where it depends', () => {
    const lost = kinds.flatMap((kind) => flows[kind].rows.filter((row) => !targetsOf(flows[kind], row).length || targetsOf(flows[kind], row).some((state) => state !== '=' && !(state in flows[kind].states))));
    expect(lost.map((row) => row.act)).toEqual([]);
    const approve = flows.referral.rows.find((row) => row.act === 'approve');
    expect(approve && targetsOf(flows.referral, approve)).toEqual(['v.done', 't.refused', 'v.closed', 'v.decided']);
    expect(approve && limitsOf(approve)).toEqual({ start: [], stop: ['T08', 'T37'] });
    const deliver = flows.transfer.rows.find((row) => row.act === 'deliver');
    expect(deliver && limitsOf(deliver)).toEqual({ start: ['T10', 'T39', 'T40', 'T41'], stop: ['T38', 'T09'] });
  });
});

describe('docs/regulation.md', () => {
  it('is what flows, cards, papers and tests say', () => {
    expect(read('docs/regulation.md') === regulationPage(), 'run npm run docs').toBe(true);
  });
});

describe('docs/glossary.md', () => {
  const rows = [...read('docs/glossary.md').matchAll(/^\| ([^|]+) \| `([^`]+)` +\| `([^`]+)` +\|$/gm)].map((found) => ({ term: found[1] ?? '', name: found[2] ?? '', file: found[3] ?? '' }));

  it('names only what stands in the named file', () => {
    const stands = (name: string, file: string): boolean => existsSync(join(root, file)) && new RegExp(`(?<![\\w.-])${name.replaceAll('.', '\\.')}(?![\\w-])`).test(read(file));
    expect(rows.length).toBeGreaterThan(100);
    expect(rows.filter((row) => !stands(row.name, row.file))).toEqual([]);
  });

  it.each([
    ['role', Object.keys(roleNames)], ['refusal', [...refusalCodes]],
    ['state', kinds.flatMap((kind) => Object.keys(flows[kind].states).filter((state) => state !== 'new'))],
  ])('has every %s', (_what, names) => {
    expect(names.filter((name) => !rows.some((row) => row.name === name))).toEqual([]);
  });

  it('calls states as the flows do', () => {
    const names = new Map(kinds.flatMap((kind) => Object.entries(flows[kind].states)).map(([state, name]) => [`${state} ${name}`, name]));
    const states = /## States\n([\s\S]*?)\n## /.exec(read('docs/glossary.md'))?.[1] ?? '';
    const given = [...states.matchAll(/^\| ([^|（]+)[^|]* \| `([^`]+)`/gm)].map((found) => `${found[2] ?? ''} ${(found[1] ?? '').trim()}`);
    expect(given.filter((pair) => !names.has(pair))).toEqual([]);
  });
});

describe('decision records', () => {
  it('have context, decision and consequences in at most forty lines', () => {
    const parts = ['**Context.**', '**Decision.**', '**Consequences.**'];
    expect(decisions.length).toBeGreaterThan(5);
    expect(decisions.filter((name) => read(name).trimEnd().split('\n').length > 40 || parts.some((part) => !read(name).includes(part)))).toEqual([]);
  });

  it('are numbered without gaps', () => {
    const numbers = decisions.map((name) => Number(/\/(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1])).toSorted((a, b) => a - b);
    expect(numbers).toEqual(decisions.map((_name, index) => index + 1));
  });
});
