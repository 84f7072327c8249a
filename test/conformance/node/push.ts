import { once, EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as lark from '@larksuiteoapi/node-sdk';
import { sender } from './messages.ts';
import { report, silent, textOf, type Told } from './talk.ts';

interface Heard { message: { content: string; chat_type: string; mentions?: { name: string }[] }; sender: { sender_id: { open_id: string } } }
interface Tapped { token: string; context: { open_message_id: string }; action: { value: unknown; form_value: unknown; name: string }; operator: { open_id: string } }
interface Reacted { message_id: string; reaction_type: { emoji_type: string } }
interface Read { reader: { reader_id: { open_id: string } }; message_id_list: string[] }

/** What came and was not yet asked for; asking waits twenty seconds. */
function mailbox<T>(): { put: (one: T) => void; next: () => Promise<T> } {
  const came: T[] = [];
  const bell = new EventEmitter();
  const next = async (): Promise<T> => {
    if (came.length === 0) await once(bell, 'ring', { signal: AbortSignal.timeout(20_000) });
    return came.shift() as T;
  };
  return { put: (one) => void (came.push(one), bell.emit('ring')), next };
}

const told = ({ message, sender: by }: Heard): unknown => ({ text: textOf(message.content), chat: message.chat_type, sender: by.sender_id.open_id });

function openMailboxes() {
  return { messages: mailbox<Heard>(), menus: mailbox<{ event_key: string }>(), groups: mailbox<{ chat_id: string }>(), reactions: mailbox<Reacted>(), reads: mailbox<Read>(), taps: mailbox<Tapped>() };
}

type Mailboxes = ReturnType<typeof openMailboxes>;

/** Puts every event into its mailbox and answers a tap with a toast and a card. */
function dispatcher({ given }: Told, boxes: Mailboxes, keys: { encryptKey?: string; verificationToken?: string } = {}): lark.EventDispatcher {
  return new lark.EventDispatcher({ ...keys, logger: silent }).register({
    'im.message.receive_v1': boxes.messages.put,
    'application.bot.menu_v6': boxes.menus.put,
    'im.chat.member.bot.added_v1': boxes.groups.put,
    'im.message.reaction.created_v1': boxes.reactions.put,
    'im.message.message_read_v1': boxes.reads.put,
    'card.action.trigger': (event: Tapped) => {
      boxes.taps.put(event);
      return { toast: given.toast, card: { type: 'raw', data: given.submitted } };
    },
  } as unknown as lark.EventHandles);
}

/** The message with these words; what was pushed before it may come again. */
async function awaitText({ messages }: Pick<Mailboxes, 'messages'>, words: string): Promise<Heard> {
  const heard = await messages.next();
  return textOf(heard.message.content)?.includes(words) ? heard : awaitText({ messages }, words);
}

/** A request URL whose every request goes through the SDK's own dispatcher. */
async function serveHook(stage: Told, boxes: Mailboxes): Promise<string> {
  const handle = lark.adaptDefault('/hook', dispatcher(stage, boxes, stage.apps.hook), { autoChallenge: true });
  const server = createServer((request, response) => void handle(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

/** Long connection, card callbacks and webhook. */
export async function playPush(stage: Told, client: lark.Client): Promise<void> {
  const boxes = openMailboxes();
  await report('refused-line', () => new Promise((settle) => {
    const socket = new lark.WSClient({ ...stage.apps.line, appSecret: 'wrong', domain: stage.url, logger: silent, onError: (fault) => settle({ told: String(fault) }) });
    void socket.start({ eventDispatcher: dispatcher(stage, boxes) });
  }));
  await new Promise<void>((onReady) => void new lark.WSClient({ ...stage.apps.line, domain: stage.url, logger: silent, onReady }).start({ eventDispatcher: dispatcher(stage, boxes) }));
  await report('connect', async () => ({}));
  await playEvents(boxes);
  await playTap(stage, client, boxes);
  await report('reconnect', async () => ({ text: textOf((await awaitText(boxes, '断线之后的话')).message.content) }));
  await playHook(stage);
}

async function playEvents(boxes: Mailboxes): Promise<void> {
  await report('hear', async () => told(await awaitText(boxes, '长连接里的话')));
  await report('menu', async () => ({ key: (await boxes.menus.next()).event_key }));
  await report('added', async () => ({ chat: (await boxes.groups.next()).chat_id }));
  await report('mention', async () => {
    const { message } = await awaitText(boxes, '进度如何');
    return { chat: message.chat_type, text: textOf(message.content), name: message.mentions?.[0]?.name };
  });
  await report('reaction', async () => {
    const { message_id: message, reaction_type: type } = await boxes.reactions.next();
    return { message, emoji: type.emoji_type };
  });
  await report('read-receipt', async () => {
    const { reader, message_id_list: messages } = await boxes.reads.next();
    return { reader: reader.reader_id.open_id, messages };
  });
}

async function playTap(stage: Told, client: lark.Client, { taps }: Mailboxes): Promise<void> {
  let tapped: Tapped | undefined;
  await report('answer', async () => ({ message: await sender(stage, client)(2, 'interactive', stage.given.form) }));
  await report('tap', async () => {
    const { action, operator } = (tapped = await taps.next());
    return { value: action.value, form: action.form_value, name: action.name, operator: operator.open_id };
  });
  await report('later', async () => {
    await client.request({ method: 'POST', url: '/open-apis/interactive/v1/card/update', data: { token: tapped?.token, card: stage.given.later } });
    return { message: tapped?.context.open_message_id };
  }, true);
}

async function playHook(stage: Told): Promise<void> {
  const boxes = openMailboxes();
  const client = new lark.Client({ ...stage.apps.hook, domain: stage.url, logger: silent });
  await report('challenge', async () => ({ url: await serveHook(stage, boxes) }));
  await report('decrypt', async () => told(await boxes.messages.next()));
  await report('forged', async () => ({ heard: [textOf((await boxes.messages.next()).message.content)] }));
  await report('hook-answer', async () => ({ message: await sender({ ...stage, ids: stage.hookIds }, client)(1, 'interactive', stage.given.form) }));
}
