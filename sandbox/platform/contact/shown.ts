import type { Fields } from '../../json.ts';
import { allows, type Allowed } from '../../state/console.ts';
import type { Department, Person } from '../../state/tenant.ts';

/** Fields of a person that an app sees only with a scope of their own; without it they are silently absent (contract 5.4, 9.3). */
const guarded: Record<string, string> = {
  user_id: 'contact:user.employee_id:readonly',
  email: 'contact:user.email:readonly',
  enterprise_email: 'contact:user.email:readonly',
  mobile: 'contact:user.phone:readonly',
  department_ids: 'contact:user.department:readonly',
  employee_no: 'contact:user.employee:readonly',
  employee_type: 'contact:user.employee:readonly',
  job_title: 'contact:user.employee:readonly',
};

/** A person's status flags as contact has them. */
export function statusOf(person: Person): Fields {
  const resigned = person.resigned === true;
  return { is_frozen: person.frozen === true, is_resigned: resigned, is_activated: !resigned, is_exited: resigned, is_unjoin: false };
}

/** A person as contact events carry him, with all fields. */
export function wholeUser(person: Person): Fields {
  return {
    open_id: person.openId,
    union_id: person.unionId,
    user_id: person.userId,
    name: person.name,
    en_name: '',
    nickname: '',
    email: person.email,
    enterprise_email: person.email,
    mobile: person.mobile,
    gender: 0,
    avatar: { avatar_72: '', avatar_240: '', avatar_640: '', avatar_origin: '' },
    status: statusOf(person),
    department_ids: person.departments,
    leader_user_id: '',
    employee_no: person.userId,
    employee_type: 1,
    job_title: person.title,
  };
}

/** What an app with these scopes sees of a person's fields. */
export function shownFields(whole: Fields, scopes: Allowed): Fields {
  return Object.fromEntries(Object.entries(whole).filter(([name]) => guarded[name] === undefined || allows(scopes, guarded[name])));
}

/** A department as contact events carry it. */
export function wholeDepartment(department: Department, deleted = false): Fields {
  return {
    name: department.name,
    parent_department_id: department.parent ?? '0',
    department_id: department.code,
    open_department_id: department.id,
    leader_user_id: '',
    chat_id: '',
    order: 0,
    unit_ids: [],
    leaders: [],
    status: { is_deleted: deleted },
  };
}

/** The fields of `before` that are different now. */
export function changedFields(before: Fields, after: Fields): Fields {
  return Object.fromEntries(Object.entries(before).filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(after[name])));
}
