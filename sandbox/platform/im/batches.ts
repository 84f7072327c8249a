import { meet } from '../../chat/meeting.ts';
import { post, show } from '../../chat/rooms.ts';
import { isFields, text, texts, type Fields } from '../../json.ts';
import { freshHex } from '../../state/ids.ts';
import type { Message } from '../../state/chats.ts';
import type { Person } from '../../state/tenant.ts';
import { param, type Call, type Route } from '../call.ts';
import { personBy } from '../contact/people.ts';
import { badField, fail } from '../errors.ts';
import { checkContent } from './content.ts';
import { needReachable } from './find.ts';
import { announceRecall } from '../../chat/announce.ts';

const lists = { open_ids: 'open_id', user_ids: 'user_id', union_ids: 'union_id' } as const;

function reachable(call: Call, person: Person | undefined): person is Person {
  if (person === undefined) return false;
  try {
    needReachable(call, person);
    return true;
  } catch {
    return false;
  }
}

/** The people named by ids and departments, and the ids that lead to nobody, by list. */
function receivers(call: Call): { people: Set<Person>; invalid: Fields } {
  const { state } = call.world;
  const people = new Set<Person>();
  const invalid: Fields = {};
  for (const [field, type] of Object.entries(lists)) {
    const ids = texts(call.body[field]);
    if (ids.length > 200) throw badField(field, 'must be at most 200 ids');
    const found = ids.map((id) => personBy(call.world, id, type));
    found.filter((person) => reachable(call, person)).forEach((person) => people.add(person));
    invalid[`invalid_${field}`] = ids.filter((_id, index) => !reachable(call, found[index]));
  }
  const departments = texts(call.body['department_ids']);
  if (departments.length > 200) throw badField('department_ids', 'must be at most 200 ids');
  const known = (id: string): boolean => state.departments.some((each) => each.id === id || each.code === id);
  const ids = state.departments.filter((each) => departments.includes(each.id) || departments.includes(each.code)).map((each) => each.id);
  for (const person of Object.values(state.people))
    if (person.departments.some((id) => ids.includes(id)) && reachable(call, person)) people.add(person);
  return { people, invalid: { ...invalid, invalid_department_ids: departments.filter((id) => !known(id)) } };
}

function sendAll(call: Call): Fields {
  const { world, app, body } = call;
  const type = text(body['msg_type']);
  const carried = type === 'interactive' ? body['card'] : body['content'];
  if (!isFields(carried)) throw badField(type === 'interactive' ? 'card' : 'content', 'must be an object');
  const { people, invalid } = receivers(call);
  if (people.size === 0 && Object.values(invalid).every((ids) => (ids as string[]).length === 0)) throw badField('open_ids', 'no receiver');
  const batch = `bm-${freshHex()}`;
  const first = [...people][0];
  if (first !== undefined) {
    const chat = meet(world, app, { person: first, byBot: true });
    const content = checkContent(call, { type, raw: JSON.stringify(carried), chat });
    for (const person of people) {
      const message = post(world, {
        chat: meet(world, app, { person, byBot: true }),
        sender: { kind: 'app', id: app.appId },
        type,
        content: content.content,
      });
      message.batch = batch;
    }
  }
  world.state.batches[batch] = { appId: app.appId, at: world.clock.now() };
  return { message_id: batch, ...invalid };
}

function needBatch(call: Call): Message[] {
  const id = param(call, 'batch_message_id');
  if (call.world.state.batches[id]?.appId !== call.app.appId) throw fail(230001);
  return Object.values(call.world.state.messages).filter((message) => message.batch === id);
}

function progress(call: Call): Fields {
  const sent = needBatch(call);
  const read = sent.filter((message) => Object.keys(message.readBy).length > 0);
  return {
    batch_message_send_progress: {
      valid_user_ids_count: sent.length,
      success_user_ids_count: sent.length,
      read_user_ids_count: read.length,
    },
    batch_message_recall_progress: {
      recall: sent.some((message) => message.recalled),
      recall_count: sent.filter((message) => message.recalled).length,
    },
  };
}

function readers(call: Call): Fields {
  const sent = needBatch(call);
  const read = sent.filter((message) => Object.keys(message.readBy).length > 0).length;
  return { read_user: { read_count: String(read), total_count: String(sent.length) } };
}

function recallAll(call: Call): Fields {
  const { world } = call;
  for (const message of needBatch(call).filter((each) => !each.recalled)) {
    message.recalled = true;
    show(world, message);
    const chat = world.state.chats[message.chat];
    if (chat !== undefined) announceRecall(world, chat, message);
  }
  return {};
}

const scopes = ['im:message:send_multi_users', 'im:message:send_multi_depts'];
const base = '/im/v1/batch_messages/:batch_message_id';

/** One message to many people at once: its progress, its readers, its recall (contract 9.1). */
export const batchRoutes: Route[] = [
  { method: 'POST', path: '/message/v4/batch_send', title: '批量发消息', scopes, run: sendAll },
  { method: 'GET', path: `${base}/get_progress`, title: '查批量进度', scopes, run: progress },
  { method: 'GET', path: `${base}/read_user`, title: '查批量已读', scopes, run: readers },
  { method: 'DELETE', path: base, title: '撤回批量消息', scopes, run: recallAll },
];
