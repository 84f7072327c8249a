import { texts, type Fields } from '../../json.ts';
import { coversPerson, inForce } from '../../state/console.ts';
import type { Person } from '../../state/tenant.ts';
import { page, param, type Call, type Route } from '../call.ts';
import { badField, fail } from '../errors.ts';
import { departmentBy, needDepartment } from './departments.ts';
import { idOf, idType, needPerson, personBy } from './people.ts';
import { shownFields, statusOf, wholeUser } from './shown.ts';

function seen(call: Call, person: Person): boolean {
  return coversPerson(call.world.state, inForce(call.world.state, call.app.appId).contactRange, person);
}

function view(call: Call, person: Person): Fields {
  const type = call.query.get('department_id_type') ?? 'open_department_id';
  const code = (id: string): string => call.world.state.departments.find((each) => each.id === id)?.code ?? id;
  const whole = {
    ...wholeUser(person),
    mobile_visible: true,
    department_ids: type === 'department_id' ? person.departments.map(code) : person.departments,
    city: '',
    country: '',
    work_station: '',
    join_time: 0,
    is_tenant_manager: false,
    orders: person.departments.map((id) => ({ department_id: id, user_order: 0, department_order: 0, is_primary_dept: true })),
    custom_attrs: [],
  };
  return shownFields(whole, inForce(call.world.state, call.app.appId).scopes);
}

function one(call: Call): Fields {
  const id = param(call, 'user_id');
  const type = idType(call);
  if (type === 'user_id' && personBy(call.world, id, type) === undefined) throw fail(41012);
  const person = needPerson(call, id);
  if (!seen(call, person)) throw fail(41050);
  return { user: view(call, person) };
}

function batch(call: Call): Fields {
  const ids = call.query.getAll('user_ids');
  if (ids.length === 0 || ids.length > 50) throw badField('user_ids', 'must be 1 to 50 ids');
  const found = ids.map((id) => personBy(call.world, id, idType(call))).filter((person) => person !== undefined);
  return { items: found.filter((person) => seen(call, person)).map((person) => view(call, person)) };
}

function byAddress(call: Call): Fields {
  const type = idType(call);
  const { people } = call.world.state;
  const gone = call.body['include_resigned'] === true;
  const same = (person: Person, key: 'email' | 'mobile', value: string): boolean =>
    key === 'email'
      ? person.email.toLowerCase() === value.toLowerCase()
      : person.mobile.replace(/^\+86/, '') === value.replace(/^\+86/, '');
  const seek = (key: 'email' | 'mobile', value: string): Fields => {
    const person = Object.values(people).find((each) => value !== '' && same(each, key, value));
    const open = person !== undefined && seen(call, person) && (person.resigned !== true || gone);
    return open ? { [key]: value, user_id: idOf(person, type), status: statusOf(person) } : { [key]: value };
  };
  const emails = texts(call.body['emails']);
  const mobiles = texts(call.body['mobiles']);
  if (emails.length > 50) throw badField('emails', 'must be at most 50');
  if (mobiles.length > 50) throw badField('mobiles', 'must be at most 50');
  return { user_list: [...emails.map((value) => seek('email', value)), ...mobiles.map((value) => seek('mobile', value))] };
}

function inDepartment(call: Call): Fields {
  const id = call.query.get('department_id') ?? '';
  const department = needDepartment(call, departmentBy(call, id));
  const people = Object.values(call.world.state.people).filter((person) => person.departments.includes(department.id));
  return page(
    call,
    people.filter((person) => person.resigned !== true && seen(call, person)).map((person) => view(call, person)),
    50,
  );
}

const base = ['contact:contact.base:readonly', 'contact:contact:readonly', 'contact:contact:readonly_as_app'];
const user = [...base, 'contact:user.base:readonly'];
const query = { department_id_type: { one: ['open_department_id', 'department_id'] } };

/** People (contract 9.3). */
export const userRoutes: Route[] = [
  { method: 'GET', path: '/contact/v3/users/batch', title: '批量查人', scopes: user, query, run: batch },
  {
    method: 'GET',
    path: '/contact/v3/users/find_by_department',
    title: '查部门成员',
    scopes: user,
    query: { ...query, department_id: { need: true } },
    run: inDepartment,
  },
  {
    method: 'POST',
    path: '/contact/v3/users/batch_get_id',
    title: '按邮箱手机查人',
    scopes: ['contact:user.id:readonly', 'contact:contact:readonly', 'contact:contact:readonly_as_app'],
    run: byAddress,
  },
  { method: 'GET', path: '/contact/v3/users/:user_id', title: '查人', scopes: user, query, run: one },
];
