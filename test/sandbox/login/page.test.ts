import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../../../scripts/chromium.ts';
import { startTown, type Town } from '../city.ts';
import { loginUrl } from './agree.ts';

describe('the login page', { timeout: 40_000 }, () => {
  let town: Town;
  let browser: Browser;
  let app: Server;
  let home = '';
  beforeAll(async () => {
    town = await startTown();
    app = createServer((_request, response) => void response.end('arrived'));
    await new Promise<void>((resolve) => app.listen(0, '127.0.0.1', resolve));
    home = `http://127.0.0.1:${(app.address() as AddressInfo).port}/back`;
    browser = await openChromium();
  });
  afterAll(async () => {
    await browser.close();
    app.closeAllConnections();
    app.close();
    await town.sandbox.stop();
  });

  async function open(options: { dark?: boolean; width?: number } = {}): Promise<Page> {
    const context = await browser.newContext({
      javaScriptEnabled: false,
      locale: 'zh-CN',
      colorScheme: options.dark === true ? 'dark' : 'light',
      viewport: { width: options.width ?? 1000, height: 800 },
    });
    const page = await context.newPage();
    await page.goto(loginUrl(town, { redirect_uri: home, state: 's1', scope: 'contact:user.email:readonly' }));
    return page;
  }

  it('lets one be a person by keyboard alone and without script, and says that it is not Feishu', async () => {
    const page = await open();
    expect(await page.locator('header').innerText()).toContain('不是真实飞书');
    await page.getByRole('searchbox').fill('科长');
    await page.keyboard.press('Enter');
    await page.waitForURL(/find=/);
    expect(await page.getByRole('radio').count()).toBe(1);
    await page.getByRole('radio', { name: '李娜' }).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '同意并登录' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(`${home}**`);
    const back = new URL(page.url());
    expect([back.searchParams.get('state'), back.searchParams.get('code')?.length]).toEqual(['s1', 32]);
    await page.context().close();
  });

  it('refusing needs no person', async () => {
    const page = await open();
    await page.getByRole('button', { name: '拒绝' }).click();
    await page.waitForURL(`${home}**`);
    expect(new URL(page.url()).searchParams.get('error')).toBe('access_denied');
    await page.context().close();
  });

  it.each([{ dark: false }, { dark: true }, { width: 390 }])('has no fault that axe finds: %o', async (look) => {
    const context = await browser.newContext({
      colorScheme: look.dark === true ? 'dark' : 'light',
      viewport: { width: look.width ?? 1000, height: 800 },
    });
    const page = await context.newPage();
    for (const wish of [{ scope: 'contact:user.email:readonly' }, { response_type: 'token' }]) {
      await page.goto(loginUrl(town, wish));
      expect((await new AxeBuilder({ page }).analyze()).violations.map((each) => each.id)).toEqual([]);
    }
    await context.close();
  });
});
