import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { effectJobs } from '../jobs/index.ts';

const root = join(import.meta.dirname, '..');

describe('jobs', () => {
  it('every job that a flow asks for exists under that name', () => {
    const asked = readdirSync(join(root, 'src/domain'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).flatMap((file) =>
      [...readFileSync(join(root, 'src/domain', file), 'utf8').matchAll(/post\('([a-z-]+)'/g)].map(([, job = '']) => ({ file, job })));
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.filter(({ job }) => !Object.hasOwn(effectJobs, job))).toEqual([]);
  });
});
