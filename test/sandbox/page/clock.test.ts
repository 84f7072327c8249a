import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { setStage, type Stage } from '../page-stage.ts';
import { seriousFindings } from './findings.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.post('/sandbox/clock', { to: '2030-01-07T10:00:00+08:00' });
  await stage.post('/sandbox/clock', { rate: 0 });
}, 60_000);
afterAll(() => stage.end());

const patient = { timeout: 6000 };
const announce = (entries: { at: string; words: string; kind: 'reminder' | 'due' }[]) => stage.post('/sandbox/agenda', { from: 'test', entries });

async function chooseJump(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: '快进', exact: true }).click();
  await page.getByRole('button', { name: words }).click();
}

const timeOn = (page: Page) => page.locator('.clock-now').innerText();

describe('moving the clock by hand', { timeout: 40_000 }, () => {
  it('tells what will happen on the way before it goes there', async () => {
    await announce([{ at: '2030-01-07T10:30:00+08:00', words: '签收提醒', kind: 'reminder' }, { at: '2030-01-08T24:00:00+08:00', words: '签收期限到', kind: 'due' }]);
    const page = await stage.open();
    await chooseJump(page, '1 小时后');
    const way = page.getByRole('region', { name: '途中会发生' });
    await expect.poll(() => way.innerText(), patient).toMatch(/11:00.*途中会发生 1 件事.*签收提醒/s);
    expect(await timeOn(page)).toContain('10:00');
    expect(await seriousFindings(page)).toEqual([]);
    await way.getByRole('button', { name: '直接到' }).click();
    await expect.poll(() => timeOn(page), patient).toContain('11:00');
    await page.context().close();
  });

  it('stops at each thing on the way, says which, and then arrives', async () => {
    await announce([{ at: '2030-01-07T12:00:00+08:00', words: '第一次提醒', kind: 'reminder' }, { at: '2030-01-08T08:00:00+08:00', words: '第二次提醒', kind: 'reminder' }]);
    const page = await stage.open();
    await chooseJump(page, '下一个工作日 09:00');
    await page.getByRole('button', { name: '逐件停下' }).click();
    const strip = page.locator('.ride');
    await expect.poll(() => strip.innerText(), patient).toMatch(/停在 1月7日（周一） 12:00：第一次提醒/);
    await strip.getByRole('button', { name: '下一件（还有 1 件）' }).click();
    await expect.poll(() => strip.innerText(), patient).toContain('第二次提醒');
    expect(await seriousFindings(page)).toEqual([]);
    await strip.getByRole('button', { name: /^直接到/ }).click();
    await expect.poll(() => timeOn(page), patient).toMatch(/1月8日.*09:00/s);
    await expect.poll(() => strip.count(), patient).toBe(0);
    await page.context().close();
  });

  it('goes to the next reminder and to the next due time', async () => {
    await announce([{ at: '2030-01-09T09:00:00+08:00', words: '提醒', kind: 'reminder' }, { at: '2030-01-10T17:00:00+08:00', words: '到期', kind: 'due' }]);
    const page = await stage.open();
    await chooseJump(page, '下一次提醒');
    await page.getByRole('button', { name: '直接到' }).click();
    await expect.poll(() => timeOn(page), patient).toMatch(/1月9日.*09:00/s);
    await chooseJump(page, '下一个到期');
    await page.getByRole('button', { name: '直接到' }).click();
    await expect.poll(() => timeOn(page), patient).toMatch(/1月10日.*17:00/s);
    await chooseJump(page, '1 小时后');
    expect(await page.getByRole('button', { name: '下一个到期' }).isDisabled()).toBe(true);
    await page.context().close();
  });

  it('changes the pace, and says that 现在 cannot turn time back', async () => {
    const page = await stage.open();
    await page.getByRole('button', { name: /^快慢/ }).click();
    await page.getByRole('button', { name: /^3600×/ }).click();
    await expect.poll(() => page.getByRole('button', { name: /^快慢/ }).innerText(), patient).toBe('3600×');
    await page.getByRole('button', { name: '现在' }).click();
    await page.locator('#column-0 .picker').click();
    await page.getByRole('searchbox', { name: '搜索人员' }).fill('wl');
    await page.keyboard.press('Enter');
    await page.locator('#column-0').getByRole('button', { name: /最近提示/ }).click();
    await expect.poll(() => page.locator('.notice-list').innerText(), patient).toContain('要回到过去请读取存档');
    expect(await page.getByRole('button', { name: /^快慢/ }).innerText()).toBe('1×');
    await page.context().close();
  });
});
