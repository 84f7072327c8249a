import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultKinds } from '../../sandbox/api/faults.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';
import { usual } from '../../sandbox/state/settings.ts';

const root = resolve(import.meta.dirname, '..', '..');
const manual = readFileSync(resolve(root, 'docs/sandbox.md'), 'utf8');
const chapter = (name: string): string => new RegExp(`\\n## ${name}\\n([\\s\\S]*?)(?=\\n## |$)`).exec(manual)?.[1] ?? '';
const firstCells = (name: string): string[] => [...chapter(name).matchAll(/^\| `?([^`|]+?)`? \|/gm)].map((found) => (found[1] ?? '').trim()).slice(1);

describe('docs/sandbox.md', () => {
  let sandbox: Sandbox;
  beforeAll(async () => void (sandbox = await createSandbox({ port: 0 })));
  afterAll(() => sandbox.stop());

  it('has every route of the control API once, and no other', async () => {
    const routes = (await (await fetch(`${sandbox.url}/sandbox/routes`)).json()) as { method: string; path: string }[];
    expect(routes.length).toBeGreaterThan(50);
    expect(firstCells('The control API').toSorted()).toEqual(routes.map(({ method, path }) => `${method} ${path}`).toSorted());
  });

  it('has every fault and every setting, with its usual value', () => {
    expect(firstCells('Faults')).toEqual([...faultKinds]);
    const rows = [...chapter('Settings').matchAll(/^\| `(\w+)` \| ([^|]*) \|/gm)].map((found) => [found[1], (found[2] ?? '').trim()]);
    const shown = (value: unknown): string => (Array.isArray(value) ? '[]' : String(value));
    expect(rows).toEqual(Object.entries(usual).map(([name, value]) => [name, shown(value)]));
  });

  it.each([
    ['Conformance list', 14, 'checklist'],
    ['Known mistakes of bots', 25, 'traps'],
  ])('%s: %i rows, each with a test of its number in %s.test.ts', (name, count, file) => {
    const numbers = Array.from({ length: count }, (_, index) => String(index + 1));
    expect(firstCells(name)).toEqual(numbers);
    const tests = readFileSync(resolve(root, `test/sandbox/${file}.test.ts`), 'utf8');
    const titles = [...tests.matchAll(/^ {2}(?:it\(|it\.each.*?\)\(|\]\)\()'(\d+) /gm)].map((found) => found[1]);
    expect(titles).toEqual(numbers);
  });
});
