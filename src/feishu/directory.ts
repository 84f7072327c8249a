import type { Directory, Person } from '../domain/people.ts';
import type { Caller } from './caller.ts';
import { knownOrgans, OrgFileFault, type OrgFile, type OrgPerson } from './org-file.ts';

/** Finds everybody's open_id and builds the directory; throws OrgFileFault naming every line whose person the platform does not know. Nobody is left out in silence. */
export async function resolveDirectory(file: OrgFile, caller: Caller): Promise<Directory> {
  const mails = file.people.filter((person) => person.id.includes('@')).map((person) => person.id);
  const users = file.people.filter((person) => !person.id.includes('@') && !person.id.startsWith('ou_')).map((person) => person.id);
  const known = new Map([...(await byMail(mails, caller)), ...(await byUserId(users, caller))]);
  const faults: string[] = [];
  const people = new Map<string, Person>();
  const lines = new Map<string, number>();
  for (const person of file.people) {
    const openId = person.id.startsWith('ou_') ? person.id : known.get(person.id.toLowerCase());
    const before = openId ? lines.get(openId) : undefined;
    if (!openId) faults.push(`第 ${person.line} 行：飞书里找不到 ${person.name}（${person.id}），请核对 id，或把他加入应用的可用范围和通讯录权限范围`);
    else if (before) faults.push(`第 ${person.line} 行：${person.name} 与第 ${before} 行是同一个人`);
    else {
      people.set(openId, personOf(person, openId));
      lines.set(openId, person.line);
    }
  }
  if (faults.length) throw new OrgFileFault(faults);
  const organs = new Map([...knownOrgans].map(([code, organ]) => [code, { ...organ, ...(file.chats[code] ? { chat: file.chats[code] } : {}) }]));
  return { organs, people, standIns: [] };
}

function personOf({ line: _line, ...person }: OrgPerson, id: string): Person {
  return { ...person, id };
}

async function byMail(mails: readonly string[], caller: Caller): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for (let at = 0; at < mails.length; at += 50) {
    const { user_list: list } = (await caller.api({
      method: 'POST', path: '/contact/v3/users/batch_get_id', params: { user_id_type: 'open_id' }, data: { emails: mails.slice(at, at + 50), include_resigned: false },
    })) as { user_list?: { user_id?: string; email?: string }[] };
    for (const one of list ?? []) if (one.user_id && one.email) found.push([one.email.toLowerCase(), one.user_id]);
  }
  return found;
}

async function byUserId(users: readonly string[], caller: Caller): Promise<[string, string][]> {
  const found: [string, string][] = [];
  for (let at = 0; at < users.length; at += 50) {
    const { items } = (await caller.api({
      method: 'GET', path: '/contact/v3/users/batch', params: { user_id_type: 'user_id', user_ids: users.slice(at, at + 50) },
    })) as { items?: { user_id?: string; open_id?: string }[] };
    for (const one of items ?? []) if (one.user_id && one.open_id) found.push([one.user_id.toLowerCase(), one.open_id]);
    // Without the scope for employee ids the answer does not say whose open_id is whose; then each is asked for alone.
    if (items?.some((one) => !one.user_id)) for (const user of users.slice(at, at + 50)) found.push(...(await oneByOne(user, caller)));
  }
  return found;
}

async function oneByOne(user: string, caller: Caller): Promise<[string, string][]> {
  const { user: found } = (await caller.api({ method: 'GET', path: '/contact/v3/users/:user', ids: { user }, params: { user_id_type: 'user_id' } })) as { user?: { open_id?: string } };
  return found?.open_id ? [[user.toLowerCase(), found.open_id]] : [];
}
