import { digits, fields, list, text, texts, type Fields } from '../../json.ts';
import { freshHex, freshNumber } from '../../state/ids.ts';
import type { Task, TaskMember } from '../../state/office.ts';
import { once, page, type Call, type Route } from '../call.ts';
import { fail } from '../errors.ts';
import { idOf, idType } from '../contact/people.ts';
import { completeTask } from './task-done.ts';
import { checkCrowd, membersFrom, patchable, remindersFrom, taskFields, wrong } from './task-fields.ts';
import { taskChanged } from './task-news.ts';
import { taskToChange, taskToRead } from './task-rights.ts';

function memberView(call: Call, member: TaskMember): Fields {
  const person = call.world.state.people[member.id];
  return person === undefined ? { ...member } : { ...member, id: idOf(person, idType(call)), name: person.name };
}

function view(call: Call, task: Task): Fields {
  const creator =
    task.creator === undefined ? { id: task.appId, type: 'app', role: 'creator' } : { id: task.creator, type: 'user', role: 'creator' };
  return {
    description: '',
    mode: 2,
    is_milestone: false,
    tasklists: [],
    ...task.fields,
    guid: task.guid,
    task_id: task.number ?? '',
    status: task.doneAt > 0 ? 'done' : 'todo',
    completed_at: String(task.doneAt),
    creator: memberView(call, creator),
    members: task.members.map((member) => memberView(call, member)),
    reminders: task.reminders ?? [],
    source: 7,
    url: `https://applink.feishu.cn/client/todo/detail?guid=${task.guid}`,
    created_at: String(task.at),
    updated_at: String(task.updatedAt ?? task.at),
  };
}

function tokenOf(call: Call): string {
  const token = text(call.body['client_token']);
  if (token === '') call.notes.push('没有 client_token：超时重发会建两个任务');
  else if (token.length < 10 || token.length > 100) throw wrong('client_token must have 10 to 100 characters');
  return token === '' ? '' : `task ${call.user?.openId ?? ''} ${token}`;
}

function checkHaste(call: Call, key: string): void {
  const { state, clock } = call.world;
  const known = state.repeats[`${call.app.appId} ${key}`];
  const at = state.tasks[text(fields(known?.value)['guid'])]?.at;
  if (key !== '' && at !== undefined && clock.now() - at < state.settings.taskTokenBusyMs) throw fail(1470422);
}

function doneAt(value: unknown): number {
  const at = Number(digits(value) || '0');
  if (!Number.isInteger(at) || (at !== 0 && at < 1e12)) throw wrong('completed_at must be milliseconds');
  return at;
}

function make(call: Call): Task {
  const { body, world, app, user } = call;
  if (text(body['summary']) === '') throw wrong('summary is required');
  const kept = taskFields(body);
  const members = membersFrom(call, body['members']);
  checkCrowd(members);
  return {
    guid: freshHex(),
    number: `t${freshNumber(6)}`,
    appId: app.appId,
    ...(user === undefined ? {} : { creator: user.openId }),
    fields: kept,
    members,
    reminders: remindersFrom(body['reminders'], { fields: kept }),
    doneAt: doneAt(body['completed_at']),
    at: world.clock.now(),
  };
}

function create(call: Call): Fields {
  const key = tokenOf(call);
  checkHaste(call, key);
  const { guid } = once(call, { key, hours: 24 }, () => {
    const task = make(call);
    call.world.state.tasks[task.guid] = task;
    taskChanged(call.world, task, { change: 'created' });
    return { guid: task.guid };
  });
  const task = call.world.state.tasks[guid];
  if (task === undefined) throw fail(1470404);
  return { task: view(call, task) };
}

function complete(call: Call, task: Task, value: unknown): void {
  const at = doneAt(value);
  if (at > 0 && task.doneAt > 0) throw wrong('task has been completed');
  if (at === 0 && task.doneAt === 0) throw wrong('task is not completed');
  completeTask(call.world, task, at);
}

function patch(call: Call): Fields {
  const task = taskToChange(call);
  const names = texts(call.body['update_fields']);
  if (names.length === 0 || names.some((name) => !patchable.includes(name))) throw wrong('update_fields');
  const wish = fields(call.body['task']);
  const change = taskFields(wish);
  if (names.includes('summary') && text(change['summary']) === '') throw wrong('summary is required');
  if (names.includes('completed_at')) complete(call, task, wish['completed_at']);
  const details = names.filter((name) => name !== 'completed_at');
  for (const name of details) {
    if (change[name] === undefined) delete task.fields[name];
    else task.fields[name] = change[name];
  }
  if (task.fields['due'] === undefined) task.reminders = [];
  if (details.length > 0) taskChanged(call.world, task, { change: 'detail' });
  return { task: view(call, task) };
}

const roles = [
  ['assignee', 'assignees'],
  ['follower', 'followers'],
] as const;

function changeMembers(call: Call, change: (known: TaskMember[], named: TaskMember[]) => TaskMember[]): Fields {
  const task = taskToChange(call);
  const named = membersFrom(call, call.body['members']);
  if (named.length === 0) throw wrong('members');
  const next = change(task.members, named);
  checkCrowd(next);
  task.members = next;
  const also = named.filter((member) => member.type === 'user').map((member) => member.id);
  for (const [role, change] of roles) if (named.some((member) => member.role === role)) taskChanged(call.world, task, { change, also });
  return { task: view(call, task) };
}

const sameMember = (a: TaskMember, b: TaskMember): boolean => a.id === b.id && a.role === b.role;

function addReminders(call: Call): Fields {
  const task = taskToChange(call);
  if ((task.reminders ?? []).length > 0) throw fail(1470613);
  const added = remindersFrom(call.body['reminders'], task);
  if (added.length === 0) throw wrong('reminders');
  task.reminders = added;
  taskChanged(call.world, task, { change: 'reminders' });
  return { task: view(call, task) };
}

function removeReminders(call: Call): Fields {
  const task = taskToChange(call);
  const ids = list(call.body['reminder_ids']).map(digits);
  const known = task.reminders ?? [];
  if (ids.length === 0 || ids.some((id) => !known.some((each) => each.id === id))) throw wrong('reminder_ids');
  task.reminders = known.filter((each) => !ids.includes(each.id));
  taskChanged(call.world, task, { change: 'reminders' });
  return { task: view(call, task) };
}

function remove(call: Call): Fields {
  const task = taskToChange(call);
  delete call.world.state.tasks[task.guid];
  taskChanged(call.world, task, { change: 'deleted' });
  return {};
}

function mine(call: Call): Fields {
  const done = call.query.get('completed');
  const tasks = Object.values(call.world.state.tasks)
    .filter((task) => task.members.some((member) => member.id === call.user?.openId && member.role === 'assignee'))
    .filter((task) => done === null || task.doneAt > 0 === (done === 'true'));
  return page(
    call,
    tasks.map((task) => view(call, task)),
    100,
  );
}

function watch(call: Call): Fields {
  const key = `${call.app.appId} ${call.user?.openId ?? ''}`;
  const { state } = call.world;
  if (!state.taskWatches.includes(key)) state.taskWatches.push(key);
  return {};
}

const base = '/task/v2/tasks';
const one = `${base}/:task_guid`;
const write = ['task:task:write'];
const read = ['task:task:read', 'task:task:write'];

/** Tasks (contract 9.6). */
export const taskRoutes: Route[] = [
  { method: 'POST', path: base, title: '建任务', by: 'either', tier: 7, scopes: write, run: create },
  { method: 'GET', path: base, title: '列我的任务', by: 'person', scopes: read, run: mine },
  { method: 'GET', path: one, title: '查任务', by: 'either', scopes: read, run: (call) => ({ task: view(call, taskToRead(call)) }) },
  { method: 'PATCH', path: one, title: '改任务', by: 'either', scopes: write, run: patch },
  { method: 'DELETE', path: one, title: '删任务', by: 'either', scopes: write, run: remove },
  {
    method: 'POST',
    path: `${one}/add_members`,
    title: '加任务成员',
    by: 'either',
    scopes: write,
    run: (call) =>
      changeMembers(call, (known, named) => [...known.filter((each) => !named.some((other) => sameMember(each, other))), ...named]),
  },
  {
    method: 'POST',
    path: `${one}/remove_members`,
    title: '移出任务成员',
    by: 'either',
    scopes: write,
    run: (call) => changeMembers(call, (known, named) => known.filter((each) => !named.some((other) => sameMember(each, other)))),
  },
  { method: 'POST', path: `${one}/add_reminders`, title: '加任务提醒', by: 'either', tier: 3, scopes: write, run: addReminders },
  { method: 'POST', path: `${one}/remove_reminders`, title: '去掉任务提醒', by: 'either', tier: 3, scopes: write, run: removeReminders },
  { method: 'POST', path: '/task/v2/task_v2/task_subscription', title: '订阅个人任务', by: 'person', scopes: read, run: watch },
];
