import type { Fields } from '../../json.ts';
import { coversDepartment, inForce } from '../../state/console.ts';
import type { Department } from '../../state/tenant.ts';
import { page, param, type Call, type Route } from '../call.ts';
import { fail } from '../errors.ts';
import { wholeDepartment } from './shown.ts';

/** The department with an id of the call's `department_id_type`; `0` is the root. */
export function departmentBy(call: Call, id: string): Department {
  const { departments, tenant } = call.world.state;
  if (id === '0') return { id: '0', code: '0', name: tenant };
  const byCode = call.query.get('department_id_type') === 'department_id';
  const found = departments.find((department) => (byCode ? department.code : department.id) === id);
  if (found === undefined) throw fail(byCode ? 43010 : 99992357);
  return found;
}

/** A department in the app's contact range; throws 40004 for another. */
export function needDepartment(call: Call, department: Department): Department {
  const { contactRange } = inForce(call.world.state, call.app.appId);
  if (contactRange !== 'all' && !coversDepartment(call.world.state, contactRange, department.id)) throw fail(40004);
  return department;
}

function view(call: Call, department: Department): Fields {
  const people = Object.values(call.world.state.people).filter((person) => person.resigned !== true);
  return {
    ...wholeDepartment(department),
    i18n_name: { zh_cn: department.name },
    order: '0',
    member_count: people.filter((person) => person.departments.includes(department.id)).length,
  };
}

function below(call: Call, id: string, deep: boolean): Department[] {
  const direct = call.world.state.departments.filter((each) => (each.parent ?? '0') === id);
  return direct.flatMap((each) => [each, ...(deep ? below(call, each.id, true) : [])]);
}

function children(call: Call): Fields {
  const department = needDepartment(call, departmentBy(call, param(call, 'department_id')));
  const found = below(call, department.id, call.query.get('fetch_child') === 'true');
  return page(
    call,
    found.map((each) => view(call, each)),
    50,
  );
}

function above(call: Call, department: Department): Department[] {
  if (department.id === '0') return [];
  const parent = call.world.state.departments.find((each) => each.id === department.parent) ?? departmentBy(call, '0');
  return [parent, ...above(call, parent)];
}

function parents(call: Call): Fields {
  const department = needDepartment(call, departmentBy(call, call.query.get('department_id') ?? ''));
  return page(
    call,
    above(call, department).map((each) => view(call, each)),
    50,
  );
}

/** What the app may see: the departments and people of its range, the tops of the tenant when that is everything. */
function range(call: Call): Fields {
  const { state } = call.world;
  const { contactRange } = inForce(state, call.app.appId);
  const tops = state.departments.filter((department) => department.parent === undefined).map((department) => department.id);
  const named = contactRange === 'all' ? tops : contactRange;
  return {
    department_ids: named.filter((id) => state.people[id] === undefined),
    user_ids: named.filter((id) => state.people[id] !== undefined),
    group_ids: [],
    has_more: false,
  };
}

const scopes = [
  'contact:contact.base:readonly',
  'contact:contact:readonly',
  'contact:contact:readonly_as_app',
  'contact:department.base:readonly',
];
const query = { department_id_type: { one: ['open_department_id', 'department_id'] } };
const base = '/contact/v3/departments';

/** Departments and the app's range (contract 9.3). */
export const departmentRoutes: Route[] = [
  {
    method: 'GET',
    path: `${base}/parent`,
    title: '查上级部门',
    scopes,
    query: { ...query, department_id: { need: true } },
    run: parents,
  },
  { method: 'GET', path: `${base}/:department_id/children`, title: '查下级部门', scopes, query, run: children },
  {
    method: 'GET',
    path: `${base}/:department_id`,
    title: '查部门',
    scopes,
    query,
    run: (call) => ({ department: view(call, needDepartment(call, departmentBy(call, param(call, 'department_id')))) }),
  },
  { method: 'GET', path: '/contact/v3/scopes', title: '查通讯录范围', scopes, run: range },
];
