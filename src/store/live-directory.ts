import type { Delegation } from '../domain/delegation/delegation.ts';
import type { AuditEntry, Document, Effect, Kind } from '../domain/document.ts';
import { directoryOn, type OrganBook } from '../domain/organ/organ.ts';
import type { Directory } from '../domain/people.ts';
import { dateOf } from '../domain/time/time.ts';
import type { Search } from './search.ts';

type Save = (saving: { before: Document | undefined; after: Document; entry: AuditEntry; effects: readonly Effect[] }) => Promise<'saved' | 'lost'>;

/** The directory as stored documents have it; whoever holds it sees what `refresh` brought, and what a new day brings. */
export interface LiveDirectory {
  directory: Directory;
  refresh(): Promise<void>;
  /** A save after which the directory is fresh: whoever was given something to do must be able to do it before he is told. */
  after(save: Save): Save;
}

/** Documents that change who may do what. */
const shaping: readonly Kind[] = ['delegation', 'organ'];

/** Makes a directory of the books of the organs and of 代办; what no book keeps is as in `base`. */
export function createLiveDirectory(parts: { base: Directory; now(): Date; search(query: Search): Promise<Document[]> }): LiveDirectory {
  const { base, now, search } = parts;
  let standIns = base.standIns;
  let books: readonly OrganBook[] = [];
  let today = '';
  let present: Omit<Directory, 'standIns'> = base;
  const current = (): typeof present => {
    const day = dateOf(now());
    if (day !== today) present = directoryOn(base, books, day);
    today = day;
    return present;
  };
  const refresh = async (): Promise<void> => {
    const [kept, set] = await Promise.all([search({ kind: 'organ', states: ['o.kept'], limit: 500 }), search({ kind: 'delegation', states: ['g.set'], limit: 5_000 })]);
    books = (kept as Document<OrganBook>[]).map(({ data }) => data);
    standIns = (set as Document<Delegation>[]).map(({ data: { person, delegate, from, to, tasks } }) => ({ person, delegate, from, to, tasks }));
    today = '';
  };
  return {
    refresh,
    after: (save) => async (saving) => {
      const result = await save(saving);
      if (result === 'saved' && shaping.includes(saving.after.kind)) await refresh();
      return result;
    },
    directory: {
      get organs() { return current().organs; },
      get people() { return current().people; },
      get former() { return current().former ?? new Map(); },
      get watches() { return current().watches ?? new Map(); },
      get standIns() { return standIns; },
    },
  };
}
