import { text, texts } from '../json.ts';
import { freshHex } from '../state/ids.ts';
import { groupFor, type Act } from './group-acts.ts';

/** Adds a custom bot to a group: `{ as, chat, name, secret?, keywords?, ips? }` → `{ token }`. */
export const customBot: Act = (world, asked) => {
  const { chat } = groupFor(world, asked);
  const token = freshHex();
  const keywords = texts(asked['keywords']);
  const ips = texts(asked['ips']);
  world.state.customBots[token] = {
    token,
    chat: chat.id,
    name: text(asked['name']) || '自定义机器人',
    ...(text(asked['secret']) === '' ? {} : { secret: text(asked['secret']) }),
    ...(keywords.length === 0 ? {} : { keywords }),
    ...(ips.length === 0 ? {} : { ips }),
  };
  world.touch();
  return { token };
};
