import { z } from 'zod';
import type { Received } from '../../jobs/define.ts';

/** Somebody's tap on a card. */
export interface CardTap {
  eventId: string;
  openId: string;
  message: string;
  chat: string;
  /** What the component was given to say; client data, never authority. */
  value: Record<string, unknown>;
  /** Fields of a form that was submitted, else empty. */
  form: Record<string, unknown>;
  /** What a select, an input or a checker outside a form was set to, else empty. */
  option: string;
  /** Whether a form was submitted. */
  submitted: boolean;
}

/** A push that concerns us. */
export type Parsed = { what: 'received'; received: Received } | { what: 'tap'; tap: CardTap };

const ids = z.object({ open_id: z.string() });
const header = z.object({ event_id: z.string(), event_type: z.string(), create_time: z.string().default('') });
const message = z.object({
  sender: z.object({ sender_id: ids, sender_type: z.string() }),
  message: z.object({
    message_id: z.string(), create_time: z.string(), chat_id: z.string(), chat_type: z.string(), message_type: z.string(), content: z.string(),
    parent_id: z.string().default(''), mentions: z.array(z.object({ id: z.object({ open_id: z.string().default('') }) })).default([]),
  }),
});
const tap = z.object({
  operator: ids,
  action: z.object({
    value: z.record(z.string(), z.unknown()).default({}), form_value: z.record(z.string(), z.unknown()).optional(), option: z.string().default(''),
    input_value: z.string().default(''), checked: z.boolean().optional(),
  }),
  context: z.object({ open_message_id: z.string(), open_chat_id: z.string().default('') }),
});
const recalled = z.object({ message_id: z.string(), chat_id: z.string(), recall_time: z.string() });
const reaction = z.object({ message_id: z.string(), reaction_type: z.object({ emoji_type: z.string() }), operator_type: z.string(), user_id: z.object({ open_id: z.string().default('') }).optional() });
const read = z.object({ reader: z.object({ reader_id: ids }) });
const entered = z.object({ chat_id: z.string(), operator_id: ids });
const menu = z.object({ operator: z.object({ operator_id: ids }), event_key: z.string(), timestamp: z.coerce.number() });
const user = z.object({ open_id: z.string().default(''), status: z.object({ is_resigned: z.boolean().default(false), is_exited: z.boolean().default(false) }).default({ is_resigned: false, is_exited: false }) });
const changed = z.object({ object: user, old_object: z.object({ open_id: z.string().default('') }).loose().optional() });
const lost = z.object({ chat_id: z.string(), operator_id: ids.optional(), users: z.array(z.object({ user_id: ids })).default([]) });
const task = z.object({ task_id: z.string(), obj_type: z.coerce.number() });

interface Happened { event: unknown; eventId: string; at: string; botId: string }

const readers: Readonly<Record<string, (happened: Happened) => Parsed | undefined>> = {
  'im.message.receive_v1': ({ event, botId }) => {
    const { sender, message: said } = message.parse(event);
    if (sender.sender_type !== 'user') return undefined;
    return received({
      id: said.message_id, what: 'message', openId: sender.sender_id.open_id, chat: said.chat_id, chatType: said.chat_type === 'p2p' ? 'p2p' : 'group',
      type: said.message_type, content: said.content, mentioned: said.mentions.some((mention) => mention.id.open_id === botId && botId !== ''),
      parent: said.parent_id, at: instant(said.create_time),
    });
  },
  'im.message.recalled_v1': ({ event }) => {
    const it = recalled.parse(event);
    return received({ id: `recall-${it.message_id}`, what: 'recalled', openId: '', chat: it.chat_id, parent: it.message_id, at: instant(it.recall_time) });
  },
  'im.message.reaction.created_v1': ({ event, eventId, at }) => {
    const it = reaction.parse(event);
    const openId = it.user_id?.open_id ?? '';
    // The bot's own reactions come back as events too.
    return it.operator_type === 'user' && openId ? received({ id: eventId, what: 'reaction', openId, chat: '', type: it.reaction_type.emoji_type, parent: it.message_id, at }) : undefined;
  },
  'im.chat.access_event.bot_p2p_chat_entered_v1': ({ event, eventId, at }) => {
    const it = entered.parse(event);
    return received({ id: eventId, what: 'entered', openId: it.operator_id.open_id, chat: it.chat_id, at });
  },
  'im.message.message_read_v1': ({ event, eventId, at }) => received({ id: eventId, what: 'read', openId: read.parse(event).reader.reader_id.open_id, chat: '', at }),
  'application.bot.menu_v6': ({ event, eventId }) => {
    const it = menu.parse(event);
    return received({ id: eventId, what: 'menu', openId: it.operator.operator_id.open_id, chat: '', type: it.event_key, at: new Date(it.timestamp * 1_000).toISOString() });
  },
  'im.chat.disbanded_v1': (happened) => groupLost(happened, 'group'),
  'im.chat.member.bot.deleted_v1': (happened) => groupLost(happened, 'bot'),
  'im.chat.member.user.deleted_v1': (happened) => groupLost(happened, 'member'),
  'contact.user.deleted_v3': ({ event, eventId, at }) => {
    const it = changed.parse(event);
    return received({ id: eventId, what: 'resigned', openId: it.object.open_id || (it.old_object?.open_id ?? ''), chat: '', at });
  },
  'contact.user.updated_v3': ({ event, eventId, at }) => {
    const { object } = changed.parse(event);
    return object.status.is_resigned || object.status.is_exited ? received({ id: eventId, what: 'resigned', openId: object.open_id, chat: '', at }) : undefined;
  },
  'task.task.updated_v1': ({ event, eventId, at }) => {
    const it = task.parse(event);
    return received({ id: eventId, what: 'task', openId: '', chat: '', type: String(it.obj_type), content: it.task_id, at });
  },
  'card.action.trigger': ({ event, eventId }) => {
    const { operator, action, context } = tap.parse(event);
    const option = action.option || action.input_value || (action.checked === undefined ? '' : String(action.checked));
    return {
      what: 'tap',
      tap: {
        eventId, openId: operator.open_id, message: context.open_message_id, chat: context.open_chat_id, value: action.value,
        form: action.form_value ?? {}, option, submitted: action.form_value !== undefined,
      },
    };
  },
};

/** The event types that are understood; what the long connection must be registered for. */
export const eventTypes: readonly string[] = Object.keys(readers);

/** Reads an envelope of version 2; undefined for events that do not concern us (also every version 1 event). Throws where a known event has another shape than the platform documents. */
export function parseEnvelope(envelope: Record<string, unknown>, botId: string): Parsed | undefined {
  const head = header.safeParse(envelope['header']);
  if (!head.success) return undefined;
  const { event_id: eventId, event_type: type, create_time: created } = head.data;
  return readers[type]?.({ event: envelope['event'], eventId, at: instant(created), botId });
}

function groupLost({ event, eventId, at }: Happened, type: 'group' | 'bot' | 'member'): Parsed {
  const it = lost.parse(event);
  return received({ id: eventId, what: 'group-lost', openId: it.operator_id?.open_id ?? '', chat: it.chat_id, chatType: 'group', type, content: it.users.map((user) => user.user_id.open_id).join(','), at });
}

function received(some: Pick<Received, 'id' | 'what' | 'openId' | 'chat' | 'at'> & Partial<Received>): Parsed {
  return { what: 'received', received: { chatType: 'p2p', type: '', content: '', mentioned: false, parent: '', ...some } };
}

// Milliseconds, or microseconds in card callbacks, as text.
function instant(text: string): string {
  const number = Number(text.slice(0, 13));
  return new Date(Number.isFinite(number) ? number : 0).toISOString();
}
