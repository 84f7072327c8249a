import { drawForReader } from '../../cards/index.ts';
import type { Card } from '../../cards/kit/kit.ts';
import { isReportedIn } from '../../src/domain/forward/access.ts';
import type { Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import type { Deps } from '../define.ts';

/** Draws a card of a document as it stands now for whoever it hangs with: `key` is an open_id, `reporter`, or `chat:…`. */
export async function drawFor(at: { doc: Document; card: string; face: string; key: string; openId: string }, deps: Deps): Promise<Card> {
  const { doc, card, face, key, openId } = at;
  const { heard } = await deps.store.attention.of(deps.store.attention.keyOf(openId));
  return drawForReader(card, {
    doc, face, viewer: { id: openId, reporter: key === 'reporter', group: key.startsWith('chat:') },
    world: { now: deps.now(), directory: deps.directory, calendar: deps.calendar, settings: deps.settings }, related: await deps.store.ofMatter(doc.matter),
  }, heard.prefs);
}

/** Whether anything about a document may reach a person: never where he is shut out. Only that he is recused may be told to him, unless he is reported himself. */
export function mayReach(doc: Document, { person, card }: { person: string; card?: string }, { directory }: Pick<Deps, 'directory'>): boolean {
  if (!flows[doc.kind].hidden(doc, person, directory)) return true;
  return card === 'recusal' && doc.kind === 'referral' && !isReportedIn((doc as Document<Referral>).data.brief, person, directory);
}
