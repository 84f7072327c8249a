import { createHmac } from 'node:crypto';
import { cardFault } from '../../card/validate.ts';
import { post } from '../../chat/rooms.ts';
import { fields, isFields, text, type Fields } from '../../json.ts';
import type { CustomBot } from '../../state/hooks.ts';
import { param, type Call, type Route } from '../call.ts';
import { fail } from '../errors.ts';
import { postFault } from '../im/post-content.ts';
import type { Window } from '../limits.ts';

const BODY_BYTES = 20 * 1024;
const HOUR_S = 3600;
const RUSH_MINUTES = 1;

/** Base64 of the empty text's HMAC-SHA256 under `timestamp\nsecret`, as a custom bot's callers sign (contract 10.1). */
export function hookSign(timestamp: string, secret: string): string {
  return createHmac('sha256', `${timestamp}\n${secret}`).digest('base64');
}

function checkGuards(call: Call, bot: CustomBot): void {
  const { body, world } = call;
  if (bot.secret !== undefined) {
    const timestamp = typeof body['timestamp'] === 'number' ? String(body['timestamp']) : text(body['timestamp']);
    const late = Math.abs(world.clock.now() / 1000 - Number(timestamp)) > HOUR_S;
    if (!/^\d+$/.test(timestamp) || late || body['sign'] !== hookSign(timestamp, bot.secret)) throw fail(19021);
  }
  if (bot.ips !== undefined && !bot.ips.includes(call.ip)) throw fail(19022);
  const said = JSON.stringify(body['content'] ?? body['card'] ?? '');
  if (bot.keywords !== undefined && !bot.keywords.some((word) => said.includes(word))) throw fail(19024);
}

function checkRush(call: Call, bot: CustomBot, window: Window): void {
  const minute = new Date(call.world.clock.now()).getUTCMinutes() % 30;
  const rush = call.world.state.settings.customBotRush && (minute < RUSH_MINUTES || minute >= 30 - RUSH_MINUTES);
  if (rush || !window.take(`hook s ${bot.token}`, 5, 1000) || !window.take(`hook m ${bot.token}`, 100, 60_000)) throw fail(11232);
}

type Reader = (body: Fields) => { type: string; content: Fields };

/** What a custom bot can say; it has no uploads, so pictures come by the key of another app. */
const kinds: Record<string, Reader> = {
  text: (body) => {
    const content = fields(body['content']);
    if (text(content['text']) === '') throw fail(19002);
    return { type: 'text', content };
  },
  post: (body) => {
    const content = fields(fields(body['content'])['post']);
    const fault = postFault(content);
    if (fault !== undefined) throw fail(9499, { status: 200, message: `Bad Request: ${fault}` });
    return { type: 'post', content };
  },
  image: (body) => ({ type: 'image', content: fields(body['content']) }),
  share_chat: (body) => ({ type: 'share_chat', content: { chat_id: fields(body['content'])['share_chat_id'] } }),
  interactive: (body) => {
    const { card } = body;
    const fault = isFields(card) ? cardFault(card) : { code: 200621, message: 'card is not an object' };
    if (fault !== undefined)
      throw fail(11246, { status: 200, message: `create content failed, ext=ErrCode: ${fault.code}; ErrMsg: ${fault.message}; ` });
    return { type: 'interactive', content: fields(card) };
  },
};

function say(call: Call, window: Window): Fields {
  const { world, body } = call;
  const bot = world.state.customBots[param(call, 'token')];
  const chat = world.state.chats[bot?.chat ?? ''];
  if (bot === undefined || chat === undefined || chat.dissolved) throw fail(19001);
  checkRush(call, bot, window);
  if (Buffer.byteLength(JSON.stringify(body)) > BODY_BYTES) throw fail(9499, { status: 200, message: 'Bad Request: body is too large' });
  checkGuards(call, bot);
  const kind = Object.hasOwn(kinds, text(body['msg_type'])) ? kinds[text(body['msg_type'])] : undefined;
  if (kind === undefined) throw fail(19002);
  const { type, content } = kind(body);
  post(world, { chat, sender: { kind: 'app', id: `hook ${bot.token}` }, type, content: JSON.stringify(content) });
  return { data: {}, StatusCode: 0, StatusMessage: 'success' };
}

/** The addresses of custom bots: no token, no callbacks, nothing to update (contract 10.1). */
export function customBotRoutes(window: Window): Route[] {
  return [
    {
      method: 'POST',
      path: '/bot/v2/hook/:token',
      title: '自定义机器人',
      by: 'nobody',
      tier: 11,
      flat: true,
      secret: ['sign'],
      run: (call) => say(call, window),
    },
  ];
}
