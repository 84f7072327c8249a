import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../page-stage.ts';
import { openChat, patient, plain, showCard, tells } from './card-desk.ts';
import { byKeyboard, byKeyboardInForm, inside, outside, type TapGround } from './taps-data.ts';

let stage: Stage;
let page: Page;
let ground: TapGround;

/** The smallest picture there is. */
const dot = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

async function uploadPicture(): Promise<string> {
  const form = new FormData();
  form.append('image_type', 'message');
  form.append('image', new Blob([dot], { type: 'image/png' }), 'dot.png');
  return String((await stage.call('POST', '/im/v1/images', form))['image_key']);
}

beforeAll(async () => {
  stage = await setStage();
  page = await openChat(stage);
  page.setDefaultTimeout(4000);
  ground = { people: { wl: stage.idOf('wl'), bt: stage.idOf('bt'), qq: stage.idOf('qq') }, images: [await uploadPicture(), await uploadPicture()] };
}, 60_000);
afterAll(() => stage.end());
beforeEach(async () => {
  // A list that a failed test left open would make all the rest fail.
  await page.keyboard.press('Escape');
  stage.actions.length = 0;
  Object.assign(stage.answer, { body: {}, delayMs: 0 });
});

const sent = async () => {
  await expect.poll(() => stage.actions.length, patient).toBe(1);
  return stage.actions[0];
};

describe('what reaches the bot', { timeout: 30_000 }, () => {
  it.each(outside)('$name outside a form sends its own callback', async ({ name, component, use, sends }) => {
    const card = await showCard(stage, page, { title: `外 ${name}`, elements: [component(ground)] });
    await use(card, page);
    expect(await sent()).toEqual(sends(ground));
  });

  it.each(inside)('$name in a form goes with the submit button', async ({ name, component, use, sends }) => {
    const submit = { tag: 'button', name: 'go', text: plain('提交'), form_action_type: 'submit', behaviors: tells('go') };
    const card = await showCard(stage, page, { title: `内 ${name}`, elements: [{ tag: 'form', name: 'sheet', elements: [{ ...component(ground), name: 'field' }, submit] }] });
    await use(card, page);
    expect(stage.actions).toEqual([]);
    await card.getByRole('button', { name: '提交' }).click();
    expect(await sent()).toEqual({ tag: 'button', name: 'go', value: { act: 'go' }, timezone: 'Asia/Shanghai', form_value: { field: sends(ground) } });
  });

  it.each(byKeyboard)('$name can be used by keyboard alone', async ({ name, component, keys, sends }) => {
    const card = await showCard(stage, page, { title: `键 ${name}`, elements: [component(ground)] });
    await card.locator('button, input').first().focus();
    for (const key of keys) await page.keyboard.press(key);
    expect(await sent()).toMatchObject(sends(ground) as object);
  });

  it.each(byKeyboardInForm)('$name can be filled and submitted by keyboard alone', async ({ name, component, keys, sends }) => {
    const submit = { tag: 'button', name: 'go', text: plain('提交'), form_action_type: 'submit' };
    const card = await showCard(stage, page, { title: `键 ${name}`, elements: [{ tag: 'form', name: 'sheet', elements: [{ ...component(ground), name: 'field' }, submit] }] });
    await card.locator('button').first().focus();
    for (const key of keys) await page.keyboard.press(key);
    expect(await sent()).toMatchObject({ name: 'go', form_value: { field: sends(ground) } });
  });

  it('a reset button puts the first values back and tells nobody', async () => {
    const card = await showCard(stage, page, {
      title: '重置', elements: [{ tag: 'form', name: 'sheet', elements: [
        { tag: 'input', name: 'words', label: plain('内容'), default_value: '原来' },
        { tag: 'button', name: 'go', text: plain('提交'), form_action_type: 'submit' },
        { tag: 'button', name: 'back', text: plain('重置'), form_action_type: 'reset' },
      ] }],
    });
    await card.getByLabel('内容').fill('改过');
    await card.getByRole('button', { name: '重置' }).click();
    expect(await card.getByLabel('内容').inputValue()).toBe('原来');
    expect(stage.actions).toEqual([]);
  });

  it('a checker without behaviors ticks on the screen only', async () => {
    const card = await showCard(stage, page, { title: '本地勾选', elements: [{ tag: 'checker', text: plain('自己看'), checked_style: { show_strikethrough: true } }, { tag: 'button', text: plain('后一件'), behaviors: tells('next') }] });
    await card.getByLabel('自己看').click();
    await card.getByRole('button', { name: '后一件' }).click();
    expect(await sent()).toMatchObject({ tag: 'button' });
    expect(await card.getByText('自己看').evaluate((words) => getComputedStyle(words.parentElement ?? words).textDecorationLine)).toBe('line-through');
  });

  it('a disabled button says why when it is tapped', async () => {
    const card = await showCard(stage, page, { title: '停用', elements: [{ tag: 'button', text: plain('签收'), disabled: true, disabled_tips: plain('等上一步完成'), behaviors: tells('never') }] });
    await card.getByRole('button', { name: '签收' }).click({ force: true });
    await expect.poll(() => page.locator('#column-0 .toasts').innerText(), patient).toContain('等上一步完成');
    expect(stage.actions).toEqual([]);
  });

  it('a link opens only after the yes of its question, and tells the bot beside it', async () => {
    const link = { type: 'open_url', default_url: `${stage.sandbox.url}/gallery` };
    const card = await showCard(stage, page, { title: '先问再开', elements: [{ tag: 'button', text: plain('打开'), confirm: { title: plain('打开网页？'), text: plain('在新页中打开。') }, behaviors: [link, ...tells('opened')] }] });
    const opened: string[] = [];
    page.context().on('page', (each) => opened.push(each.url()));
    await card.getByRole('button', { name: '打开' }).click();
    const dialog = page.getByRole('dialog', { name: '打开网页？' });
    await dialog.waitFor();
    expect(opened).toEqual([]);
    const arrival = page.context().waitForEvent('page');
    await dialog.getByRole('button', { name: '确认' }).click();
    await (await arrival).close();
    expect(await sent()).toMatchObject({ value: { act: 'opened' } });
  });

  it('a button in a form that only leads somewhere submits nothing', async () => {
    const card = await showCard(stage, page, {
      title: '只是链接', elements: [{ tag: 'form', name: 'sheet', elements: [
        { tag: 'input', name: 'words', required: true, label: plain('内容') },
        { tag: 'button', name: 'guide', text: plain('看说明'), behaviors: [{ type: 'open_url', default_url: `${stage.sandbox.url}/gallery` }] },
        { tag: 'button', name: 'go', text: plain('提交'), form_action_type: 'submit' },
      ] }],
    });
    const arrival = page.context().waitForEvent('page');
    await card.getByRole('button', { name: '看说明' }).click();
    await (await arrival).close();
    expect(stage.actions).toEqual([]);
    expect(await card.locator('.is-missing').count()).toBe(0);
  });

  it('while an answer is awaited the card is locked, and a second tap is lost', async () => {
    Object.assign(stage.answer, { body: { toast: { type: 'info', content: '已收到' } }, delayMs: 700 });
    const card = await showCard(stage, page, { title: '锁住', elements: [{ tag: 'button', text: plain('甲'), behaviors: tells('first') }, { tag: 'button', text: plain('乙'), behaviors: tells('second') }] });
    await card.getByRole('button', { name: '甲' }).click();
    expect(await card.getAttribute('aria-busy')).toBe('true');
    await card.getByRole('button', { name: '乙' }).click({ force: true });
    await expect.poll(() => card.getAttribute('aria-busy'), patient).toBe('false');
    expect(stage.actions).toMatchObject([{ value: { act: 'first' } }]);
  });
});
