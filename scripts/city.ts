import organs from '../src/domain/data/organs.json' with { type: 'json' };
import holidays from '../src/domain/data/holidays.json' with { type: 'json' };
import type { Person, StaffRole } from '../src/domain/people.ts';
import type { CityPlan, MenuEntry } from '../sandbox/api/city.ts';
import { center, departments, outside } from './city-names.ts';

/** What the demo city's application is registered with. */
export interface AppKeys { appId: string; appSecret: string; encryptKey: string; verificationToken: string }

/** Somebody of the organisation file; `id` is the platform's user_id. */
export interface OrgPerson { id: string; name: string; roles: StaffRole[]; title: string; licence?: string; acting?: NonNullable<Person['acting']>; identity?: string }

/** The organisation file that ORG_FILE names. */
export interface OrgFile { measures: { effectiveFrom: string }; organs: { code: string; people: OrgPerson[] }[] }

/** The demo city: the plan for the sandbox and the organisation file for the bot, always the same people. */
export function demoCity(keys: AppKeys): { plan: CityPlan; orgFile: OrgFile } {
  const staffed = [
    { code: 'GGZY', people: center.map(([post, name, title, ...roles]) => person('GGZY', { post, name, title, roles })) },
    ...Object.entries(departments).map(([code, names], index) => ({ code, people: departmentStaff(code, names, index) })),
    ...Object.entries(outside).map(([code, given]) => ({ code, people: outsideStaff(code, given.head, given.names) })),
  ];
  const plan: CityPlan = {
    tenant: '鄂尔多斯市',
    departments: staffed.map(({ code, people }) => ({
      code, name: organs.find((organ) => organ.code === code)?.name ?? code,
      people: people.map(({ id, name, title }) => ({ userId: id, name, title, email: `${id}@xietong.example` })),
    })),
    apps: [{ ...keys, name: '协同监督助手', menu }],
    calendar: {
      off: Object.values(holidays).flatMap((year) => year.off),
      work: Object.values(holidays).flatMap((year) => year.work),
    },
  };
  return { plan, orgFile: { measures: { effectiveFrom: '2024-01-01' }, organs: staffed } };
}

/** The bot's menu in one-to-one chats (card K26). */
const menu: MenuEntry[] = [
  { name: '报线索', key: 'report' },
  { name: '我的', children: [{ name: '我的待办', key: 'todo' }, { name: '我报的', key: 'mine' }, { name: '我的会议', key: 'meetings' }] },
  {
    name: '更多',
    children: [
      { name: '查进度', key: 'progress' }, { name: '查依据', key: 'basis' }, { name: '请假代办', key: 'delegate' }, { name: '帮助', key: 'help' },
    ],
  },
];

interface Post { post: string; name: string; title: string; roles: readonly StaffRole[]; licence?: string }

function person(code: string, { post, name, title, roles, licence }: Post): OrgPerson {
  return { id: `${code.toLowerCase()}-${post}`, name, roles: [...roles], title, ...(licence ? { licence } : {}) };
}

/** Committees have a 主任, bureaus a 局长. */
function departmentStaff(code: string, names: readonly string[], index: number): OrgPerson[] {
  const head = organs.find((organ) => organ.code === code)?.name.endsWith('委员会') ? '主任' : '局长';
  const posts: Omit<Post, 'name'>[] = [
    { post: 'head', title: head, roles: ['HEAD'] },
    { post: 'deputy', title: `副${head}`, roles: ['DEPUTY'] },
    { post: 'liaison', title: '办公室主任', roles: ['LIAISON'] },
    { post: 'backup', title: '办公室副主任', roles: ['LIAISON', 'DUTY'] },
    { post: 'officer1', title: '监督科科长', roles: ['HANDLER'], licence: licence(index, 1) },
    { post: 'officer2', title: '监督科副科长', roles: ['HANDLER'], licence: licence(index, 2) },
    { post: 'officer3', title: '四级调研员', roles: ['HANDLER'], licence: licence(index, 3) },
    { post: 'officer4', title: '一级科员', roles: ['HANDLER'] },
  ];
  return posts.map((post, at) => person(code, { ...post, name: names[at] ?? '' }));
}

/** An invented 执法证 number of eleven digits. */
function licence(organ: number, serial: number): string {
  return `1506${String(organ + 1).padStart(2, '0')}${String(serial).padStart(5, '0')}`;
}

function outsideStaff(code: string, head: string, names: readonly string[]): OrgPerson[] {
  const posts: Omit<Post, 'name'>[] = [
    { post: 'head', title: head, roles: ['HEAD'] },
    { post: 'liaison', title: '办公室主任', roles: ['LIAISON'] },
    { post: 'backup', title: '办公室副主任', roles: ['LIAISON', 'DUTY'] },
    { post: 'officer1', title: '科长', roles: ['HANDLER'] },
    { post: 'officer2', title: '科员', roles: ['HANDLER'] },
    { post: 'deputy', title: `副${head}`, roles: ['DEPUTY'] },
  ];
  return posts.map((post, at) => person(code, { ...post, name: names[at] ?? '' }));
}
