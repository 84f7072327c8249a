import { describe, expect, it } from 'vitest';
import { sampleCases } from '../../scripts/tour/cases.ts';
import { wordsOf } from '../../sandbox/script/card-words.ts';
import type { Document } from '../../src/domain/document.ts';
import { forwarded, fromBot, passes, quiet, saidIn, stageFor } from './stage.ts';

const titled = /^[^\n｜]*/;

describe('limits that nobody keeps', () => {
  const { stage, on } = stageFor('reminders', { startAt: '2026-11-24T09:00:00+08:00', economy: true });
  let no = '';
  const matterOf = async () => (await stage().app.store.byNo(no)) as Document;
  const forwardOf = async () => (await stage().app.store.ofMatter((await matterOf()).id)).find((doc) => doc.kind === 'forward') as Document;
  /** What somebody has got since he had so many messages, by title, retired cards left out. */
  const since = async (who: string, before: number) =>
    (await fromBot(stage(), stage().person(who))).slice(before).filter((message) => message.type === 'interactive').map((message) => titled.exec(saidIn(message))?.[0] ?? '');
  const count = async (who: string) => (await fromBot(stage(), stage().person(who))).length;

  it('the Center is reminded of its own limit before it ends', async () => {
    const reporter = on('ggzy-staff1');
    await reporter.says(sampleCases['C1']?.text ?? '');
    await reporter.sees('请核对线索信息');
    await reporter.taps('确认登记', { on: '请核对线索信息' });
    no = /XS-\d{8}-\d{4}/.exec(wordsOf((await reporter.sees('已登记')).content))?.[0] ?? '';
    await quiet(stage());
    const matter = await matterOf();
    expect(matter.clocks.map((clock) => [clock.rule, clock.due.dueDate, clock.stoppedAt])).toEqual([['T01', '2026-11-26', undefined]]);
    await forwarded(stage(), on('ggzy-clerk1'), { matter, organs: ['ZJJ'] });
    const liaison = on('zjj-liaison');
    expect(wordsOf((await liaison.sees('举报件转办单')).content)).toContain('2026年12月15日（周二）');
  });

  it('asks the liaisons to sign on the last afternoon, and tells the deputy on the next morning, not before', async () => {
    const [liaison, deputy] = [await count('zjj-liaison'), await count('zjj-deputy')];
    await passes(stage(), '2026-11-25T15:00:00+08:00');
    expect(await since('zjj-liaison', liaison)).toEqual([]);
    await passes(stage(), '2026-11-25T15:31:00+08:00');
    expect(await since('zjj-liaison', liaison)).toEqual([`请签收：${no}`]);
    expect(await since('zjj-deputy', deputy)).toEqual([]);
    await passes(stage(), '2026-11-26T08:59:00+08:00');
    expect(await since('zjj-deputy', deputy)).toEqual([]);
    await passes(stage(), '2026-11-26T09:14:00+08:00');
    expect(await since('zjj-deputy', deputy)).toEqual([`请签收：${no}`]);
    await on('zjj-liaison').taps('签收', { on: '请签收' });
    await quiet(stage());
  });

  it('reminds ten, five, three and one working day before the limit and on the day, at nine, each once', async () => {
    const before = await count('zjj-liaison');
    const days = ['2026-12-01', '2026-12-08', '2026-12-10', '2026-12-14', '2026-12-15'];
    for (const [index, day] of days.entries()) {
      await passes(stage(), `${day}T08:59:00+08:00`);
      expect((await fromBot(stage(), stage().person('zjj-liaison'))).length - before, `${day} early`).toBe(index);
      await passes(stage(), `${day}T09:14:00+08:00`);
      expect((await fromBot(stage(), stage().person('zjj-liaison'))).length - before, day).toBe(index + 1);
    }
    expect((await since('zjj-liaison', before)).at(-1)).toContain('今天到期');
  });

  it('AC-9.3 one working day over, the liaison, the deputy and the clerk of the Center hear of it, and nobody above', async () => {
    const before = { clerk: await count('ggzy-clerk1'), deputy: await count('zjj-deputy'), head: await count('zjj-head'), chief: await count('ggzy-head') };
    await passes(stage(), '2026-12-16T09:14:00+08:00');
    expect(await since('zjj-deputy', before.deputy)).toEqual([`已过反馈期限：${no}`]);
    expect(await since('ggzy-clerk1', before.clerk)).toEqual([`已过反馈期限：${no}`]);
    expect([await count('zjj-head'), await count('ggzy-head')]).toEqual([before.head, before.chief]);
    const card = await on('zjj-liaison').sees('已过反馈期限');
    expect(wordsOf(card.content)).toContain('应于 12月15日（周二）反馈，尚未收到');
    expect(wordsOf(card.content)).not.toMatch(/[！]|严重|失职|拖延/);
  });

  it('an explanation given is shown again at the next stage, three working days over, to the head and the deputy', async () => {
    const liaison = on('zjj-liaison');
    await liaison.taps('说明原因', { on: '已过反馈期限' });
    await liaison.taps('说明原因', { on: '预计日期', form: { reason: 'test', expected: '2026-12-22 +0800' } });
    await quiet(stage());
    const before = { deputy: await count('zjj-deputy'), head: await count('zjj-head'), chief: await count('ggzy-head') };
    await passes(stage(), '2026-12-18T09:14:00+08:00');
    const card = await on('zjj-head').sees('逾期督办');
    expect(wordsOf(card.content)).toMatch(/部门说明（12月16日[^）]*王磊）：等待检测鉴定，预计 12月22日（周二）/);
    expect(await since('zjj-head', before.head)).toEqual([`逾期督办：${no}`]);
    expect(await since('zjj-deputy', before.deputy)).toEqual([`逾期督办：${no}`]);
    expect(await count('ggzy-head')).toBe(before.chief);
  });

  it('five working days over, the head of the Center hears of it', async () => {
    const before = await count('ggzy-head');
    await passes(stage(), '2026-12-22T09:14:00+08:00');
    expect((await since('ggzy-head', before)).filter((title) => title.includes('逾期督办'))).toEqual([`逾期督办：${no}`]);
  });

  it('after that nobody is reminded again, and each stage stands on the trail once and in order', async () => {
    // A card that followed another within ten minutes was put off till the ten minutes were over.
    await passes(stage(), '2026-12-22T09:45:00+08:00');
    const before = await Promise.all(['zjj-liaison', 'zjj-deputy', 'zjj-head', 'ggzy-head'].map(count));
    await passes(stage(), '2027-02-22T09:30:00+08:00');
    const forward = await forwardOf();
    expect((await Promise.all(['zjj-liaison', 'zjj-deputy', 'zjj-head', 'ggzy-head'].map(count)))).toEqual(before);
    const fired = forward.audit.filter((entry) => entry.cause.startsWith('alarm-T03')).map((entry) => entry.note);
    expect(fired).toEqual(['before10', 'before5', 'before3', 'before1', 'dueDay', 'over1', 'over3', 'over5']);
    expect(forward.alarms).toEqual([]);
  });
});

describe('a clock that jumps', () => {
  const { stage, on } = stageFor('jump', { startAt: '2026-11-24T09:00:00+08:00', economy: true });

  it('over many limits brings each stage once and in order, and one live card to each person', async () => {
    const reporter = on('ggzy-staff1');
    await reporter.says(sampleCases['C1']?.text ?? '');
    await reporter.sees('请核对线索信息');
    await reporter.taps('确认登记', { on: '请核对线索信息' });
    const no = /XS-\d{8}-\d{4}/.exec(wordsOf((await reporter.sees('已登记')).content))?.[0] ?? '';
    await forwarded(stage(), on('ggzy-clerk1'), { matter: (await stage().app.store.byNo(no)) as Document, organs: ['ZJJ'] });
    await passes(stage(), '2027-01-20T10:00:00+08:00');
    const forward = (await stage().app.store.search({ kind: 'forward', text: no, limit: 1 }))[0];
    const fired = forward?.audit.filter((entry) => entry.cause.startsWith('alarm-T03')).map((entry) => entry.note);
    expect(fired).toEqual(['before10', 'before5', 'before3', 'before1', 'dueDay', 'over1', 'over3', 'over5']);
    for (const who of ['zjj-liaison', 'zjj-head', 'zjj-deputy', 'ggzy-head']) {
      const live = (await fromBot(stage(), stage().person(who))).filter((message) => message.type === 'interactive' && saidIn(message).includes(no) && !saidIn(message).includes('已失效') && /逾期|期限|签收|转办单/.test(saidIn(message)));
      expect(live.length, who).toBeLessThanOrEqual(1);
    }
  }, 60_000);
});
