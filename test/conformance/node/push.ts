import { once, EventEmitter } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as lark from '@larksuiteoapi/node-sdk';
import { sender } from './messages.ts';
import { report, silent, textOf, type Told } from './talk.ts';

interface Heard { message: { content: string; chat_type: string }; sender: { sender_id: { open_id: string } } }
interface Tapped { action: { value: unknown; form_value: unknown; name: string }; operator: { open_id: string } }

/** What came and was not yet asked for; asking waits ten seconds. */
function mailbox<T>(): { put: (one: T) => void; next: () => Promise<T> } {
  const came: T[] = [];
  const bell = new EventEmitter();
  const next = async (): Promise<T> => {
    if (came.length === 0) await once(bell, 'ring', { signal: AbortSignal.timeout(10_000) });
    return came.shift() as T;
  };
  return { put: (one) => void (came.push(one), bell.emit('ring')), next };
}

const told = ({ message, sender: by }: Heard): unknown => ({ text: textOf(message.content), chat: message.chat_type, sender: by.sender_id.open_id });

/** Opens the long connection; what it hears comes out of the mailboxes. */
async function hearLine({ apps, url, given }: Told) {
  const [messages, menus, taps] = [mailbox<Heard>(), mailbox<{ event_key: string }>(), mailbox<Tapped>()];
  const eventDispatcher = new lark.EventDispatcher({ logger: silent }).register({
    'im.message.receive_v1': (event: unknown) => messages.put(event as Heard),
    'application.bot.menu_v6': (event: unknown) => menus.put(event as { event_key: string }),
    'card.action.trigger': (event: unknown) => {
      taps.put(event as Tapped);
      return { toast: given.toast, card: { type: 'raw', data: given.submitted } };
    },
  } as unknown as lark.EventHandles);
  await new Promise<void>((ready) => void new lark.WSClient({ ...apps.line, domain: url, logger: silent, onReady: ready }).start({ eventDispatcher }));
  /** The message with these words; what was pushed before it may come again. */
  const awaitText = async (words: string): Promise<Heard> => {
    for (;;) {
      const heard = await messages.next();
      if (textOf(heard.message.content) === words) return heard;
    }
  };
  return { menus, taps, awaitText };
}

/** A request URL whose every request goes through the SDK's own dispatcher. */
async function serveHook({ apps }: Told, put: (heard: Heard) => void): Promise<string> {
  const { encryptKey, verificationToken } = apps.hook;
  const dispatcher = new lark.EventDispatcher({ encryptKey, verificationToken, logger: silent }).register({ 'im.message.receive_v1': (event) => put(event as unknown as Heard) });
  const handle = lark.adaptDefault('/hook', dispatcher, { autoChallenge: true });
  const server = createServer((request, response) => void handle(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
}

/** Long connection, card callbacks and webhook. */
export async function playPush(stage: Told, client: lark.Client): Promise<void> {
  const { menus, taps, awaitText } = await hearLine(stage);
  const hooked = mailbox<Heard>();
  await report('connect', async () => ({}));
  await report('hear', async () => told(await awaitText('长连接里的话')));
  await report('menu', async () => ({ key: (await menus.next()).event_key }));
  await report('answer', async () => ({ message: await sender(stage, client)(2, 'interactive', stage.given.form) }));
  await report('tap', async () => {
    const { action, operator } = await taps.next();
    return { value: action.value, form: action.form_value, name: action.name, operator: operator.open_id };
  });
  await report('reconnect', async () => ({ text: textOf((await awaitText('断线之后的话')).message.content) }));
  await report('challenge', async () => ({ url: await serveHook(stage, hooked.put) }));
  await report('decrypt', async () => told(await hooked.next()));
  await report('forged', async () => ({ heard: [textOf((await hooked.next()).message.content)] }));
}
