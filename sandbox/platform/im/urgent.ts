import { show } from '../../chat/rooms.ts';
import { texts, type Fields } from '../../json.ts';
import type { Message } from '../../state/chats.ts';
import type { Person } from '../../state/tenant.ts';
import type { Call, Route } from '../call.ts';
import { idOf, idType, personBy } from '../contact/people.ts';
import { fail } from '../errors.ts';
import { needOwn } from './find.ts';
import { wrong } from './content.ts';

type Way = 'app' | 'sms' | 'phone';

/** What costs money is counted down in the tenant's settings. */
const purses = { sms: 'urgentSms', phone: 'urgentPhone' } as const;

function unread(messages: Message[], person: Person): number {
  return messages.filter((message) => message.urgent.includes(person.openId) && message.readBy[person.openId] === undefined).length;
}

function pay(call: Call, way: Way, count: number): void {
  if (way === 'app') return;
  const { settings } = call.world.state;
  const purse = purses[way];
  if (settings[purse] < count) throw fail(230024);
  settings[purse] -= count;
}

function urge(call: Call, way: Way): Fields {
  const { message, chat } = needOwn(call);
  const { state } = call.world;
  const type = idType(call);
  const ids = texts(call.body['user_id_list']);
  if (ids.length === 0 || ids.length > 200) throw wrong('user_id_list must have 1 to 200 ids');
  const setting = chat.settings['urgent_setting'] ?? 'all_members';
  if (chat.mode === 'group' && setting !== 'all_members' && chat.creator !== call.app.appId) throw fail(230052);
  if (message.only !== undefined || message.batch !== undefined) throw fail(230054);
  const found = ids.map((id) => personBy(call.world, id, type)).filter((person) => person !== undefined);
  const inside = found.filter((person) => chat.people.includes(person.openId) && person.resigned !== true);
  if (inside.some((person) => unread(Object.values(state.messages), person) >= state.settings.urgentUnread)) throw fail(230023);
  pay(call, way, inside.length);
  message.urgent = [...new Set([...message.urgent, ...inside.map((person) => person.openId)])];
  show(call.world, message);
  const reached = new Set(inside.map((person) => idOf(person, type)));
  return { invalid_user_id_list: ids.filter((id) => !reached.has(id)) };
}

const scopes: Record<Way, string> = { app: 'im:message.urgent', sms: 'im:message.urgent:sms', phone: 'im:message.urgent:phone' };
const titles: Record<Way, string> = { app: '加急', sms: '短信加急', phone: '电话加急' };

/** Urgent marks in the app, by text message and by telephone (contract 9.1). */
export const urgentRoutes: Route[] = (['app', 'sms', 'phone'] as const).map((way) => ({
  method: 'PATCH',
  path: `/im/v1/messages/:message_id/urgent_${way}`,
  title: titles[way],
  scopes: [scopes[way]],
  run: (call) => urge(call, way),
}));
