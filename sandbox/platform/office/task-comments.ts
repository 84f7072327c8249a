import { digits, text, type Fields } from '../../json.ts';
import { freshNumber } from '../../state/ids.ts';
import type { Task, TaskComment } from '../../state/office.ts';
import type { World } from '../../world.ts';
import { page, param, type Call, type Route } from '../call.ts';
import { fail } from '../errors.ts';
import { wrong } from './task-fields.ts';
import { commentChanged } from './task-news.ts';
import { readableTask } from './task-rights.ts';

const MOST_LETTERS = 3000;

/** Writes a comment on a task, or an answer to one; `by` is an open id or an app id. */
export function comment(world: World, task: Task, what: { by: string; content: string; parent?: string }): TaskComment {
  const now = world.clock.now();
  const made: TaskComment = { id: freshNumber(19), at: now, updatedAt: now, ...what };
  task.comments = [...(task.comments ?? []), made];
  commentChanged(world, task, {
    comment: made.id,
    kind: what.parent === undefined ? 1 : 2,
    ...(what.parent === undefined ? {} : { parent: what.parent }),
  });
  return made;
}

function view(call: Call, task: Task, each: TaskComment): Fields {
  return {
    id: each.id,
    content: each.content,
    creator: { id: each.by, type: call.world.state.people[each.by] === undefined ? 'app' : 'user', role: 'creator' },
    created_at: String(each.at),
    updated_at: String(each.updatedAt),
    resource_type: 'task',
    resource_id: task.guid,
    ...(each.parent === undefined ? {} : { reply_to_comment_id: each.parent }),
  };
}

function words(call: Call, content: unknown): string {
  const said = text(content);
  if (said === '' || said.length > MOST_LETTERS) throw wrong('content');
  call.notes.push(...(said.includes('<') ? ['任务评论是纯文本'] : []));
  return said;
}

function create(call: Call): Fields {
  if ((text(call.body['resource_type']) || 'task') !== 'task') throw wrong('resource_type');
  const task = readableTask(call, text(call.body['resource_id']));
  const parent = digits(call.body['reply_to_comment_id']);
  if (parent !== '' && !(task.comments ?? []).some((each) => each.id === parent)) throw fail(1470404);
  const by = call.user?.openId ?? call.app.appId;
  const made = comment(call.world, task, { by, content: words(call, call.body['content']), ...(parent === '' ? {} : { parent }) });
  return { comment: view(call, task, made) };
}

function find(call: Call): { task: Task; found: TaskComment } {
  const id = param(call, 'comment_id');
  const task = Object.values(call.world.state.tasks).find((each) => each.comments?.some((one) => one.id === id));
  const found = task?.comments?.find((each) => each.id === id);
  if (task === undefined || found === undefined) throw fail(1470404);
  return { task: readableTask(call, task.guid), found };
}

function own(call: Call): { task: Task; found: TaskComment } {
  const at = find(call);
  if (at.found.by !== (call.user?.openId ?? call.app.appId)) throw fail(1470403);
  return at;
}

function change(call: Call): Fields {
  const { task, found } = own(call);
  const { content } = (call.body['comment'] ?? {}) as Fields;
  Object.assign(found, { content: words(call, content), updatedAt: call.world.clock.now() });
  commentChanged(call.world, task, { comment: found.id, kind: 3 });
  return { comment: view(call, task, found) };
}

function remove(call: Call): Fields {
  const { task, found } = own(call);
  task.comments = (task.comments ?? []).filter((each) => each !== found);
  commentChanged(call.world, task, { comment: found.id, kind: 4 });
  return {};
}

function all(call: Call): Fields {
  const task = readableTask(call, call.query.get('resource_id') ?? '');
  return page(
    call,
    (task.comments ?? []).map((each) => view(call, task, each)),
    100,
  );
}

const base = '/task/v2/comments';
const one = `${base}/:comment_id`;
const write = ['task:comment:write', 'task:comment', 'task:task:write'];
const read = ['task:comment:read', ...write];

/** Comments on tasks (contract 5.5). */
export const taskCommentRoutes: Route[] = [
  { method: 'POST', path: base, title: '评论任务', by: 'either', scopes: write, run: create },
  { method: 'GET', path: base, title: '列任务评论', by: 'either', scopes: read, run: all },
  {
    method: 'GET',
    path: one,
    title: '查任务评论',
    by: 'either',
    scopes: read,
    run: (call) => {
      const { task, found } = find(call);
      return { comment: view(call, task, found) };
    },
  },
  { method: 'PATCH', path: one, title: '改任务评论', by: 'either', scopes: write, run: change },
  { method: 'DELETE', path: one, title: '删任务评论', by: 'either', scopes: write, run: remove },
];
