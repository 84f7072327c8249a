import { text, type Fields } from '../../json.ts';
import type { World } from '../../world.ts';
import type { Person } from '../../state/tenant.ts';

const sentences = {
  20001: 'Invalid request. Please check request param',
  20005: 'The user access token passed is invalid. Please check the value',
  20008: 'User not exist',
  20021: 'User resigned',
  20022: 'User frozen',
};

/** Fields that a person shows only with the scope granted. */
const guarded: Record<string, [scope: string, read: (person: Person) => string]> = {
  user_id: ['contact:user.employee_id:readonly', (person) => person.userId],
  email: ['contact:user.email:readonly', (person) => person.email],
  enterprise_email: ['contact:user.email:readonly', (person) => person.email],
  mobile: ['contact:user.phone:readonly', (person) => person.mobile],
  employee_no: ['contact:user.employee:readonly', (person) => person.userId],
};

/** Who the person behind a user access token is; errors come as code and sentence, the HTTP status is 200 (contract 11.1). */
export function userInfo(world: World, authorization: string): Fields {
  const known = world.state.logins.tokens[authorization.replace(/^Bearer /, '')];
  const person = known === undefined ? undefined : world.state.people[known.person];
  const refused = (code: keyof typeof sentences): Fields => ({ code, msg: sentences[code] });
  if (authorization === '') return refused(20001);
  if (known === undefined || known.until <= world.real()) return refused(20005);
  if (person === undefined) return refused(20008);
  if (person.resigned === true) return refused(20021);
  if (person.frozen === true) return refused(20022);
  const shown = Object.entries(guarded)
    .filter(([, [scope]]) => known.scopes.includes(scope))
    .map(([name, [, read]]) => [name, read(person)])
    .filter(([, value]) => text(value) !== '');
  const data = {
    name: person.name,
    en_name: '',
    avatar_url: '',
    avatar_thumb: '',
    avatar_middle: '',
    avatar_big: '',
    open_id: person.openId,
    union_id: person.unionId,
    tenant_key: world.state.tenantKey,
    ...(Object.fromEntries(shown) as Fields),
  };
  return { code: 0, msg: 'success', data };
}
