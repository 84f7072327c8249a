import { actorId } from '../audit.ts';
import type { Document } from '../document.ts';
import { flows } from '../flows.ts';
import { center, holders, isSamePerson, type Directory, type Person } from '../people.ts';

/** A message that may not have arrived: about which document, under which uuid, for whom (as live cards keep people). */
export interface Unsure { doc: Document; uuid: string; to: string }

/** Who is asked whether a message arrived: whoever caused it; for messages of the clock, the system and reporters whoever is responsible for the document, by kind; a reporter for what he himself caused for himself. Nobody who may not know of the document. Undefined where there is nobody. */
export function askedFor({ doc, uuid, to }: Unsure, directory: Directory): string | undefined {
  const by = causeOf(doc, uuid);
  if (to === 'reporter' && by && 'ref' in by && by.role === 'REPORTER') return to;
  const others = responsible(doc, directory).filter(({ id }) => !isSamePerson(directory, id, to)).map(({ id }) => id);
  return [...(by ? [actorId(by)] : []), ...others].find((id) => directory.people.has(id) && !flows[doc.kind].hidden(doc, id, directory));
}

// The line of the trail at whose moment the effect was asked for; a message that has waited for a morning has none any more.
function causeOf(doc: Document, uuid: string) {
  const effect = doc.effects.find(({ id }) => uuid.startsWith(id));
  return effect && doc.audit.findLast((entry) => entry.at === effect.at && entry.code !== 'DENIED')?.by;
}

function responsible({ kind, data }: Document, directory: Directory): readonly Person[] {
  const names = data as Readonly<Partial<Record<'clerk' | 'convener' | 'asker' | 'organ', string>>>;
  const named = [names.clerk, names.convener, names.asker].flatMap((id) => directory.people.get(id ?? '') ?? []);
  const organ = names.organ ?? '';
  const own = kind === 'referral' || kind === 'transfer' ? (['LIAISON', 'DEPUTY', 'HEAD'] as const).flatMap((role) => holders(directory, organ, role)) : [];
  const accounts = kind === 'organ' || kind === 'handover' || kind === 'delegation' ? holders(directory, center, 'ADMIN') : [];
  return [...named, ...own, ...accounts, ...holders(directory, center, 'C_CLERK'), ...holders(directory, center, 'C_HEAD')];
}
