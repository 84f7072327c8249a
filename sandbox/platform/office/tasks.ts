import { digits, fields, isFields, list, text, texts, type Fields } from '../../json.ts';
import { freshHex, freshNumber } from '../../state/ids.ts';
import type { Task, TaskMember } from '../../state/office.ts';
import type { World } from '../../world.ts';
import { once, param, type Call, type Route } from '../call.ts';
import { fail } from '../errors.ts';
import { idOf, idType, needPerson } from '../contact/people.ts';

const patchable = [
  'summary',
  'description',
  'due',
  'start',
  'extra',
  'completed_at',
  'repeat_rule',
  'custom_complete',
  'mode',
  'is_milestone',
];

function membersFrom(call: Call, value: unknown): TaskMember[] {
  const wishes = list(value).map(fields);
  if (wishes.length > 50) throw fail(1470400);
  return wishes.map((wish) => {
    const type = text(wish['type']) || 'user';
    const role = text(wish['role']) || 'assignee';
    if (role !== 'assignee' && role !== 'follower') throw fail(1470400);
    return { id: type === 'app' ? text(wish['id']) : needPerson(call, text(wish['id'])).openId, type, role };
  });
}

function view(call: Call, task: Task): Fields {
  const members = task.members.map((member) => {
    const person = call.world.state.people[member.id];
    return { ...member, id: person === undefined ? member.id : idOf(person, idType(call)) };
  });
  return {
    ...task.fields,
    guid: task.guid,
    task_id: `t${freshNumber(6)}`,
    status: task.doneAt > 0 ? 'done' : 'todo',
    completed_at: String(task.doneAt),
    creator: { id: call.app.appId, type: 'app', role: 'creator' },
    members,
    url: `https://applink.feishu.cn/client/todo/detail?guid=${task.guid}`,
    created_at: String(task.at),
    updated_at: String(call.world.clock.now()),
  };
}

function refresh(world: World, task: Task): void {
  world.touch();
  world.hub.publish(
    { type: 'task' },
    task.members.map((member) => member.id),
  );
}

function need(call: Call): Task {
  const task = call.world.state.tasks[param(call, 'task_guid')];
  if (task === undefined) throw fail(1470404, { status: 404 });
  if (task.appId !== call.app.appId) throw fail(1470403, { status: 403 });
  return task;
}

/** The same task with its times as strings, as they are given back. */
function timed(task: Fields): Fields {
  const time = (value: unknown): unknown => (isFields(value) ? { ...value, timestamp: digits(value['timestamp']) } : value);
  const times = { due: time(task['due']), start: time(task['start']), completed_at: digits(task['completed_at']) };
  return { ...task, ...Object.fromEntries(Object.entries(times).filter(([name]) => task[name] !== undefined)) };
}

function check(body: Fields): void {
  if (text(body['summary']).length > 3000 || text(body['description']).length > 3000) throw fail(1470400);
  const due = body['due'] === undefined ? undefined : text(fields(body['due'])['timestamp']);
  if (due !== undefined && !/^\d{13}$/.test(due))
    throw fail(1470400, { message: 'invalid request parameter: due.timestamp must be milliseconds' });
}

function create(call: Call): Fields {
  const body = timed(call.body);
  if (text(body['summary']) === '') throw fail(1470400);
  check(body);
  const token = text(body['client_token']);
  if (token === '') call.notes.push('没有 client_token：超时重发会建两个任务');
  else if (token.length < 10 || token.length > 100) throw fail(1470400);
  const { guid } = once(call, { key: token === '' ? '' : `task ${token}`, hours: 24 }, () => {
    const { members, client_token: _token, completed_at: _done, ...rest } = body;
    const task: Task = {
      guid: freshHex(),
      appId: call.app.appId,
      fields: rest,
      members: membersFrom(call, members),
      doneAt: 0,
      at: call.world.clock.now(),
    };
    call.world.state.tasks[task.guid] = task;
    refresh(call.world, task);
    return { guid: task.guid };
  });
  const task = call.world.state.tasks[guid];
  if (task === undefined) throw fail(1470404, { status: 404 });
  return { task: view(call, task) };
}

function patch(call: Call): Fields {
  const task = need(call);
  const change = timed(fields(call.body['task']));
  const names = texts(call.body['update_fields']);
  if (names.length === 0 || names.some((name) => !patchable.includes(name))) throw fail(1470400);
  check(change);
  if (names.includes('completed_at')) {
    const at = Number(text(change['completed_at']));
    if (at > 0 && task.doneAt > 0) throw fail(1470400, { message: 'task has been completed' });
    task.doneAt = at;
  }
  for (const name of names) {
    if (name === 'completed_at') continue;
    if (change[name] === undefined) delete task.fields[name];
    else task.fields[name] = change[name];
  }
  refresh(call.world, task);
  return { task: view(call, task) };
}

function addMembers(call: Call): Fields {
  const task = need(call);
  const wished = membersFrom(call, call.body['members']);
  if (wished.length === 0) throw fail(1470400);
  task.members.push(...wished.filter((member) => !task.members.some((known) => known.id === member.id && known.role === member.role)));
  refresh(call.world, task);
  return { task: view(call, task) };
}

function removeMembers(call: Call): Fields {
  const task = need(call);
  const gone = membersFrom(call, call.body['members']);
  refresh(call.world, task);
  task.members = task.members.filter((member) => !gone.some((each) => each.id === member.id && each.role === member.role));
  return { task: view(call, task) };
}

const base = '/task/v2/tasks';

/** Tasks (contract 9.6). */
export const taskRoutes: Route[] = [
  { method: 'POST', path: base, title: '建任务', tier: 7, run: create },
  { method: 'GET', path: `${base}/:task_guid`, title: '查任务', run: (call) => ({ task: view(call, need(call)) }) },
  { method: 'PATCH', path: `${base}/:task_guid`, title: '改任务', run: patch },
  {
    method: 'DELETE',
    path: `${base}/:task_guid`,
    title: '删任务',
    run: (call) => {
      const task = need(call);
      delete call.world.state.tasks[task.guid];
      refresh(call.world, task);
      return {};
    },
  },
  { method: 'POST', path: `${base}/:task_guid/add_members`, title: '加任务成员', run: addMembers },
  { method: 'POST', path: `${base}/:task_guid/remove_members`, title: '移出任务成员', run: removeMembers },
];
