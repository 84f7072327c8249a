import { isFields, list, text, texts, type Fields } from '../json.ts';
import { announceDepartment, announcePerson } from '../platform/contact/announce.ts';
import { cityIds, freshHex } from '../state/ids.ts';
import type { Department, Person } from '../state/tenant.ts';
import type { World } from '../world.ts';
import type { Act } from './group-acts.ts';
import { refuse } from './refusal.ts';
import { actor } from './speak.ts';

function departmentOf(world: World, which: string): Department {
  const found = world.state.departments.find((each) => each.id === which || each.code === which);
  if (found === undefined) throw refuse(404, '没有这个部门');
  return found;
}

function placesOf(world: World, asked: Fields): string[] {
  const wished = Array.isArray(asked['departments']) ? texts(list(asked['departments'])) : [text(asked['department'])];
  const places = [...new Set(wished.filter((each) => each !== ''))].map((each) => departmentOf(world, each).id);
  if (places.length === 0) throw refuse(400, '请写明部门');
  return places;
}

const hire: Act = (world, asked) => {
  const { state } = world;
  const name = text(asked['name']);
  if (name === '') throw refuse(400, '请写姓名');
  const userId = text(asked['userId']) || freshHex().slice(0, 8);
  const openId = cityIds.openId(state.tenant, userId);
  if (state.people[openId] !== undefined) throw refuse(409, '这个编号已经有人用');
  const person: Person = {
    openId,
    unionId: cityIds.unionId(state.tenant, userId),
    userId,
    name,
    title: text(asked['title']),
    departments: placesOf(world, asked),
    email: text(asked['email']),
    mobile: text(asked['mobile']),
  };
  state.people[openId] = person;
  world.touch();
  announcePerson(world, undefined, person);
  return { person: openId };
};

const words = ['name', 'title', 'email', 'mobile'] as const;

const change: Act = (world, asked) => {
  const person = actor(world, text(asked['person']));
  if (person.resigned === true) throw refuse(409, '此人已离职');
  const before = { ...person };
  for (const name of words) if (typeof asked[name] === 'string') person[name] = asked[name];
  if (asked['department'] !== undefined || asked['departments'] !== undefined) person.departments = placesOf(world, asked);
  if (typeof asked['frozen'] === 'boolean') person.frozen = asked['frozen'];
  world.touch();
  announcePerson(world, before, person);
  return {};
};

const resign: Act = (world, asked) => {
  const person = actor(world, text(asked['person']));
  if (person.resigned === true) throw refuse(409, '此人已离职');
  const before = { ...person };
  person.resigned = true;
  world.touch();
  announcePerson(world, before, person);
  return {};
};

const found: Act = (world, asked) => {
  const { state } = world;
  const [code, name] = [text(asked['code']), text(asked['name'])];
  if (code === '' || name === '') throw refuse(400, '请写部门的代码和名称');
  const id = cityIds.department(state.tenant, code);
  if (state.departments.some((each) => each.id === id)) throw refuse(409, '这个代码已经有部门');
  const parent = text(asked['parent']);
  const department: Department = { id, code, name, ...(parent === '' ? {} : { parent: departmentOf(world, parent).id }) };
  state.departments.push(department);
  world.touch();
  announceDepartment(world, undefined, department);
  return { department: id };
};

const rename: Act = (world, asked) => {
  const department = departmentOf(world, text(asked['department']));
  const name = text(asked['name']);
  if (name === '') throw refuse(400, '请写部门的新名称');
  const before = { ...department };
  department.name = name;
  world.touch();
  announceDepartment(world, before, department);
  return {};
};

const dissolve: Act = (world, asked) => {
  const { state } = world;
  const department = departmentOf(world, text(asked['department']));
  const staffed = Object.values(state.people).some((person) => person.resigned !== true && person.departments.includes(department.id));
  const above = state.departments.some((each) => each.parent === department.id);
  if (staffed || above) throw refuse(409, staffed ? '部门里还有人，请先调走' : '部门下面还有部门');
  state.departments = state.departments.filter((each) => each !== department);
  world.touch();
  announceDepartment(world, department, undefined);
  return {};
};

const ways: Record<string, Act> = { create: found, rename, delete: dissolve };

const department: Act = (world, asked) => {
  const way = isFields(asked) ? ways[text(asked['do'])] : undefined;
  if (way === undefined) throw refuse(400, 'do 应为 create、rename 或 delete');
  return way(world, asked);
};

/** What the tenant's administrator does to people and departments; the apps hear of it. */
export const directoryActs: Record<string, Act> = { hire, 'change-person': change, resign, department };
