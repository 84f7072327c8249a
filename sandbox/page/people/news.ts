import type { CityPerson } from '../../api/city.ts';
import type { Store } from '../state/store.ts';

/** A person with something unread. */
export interface News {
  person: CityPerson;
  /** Unread messages in all chats. */
  count: number;
}

/** Everybody with unread messages who stands in no column: written to alone before written to in a group, then the latest first. */
export function newsOf(store: Store): News[] {
  const shown = new Set(store.columns.value.map((column) => column.person));
  const people = new Map(store.city.value?.people.map((person) => [person.id, person]));
  return store.news.value
    .filter((news) => !shown.has(news.person))
    .toSorted((a, b) => Number(b.alone) - Number(a.alone) || b.at.localeCompare(a.at))
    .flatMap(({ person: id, count }) => {
      const person = people.get(id);
      return person === undefined ? [] : [{ person, count }];
    });
}
