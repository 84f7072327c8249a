import { texts, type Fields } from '../../json.ts';
import type { App, Department, Person } from '../../state/tenant.ts';
import type { World } from '../../world.ts';
import { page, param, type Call, type Route } from '../call.ts';
import { fail } from '../errors.ts';

const unknownId: Record<string, number> = { open_id: 99992351, union_id: 99992363, user_id: 99992359 };

/** The person with an id of the given type; undefined when there is none. */
export function personBy(world: World, id: string, type: string): Person | undefined {
  if (type === 'open_id') return world.state.people[id];
  const key = ({ union_id: 'unionId', user_id: 'userId', email: 'email' } as const)[type as 'union_id' | 'user_id' | 'email'];
  return key === undefined ? undefined : Object.values(world.state.people).find((person) => person[key] === id);
}

/** The person with an id of the call's `user_id_type`; throws the platform's "does not exist". */
export function needPerson(call: Call, id: string, type = idType(call)): Person {
  const person = personBy(call.world, id, type);
  if (person === undefined) throw fail(unknownId[type] ?? 99992402, { message: `Invalid ids: [${id}]` });
  return person;
}

/** The call's `user_id_type`, by default open_id. */
export function idType(call: Call): string {
  return call.query.get('user_id_type') ?? 'open_id';
}

/** A person's id in the type asked for. */
export function idOf(person: Person, type: string): string {
  if (type === 'user_id') return person.userId;
  return type === 'union_id' ? person.unionId : person.openId;
}

/** The ids object of events. */
export function idsOf(person: Person): Fields {
  return { union_id: person.unionId, user_id: person.userId, open_id: person.openId };
}

/** The ids object of a bot in mentions. */
export function botIds(app: App): Fields {
  return { union_id: app.botId.replace('ou_', 'on_'), open_id: app.botId };
}

function userView(person: Person): Fields {
  return {
    union_id: person.unionId,
    user_id: person.userId,
    open_id: person.openId,
    name: person.name,
    en_name: '',
    nickname: '',
    email: person.email,
    mobile: person.mobile,
    mobile_visible: true,
    gender: 0,
    avatar: { avatar_72: '', avatar_240: '', avatar_640: '', avatar_origin: '' },
    status: { is_frozen: false, is_resigned: false, is_activated: true, is_exited: false, is_unjoin: false },
    department_ids: person.departments,
    leader_user_id: '',
    city: '',
    country: '',
    work_station: '',
    join_time: 0,
    is_tenant_manager: false,
    employee_no: person.userId,
    employee_type: 1,
    orders: [],
    custom_attrs: [],
    enterprise_email: person.email,
    job_title: person.title,
  };
}

function departmentView(world: World, department: Department): Fields {
  const count = Object.values(world.state.people).filter((person) => person.departments.includes(department.id)).length;
  return {
    name: department.name,
    i18n_name: { zh_cn: department.name },
    parent_department_id: '0',
    department_id: department.code,
    open_department_id: department.id,
    leader_user_id: '',
    chat_id: '',
    order: '0',
    unit_ids: [],
    member_count: count,
    status: { is_deleted: false },
  };
}

const root: Department = { id: '0', code: '0', name: '' };

function departmentBy(call: Call, id: string): Department {
  if (id === '0') return { ...root, name: call.world.state.tenant };
  const key = call.query.get('department_id_type') === 'department_id' ? 'code' : 'id';
  const found = call.world.state.departments.find((department) => department[key] === id);
  if (found === undefined) throw fail(99992357);
  return found;
}

function batchGetId(call: Call): Fields {
  const type = idType(call);
  const seek = (key: 'email' | 'mobile', value: string): Fields => {
    const person = Object.values(call.world.state.people).find((each) => each[key] === value);
    return person === undefined
      ? { [key]: value }
      : {
          [key]: value,
          user_id: idOf(person, type),
          status: { is_frozen: false, is_resigned: false, is_activated: true, is_exited: false, is_unjoin: false },
        };
  };
  const emails = texts(call.body['emails']);
  const mobiles = texts(call.body['mobiles']);
  if (emails.length > 50 || mobiles.length > 50) throw fail(99992402);
  return { user_list: [...emails.map((value) => seek('email', value)), ...mobiles.map((value) => seek('mobile', value))] };
}

function membersOf(call: Call): Fields {
  const department = departmentBy(call, call.query.get('department_id') ?? '');
  const people = Object.values(call.world.state.people).filter((person) => person.departments.includes(department.id));
  return page(call, people.map(userView), 50);
}

function batch(call: Call): Fields {
  const ids = call.query.getAll('user_ids');
  if (ids.length === 0 || ids.length > 50) throw fail(99992402);
  const type = idType(call);
  const people = ids.map((id) => personBy(call.world, id, type)).filter((person) => person !== undefined);
  return { items: people.map(userView) };
}

/** Contact v3: users, departments and what the app may see (contract 9.3). */
export const peopleRoutes: Route[] = [
  { method: 'GET', path: '/contact/v3/users/batch', title: '批量查人', run: batch },
  { method: 'GET', path: '/contact/v3/users/find_by_department', title: '查部门成员', run: membersOf },
  { method: 'POST', path: '/contact/v3/users/batch_get_id', title: '按邮箱手机查人', run: batchGetId },
  {
    method: 'GET',
    path: '/contact/v3/users/:user_id',
    title: '查人',
    run: (call) => ({ user: userView(needPerson(call, param(call, 'user_id'))) }),
  },
  {
    method: 'GET',
    path: '/contact/v3/departments/parent',
    title: '查上级部门',
    run: (call) => {
      const department = departmentBy(call, call.query.get('department_id') ?? '');
      return page(call, department.id === '0' ? [] : [departmentView(call.world, { ...root, name: call.world.state.tenant })], 50);
    },
  },
  {
    method: 'GET',
    path: '/contact/v3/departments/:department_id/children',
    title: '查下级部门',
    run: (call) => {
      const department = departmentBy(call, param(call, 'department_id'));
      const below = department.id === '0' ? call.world.state.departments : [];
      return page(
        call,
        below.map((each) => departmentView(call.world, each)),
        50,
      );
    },
  },
  {
    method: 'GET',
    path: '/contact/v3/departments/:department_id',
    title: '查部门',
    run: (call) => ({ department: departmentView(call.world, departmentBy(call, param(call, 'department_id'))) }),
  },
  {
    method: 'GET',
    path: '/contact/v3/scopes',
    title: '查通讯录范围',
    run: (call) => ({
      department_ids: call.world.state.departments.map((department) => department.id),
      user_ids: [],
      group_ids: [],
      has_more: false,
    }),
  },
];
