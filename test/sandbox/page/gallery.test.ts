import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../../../scripts/chromium.ts';
import { buildPage } from '../../../scripts/page.ts';
import { cardFault } from '../../../sandbox/card/validate.ts';
import { components } from '../../../sandbox/card/shapes-data.ts';
import { samples } from '../../../sandbox/page/gallery/samples-data.ts';
import { createSandbox, type Sandbox } from '../../../sandbox/server.ts';
import { patient } from './card-desk.ts';
import { seriousFindings } from './findings.ts';

let sandbox: Sandbox;
let browser: Browser;
beforeAll(async () => {
  await buildPage();
  sandbox = await createSandbox({ port: 0 });
  browser = await openChromium();
}, 60_000);
afterAll(async () => {
  await browser.close();
  await sandbox.stop();
});

async function enter(width: number, colorScheme: 'light' | 'dark' = 'light'): Promise<{ page: Page; faults: string[] }> {
  const page = await (await browser.newContext({ viewport: { width, height: 900 }, colorScheme, locale: 'zh-CN', reducedMotion: 'reduce' })).newPage();
  const faults: string[] = [];
  page.on('pageerror', (fault) => faults.push(String(fault)));
  page.setDefaultTimeout(6000);
  await page.goto(`${sandbox.url}/gallery`);
  await page.locator('.exhibit').first().waitFor();
  return { page, faults };
}

/** Elements that stick out of their card on the right; what scrolls in a box of its own does not count. */
const sticking = (page: Page) => page.evaluate(() => [...document.querySelectorAll('.card *')].filter((part) => {
  const card = part.closest('.card');
  return card !== null && part.closest('.table-scroll, pre, .sr, .chart-box, .people.is-limited') === null && part.getBoundingClientRect().right > card.getBoundingClientRect().right + 1;
}).map((part) => `${part.closest('.exhibit')?.id ?? ''}: ${part.tagName} ${part.className}`));

describe('the gallery of cards', { timeout: 60_000 }, () => {
  it('shows every component that the platform knows, each card legal', () => {
    const text = JSON.stringify(samples);
    expect(Object.keys(components).filter((tag) => !text.includes(`"tag":"${tag}"`))).toEqual([]);
    expect(samples.flatMap(({ card }) => cardFault(card) ?? []).map((fault) => fault.message)).toEqual([]);
  });

  it.each([['wide and light', 1400, 'light'], ['wide and dark', 1400, 'dark'], ['narrow and light', 375, 'light'], ['narrow and dark', 375, 'dark']] as const)('has no serious finding of axe, %s, and draws without a fault', async (_name, width, scheme) => {
    const { page, faults } = await enter(width, scheme);
    expect(await seriousFindings(page)).toEqual([]);
    expect(faults).toEqual([]);
    await page.context().close();
  });

  it.each([['a 320 px screen', 320], ['a 375 px screen', 375], ['a screen of 1280 px at 200 %', 640]] as const)('keeps every part inside its card on %s', async (_name, width) => {
    const { page } = await enter(width);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    expect(await sticking(page)).toEqual([]);
    await page.context().close();
  });

  it('fetches the chart library with the first chart that is looked at, and names a spec that is none', async () => {
    const { page } = await enter(1400);
    const fetched: string[] = [];
    page.on('request', (request) => fetched.push(request.url()));
    const charts = page.locator('#chart');
    expect(fetched.filter((url) => url.includes('chart-canvas'))).toEqual([]);
    await charts.scrollIntoViewIfNeeded();
    await expect.poll(() => charts.locator('.chart-box[data-state="drawn"] canvas').count(), { timeout: 15_000 }).toBeGreaterThan(1);
    await page.locator('#chart-more').scrollIntoViewIfNeeded();
    await expect.poll(() => page.locator('#chart-more .chart-failed').innerText(), patient).toContain('200550');
    expect(await charts.locator('table.sr').first().innerText()).toContain('month 6月');
    await page.context().close();
  });

  it('shows under a card what the bot would get, and what the client stops', async () => {
    const { page } = await enter(1400);
    const form = page.locator('#form');
    await form.getByRole('button', { name: '提交' }).click();
    await expect.poll(() => form.locator('.exhibit-outcome').innerText(), patient).toContain('有必填项未填写');
    expect(await form.locator('.is-missing').count()).toBe(2);
    await form.getByLabel('标题').fill('一件');
    await form.getByRole('button', { name: /类别/ }).click();
    await page.getByRole('option', { name: '乙类' }).click();
    await form.getByRole('button', { name: '提交' }).click();
    await expect.poll(() => form.locator('.exhibit-outcome pre').innerText(), patient).toMatch(/"form_value": \{[\s\S]*"kind": "b"/);
    await page.context().close();
  });

  it('speaks the language of the viewer where a card has it', async () => {
    const { page } = await enter(1400);
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => page.locator('#i18n .card').innerText(), patient).toMatch(/Switch the language[\s\S]*English[\s\S]*English words/);
    expect(await page.locator('#lark-tags .card').innerText()).toContain('Nov 24, 2026');
    await page.context().close();
  });

  it('opens a picture large and closes it with Esc, the focus back where it was', async () => {
    const { page } = await enter(1400);
    const picture = page.getByRole('button', { name: '放大：城墙与远山' }).first();
    await picture.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: '城墙与远山' }).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count(), patient).toBe(0);
    expect(await picture.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.context().close();
  });

  it('is reached from the help of the page', async () => {
    const { page } = await enter(1400);
    await page.getByRole('link', { name: '回到沙盘' }).click();
    await page.getByRole('button', { name: '键盘操作' }).click();
    expect(await page.getByRole('link', { name: '打开卡片样张' }).getAttribute('href')).toBe('/gallery');
    await page.context().close();
  });
});
