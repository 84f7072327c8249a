import { createAnswerLinks } from '../../src/http/letters/answer-links.ts';
import type { Stage } from '../../scripts/tour/stage.ts';
import { encrypted, signed } from '../feishu/push.ts';

/** The bot's request URL, and what the platform pushes there, encrypted and signed: taps as any card in anybody's hands could send them, whether the bot ever sent it to him or not, presses of the bot's menu, and words. */
export interface Door {
  /** What is answered to somebody's tap on a button of that value. */
  taps(openId: string, value: object): Promise<unknown>;
  /** The id of the event by which somebody pressed an entry of the bot's menu. */
  presses(openId: string, key: string): Promise<string>;
  /** The id of the message by which somebody said it. */
  says(openId: string, text: string): Promise<string>;
  /** The id of the event by which somebody tapped a question to the bot. */
  asks(openId: string, what: string, arg: string): Promise<string>;
}

/** Opens it on a stage whose bot takes webhooks. `mark` stands before the id of every event. */
export function signedDoor({ bot, env }: Stage, mark: string): Door {
  const { FEISHU_APP_ID: app = '', FEISHU_ENCRYPT_KEY: key = '', FEISHU_VERIFICATION_TOKEN: token = '' } = env;
  let count = 0;
  const push = async (type: string, event: (id: string) => object): Promise<{ id: string; answer: unknown }> => {
    count += 1;
    const id = `${mark}${count}`;
    const raw = encrypted({ schema: '2.0', header: { event_id: id, event_type: type, token, app_id: app, create_time: '1760000300000', tenant_key: 't' }, event: event(id) }, key);
    const answer = await fetch(`${bot}/feishu/events`, { method: 'POST', body: new Uint8Array(raw), headers: { 'content-type': 'application/json', ...signed(raw, Date.now(), key) } });
    if (answer.status !== 200) throw new Error(`a signed ${type} was answered ${answer.status}`);
    return { id, answer: await answer.json() };
  };
  const tap = (openId: string, value: object) =>
    push('card.action.trigger', () => ({ operator: { open_id: openId }, token: 'c-1', action: { tag: 'button', value }, context: { open_message_id: `om_${openId}`, open_chat_id: '' } }));
  return {
    taps: async (openId, value) => (await tap(openId, value)).answer,
    asks: async (openId, what, arg) => (await tap(openId, { do: 'ask', what, arg })).id,
    presses: async (openId, eventKey) => (await push('application.bot.menu_v6', () => ({ operator: { operator_id: { open_id: openId } }, event_key: eventKey, timestamp: 1_760_000_300 }))).id,
    says: async (openId, text) => (await push('im.message.receive_v1', (id) => ({
      sender: { sender_id: { open_id: openId }, sender_type: 'user' },
      message: { message_id: id, create_time: '1760000300000', chat_id: 'oc_1', chat_type: 'p2p', message_type: 'text', content: JSON.stringify({ text }) },
    }))).id,
  };
}

/** The token of a link of a transfer as the bot itself would sign it, whether there is such a transfer or not. */
export function tokenOf({ app }: Stage, id: string, serial: number): string {
  const links = createAnswerLinks({ base: 'http://receipt.example', sign: app.store.sign, now: app.deps.now });
  return links.urlOf({ kind: 'transfer', id, data: { link: { serial } } } as Parameters<typeof links.urlOf>[0], '')?.split('/').at(-1) ?? '';
}
