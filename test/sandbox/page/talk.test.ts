import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../page-stage.ts';
import { become, chooses, enter, says, seriousFindings } from './hand.ts';

let stage: Stage;
let page: Page;
let group: string;
beforeAll(async () => {
  stage = await setStage();
  const people = ['bt', 'qq'].map((each) => stage.idOf(each));
  group = String((await stage.post('/sandbox/group', { as: stage.idOf('wl'), name: '工作群', people, apps: [stage.city.apps[0]?.appId] }))['chat']);
}, 60_000);
afterAll(() => stage?.end());
beforeEach(async () => { page = await stage.open(); });
afterEach(() => page.context().close());

const patient = { timeout: 8000 };
const said = (as: string, text: string, more = {}) => stage.post('/sandbox/say', { as: stage.idOf(as), to: group, text, ...more });

async function inGroup(column: number, query: string): Promise<Locator> {
  const place = await become(page, column, query);
  await enter(place, '工作群');
  return place;
}

describe('what a person can do with messages', { timeout: 60_000 }, () => {
  it('answers in a thread, which stands folded under the message that began it', async () => {
    await said('bt', '谁去现场');
    const wang = await inGroup(0, 'wl');
    await chooses(wang, '谁去现场', '话题回复');
    await wang.getByRole('textbox', { name: '回复话题' }).fill('我去');
    await page.keyboard.press('Enter');
    await expect.poll(() => wang.locator('.chat-panel .message').last().innerText(), patient).toContain('我去');
    await expect.poll(() => wang.locator('.flow .thread-link').innerText(), patient).toContain('1 条话题回复');
    expect(await wang.locator('.flow .message', { hasText: '我去' }).count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await wang.locator('.chat-panel').count()).toBe(0);
  });

  it('takes a message back and writes it anew', async () => {
    const wang = await inGroup(0, 'wl');
    await says(wang, '明天三点');
    await chooses(wang, '明天三点', '撤回');
    await wang.getByRole('button', { name: '重新编辑' }).click();
    await expect.poll(() => wang.getByRole('textbox', { name: '输入消息' }).inputValue(), patient).toBe('明天三点');
  });

  it('forwards several as one bundle, which opens as a list', async () => {
    await said('bt', '第一件');
    await said('qq', '第二件');
    const wang = await inGroup(0, 'wl');
    await chooses(wang, '第一件', '多选');
    await wang.locator('.flow .message', { hasText: '第二件' }).last().getByRole('checkbox').check();
    await wang.locator('.select-bar').getByRole('button', { name: '转发' }).click();
    await page.getByRole('dialog').getByRole('button', { name: /小助手/ }).click();
    await expect.poll(() => wang.locator('.toasts').innerText(), patient).toContain('已转发给 小助手');
    expect(await wang.locator('.select-bar').count()).toBe(0);
    await enter(wang, '小助手');
    await wang.locator('.merged').click();
    await expect.poll(() => page.getByRole('dialog', { name: '聊天记录' }).innerText(), patient).toMatch(/第一件[\s\S]*第二件/);
  });

  it('mentions somebody by pinyin after an @, and sees who has read', async () => {
    const wang = await inGroup(0, 'wl');
    await wang.getByRole('textbox', { name: '输入消息' }).pressSequentially('请 @qqg');
    await expect.poll(() => page.locator('.mention-list').getByRole('option').allInnerTexts(), patient).toEqual(['其其格']);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    const message = wang.locator('.flow .message', { hasText: '请 @其其格' }).last();
    await message.getByRole('button', { name: '0/2 已读' }).waitFor();
    await stage.post('/sandbox/read', { as: stage.idOf('qq'), chat: group });
    await message.getByRole('button', { name: '1/2 已读' }).click();
    await expect.poll(() => page.locator('.floating').innerText(), patient).toMatch(/已读 1[\s\S]*其其格[\s\S]*未读 1[\s\S]*巴特尔/);
  });

  it('puts a message on top and marks one; both lead back to it', async () => {
    await said('bt', '请看这一条');
    const wang = await inGroup(0, 'wl');
    await chooses(wang, '请看这一条', '置顶');
    await expect.poll(() => wang.locator('.pinned').innerText(), patient).toContain('请看这一条');
    await chooses(wang, '请看这一条', '标记');
    await wang.getByRole('button', { name: '标记的消息' }).click();
    await wang.locator('.chat-panel .found-row').click();
    await expect.poll(() => wang.locator('.message.is-aimed').innerText(), patient).toContain('请看这一条');
  });

  it('loses nothing when the sandbox does not answer: what was said stays, says why, and can be sent again', async () => {
    const wang = await inGroup(0, 'wl');
    await page.route('**/sandbox/say', (route) => route.abort());
    await says(wang, '这一句不能丢');
    await expect.poll(() => wang.locator('.sending').innerText(), patient).toContain('没有应答');
    await page.unroute('**/sandbox/say');
    await wang.getByRole('button', { name: '重试' }).click();
    await expect.poll(() => wang.locator('.flow .message').last().innerText(), patient).toContain('这一句不能丢');
    expect(await wang.locator('.sending').count()).toBe(0);
  });

  it('keeps a draft for each chat, also over a reload', async () => {
    const wang = await inGroup(0, 'wl');
    await wang.getByRole('textbox', { name: '输入消息' }).fill('还没写完');
    await enter(wang, '小助手');
    expect(await wang.getByRole('textbox', { name: '输入消息' }).inputValue()).toBe('');
    await page.reload();
    await enter(wang, '工作群');
    expect(await wang.getByRole('textbox', { name: '输入消息' }).inputValue()).toBe('还没写完');
  });

  it('sends a file that is dropped on the chat', async () => {
    const wang = await inGroup(0, 'wl');
    const data = await page.evaluateHandle(() => {
      const transfer = new DataTransfer();
      transfer.items.add(new File(['核实'], '记录.txt', { type: 'text/plain' }));
      return transfer;
    });
    await wang.locator('.chat-main').dispatchEvent('dragenter', { dataTransfer: data });
    await wang.locator('.drop-note').waitFor();
    await wang.locator('.chat-main').dispatchEvent('drop', { dataTransfer: data });
    await expect.poll(() => wang.locator('.file-box').last().getAttribute('download'), patient).toBe('记录.txt');
  });
});

describe('groups and people', { timeout: 60_000 }, () => {
  it('makes a group of people and a bot, names it anew, and hands it on', async () => {
    const wang = await become(page, 0, 'wl');
    await wang.getByRole('button', { name: '新建群聊' }).click();
    const dialog = page.getByRole('dialog', { name: '新建群聊' });
    await dialog.getByLabel('群名称').fill('三人小组');
    for (const name of ['巴特尔', '其其格', '小助手']) await dialog.locator('.person-option', { hasText: name }).click();
    await dialog.getByRole('button', { name: '建群' }).click();
    await expect.poll(() => wang.locator('.chat-head').innerText(), patient).toMatch(/三人小组[\s\S]*4 人/);
    await wang.getByRole('button', { name: '群信息' }).click();
    expect(await seriousFindings(page)).toEqual([]);
    await wang.getByLabel('群名称').fill('核实小组');
    await wang.getByRole('button', { name: '保存' }).click();
    await expect.poll(() => wang.locator('.chat-head h2').innerText(), patient).toBe('核实小组');
    await wang.getByRole('button', { name: '对 巴特尔' }).click();
    await page.getByRole('button', { name: '转让群主' }).click();
    await expect.poll(() => wang.locator('.member', { hasText: '巴特尔' }).innerText(), patient).toContain('群主');
    expect(await wang.getByRole('button', { name: '解散群聊' }).count()).toBe(0);
  });

  it('talks with one person alone and brings him into the other column, where his words are seen while he types', async () => {
    const wang = await become(page, 0, 'wl');
    await wang.getByRole('searchbox', { name: '搜索会话' }).fill('qqg');
    await wang.locator('.chat-row', { hasText: '其其格' }).click();
    await says(wang, '在吗');
    await wang.getByRole('button', { name: '在另一栏打开对方' }).click();
    const qi = page.locator('#column-1');
    await expect.poll(() => qi.locator('.flow .message').last().innerText(), patient).toContain('在吗');
    await qi.getByRole('textbox', { name: '输入消息' }).pressSequentially('在');
    await expect.poll(() => wang.locator('.typing').innerText(), patient).toBe('其其格 正在输入');
    await expect.poll(() => wang.locator('.read-mark').last().innerText(), patient).toBe('已读');
  });

  it('finds people, chats and what was said with one search', async () => {
    await said('bt', '水泵房钥匙在门卫');
    const wang = await become(page, 0, 'wl');
    await wang.getByRole('searchbox', { name: '搜索会话' }).fill('水泵房');
    await wang.locator('.found-words .found-row').first().click();
    await expect.poll(() => wang.locator('.message.is-aimed').innerText(), patient).toContain('水泵房钥匙');
  });
});

describe('keys, small screens and languages', { timeout: 60_000 }, () => {
  it('goes by keyboard from message to card and back to the box in which one writes', async () => {
    const wang = await inGroup(0, 'wl');
    await wang.locator('.flow').focus();
    await page.keyboard.press('k');
    expect(await page.evaluate(() => document.activeElement?.classList.contains('message'))).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TEXTAREA');
    await page.keyboard.type('用键盘');
    await page.keyboard.press('Control+Enter');
    await expect.poll(() => wang.locator('.flow .message').last().innerText(), patient).toContain('用键盘');
  });

  it('reflows at 320 px, one person a screen, and a swipe brings the other', async () => {
    await inGroup(0, 'wl');
    await inGroup(1, 'qqg');
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(() => document.querySelector<HTMLElement>('#inspector button[aria-label="收起检查器"]')?.click());
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    await expect.poll(() => page.locator('.column:visible').count(), patient).toBe(1);
    const shown = () => page.locator('.column:visible').getAttribute('id');
    expect(await shown()).toBe('column-1');
    await page.evaluate(() => {
      const flow = document.querySelector('#column-1 .flow') ?? document.body;
      const touch = (x: number) => new Touch({ identifier: 1, target: flow, clientX: x, clientY: 300 });
      flow.dispatchEvent(new TouchEvent('touchstart', { touches: [touch(60)], changedTouches: [touch(60)], bubbles: true }));
      flow.dispatchEvent(new TouchEvent('touchend', { touches: [], changedTouches: [touch(260)], bubbles: true }));
    });
    await expect.poll(shown, patient).toBe('column-0');
    const small = await page.locator('#column-0').getByRole('button').evaluateAll((buttons) => buttons
      .map((each) => ({ box: each.getBoundingClientRect(), name: each.getAttribute('aria-label') ?? each.textContent }))
      .filter(({ box }) => box.width > 1 && Math.round(box.height) < 44).map(({ name, box }) => `${name} ${box.height}`));
    expect(small).toEqual([]);
    expect(await seriousFindings(page)).toEqual([]);
  });
});
