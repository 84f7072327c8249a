import { pinyin } from 'pinyin-pro';
import type { CityPerson } from '../../api/city.ts';

/** People of one department, in the order of the city. */
export interface PeopleGroup {
  department: string;
  people: CityPerson[];
}

/** Finds people by what is typed, grouped by department. */
export type PersonSearch = (query: string) => PeopleGroup[];

/** Makes a matcher over people that finds by name, title, department, pinyin and initials (`wl`, `wanglei`). */
export function createPersonSearch(people: readonly CityPerson[]): PersonSearch {
  const keys = new Map(people.map((person) => [person.id, keysOf(person)]));
  return (query) => {
    const wanted = query.trim().toLowerCase().replaceAll(' ', '');
    const found = wanted === '' ? people : people.filter((person) => keys.get(person.id)?.includes(wanted) === true);
    return grouped(found);
  };
}

function keysOf(person: CityPerson): string {
  return [searchKeys(person.name), person.title, person.department, person.userId].join('\n').toLowerCase();
}

/** What words are found by: themselves, their pinyin and its initials, in lower case, a line each. */
export function searchKeys(words: string): string {
  const full = pinyin(words, { toneType: 'none', type: 'array' }).join('');
  const first = pinyin(words, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
  return [words, full, first].join('\n').toLowerCase();
}

function grouped(people: readonly CityPerson[]): PeopleGroup[] {
  const groups = new Map<string, CityPerson[]>();
  for (const person of people) {
    const group = groups.get(person.department);
    if (group === undefined) groups.set(person.department, [person]);
    else group.push(person);
  }
  return [...groups].map(([department, members]) => ({ department, people: members }));
}
