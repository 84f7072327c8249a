import * as lark from '@larksuiteoapi/node-sdk';
import { fields, parseFields, text, type Fields } from '../../sandbox/json.ts';
import { app, type Town } from './city.ts';
import { callApi } from './wire.ts';

/** A bot over the long connection that registers what people tell it: a form for every text, a receipt for every submit. */
export interface RegistryBot {
  /** Ids of the messages it has taken. */
  taken: string[];
  stop(): void;
}

const words = (content: string): Fields => ({ tag: 'plain_text', content });

/** The form that the bot sends for a text. */
function draft(said: string): Fields {
  return {
    schema: '2.0',
    header: { title: words('请核对') },
    body: {
      elements: [
        { tag: 'markdown', content: `您说：${said}` },
        {
          tag: 'form',
          name: 'f',
          elements: [
            { tag: 'markdown', content: '**项目名称**（必填）' },
            { tag: 'input', name: 'project', required: true },
            {
              tag: 'select_static',
              name: 'kind',
              placeholder: words('类别'),
              options: [
                { text: words('投诉'), value: 'c' },
                { text: words('举报'), value: 'r' },
              ],
            },
            { tag: 'select_person', name: 'who', placeholder: words('经办人'), options: [] },
            {
              tag: 'button',
              name: 'go',
              text: words('登记'),
              form_action_type: 'submit',
              behaviors: [{ type: 'callback', value: { do: 'register' } }],
            },
          ],
        },
        { tag: 'button', text: words('不登记'), behaviors: [{ type: 'callback', value: { do: 'drop' } }] },
      ],
    },
  };
}

function answer(event: Fields): Fields {
  const action = fields(event['action']);
  if (fields(action['value'])['do'] === 'drop') return { toast: { type: 'warning', content: '请先说明理由' } };
  const values = fields(action['form_value']);
  const done = {
    schema: '2.0',
    header: { title: words('已登记 20261124-0001') },
    body: { elements: [{ tag: 'markdown', content: `**${text(values['project'])}**` }] },
  };
  return { toast: { type: 'success', content: '已登记' }, card: { type: 'raw', data: done } };
}

/** Connects the bot; resolves when it hears. */
export async function startBot(town: Town): Promise<RegistryBot> {
  const taken: string[] = [];
  const dispatcher = new lark.EventDispatcher({ loggerLevel: lark.LoggerLevel.fatal }).register({
    'im.message.receive_v1': async ({ message }) => {
      if (taken.includes(message.message_id)) return;
      taken.push(message.message_id);
      const body = {
        receive_id: message.chat_id,
        msg_type: 'interactive',
        content: JSON.stringify(draft(text(parseFields(message.content)['text']))),
        uuid: message.message_id,
      };
      await callApi(town, 'POST', '/im/v1/messages?receive_id_type=chat_id', body);
    },
    'card.action.trigger': async (event: Fields) => answer(event),
  });
  let socket: lark.WSClient | undefined;
  await new Promise<void>((resolve) => {
    socket = new lark.WSClient({ ...app, domain: town.sandbox.url, loggerLevel: lark.LoggerLevel.fatal, onReady: () => resolve() });
    void socket.start({ eventDispatcher: dispatcher });
  });
  return { taken, stop: () => socket?.close({ force: true }) };
}
