import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from 'playwright-core';
import { openChromium } from '../../../scripts/chromium.ts';
import { buildPage } from '../../../scripts/page.ts';
import type { City } from '../../../sandbox/api/city.ts';
import { createSandbox, type Sandbox } from '../../../sandbox/server.ts';
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

const patient = { timeout: 8000 };

describe('an empty city', { timeout: 40_000 }, () => {
  it('offers to invent one, says so while it is built, and then has people to choose', async () => {
    const page = await (await browser.newContext({ viewport: { width: 1024, height: 768 }, locale: 'zh-CN', reducedMotion: 'reduce' })).newPage();
    await page.goto(sandbox.url);
    await expect.poll(() => page.locator('main').innerText(), patient).toMatch(/还没有人。.*造一座城（17 个单位 300 人）.*导入存档/s);
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '造一座城（17 个单位 300 人）' }).click();
    await page.locator('#column-0 .picker').click(patient);
    await expect.poll(() => page.locator('.person-option').count(), patient).toBeGreaterThan(3);
    const city = (await (await fetch(`${sandbox.url}/sandbox/city`)).json()) as City;
    expect([city.departments.length, city.people.length]).toEqual([17, 300]);
    await page.context().close();
  });
});
