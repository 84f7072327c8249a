import { z } from 'zod';
import { digest } from '../../src/domain/audit.ts';
import type { Command } from '../../src/domain/document.ts';
import { differences } from '../../src/domain/organ/difference.ts';
import { bookId } from '../../src/domain/organ/organ.ts';
import { staffOf, type Directory, type Person } from '../../src/domain/people.ts';
import { effectJob, type Deps } from '../define.ts';
import { system } from '../tell.ts';

/** Keeps a book for every organ that has none yet, as the organisation file has it; books that are kept are left alone. */
export async function keepBooks(file: Directory, deps: Pick<Deps, 'handle' | 'store'>): Promise<void> {
  await Promise.all([...file.organs.values()].map(async ({ code, kind, chat }) => {
    if (await deps.store.load('organ', bookId(code))) return;
    const input = { organ: code, chat: chat ?? '', coordinates: kind === 'center', members: staffOf(file, code).map(memberOf) };
    await deps.handle(system({ kind: 'organ', id: bookId(code), act: 'keep', input, cause: `keep-${code}` }));
  }));
}

/** A digest of what the organisation file says, by which it is known again between its preview and its adoption. */
export function digestOf(file: Directory): string {
  return digest([...file.people.values()]).slice(0, 16);
}

/** Writes the organisation file into the books of those organs for which it changes anything, if it is still the one that was shown. */
export const adoptOrganFile = effectJob({
  name: 'adopt-organ-file',
  payload: z.object({ digest: z.string(), by: z.string() }),
  async run({ effect, data }, deps) {
    const read = await deps.readOrganisation();
    if ('faults' in read || digestOf(read.directory) !== data.digest) return deps.log.warn({ effect }, 'the organisation file changed before it was adopted');
    for (const command of takingOf(read.directory, data.by, deps)) await deps.handle(system({ ...command, cause: effect }));
  },
});

function takingOf(file: Directory, by: string, { directory }: Pick<Deps, 'directory'>): Pick<Command, 'kind' | 'id' | 'act' | 'input'>[] {
  const of = (all: Directory, organ: string): Directory => ({ ...all, people: new Map(staffOf(all, organ).map((person) => [person.id, person])) });
  return [...file.organs.values()].filter(({ code }) => differences(of(directory, code), of(file, code)).length)
    .map(({ code, chat }) => ({ kind: 'organ' as const, id: bookId(code), act: 'take', input: { organ: code, chat: chat ?? '', members: staffOf(file, code).map(memberOf), by } }));
}

function memberOf({ organ: _organ, ...person }: Person): Omit<Person, 'organ'> {
  return person;
}
