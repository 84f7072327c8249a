import { unzipSync, zipSync } from 'fflate';
import { expect, it } from 'vitest';
import { withFixedDates } from '../../src/documents/paper/zip-dates.ts';

const files = { 'a.xml': new TextEncoder().encode('<a/>'), '目录/b.xml': new TextEncoder().encode('<b/>'.repeat(200)) };

it('equal contents packed at different moments become equal bytes and still open', () => {
  const [early, late] = ['2026-11-23T09:00:00Z', '2027-02-01T17:30:10Z'].map((mtime) => zipSync(files, { mtime: new Date(mtime) }));
  expect(Buffer.from(early ?? []).equals(Buffer.from(late ?? []))).toBe(false);
  const fixed = withFixedDates(early ?? new Uint8Array());
  expect(fixed.equals(withFixedDates(late ?? new Uint8Array()))).toBe(true);
  expect(Object.keys(unzipSync(fixed))).toEqual(Object.keys(files));
});

it('what is not a zip is an error', () => {
  expect(() => withFixedDates(Buffer.from('not a zip at all, but long enough'))).toThrow('zip');
});
