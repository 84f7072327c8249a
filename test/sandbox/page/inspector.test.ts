import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import type { LogEntry } from '../../../sandbox/api/inspector.ts';
import { setStage, type Stage } from '../page-stage.ts';
import { seriousFindings } from './findings.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await stage.sendCard('wl', { schema: '2.0', body: { elements: [{ tag: 'markdown', content: '请查收' }] } });
  await stage.post('/open-apis/im/v1/messages?receive_id_type=open_id', {});
}, 60_000);
afterAll(() => stage.end());

const patient = { timeout: 6000 };
const rowsOf = (page: Page) => page.locator('#inspector .log-row');
const detailOf = (page: Page) => page.locator('#inspector .detail');

describe('the inspector', { timeout: 40_000 }, () => {
  it('shows the newest entry, its verdict in words, and both sides of it whole', async () => {
    const page = await stage.open();
    await rowsOf(page).filter({ hasText: 'receive_id_type' }).first().click();
    const detail = detailOf(page);
    await expect.poll(() => detail.getByRole('region', { name: '请求' }).innerText(), patient).toContain('receive_id');
    expect(await detail.getByRole('region', { name: '应答' }).innerText()).toContain('message_id');
    expect(await detail.innerText()).toContain('合规');
    expect(await seriousFindings(page)).toEqual([]);
    await page.context().close();
  });

  it('masks tokens: of the authorization only its kind is left', async () => {
    const page = await stage.open();
    await rowsOf(page).filter({ hasText: 'receive_id_type' }).first().click();
    const headers = detailOf(page).getByRole('region', { name: /^头部/ });
    await expect.poll(() => headers.innerText(), patient).toMatch(/authorization: "Bearer t-…"/);
    await page.context().close();
  });

  it('finds words inside JSON that travels as a string', async () => {
    const page = await stage.open();
    await rowsOf(page).filter({ hasText: 'receive_id_type' }).first().click();
    await detailOf(page).getByRole('searchbox').fill('请查收');
    await expect.poll(() => detailOf(page).locator('mark').first().innerText(), patient).toBe('请查收');
    await page.context().close();
  });

  it('jumps to each breach and names the rule', async () => {
    const page = await stage.open();
    await page.locator('#inspector').getByRole('button', { name: /^违反 / }).click();
    await expect.poll(() => detailOf(page).innerText(), patient).toMatch(/违反：.*99991661/s);
    await page.getByRole('checkbox', { name: '只看违反' }).check();
    await expect.poll(() => rowsOf(page).count(), patient).toBe(1);
    await page.context().close();
  });

  it('filters by kind, words and code', async () => {
    const page = await stage.open();
    await page.getByRole('searchbox', { name: '筛选记录' }).fill('messages post');
    await expect.poll(() => rowsOf(page).count(), patient).toBe(2);
    await page.getByRole('combobox', { name: '按码筛选' }).selectOption('99991661');
    await expect.poll(() => rowsOf(page).count(), patient).toBe(1);
    await page.getByRole('button', { name: '事件', exact: true }).click();
    await expect.poll(() => page.locator('#inspector .log').innerText(), patient).toContain('还没有记录');
    await page.context().close();
  });

  it('draws only what is in view of a thousand entries, and moves through them by arrow keys', async () => {
    for (let turn = 0; turn < 20; turn += 1) await Promise.all(Array.from({ length: 50 }, () => fetch(`${stage.sandbox.url}/open-apis/nowhere`)));
    const page = await stage.open();
    await expect.poll(() => page.locator('#inspector .log-bar').innerText(), patient).toMatch(/10\d\d 条/);
    await expect.poll(() => rowsOf(page).count(), patient).toBeGreaterThan(5);
    expect(await rowsOf(page).count()).toBeLessThan(60);
    await page.locator('#inspector .log').focus();
    await page.keyboard.press('Home');
    await expect.poll(() => page.locator('#inspector .log-row[aria-selected="true"]').getAttribute('aria-posinset'), patient).toBe('1');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => page.locator('#inspector .log-row[aria-selected="true"]').getAttribute('aria-posinset'), patient).toBe('2');
    await page.context().close();
  });

  it('stands still while paused, and forgets everything when cleared', async () => {
    const page = await stage.open();
    await page.getByRole('button', { name: '暂停' }).click();
    await fetch(`${stage.sandbox.url}/open-apis/elsewhere`);
    await expect.poll(() => page.locator('#inspector .log-bar').innerText(), patient).toContain('已暂停，又来了 1 条');
    await page.getByRole('button', { name: '清空记录' }).click();
    await expect.poll(() => page.locator('#inspector .log').innerText(), patient).toContain('还没有记录');
    await page.context().close();
  });

  it('copies a call as curl and replays it', async () => {
    await stage.sendCard('wl', { schema: '2.0', body: { elements: [{ tag: 'markdown', content: '再来一次' }] } });
    const page = await stage.open();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await rowsOf(page).filter({ hasText: 'receive_id_type' }).last().click();
    await page.getByRole('button', { name: '复制 curl' }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText()), patient).toMatch(/curl .*im\/v1\/messages/s);
    await page.getByRole('button', { name: '重放' }).click();
    await expect.poll(() => detailOf(page).innerText(), patient).toContain('已重放，应答 200');
    expect(await page.getByRole('link', { name: '存为测试' }).getAttribute('href')).toMatch(/\/sandbox\/log\/\d+\/fixture$/);
    await page.context().close();
  });

  it('gives every attempt to push an event with the answer it got', async () => {
    await stage.post('/sandbox/say', { as: stage.idOf('wl'), to: 'cli_a1b2c3d4e5f60718', text: '你好' });
    const events = async () => ((await (await fetch(`${stage.sandbox.url}/sandbox/log?limit=20`)).json()) as LogEntry[]).filter((entry) => entry.kind === 'event' && entry.title.includes('消息'));
    await expect.poll(async () => (await events()).length, patient).toBeGreaterThan(0);
    const page = await stage.open();
    await rowsOf(page).filter({ hasText: '消息' }).last().click();
    await page.getByRole('button', { name: '重放' }).click();
    await expect.poll(() => detailOf(page).innerText(), patient).toContain('同一事件推了 2 次');
    await page.context().close();
  });
});
