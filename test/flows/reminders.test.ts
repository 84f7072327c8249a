import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { retireOld } from '../../jobs/cards/retire-old.ts';
import { sampleCases } from '../../scripts/tour/cases.ts';
import { glance, wordsOf } from '../../sandbox/script/card-words.ts';
import { createApp, type App } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Forward } from '../../src/domain/forward/forward.ts';
import { ownParts } from '../parts.ts';
import { forwarded, fromBot, passes, quiet, registered, saidIn, stageFor } from './stage.ts';

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
  /** What a 督办函 by the head of the Center comes to where no card offers it. */
  const supervises = async () => {
    const by = { role: 'person', id: stage().person('ggzy-head').id, ref: '', reporter: false } as const;
    const outcome = await stage().app.handle({ kind: 'forward', id: (await forwardOf()).id, act: 'supervise', by, input: {}, cause: `by-hand-${stage().app.deps.now().toISOString()}` });
    return outcome.ok ? 'written' : outcome.refusal.code;
  };

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

  it('five working days over, the head of the Center hears of it, and no letter can be written before', async () => {
    const before = await count('ggzy-head');
    expect(glance((await on('ggzy-clerk1').sees('逾期督办')).content).buttons).not.toContain('发督办函');
    expect(await supervises()).toBe('input');
    await passes(stage(), '2026-12-22T09:14:00+08:00');
    expect((await since('ggzy-head', before)).filter((title) => title.includes('逾期督办'))).toEqual([`逾期督办：${no}`]);
  });

  it('D-14 from its fifth working day on the head of the Center sends a 督办函 by his card; it is refused before, is written once, and reaches head, deputy and liaison', async () => {
    const chief = on('ggzy-head');
    await chief.taps('发督办函', { on: /逾期督办/, toast: '已发 鄂公资督〔2026〕1号' });
    await quiet(stage());
    const letter = (await forwardOf()).data as Forward;
    for (const who of ['zjj-head', 'zjj-deputy', 'zjj-liaison']) {
      const files = (await fromBot(stage(), stage().person(who))).filter((message) => message.type === 'file').map(saidIn);
      expect(files.filter((words) => words.includes('督办函')), who).toEqual([expect.stringMatching(/鄂公资督〔2026〕1号[^]*\.docx/)]);
    }
    expect(letter.supervised).toMatchObject({ no: '鄂公资督〔2026〕1号', by: chief.cast.name, dueDate: '2026-12-15' });
    const card = await chief.sees(/逾期督办/);
    expect(wordsOf(card.content)).toContain('督办函 鄂公资督〔2026〕1号 已于 12月22日（周二）发出');
    expect(glance(card.content).buttons).not.toContain('发督办函');
    expect(await supervises()).toBe('stale');
  });

  it('K45 on its thirteenth day a card only leads to the present one; what still waits there comes with that morning, and nothing to whom nothing waits', async () => {
    const liaison = on('zjj-liaison');
    await passes(stage(), '2026-12-22T09:45:00+08:00');
    const before = { liaison: await count('zjj-liaison'), head: await count('zjj-head') };
    const { id } = await liaison.sees('逾期督办');
    await passes(stage(), '2027-01-03T23:59:00+08:00');
    await retireOld(stage().app.deps);
    expect((await liaison.sees('逾期督办')).id).toBe(id);
    await passes(stage(), '2027-01-04T08:00:00+08:00');
    const dead = await stage().client.waitFor(liaison.cast.id, (message) => message.id === id && saidIn(message).includes('该卡片已失效'), { timeoutMs: 10_000 });
    expect(glance(dead.content).buttons).toEqual(['打开最新卡片']);
    expect(await count('zjj-liaison')).toBe(before.liaison);
    await passes(stage(), '2027-01-04T09:14:00+08:00');
    expect(await since('zjj-liaison', before.liaison)).toEqual([`反馈办理结果：${no}`]);
    expect(await count('zjj-head')).toBe(before.head);
    await stage().client.tap({ as: liaison.cast.id, message: id, at: { text: '打开最新卡片' } });
    await quiet(stage());
    expect((await liaison.sees('逾期督办')).id).not.toBe(id);
  });

  it('after that nobody is reminded again, and each stage stands on the trail once and in order', async () => {
    // A card that followed another within ten minutes was put off till the ten minutes were over, at the latest till the next morning.
    for (const time of ['2027-01-04T09:45:00', '2027-01-05T09:45:00']) await passes(stage(), `${time}+08:00`);
    // The board of the duty group is put up anew by itself; it reminds nobody.
    const reminded = () => Promise.all(['zjj-liaison', 'zjj-deputy', 'zjj-head', 'ggzy-head'].map(async (who) => (await fromBot(stage(), stage().person(who))).filter((message) => !saidIn(message).startsWith('来件')).length));
    const before = await reminded();
    await passes(stage(), '2027-02-22T09:30:00+08:00');
    const forward = await forwardOf();
    expect(await reminded()).toEqual(before);
    const fired = forward.audit.filter((entry) => entry.cause.startsWith('alarm-T03')).map((entry) => entry.note);
    expect(fired).toEqual(['before10', 'before5', 'before3', 'before1', 'dueDay', 'over1', 'over3', 'over5']);
    expect(forward.alarms).toEqual([]);
  });
});

describe('a clock that jumps', () => {
  const { stage, on } = stageFor('jump', { startAt: '2026-11-24T09:00:00+08:00', economy: true });
  let restarted: App | undefined;
  afterAll(async () => restarted?.stop(), 30_000);

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

  it('a notice of the year that is imported afterwards counts its limits anew, and the list of the next morning says so', async () => {
    const no = await forwarded(stage(), on('ggzy-clerk1'), { matter: await registered(stage(), on('ggzy-staff1'), '垚砾二中操场改造'), organs: ['ZJJ'] });
    const due = async () => (await stage().app.store.search({ kind: 'forward', text: no, limit: 1 }))[0]?.clocks.find((clock) => clock.rule === 'T04')?.due;
    expect(await due()).toMatchObject({ dueDate: '2027-01-21', provisional: true });
    const notice = join(await mkdtemp(join(tmpdir(), 'xietong-notice-')), 'holidays.json');
    await writeFile(notice, JSON.stringify({ 2027: { source: '2027年部分节假日安排的通知', off: ['2027-01-21'], work: [] } }));
    await stage().app.stop();
    restarted = stage().app = await createApp(readConfig({ ...stage().env, HOLIDAYS_FILE: notice }), { prefix: ownParts('notice').prefix });
    await expect.poll(due, { timeout: 20_000, interval: 200 }).toMatchObject({ dueDate: '2027-01-22', provisional: false });
    await quiet(stage());
    await passes(stage(), '2027-01-22T09:14:00+08:00');
    expect(saidIn(await on('zjj-liaison').sees(/今日提醒　1月22日/))).toContain(`${no}　放假安排已导入，期限由 1月21日（周四）调整为 1月22日（周五）`);
  }, 60_000);
});
