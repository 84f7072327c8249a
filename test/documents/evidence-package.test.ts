import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createPapers } from '../../src/documents/index.ts';
import { timelineOf } from '../../src/domain/timeline.ts';
import { opened } from './opened.ts';
import * as story from './stories.ts';

const papers = createPapers({ directory: story.directory, settings: story.settings, now: () => new Date('2026-12-09T16:20:00+08:00') });
const { matter, forward } = story.forwarded();
const timeline = timelineOf([matter, forward], { id: 'clerk', bare: false }, { directory: story.directory, now: new Date('2026-12-09T16:20:00+08:00') });
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const exhibit = (n: number, size: number) => {
  const bytes = new Uint8Array(size).fill(n);
  return { n, name: `材料0${n}.bin`, sha256: sha256(bytes), at: '2026-11-23T01:25:00.000Z', bytes };
};
const packed = (limit: number, ...sizes: number[]) => papers.bundle(matter, { exhibits: sizes.map((size, index) => exhibit(index + 1, size)), timeline, by: 'liaison' }, limit);
const manifestOf = (zip: Uint8Array) => JSON.parse(strFromU8(unzipSync(zip)['manifest.json'] as Uint8Array)) as { parts: number; files: { n: number; file: string; sha256: string; inThisPart: boolean; tooLarge: boolean }[] };

describe('an evidence package', () => {
  it('holds every file with the bytes whose checksum its manifest names, the list, and the trail with its chain', async () => {
    const [made, ...others] = await packed(1000, 10, 20);
    expect(others).toEqual([]);
    expect(made?.name).toBe('XS-20261123-0001 证据包.zip');
    const files = unzipSync(made?.bytes as Uint8Array);
    for (const row of manifestOf(made?.bytes as Uint8Array).files) expect(sha256(files[`证据/${row.file}`] as Uint8Array)).toBe(row.sha256);
    expect(Object.keys(files)).toContain('XS-20261123-0001 证据清单.docx');
    const trail = strFromU8(files['XS-20261123-0001 全程留痕.txt'] as Uint8Array);
    for (const line of [...matter.audit, ...forward.audit]) expect(trail).toContain(line.hash);
  });

  it('names on every page of the list, in the manifest and in the trail who took it and at which minute; the exhibits stay as they are', async () => {
    const [made] = await packed(1000, 10);
    const files = unzipSync(made?.bytes as Uint8Array);
    const { paths, part } = opened(files['XS-20261123-0001 证据清单.docx'] as Uint8Array);
    const heads = paths.filter((path) => /^word\/header\d+\.xml$/.test(path)).map((path) => part(path));
    expect(heads.length).toBeGreaterThanOrEqual(2);
    for (const head of heads) expect(head).toContain('string="市住建局 王磊 2026年12月9日（周三）16:20"');
    expect(JSON.parse(strFromU8(files['manifest.json'] as Uint8Array))).toMatchObject({ exported: { by: '市住建局 王磊', at: '2026年12月9日（周三）16:20' } });
    for (const name of ['全程留痕.txt', '全程留痕.json']) expect(strFromU8(files[`XS-20261123-0001 ${name}`] as Uint8Array)).toContain('王磊');
    expect(strFromU8(files['XS-20261123-0001 全程留痕.txt'] as Uint8Array)).toContain('2026年12月9日（周三）16:20　市住建局 王磊 导出');
    expect(sha256(files['证据/材料01.bin'] as Uint8Array)).toBe(exhibit(1, 10).sha256);
  });

  it('carries a check code that does not depend on who took it', async () => {
    const list = async (by: string) => unzipSync((await papers.bundle(matter, { exhibits: [exhibit(1, 10)], timeline, by }, 1000))[0]?.bytes as Uint8Array)['XS-20261123-0001 证据清单.docx'] as Uint8Array;
    const [one, other] = [await list('liaison'), await list('clerk')];
    expect(opened(one).part('docProps/custom.xml')).toBe(opened(other).part('docProps/custom.xml'));
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(false);
  });

  it('is the same to the byte when it is made twice', async () => {
    const [first, second] = [await packed(1000, 10, 20), await packed(1000, 10, 20)];
    expect(first[0]?.bytes.equals(second[0]?.bytes as Buffer)).toBe(true);
  });

  it('is divided where the files together are too large for one, each part naming them all', async () => {
    const parts = await packed(30, 20, 20, 10);
    expect(parts.map(({ name }) => name)).toEqual(['XS-20261123-0001 证据包（1之2）.zip', 'XS-20261123-0001 证据包（2之2）.zip']);
    expect(parts.map(({ bytes }) => manifestOf(bytes).files.filter((row) => row.inThisPart).map((row) => row.n))).toEqual([[1], [2, 3]]);
  });

  it('names what is too large for any part and leaves it out', async () => {
    const [made] = await packed(30, 40, 10);
    expect(manifestOf(made?.bytes as Uint8Array).files.map((row) => [row.n, row.tooLarge, row.inThisPart])).toEqual([[1, true, false], [2, false, true]]);
  });

  it('holds nothing of the reporter', async () => {
    const [made] = await packed(1000, 10);
    const all = Object.values(unzipSync(made?.bytes as Uint8Array)).map((bytes) => Buffer.from(bytes).toString('latin1') + strFromU8(bytes)).join('');
    for (const trace of ['其其格', '15847700000', story.secret.ref, story.secret.open]) expect(all).not.toContain(trace);
  });
});
