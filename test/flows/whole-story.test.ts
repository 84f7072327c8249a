import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import type { Transfer } from '../../src/domain/transfer/transfer.ts';
import { play } from '../../scripts/tour/play.ts';
import { sampleCases } from '../../scripts/tour/cases.ts';
import { quiet, stageFor } from './stage.ts';

const textOf = (name: string) => sampleCases[name]?.text ?? '';

describe('a matter of one department, from the first words to the result', () => {
  const { stage } = stageFor('story-c1', { economy: true });

  it('a telephone tip on collusion goes to 市住建局, is verified by two, approved by the head, transferred to the police, and closed with the receipt', async () => {
    const played = await play(stage(), textOf('C1'));
    expect(played.no).toMatch(/^XS-\d{8}-\d{4}$/);
    expect(played.organs).toEqual(['ZJJ']);
    expect(played.result).toContain('查实部分问题');
    expect(played.steps.some((step) => step.did.includes('批准移送') && step.who.includes('巴特尔'))).toBe(true);
    expect(played.breaches).toBe(0);
  }, 120_000);

  it('leaves nothing running: every clock is stopped, no alarm waits, no effect is open', async () => {
    await quiet(stage());
    const docs = (await stage().app.store.search({ limit: 50 })).filter((doc) => doc.kind !== 'organ');
    expect(docs.map((doc) => doc.kind).sort()).toEqual(['forward', 'matter', 'referral', 'transfer']);
    for (const doc of docs.filter((one) => one.kind !== 'transfer')) {
      expect(doc.clocks.filter((clock) => !clock.stoppedAt).map((clock) => clock.rule), doc.kind).toEqual([]);
      expect(doc.alarms, doc.kind).toEqual([]);
    }
  });
});

describe('the other sample matters, one after the other in one city (C2 is played in complaints.test.ts)', () => {
  const { stage } = stageFor('story-cases');
  const tellers = { C3: 'ggzy-staff4', C4: 'ggzy-staff1', C5: 'ggzy-staff2', C6: 'ggzy-staff3' } as const;
  const plays = (name: keyof typeof tellers) => play(stage(), textOf(name), { by: tellers[name] });
  const did = ({ steps }: Awaited<ReturnType<typeof plays>>, words: string): boolean => steps.some((step) => step.did.includes(words));
  const partsOf = async ({ no }: { no: string }) => {
    const matter = (await stage().app.store.byNo(no)) as Document<Matter>;
    return { matter, docs: await stage().app.store.ofMatter(matter.id) };
  };

  it('C3: what a system noticed is a 预警, goes to 市交通局, and on to the police', async () => {
    const played = await plays('C3');
    expect([played.no.slice(0, 2), played.organs, played.result, played.breaches]).toEqual(['YJ', ['JTJ'], '查实部分问题，已依法处理', 0]);
    const { matter, docs } = await partsOf(played);
    expect([matter.state, matter.data.kind, docs.filter(({ kind }) => kind === 'transfer').map(({ data }) => (data as Transfer).receiver)]).toEqual(['closed', 'warning', ['GAJ']]);
  }, 120_000);

  it('C5: what concerns an official goes to discipline inspection by a keeper, and only the rest of it to 市生态环境局', async () => {
    const played = await plays('C5');
    expect([played.organs, did(played, '转送纪检监察'), did(played, '我来办'), played.breaches]).toEqual([['STHJ'], true, false, 0]);
    const { matter, docs } = await partsOf(played);
    expect([matter.state, matter.data.referred !== '', docs.find(({ kind }) => kind === 'forward')?.state]).toEqual(['closed', true, 'closed']);
    const brief = JSON.stringify(docs.find(({ kind }) => kind === 'forward')?.data);
    for (const kept of ['打电话打招呼', '通话截图', '要求保密']) expect(brief).not.toContain(kept);
  }, 120_000);

  it('C4: a consultation is held, and both departments answer before it closes', async () => {
    const played = await plays('C4');
    expect([played.organs, did(played, '参加'), played.result, played.breaches]).toEqual([['SLJ', 'RSJ'], true, '查实部分问题，已依法处理', 0]);
  }, 180_000);

  it('C6: what an inspection tour found goes before the four organs concerned, and its meeting ends with its task', async () => {
    const played = await plays('C6');
    expect([played.organs, played.result, played.breaches]).toEqual([['ZJJ'], '查实部分问题，已依法处理', 0]);
    const { matter, docs } = await partsOf(played);
    const meeting = docs.find(({ kind }) => kind === 'meeting') as Document<Meeting>;
    expect([matter.state, matter.data.kind, meeting.state, meeting.data.guests.map(({ organ }) => organ).toSorted()]).toEqual(['closed', 'assigned', 'c.done', ['CZJ', 'FGW', 'GZW', 'ZJJ']]);
  }, 180_000);

  it('leaves no limit of any of them running but those of other organs after a transfer', async () => {
    await quiet(stage());
    const docs = (await stage().app.store.search({ limit: 100 })).filter(({ kind }) => kind !== 'organ' && kind !== 'transfer');
    expect(docs.flatMap((doc) => doc.clocks.filter((clock) => !clock.stoppedAt).map(({ rule }) => `${doc.kind} ${rule}`))).toEqual([]);
  });
});
