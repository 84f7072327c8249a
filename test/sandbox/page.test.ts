import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drawCards } from '../../sandbox/page/render-static.ts';
import { seriousFindings } from './page/findings.ts';
import { formCard, setStage, type Stage } from './page-stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
}, 60_000);
afterAll(() => stage.end());
beforeEach(() => {
  stage.actions.length = 0;
  Object.assign(stage.answer, { body: { toast: { type: 'success', content: '已登记' } }, delayMs: 0 });
});

/** A browser on a busy machine is slow. */
const patient = { timeout: 6000 };

async function become(page: Page, column: number, query: string): Promise<void> {
  await page.locator(`#column-${column} .picker`).click();
  await page.getByRole('searchbox', { name: /搜索人员|Search people/ }).fill(query);
  await page.keyboard.press('Enter');
}

async function enterBot(page: Page, column: number): Promise<void> {
  await page.locator(`#column-${column} .chat-row`, { hasText: '小助手' }).click();
  await page.locator(`#column-${column} .composer`).waitFor();
}

describe('the page of the sandbox', { timeout: 40_000 }, () => {
  it('says at all times that it is not Feishu', async () => {
    const page = await stage.open();
    await expect.poll(() => page.locator('.banner').innerText(), patient).toContain('不是真实飞书');
    expect(await page.title()).toBe('沙盘');
    await page.context().close();
  });

  it('speaks English when asked, also after a reload, and says in English that it is not Feishu', async () => {
    const page = await stage.open();
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => page.locator('.banner').innerText(), patient).toContain('not the real Feishu');
    await page.reload();
    await expect.poll(() => page.locator('html').getAttribute('lang'), patient).toBe('en');
    expect(await page.title()).toBe('Sandbox');
    await become(page, 0, 'wl');
    expect(await seriousFindings(page)).toEqual([]);
    await page.getByRole('button', { name: '中文' }).click();
    await expect.poll(() => page.locator('.banner').innerText(), patient).toContain('不是真实飞书');
    await page.context().close();
  });

  it('finds a person by the initials of his pinyin and keeps him over a reload', async () => {
    const page = await stage.open();
    await become(page, 1, 'qqg');
    await page.reload();
    await expect.poll(() => page.locator('#column-1 .picker').innerText(), patient).toContain('其其格');
    await page.context().close();
  });

  it('lets two people talk past each other: a text reaches the log and stands in the chat', async () => {
    const page = await stage.open();
    await become(page, 0, 'wl');
    await enterBot(page, 0);
    await page.locator('#column-0').getByRole('textbox', { name: '输入消息' }).fill('你好');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('#column-0 .message .bubble').last().innerText(), patient).toBe('你好');
    await expect.poll(() => page.locator('.log').innerText(), patient).toContain('消息');
    await page.context().close();
  });

  it('marks the required fields of a blocked form, keeps what was typed, then sends the form and shows the toast', async () => {
    const page = await stage.open();
    await become(page, 0, '王磊');
    await enterBot(page, 0);
    const message = await stage.sendCard('wl', formCard([stage.idOf('bt'), stage.idOf('qq')]));
    const card = page.locator('#column-0 .card').last();
    await card.getByLabel('详情').fill('两处现场都看过');
    await card.getByRole('button', { name: '提交' }).click();
    await expect.poll(() => page.locator('#column-0 .toasts').innerText(), patient).toContain('有必填项未填写');
    expect(await card.locator('.is-missing').count()).toBe(1);
    expect(await card.getByLabel('详情').inputValue()).toBe('两处现场都看过');
    expect(stage.actions).toEqual([]);

    await stage.post('/sandbox/react', { as: stage.idOf('wl'), message, emoji: 'OK' });
    await expect.poll(() => page.locator('#column-0 .reaction').last().innerText(), patient).toContain('OK');
    expect(await card.getByLabel('详情').inputValue()).toBe('两处现场都看过');

    await card.getByRole('button', { name: /类别/ }).click();
    await page.getByRole('option', { name: '乙类' }).click();
    await card.getByRole('button', { name: /参加人/ }).click();
    await page.getByRole('searchbox', { name: '搜索参加人' }).fill('bte');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await card.getByText('已阅').click();
    await card.getByRole('button', { name: '提交' }).click();
    await expect.poll(() => page.locator('#column-0 .toasts').innerText(), patient).toContain('已登记');
    expect(stage.actions).toMatchObject([
      { tag: 'button', name: 'go', value: { act: 'go' }, form_value: { kind: 'b', who: [stage.idOf('bt')], detail: '两处现场都看过', seen: true } },
    ]);
    await page.locator('#column-0').getByRole('button', { name: /最近提示/ }).click();
    await expect.poll(() => page.locator('.notice-list').innerText(), patient).toContain('已登记');
    await page.context().close();
  });

  it('picks a day with the keyboard in the form of the platform', async () => {
    const page = await stage.open();
    await become(page, 0, '王磊');
    await enterBot(page, 0);
    const card = page.locator('#column-0 .card').last();
    await card.getByRole('button', { name: /日期/ }).click();
    await page.locator('.month-day[tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => card.getByRole('button', { name: /日期/ }).innerText(), patient).toMatch(/^\d+年\d+月\d+日（周.）$/);
    await page.context().close();
  });

  it('asks the confirm question first and sends nothing when the person says no', async () => {
    const page = await stage.open();
    await become(page, 0, '王磊');
    await enterBot(page, 0);
    await page.locator('#column-0 .card').last().getByRole('button', { name: '作废' }).click();
    await page.getByRole('dialog', { name: '作废这张表？' }).getByRole('button', { name: '取消' }).click();
    expect(stage.actions).toEqual([]);
    await page.locator('#column-0 .card').last().getByRole('button', { name: '作废' }).click();
    await page.getByRole('dialog', { name: '作废这张表？' }).getByRole('button', { name: '确认' }).click();
    await expect.poll(() => stage.actions.length, patient).toBe(1);
    await page.context().close();
  });

  it('keeps the button busy until the bot has answered and shows the code of a bad answer', async () => {
    const page = await stage.open();
    await become(page, 0, '王磊');
    await enterBot(page, 0);
    Object.assign(stage.answer, { body: { toast: 'no object' }, delayMs: 600 });
    await page.locator('#column-0 .card').last().getByRole('button', { name: '更多操作' }).click();
    await page.getByRole('button', { name: '转给别人' }).click();
    await expect.poll(() => page.locator('#column-0 .card [aria-busy="true"]').count(), patient).toBe(1);
    await expect.poll(() => page.locator('#column-0 .toasts').innerText(), patient).toContain('错误码 200672');
    expect(await page.locator('#column-0 .card [aria-busy="true"]').count()).toBe(0);
    await page.context().close();
  });

  it('draws HTML and script links of a card as dead text', async () => {
    const page = await stage.open();
    await become(page, 0, '王磊');
    await enterBot(page, 0);
    const words = page.locator('#column-0 .card').last().locator('.md').first();
    await expect.poll(() => words.innerText(), patient).toContain('<img src=x');
    expect(await words.locator('img').count()).toBe(0);
    expect(await words.locator('a[href^="javascript"]').count()).toBe(0);
    await page.context().close();
  });

  it('has no serious finding of axe in two columns, nor at phone width', async () => {
    const page = await stage.open();
    await become(page, 0, '王磊');
    await enterBot(page, 0);
    await become(page, 1, '其其格');
    expect(await seriousFindings(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await seriousFindings(page)).toEqual([]);
    await page.setViewportSize({ width: 375, height: 667 });
    await page.evaluate(() => document.querySelector<HTMLElement>('#inspector button')?.click());
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(375);
    await page.context().close();
  });

  it('says when the connection is lost', async () => {
    const page = await stage.open();
    await page.route('**/sandbox/stream*', (route) => route.abort());
    await page.reload();
    await expect.poll(() => page.locator('.lost').innerText(), patient).toBe('连接已断开，正在重连');
    await page.context().close();
  });

  it('draws cards alone for a gallery, without a server', async () => {
    const page = await (await stage.browser.newContext()).newPage();
    await drawCards(page, { cards: [{ title: '样张', card: formCard([]) }], theme: 'dark', width: 375 });
    expect(await page.locator('[data-card="0"] .card-frame').boundingBox()).toMatchObject({ width: 375 });
    expect(await page.locator('.card-head').innerText()).toContain('登记表');
    await page.context().close();
  });
});
