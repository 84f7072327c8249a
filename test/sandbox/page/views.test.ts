import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { setStage, type Stage } from '../page-stage.ts';
import { seriousFindings } from './findings.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.post('/sandbox/tour', {
    id: 't', title: '问一声好', minutes: 1,
    steps: [{ title: '问好', moves: [{ as: 'wl', words: '请点「发送」。', chat: { app: 'cli_a1b2c3d4e5f60718' }, press: { say: '你好' } }] }],
  });
}, 60_000);
afterAll(() => stage.end());

const tab = (name: string) => async (page: Page) => page.locator('#column-0').getByRole('button', { name, exact: true }).click();
const more = (name: string) => async (page: Page) => {
  await page.getByRole('button', { name: '更多', exact: true }).click();
  await page.getByRole('button', { name, exact: true }).click();
};

const views: [string, (page: Page) => Promise<void>][] = [
  ['the calendar', tab('日历')],
  ['the tasks', tab('任务')],
  ['the people', tab('人员')],
  ['the inspector with an entry open', async (page) => {
    await more('检查器')(page);
    await page.locator('#inspector .log-row', { hasText: 'tenant_access_token' }).first().click();
    await page.locator('.detail-verdict').waitFor();
  }],
  ['the faults', more('故障开关')],
  ['the saves', more('存档')],
  ['the recorder', more('录制')],
  ['the clock with a way chosen', async (page) => {
    await page.getByRole('button', { name: '快进', exact: true }).click();
    await page.getByRole('button', { name: '下一个工作日 09:00' }).click();
    await page.locator('.on-the-way').waitFor();
  }],
  ['the tour', async (page) => {
    await page.getByRole('button', { name: /^带我走一遍/ }).click();
    await page.locator('.tour-ring').waitFor();
  }],
];

describe('on a phone in the dark', { timeout: 40_000 }, () => {
  it.each(views)('%s fits, has no serious finding, and still says that it is not Feishu', async (_name, open) => {
    const page = await stage.open({ width: 375, height: 740 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.locator('#column-0 .picker').click();
    await page.getByRole('searchbox', { name: '搜索人员' }).fill('wl');
    await page.keyboard.press('Enter');
    await page.locator('#column-0 .picker', { hasText: '王磊' }).waitFor();
    await open(page);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    expect(await page.locator('.banner-text > span').first().isVisible()).toBe(true);
    await page.context().close();
  });
});
