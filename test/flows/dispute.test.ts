import { describe, expect, it } from 'vitest';
import { brokenAt } from '../../src/domain/audit.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { playDispute, type Settled } from '../../scripts/tour/dispute.ts';
import { troupeOn } from '../../scripts/tour/play.ts';
import { fromBot, quiet, saidIn, stageFor } from './stage.ts';

describe('a matter that two departments refuse', () => {
  const { stage } = stageFor('dispute');
  let settled: Settled;
  const docs = async () => stage().app.store.ofMatter((await stage().app.store.byNo(settled.no))?.id ?? '');

  it('goes before a meeting, to the department that the meeting names, and is closed; an overdue task climbs to deputy and head', async () => {
    settled = await playDispute(troupeOn(stage()));
    await quiet(stage());
    expect(settled.result).toContain('查实部分问题');
    // The clock moves by eleven days in one step, past the life of the first cards: nobody tries to change those any more.
    expect((await stage().client.breaches()).entries.map((entry) => `${entry.title}: ${entry.breaches.join()}`)).toEqual([]);
  }, 180_000);

  it('leaves one branch that answered and two that were returned, nothing running, and unbroken trails', async () => {
    const all = await docs();
    const matter = all[0] as Document<Matter>;
    expect([matter.state, matter.data.forwards.map(({ organ, state }) => `${organ} ${state}`)]).toEqual(['closed', ['ZJJ returned', 'JTJ returned', 'ZJJ closed']]);
    expect(all.flatMap((doc) => doc.clocks.filter((clock) => !clock.stoppedAt).map((clock) => `${doc.id} ${clock.rule}`))).toEqual([]);
    expect(all.map((doc) => brokenAt(doc.audit))).toEqual(all.map(() => undefined));
  });

  it('keeps the dissent word by word, says one line in the group, and disbands it after the last task', async () => {
    const meeting = (await docs()).find((doc) => doc.kind === 'meeting') as Document<Meeting>;
    expect(meeting.state).toBe('c.done');
    expect(meeting.data.guests.find(({ organ }) => organ === 'JTJ')?.dissent).toBe('我单位认为教学楼由业主自行管理，\n不宜由行业部门承办。');
    const said = (await fromBot(stage(), stage().person('jtj-backup'), meeting.data.chat)).filter(({ type }) => type === 'text').map(saidIn);
    expect(said.filter((line) => line.includes('纪要已确认'))).toEqual([expect.stringContaining('纪要已确认，1 项任务已派出')]);
    const group = (await stage().client.chats(stage().person('jtj-backup').id)).find(({ id }) => id === meeting.data.chat);
    expect(group?.dissolved).toBe(true);
  });
});
