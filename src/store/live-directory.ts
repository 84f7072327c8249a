import type { Delegation } from '../domain/delegation/delegation.ts';
import type { Document, Kind } from '../domain/document.ts';
import type { Directory } from '../domain/people.ts';
import type { Search } from './search.ts';

/** The directory as stored documents change it; whoever holds it sees what `refresh` brought. */
export interface LiveDirectory { directory: Directory; refresh(): Promise<void> }

/** Whether a change of such a document changes who may do what. */
export function shapesPeople(kind: Kind): boolean {
  return kind === 'delegation';
}

/** Makes a directory of the organisation file and of what was set since: 代办. */
export function createLiveDirectory({ base, search }: { base: Directory; search(query: Search): Promise<Document[]> }): LiveDirectory {
  let standIns = base.standIns;
  return {
    directory: {
      organs: base.organs,
      people: base.people,
      get standIns() {
        return standIns;
      },
    },
    async refresh() {
      const set = (await search({ kind: 'delegation', states: ['g.set'], limit: 5_000 })) as Document<Delegation>[];
      standIns = set.map(({ data: { person, delegate, from, to, tasks } }) => ({ person, delegate, from, to, tasks }));
    },
  };
}
