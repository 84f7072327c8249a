import type { AppPlan, City, CityPlan, CityWish } from '../api/city.ts';
import { generate } from '../city/generate.ts';
import { fill } from '../city/heavy.ts';
import { isFields } from '../json.ts';
import { announceDepartment, announcePerson } from '../platform/contact/announce.ts';
import { cityIds } from '../state/ids.ts';
import type { App, Department, Person } from '../state/tenant.ts';
import { settleUrl } from '../push/request-url.ts';
import type { World } from '../world.ts';

function settleApp(world: World, plan: AppPlan): App {
  const { state } = world;
  const known = state.apps[plan.appId];
  const app: App = {
    appId: plan.appId,
    appSecret: plan.appSecret,
    name: plan.name,
    encryptKey: plan.encryptKey,
    verificationToken: plan.verificationToken,
    menu: plan.menu,
    botId: cityIds.botId(state.tenant, plan.appId),
    ...(plan.webhookUrl === undefined ? {} : { webhookUrl: plan.webhookUrl }),
    ...(plan.orderedEvents === undefined ? {} : { orderedEvents: plan.orderedEvents }),
  };
  state.apps[plan.appId] = app;
  if (app.webhookUrl !== undefined && app.webhookUrl !== known?.webhookUrl) settleUrl(world, app);
  return app;
}

/** Builds a city from a plan, or makes one up by seed. */
export function makeCity(world: World, wish: CityPlan | CityWish): City {
  if (!('generate' in wish)) return buildCity(world, wish);
  const { generate: how, heavy, tenant = '沙盘市', apps = [] } = wish;
  buildCity(world, { tenant, departments: generate(isFields(how) ? how : {}), apps });
  if (heavy !== undefined) fill(world, heavy, how.seed ?? 1);
  return viewCity(world);
}

/** Tells the apps that were there before of people and departments that are new or changed. */
function tell(world: World, before: { people: Record<string, Person>; departments: Department[] }): void {
  const { people, departments } = world.state;
  // A city that is only just being built is no news to anybody.
  if (Object.keys(before.people).length === 0) return;
  for (const each of departments)
    announceDepartment(
      world,
      before.departments.find((known) => known.id === each.id),
      each,
    );
  for (const each of Object.values(people)) announcePerson(world, before.people[each.openId], each);
}

/** Builds what a plan names and is not there yet; what is there is brought up to the plan, nothing is removed. */
function buildCity(world: World, plan: CityPlan): City {
  const { state } = world;
  if (state.tenant === '') Object.assign(state, { tenant: plan.tenant, tenantKey: cityIds.tenantKey(plan.tenant) });
  if (plan.calendar !== undefined) state.calendar = plan.calendar;
  const before = { ...state.people };
  const departments = structuredClone(state.departments);
  const placed = new Map<string, string[]>();
  for (const { code, name, people } of plan.departments) {
    const id = cityIds.department(state.tenant, code);
    const known = state.departments.find((department) => department.id === id);
    if (known === undefined) state.departments.push({ id, code, name });
    else known.name = name;
    for (const each of people) {
      const openId = cityIds.openId(state.tenant, each.userId);
      const places = [...(placed.get(openId) ?? []), id];
      placed.set(openId, places);
      state.people[openId] = {
        ...state.people[openId],
        openId,
        unionId: cityIds.unionId(state.tenant, each.userId),
        userId: each.userId,
        name: each.name,
        title: each.title,
        departments: places,
        email: each.email ?? '',
        mobile: each.mobile ?? '',
      };
    }
  }
  tell(world, { people: before, departments });
  for (const app of plan.apps) settleApp(world, app);
  world.touch();
  return viewCity(world);
}

/** The city as the page sees it. */
export function viewCity(world: World): City {
  const { state } = world;
  const names = new Map(state.departments.map((department) => [department.id, department.name]));
  return {
    tenant: state.tenant,
    departments: state.departments.map(({ code, id, name }) => ({ code, id, name })),
    people: Object.values(state.people).map((person) => ({
      id: person.openId,
      userId: person.userId,
      name: person.name,
      title: person.title,
      department: names.get(person.departments[0] ?? '') ?? '',
      email: person.email,
      ...(person.resigned === true ? { resigned: true as const } : {}),
    })),
    apps: Object.values(state.apps).map((app) => ({
      appId: app.appId,
      name: app.name,
      botId: app.botId,
      menu: app.menu,
      connections: world.events.connections(app.appId),
    })),
  };
}
