import type { LogEntry, LogFixture, Replayed } from '../api/inspector.ts';
import { isFields, text, fields } from '../json.ts';
import { refuse } from '../people/refusal.ts';
import type { App } from '../state/tenant.ts';
import type { World } from '../world.ts';

/** An entry of the log; throws 404 when it is not there any more. */
export function entryOf(world: World, seq: number): LogEntry {
  const [entry] = world.log.read(seq - 1, 1);
  if (entry === undefined || entry.seq !== seq) throw refuse(404, '没有这条记录，或者已经太旧');
  return entry;
}

/** An entry as a JSON file for tests. */
export function fixtureOf({ kind, title, at, method, path, status, request, response }: LogEntry): LogFixture {
  return {
    mark: '沙盘数据',
    kind,
    title,
    at,
    ...(method === undefined ? {} : { method }),
    ...(path === undefined ? {} : { path }),
    ...(status === undefined ? {} : { status }),
    ...(request === undefined ? {} : { request }),
    ...(response === undefined ? {} : { response }),
  };
}

function appOf(world: World, entry: LogEntry): App {
  const app = world.state.apps[entry.app ?? ''];
  if (app === undefined) throw refuse(409, '这条记录没有对应的应用，不能重放');
  return app;
}

async function tokenOf(url: string, app: App): Promise<string> {
  const answer = await fetch(`${url}/open-apis/auth/v3/tenant_access_token/internal`, {
    method: 'POST',
    body: JSON.stringify({ app_id: app.appId, app_secret: app.appSecret }),
  });
  return text(fields(await answer.json())['tenant_access_token']);
}

async function repeatCall(world: World, entry: LogEntry, url: string): Promise<Replayed> {
  if (entry.method === undefined || entry.path?.startsWith('/open-apis/') !== true) throw refuse(409, '这条记录不是接口调用');
  if (isFields(entry.request) && 'files' in entry.request) throw refuse(409, '带文件的调用不能重放，文件内容没有保留');
  const token = await tokenOf(url, appOf(world, entry));
  const bare = entry.method === 'GET' || entry.method === 'DELETE';
  const answer = await fetch(`${url}${entry.path}`, {
    method: entry.method,
    headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json; charset=utf-8' },
    ...(bare ? {} : { body: JSON.stringify(entry.request ?? {}) }),
  });
  const source = await answer.text();
  return {
    pushed: false,
    status: answer.status,
    body: answer.headers.get('content-type')?.includes('json') === true ? JSON.parse(source) : '（文件）',
  };
}

/** Pushes an event again under its old event_id, or repeats a call with a fresh token of its app; `url` is the sandbox's own. */
export async function replay(world: World, entry: LogEntry, url: string): Promise<Replayed> {
  if (entry.kind === 'call') return repeatCall(world, entry, url);
  if (entry.kind !== 'event' || !isFields(entry.request)) throw refuse(409, '卡片回调不会重推，请再点一次');
  world.events.again(appOf(world, entry), { envelope: entry.request, title: `${entry.title.replace(/^推 /, '')}（重放）` });
  return { pushed: true };
}
