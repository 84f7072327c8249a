import { describe, expect, it } from 'vitest';
import { digest } from '../../src/domain/audit.ts';
import { createPapers } from '../../src/documents/index.ts';
import type { AuditEntry, Document } from '../../src/domain/document.ts';
import { timelineOf } from '../../src/domain/timeline.ts';
import * as story from '../documents/stories.ts';
import { after, as, blank, refusal } from './town.ts';

const world = { directory: story.directory, now: new Date('2026-12-20T09:00:00+08:00') };
const papers = createPapers({ directory: story.directory, settings: story.settings, now: () => world.now });
const { matter, forward } = story.forwarded();
const docs: Document[] = [matter, forward, { ...story.transferred(), matter: matter.id }];
const filesOf = (given: readonly Document[], id = 'clerk', bare = false) => papers.trail(matter, timelineOf(given, { id, bare }, world), id).map((file) => file.bytes.toString());

interface Exported { chains: { kind: string; lines: number; head: string; brokenAt?: number }[]; lines: (AuditEntry & { kind: string; no: string })[] }
const exported = (given: readonly Document[]): Exported => JSON.parse(filesOf(given)[1] ?? '') as Exported;

describe('全程留痕', () => {
  it('AC-8.2 holds source, destination, acts and people of all documents of a case in order of time, and every chain is whole', () => {
    const [text = ''] = filesOf(docs);
    for (const part of ['一、来源', '二、去向', '鄂公资转〔2026〕3号', '三、操作与责任人', '四、链式校验', '结论：全部完整。']) expect(text).toContain(part);
    const times = exported(docs).lines.map((line) => line.at);
    expect(times).toEqual([...times].sort());
    expect(exported(docs).chains.map((chain) => chain.kind)).toEqual(['matter', 'forward', 'transfer']);
  });
  it('can be checked by whoever has it: each hash fits its line, each line the one before, the last one its document', () => {
    for (const doc of docs.slice(0, 2)) {
      const lines = exported(docs).lines.filter((line) => line.kind === doc.kind).sort((a, b) => a.seq - b.seq);
      expect(lines.map((line) => line.prev)).toEqual(['', ...lines.slice(0, -1).map((line) => line.hash)]);
      for (const { kind: _kind, no: _no, hash, ...rest } of lines.filter((line) => 'by' in line)) expect(digest(rest)).toBe(hash);
      expect(lines.at(-1)?.hash).toBe(doc.audit.at(-1)?.hash);
    }
  });
  it('finds a line that was altered, in whichever document', () => {
    const altered = { ...forward, audit: forward.audit.map((line) => ({ ...line, note: '反馈截止 12月31日（周四）' })) };
    expect(filesOf([matter, altered])[0]).toContain('第 1 行起与校验值不符');
    expect(filesOf([matter, altered])[0]).not.toContain('全部完整');
    const shortened = { ...matter, audit: matter.audit.slice(1) };
    expect(exported([shortened]).chains[0]?.brokenAt).toBe(1);
  });
  it('holds of the reporter neither name nor pseudonym, and for an auditor no notes', () => {
    for (const text of filesOf(docs)) expect(text).not.toContain(story.secret.ref);
    expect(filesOf(docs)[0]).toContain('反馈截止');
    expect(filesOf(docs, 'clerk', true)[0]).not.toContain('反馈截止');
  });
  it('goes out (导出全程留痕) to the Center and the auditor alone, whatever became of the matter, and that is on the trail', () => {
    const closed = { ...blank('matter', 'm'), state: 'closed', no: 'XS-20261123-0001' };
    expect(refusal(closed, { act: 'exportTrail', by: as('zjj-liaison') })).toBe('E-901');
    expect(after(closed, { act: 'exportTrail', by: as('auditor') }).audit.at(-1)).toMatchObject({ code: 'TRAIL_OUT', by: { id: 'auditor' } });
  });
  it('gives lines only of documents that its reader may see, and the proof of all', () => {
    const hidden = { ...forward, data: { ...forward.data, out: ['clerk'] } };
    expect(exported([matter, hidden as Document]).lines.filter((line) => line.kind === 'forward')).toEqual([]);
    expect(exported([matter, hidden as Document]).chains).toHaveLength(2);
  });
});
