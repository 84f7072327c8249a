import { consoleOf, inForce, allows } from '../state/console.ts';
import type { App } from '../state/tenant.ts';
import type { World } from '../world.ts';
import type { Asked, Call, QueryRule, Route } from './call.ts';
import { badField, fail } from './errors.ts';
import { createWindow, tooMany } from './limits.ts';
import { tiers, type Tier } from './tiers.ts';

const idTypes = ['open_id', 'union_id', 'user_id'];

function checkConsole(world: World, route: Route, app: App): void {
  const { published, enabled } = consoleOf(world.state, app.appId);
  if (enabled === false) throw fail(99991662);
  if (published === null) throw fail(99991673);
  const wanted = route.scopes ?? [];
  const { scopes } = inForce(world.state, app.appId);
  if (wanted.length === 0 || wanted.some((scope) => allows(scopes, scope))) return;
  throw fail(99991672, {
    message: `Access denied. One of the following scopes is required: [${wanted.join(', ')}].`,
    extra: {
      permission_violations: wanted.map((subject) => ({ type: 'action_scope_required', subject })),
      helps: [
        {
          url: `https://open.feishu.cn/app/${app.appId}/auth?q=${wanted.join(',')}`,
          description: '点击链接申请并开通任一权限即可',
        },
      ],
    },
  });
}

function checkQuery(query: URLSearchParams, rules: Record<string, QueryRule>): void {
  for (const [name, rule] of Object.entries<QueryRule>({ user_id_type: { one: idTypes }, ...rules })) {
    const value = query.get(name);
    if (value === null || value === '') {
      if (rule.need === true) throw badField(name, `${name} is required`);
    } else if (rule.one !== undefined && !rule.one.includes(value)) {
      throw badField(name, `${name} must be one of [${rule.one.join(', ')}]`, value);
    }
  }
}

function checkAddress(world: World, ip: string): void {
  const { ipAllowList } = world.state.settings;
  if (ipAllowList.length > 0 && !ipAllowList.includes(ip)) throw fail(99991401);
}

function countMonth(world: World): void {
  const { state, clock } = world;
  const month = clock.read().now.slice(0, 7);
  const before = state.usage.month === month ? state.usage.calls : 0;
  if (state.settings.monthlyCalls > 0 && before >= state.settings.monthlyCalls) throw fail(99991403);
  state.usage = { month, calls: before + 1 };
}

/** What stands between a known app and an API: addresses, version and scopes, the query, the month's quota and the API's frequency. */
export function createGate(world: World): (route: Route, asked: Asked, call: Call) => void {
  const window = createWindow(world.real);
  let turn = 0;
  const checkRate = (route: Route, call: Call): void => {
    const limits: Tier = tiers[route.tier ?? 4];
    const key = `${call.app.appId} ${route.method} ${route.path}`;
    for (const [limit, span] of [
      [limits.second, 1000],
      [limits.minute, 60_000],
    ] as const) {
      if (limit === undefined || window.take(`${span} ${key}`, limit, span)) continue;
      call.notes.push('超过接口频率');
      turn += 1;
      throw tooMany(route.oldLimit === true ? 0 : turn, { limit, reset: window.wait(`${span} ${key}`, limit, span) });
    }
  };
  return (route, asked, call) => {
    checkRate(route, call);
    if (route.by !== 'nobody') {
      checkAddress(world, asked.ip);
      checkConsole(world, route, call.app);
      countMonth(world);
    }
    checkQuery(asked.query, route.query ?? {});
  };
}
