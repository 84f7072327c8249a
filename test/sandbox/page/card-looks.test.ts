import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../page-stage.ts';
import { openChat, patient, plain, showCard, tells } from './card-desk.ts';

let stage: Stage;
let page: Page;
beforeAll(async () => {
  stage = await setStage();
  page = await openChat(stage);
}, 60_000);
afterAll(() => stage.end());

const toasts = () => page.locator('#column-0 .toasts').innerText();
const words = (content: string) => ({ tag: 'markdown', content });

describe('how a card looks and behaves', { timeout: 30_000 }, () => {
  it('writes a streaming card letter by letter, keeps what is open, and takes no tap before it is done', async () => {
    const lively = await (await stage.browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'zh-CN', reducedMotion: 'no-preference' })).newPage();
    await lively.addInitScript((kept) => localStorage.setItem('sandbox-page', kept), await page.evaluate(() => localStorage.getItem('sandbox-page') ?? ''));
    await lively.goto(stage.sandbox.url);
    const card = {
      schema: '2.0', config: { streaming_mode: true, streaming_config: { print_frequency_ms: { default: 60 }, print_step: { default: 1 } } }, header: { title: plain('流式') },
      body: { elements: [{ tag: 'markdown', element_id: 'said', content: '开头' }, { tag: 'collapsible_panel', header: { title: plain('更多') }, elements: [words('里面')] }, { tag: 'button', text: plain('早了'), behaviors: tells('early') }] },
    };
    const { card_id: id } = await stage.call('POST', '/cardkit/v1/cards', { type: 'card_json', data: JSON.stringify(card) });
    await stage.call('POST', '/im/v1/messages?receive_id_type=open_id', { receive_id: stage.idOf('wl'), msg_type: 'interactive', content: JSON.stringify({ type: 'card', data: { card_id: id } }) });
    const drawn = lively.locator('#column-0 .card', { hasText: '流式' }).last();
    await drawn.locator('summary').click();
    const whole = `开头${'一个字一个字地写'.repeat(6)}`;
    await stage.call('PUT', `/cardkit/v1/cards/${String(id)}/elements/said/content`, { content: whole, sequence: 1 });
    await expect.poll(() => drawn.locator('.md').first().innerText(), { ...patient, interval: 20 }).toMatch(/^开头一个字.{0,30}$/);
    expect(await drawn.getByText('里面').count()).toBe(1);
    await drawn.getByRole('button', { name: '早了' }).click();
    await expect.poll(() => lively.locator('#column-0 .toasts').innerText(), patient).toContain('生成完才能操作');
    await expect.poll(() => drawn.locator('.md').first().innerText(), { timeout: 9000 }).toBe(whole);
    await lively.context().close();
  });

  it('forbids forwarding where the card does', async () => {
    await showCard(stage, page, { title: '不转发', elements: [words('内容')], more: { config: { enable_forward: false } } });
    const row = page.locator('#column-0 .message', { hasText: '不转发' }).last();
    await row.hover();
    await row.getByRole('button', { name: '对这条消息' }).click();
    await page.getByRole('button', { name: '回复', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: /^转发/ }).count()).toBe(0);
    await page.keyboard.press('Escape');
  });

  it('opens the link of a whole card, but not when a button on it is tapped', async () => {
    const card = await showCard(stage, page, { title: '整卡', elements: [words('点这里'), { tag: 'button', text: plain('只这个'), behaviors: tells('own') }], more: { card_link: { url: `${stage.sandbox.url}/gallery` } } });
    stage.actions.length = 0;
    await card.getByRole('button', { name: '只这个' }).click();
    await expect.poll(() => stage.actions.length, patient).toBe(1);
    expect(page.context().pages().length).toBe(1);
    const arrival = page.context().waitForEvent('page');
    await card.getByText('点这里').click({ force: true });
    await (await arrival).close();
  });

  it('lays columns out as flex_mode says once the card is narrow', async () => {
    const column = (word: string) => ({ tag: 'column', width: 'weighted', weight: 1, elements: [words(word)] });
    await page.setViewportSize({ width: 2200, height: 900 });
    const elements = ['none', 'stretch', 'bisect', 'trisect'].map((mode) => ({ tag: 'column_set', flex_mode: mode, columns: ['甲', '乙', '丙'].map((word) => column(`${mode}${word}`)) }));
    const card = await showCard(stage, page, { title: '分栏', elements });
    const lines = async (mode: string) => {
      const tops = await Promise.all(['甲', '乙', '丙'].map((word) => card.getByText(`${mode}${word}`, { exact: true }).evaluate((part) => Math.round(part.getBoundingClientRect().top))));
      return new Set(tops).size;
    };
    expect(await Promise.all(['none', 'stretch', 'bisect', 'trisect'].map(lines))).toEqual([1, 1, 1, 1]);
    await page.setViewportSize({ width: 375, height: 800 });
    await expect.poll(() => Promise.all(['none', 'stretch', 'bisect', 'trisect'].map(lines)), patient).toEqual([1, 3, 2, 1]);
    await page.setViewportSize({ width: 1440, height: 900 });
  });

  it('takes width, sizes and colours from the config of the card', async () => {
    const config = { width_mode: 'compact', style: { text_size: { 'cus-big': { default: 'normal', pc: 'x-large', mobile: 'large' } }, color: { 'cus-own': { light_mode: 'rgb(10, 80, 60)', dark_mode: 'rgb(200, 250, 230)' } } } };
    const card = await showCard(stage, page, { title: '样式', elements: [{ tag: 'div', text: { ...plain('大字'), text_size: 'cus-big', text_color: 'cus-own' } }], more: { config } });
    const looks = () => card.getByText('大字').evaluate((part) => [getComputedStyle(part).fontSize, getComputedStyle(part).color]);
    expect((await card.boundingBox())?.width).toBeLessThanOrEqual(400);
    expect(await looks()).toEqual(['18px', 'rgb(10, 80, 60)']);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await looks()).toEqual(['18px', 'rgb(200, 250, 230)']);
    await page.emulateMedia({ colorScheme: 'light' });
  });

  it('shows the tip of a button while it has the focus', async () => {
    const card = await showCard(stage, page, { title: '提示', elements: [{ tag: 'button', text: plain('有提示'), hover_tips: plain('按下后通知对方'), behaviors: tells('tip') }] });
    await card.getByRole('button', { name: '有提示' }).focus();
    await expect.poll(() => page.getByRole('tooltip').innerText(), patient).toBe('按下后通知对方');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('tooltip').count(), patient).toBe(0);
  });

  it('turns the pages of a table, and folds and unfolds a panel inside a panel', async () => {
    const rows = Array.from({ length: 7 }, (_, at) => ({ a: `第 ${at + 1} 行` }));
    const inner = { tag: 'collapsible_panel', header: { title: plain('里层') }, elements: [words('最里')] };
    const card = await showCard(stage, page, { title: '表与面板', elements: [{ tag: 'table', page_size: 3, columns: [{ name: 'a', display_name: '行' }], rows }, { tag: 'collapsible_panel', header: { title: plain('外层') }, elements: [inner] }] });
    await card.getByRole('button', { name: '下一页' }).click();
    expect(await card.locator('tbody').innerText()).toContain('第 4 行');
    await card.getByText('外层').click();
    await card.getByText('里层').click();
    await expect.poll(() => card.getByText('最里').count(), patient).toBe(1);
    await card.getByText('外层').click();
    await expect.poll(() => card.getByText('最里').count(), patient).toBe(0);
  });

  it('says that a card of more than 14 days takes no more taps', async () => {
    const card = await showCard(stage, page, { title: '旧卡', elements: [{ tag: 'button', text: plain('晚了'), behaviors: tells('late') }] });
    stage.actions.length = 0;
    await stage.post('/sandbox/clock', { days: 15 });
    const row = page.locator('#column-0 .message', { hasText: '旧卡' }).last();
    await expect.poll(() => row.locator('.card-expired').innerText(), { timeout: 15_000 }).toContain('14 天');
    await card.getByRole('button', { name: '晚了' }).click();
    await expect.poll(toasts, patient).toContain('200080');
    expect(stage.actions).toEqual([]);
  });
});
