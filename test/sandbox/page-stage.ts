import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { openChromium } from '../../scripts/chromium.ts';
import { buildPage } from '../../scripts/page.ts';
import type { City, CityPlan } from '../../sandbox/api/city.ts';
import { createSandbox, type Sandbox } from '../../sandbox/server.ts';

/** A sandbox with a few people and one bot, a Chromium, and the callbacks that reached the bot. */
export interface Stage {
  sandbox: Sandbox;
  browser: Browser;
  city: City;
  /** `event.action` of each callback, oldest first. */
  actions: Record<string, unknown>[];
  /** What the bot answers to the next callbacks. */
  answer: { body: object; delayMs: number };
  open(size?: { width: number; height: number }): Promise<Page>;
  idOf(userId: string): string;
  /** The bot sends a card to a person; gives the message id. */
  sendCard(userId: string, card: object): Promise<string>;
  post(path: string, body: object): Promise<Record<string, unknown>>;
  /** The bot calls the platform; gives `data` of the answer. */
  call(method: string, path: string, body: object | FormData): Promise<Record<string, unknown>>;
  end(): Promise<void>;
}

const appId = 'cli_a1b2c3d4e5f60718';

function plan(webhookUrl: string): CityPlan {
  return {
    tenant: 'page-test',
    departments: [
      { code: 'north', name: '北城局', people: [{ userId: 'wl', name: '王磊', title: '联络员' }, { userId: 'bt', name: '巴特尔', title: '负责人' }] },
      { code: 'south', name: '南城局', people: [{ userId: 'qq', name: '其其格', title: '经办' }] },
    ],
    apps: [{ appId, appSecret: 'secret', name: '小助手', encryptKey: '', verificationToken: 'token', webhookUrl, menu: [{ name: '帮助', key: 'help' }] }],
  };
}

async function startBot(stage: Pick<Stage, 'actions' | 'answer'>): Promise<{ server: Server; url: string }> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const event = JSON.parse(Buffer.concat(chunks).toString()) as { type?: string; challenge?: string; header?: { event_type: string }; event?: { action?: Record<string, unknown> } };
      const tapped = event.header?.event_type === 'card.action.trigger';
      if (tapped && event.event?.action !== undefined) stage.actions.push(event.event.action);
      const body = event.type === 'url_verification' ? { challenge: event.challenge } : tapped ? stage.answer.body : {};
      response.setHeader('content-type', 'application/json');
      setTimeout(() => response.end(JSON.stringify(body)), tapped ? stage.answer.delayMs : 0);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
}

/** Builds the page, starts sandbox, bot and browser. */
export async function setStage(): Promise<Stage> {
  await buildPage();
  const record = { actions: [] as Record<string, unknown>[], answer: { body: {}, delayMs: 0 } };
  const bot = await startBot(record);
  const sandbox = await createSandbox({ port: 0 });
  const post = async (path: string, body: object, headers: Record<string, string> = {}) => {
    const response = await fetch(sandbox.url + path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
    return (await response.json()) as Record<string, unknown>;
  };
  const city = (await post('/sandbox/city', plan(bot.url))) as unknown as City;
  const token = (await post('/open-apis/auth/v3/tenant_access_token/internal', { app_id: appId, app_secret: 'secret' }))['tenant_access_token'];
  const idOf = (userId: string) => city.people.find((person) => person.userId === userId)?.id ?? '';
  const browser = await openChromium();
  const open = async (size = { width: 1440, height: 900 }) => {
    const page = await (await browser.newContext({ viewport: size, locale: 'zh-CN', reducedMotion: 'reduce' })).newPage();
    page.setDefaultTimeout(6000);
    await page.goto(sandbox.url);
    return page;
  };
  const call = async (method: string, path: string, body: object | FormData) => {
    const kind = body instanceof FormData ? {} : { 'content-type': 'application/json' };
    const response = await fetch(`${sandbox.url}/open-apis${path}`, { method, headers: { authorization: `Bearer ${String(token)}`, ...kind }, body: body instanceof FormData ? body : JSON.stringify(body) });
    const answer = (await response.json()) as { code: number; msg: string; data?: Record<string, unknown> };
    if (answer.code !== 0) throw new Error(`${path}: ${answer.code} ${answer.msg}`);
    return answer.data ?? {};
  };
  const sendCard = async (userId: string, card: object) =>
    String((await call('POST', '/im/v1/messages?receive_id_type=open_id', { receive_id: idOf(userId), msg_type: 'interactive', content: JSON.stringify(card) }))['message_id']);
  const end = async () => {
    await browser.close();
    await sandbox.stop();
    bot.server.closeAllConnections();
    await new Promise((resolve) => bot.server.close(resolve));
  };
  return { ...record, sandbox, browser, city, open, idOf, sendCard, call, post: (path, body) => post(path, body), end };
}

/** A form with every kind of required input, a select outside the form and a button with a confirm question. */
export function formCard(people: string[]): object {
  const plain = (content: string) => ({ tag: 'plain_text', content });
  const callback = (value: object) => [{ type: 'callback', value }];
  return {
    schema: '2.0',
    header: { title: plain('登记表'), template: 'blue', text_tag_list: [{ tag: 'text_tag', text: plain('待填'), color: 'blue' }] },
    body: {
      elements: [
        { tag: 'markdown', content: '**请填写** <font color=\'red\'>今天</font> <img src=x onerror=alert(1)> [坏链接](javascript:alert(1))' },
        { tag: 'form', name: 'sheet', elements: [
          { tag: 'select_static', name: 'kind', required: true, placeholder: plain('类别'), options: [{ text: plain('甲类'), value: 'a' }, { text: plain('乙类'), value: 'b' }] },
          { tag: 'multi_select_person', name: 'who', placeholder: plain('参加人'), options: people.map((value) => ({ value })) },
          { tag: 'date_picker', name: 'day', placeholder: plain('日期') },
          { tag: 'input', name: 'detail', required: true, input_type: 'multiline_text', max_length: 200, label: plain('详情') },
          { tag: 'checker', name: 'seen', text: plain('已阅') },
          { tag: 'button', name: 'go', type: 'primary_filled', text: plain('提交'), form_action_type: 'submit', behaviors: callback({ act: 'go' }) },
        ] },
        { tag: 'button', text: plain('作废'), type: 'danger', confirm: { title: plain('作废这张表？'), text: plain('作废后不能恢复。') }, behaviors: callback({ act: 'void' }) },
        { tag: 'overflow', options: [{ text: plain('转给别人'), value: 'pass' }], behaviors: callback({ act: 'more' }) },
      ],
    },
  };
}
