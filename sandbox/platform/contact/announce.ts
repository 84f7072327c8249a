import type { Fields } from '../../json.ts';
import { allows, coversDepartment, coversPerson, inForce, type Allowed } from '../../state/console.ts';
import type { App, Department, Person } from '../../state/tenant.ts';
import type { World } from '../../world.ts';
import { changedFields, shownFields, wholeDepartment, wholeUser } from './shown.ts';

function whoMayKnow(world: World, covers: (range: Allowed) => boolean): App[] {
  return Object.values(world.state.apps).filter((app) => covers(inForce(world.state, app.appId).contactRange));
}

/** Pushes `contact.user.*_v3` to the apps whose contact range covers the person, now or before (contract 5.4): `old_object` holds only what changed, for one who left his departments and open_id. */
export function announcePerson(world: World, before: Person | undefined, after: Person): void {
  const left = after.resigned === true && before?.resigned !== true;
  const kind = before === undefined ? 'created' : left ? 'deleted' : 'updated';
  const whole = wholeUser(after);
  const changed = before === undefined ? {} : changedFields(wholeUser(before), whole);
  if (kind === 'updated' && Object.keys(changed).length === 0) return;
  const old = left ? { department_ids: before?.departments ?? [], open_id: after.openId } : changed;
  for (const app of whoMayKnow(
    world,
    (range) => coversPerson(world.state, range, after) || (before !== undefined && coversPerson(world.state, range, before)),
  )) {
    const { scopes } = inForce(world.state, app.appId);
    const seen = shownFields(old, scopes);
    if (kind === 'updated' && Object.keys(seen).length === 0) continue;
    world.events.push(app, {
      type: `contact.user.${kind}_v3`,
      title: { created: '员工入职', updated: '员工变更', deleted: '员工离职' }[kind],
      event: { object: shownFields(whole, scopes), ...(kind === 'created' ? {} : { old_object: seen }) },
    });
  }
}

/** Pushes `contact.department.*_v3` to the apps whose contact range covers the department. */
export function announceDepartment(world: World, before: Department | undefined, after: Department | undefined): void {
  const about = after ?? before;
  if (about === undefined) return;
  const kind = before === undefined ? 'created' : after === undefined ? 'deleted' : 'updated';
  const object = wholeDepartment(about, after === undefined);
  const old =
    before === undefined
      ? {}
      : after === undefined
        ? { status: { is_deleted: false }, open_department_id: before.id }
        : changedFields(wholeDepartment(before), object);
  if (kind === 'updated' && Object.keys(old).length === 0) return;
  // A department that is gone is no longer found, so its range is judged by itself.
  const covers = (range: Allowed): boolean =>
    after === undefined ? allows(range, about.id) || allows(range, '0') : coversDepartment(world.state, range, about.id);
  for (const app of whoMayKnow(world, covers)) {
    world.events.push(app, {
      type: `contact.department.${kind}_v3`,
      title: { created: '部门新建', updated: '部门变更', deleted: '部门删除' }[kind],
      event: { object, ...(kind === 'created' ? {} : { old_object: old }) },
    });
  }
}

function resolved(world: World, app: App, ids: string[]): Fields {
  const { departments, people } = world.state;
  const { scopes } = inForce(world.state, app.appId);
  return {
    departments: departments.filter((each) => ids.includes(each.id)).map((each) => wholeDepartment(each)),
    users: ids.flatMap((id) => (people[id] === undefined ? [] : [shownFields(wholeUser(people[id]), scopes)])),
    user_groups: [],
  };
}

/** Pushes `contact.scope.updated_v3` when a newly published version changes what an app may see of the directory. */
export function announceRange(world: World, app: App, { before, after }: { before: Allowed; after: Allowed }): void {
  const everything = world.state.departments.filter((each) => each.parent === undefined).map((each) => each.id);
  const [old, next] = [before, after].map((range) => (range === 'all' ? everything : range));
  const added = (next ?? []).filter((id) => old?.includes(id) !== true);
  const removed = (old ?? []).filter((id) => next?.includes(id) !== true);
  if (added.length === 0 && removed.length === 0) return;
  world.events.push(app, {
    type: 'contact.scope.updated_v3',
    title: '通讯录范围变更',
    event: { added: resolved(world, app, added), removed: resolved(world, app, removed) },
  });
}
