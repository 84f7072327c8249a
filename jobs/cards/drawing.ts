import { drawForReader } from '../../cards/index.ts';
import type { Viewer } from '../../cards/kit/draw.ts';
import type { Card } from '../../cards/kit/kit.ts';
import { stale } from '../../cards/kit/stale.ts';
import { isDrawable, nothing } from '../../cards/kit/unseen.ts';
import { isReportedIn } from '../../src/domain/forward/access.ts';
import type { Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import type { Deps, LiveCard } from '../define.ts';

/** Draws a card of a document as it stands now for whoever it hangs with: `key` is an open_id, `reporter`, or `chat:…`. */
export async function drawFor(at: { doc: Document; card: string; face: string; key: string; openId: string }, deps: Deps): Promise<Card> {
  const { doc, card, face, key, openId } = at;
  const { heard } = await deps.store.attention.of(deps.store.attention.keyOf(openId));
  return drawForReader(card, {
    doc, face, viewer: viewerBy(key, openId),
    world: { now: deps.now(), directory: deps.directory, calendar: deps.calendar, settings: deps.settings }, related: await deps.store.ofMatter(doc.matter),
  }, heard.prefs);
}

/** What an old card of a document becomes for whoever it hangs with (K45): its number and last act are as little for somebody who is shut out as the card was. */
export function outdated(doc: Document, { to, card, face }: Pick<LiveCard, 'to' | 'card' | 'face'>, { directory }: Pick<Deps, 'directory'>): Card {
  return isDrawable({ doc, viewer: viewerBy(to, to), world: { directory } }, card) ? stale(doc, card, face) : nothing();
}

function viewerBy(key: string, id: string): Viewer {
  return { id, reporter: key === 'reporter', group: key.startsWith('chat:') };
}

/** Whether anything about a document may reach a person: never where he is shut out. Only that he is recused may be told to him, unless he is reported himself. */
export function mayReach(doc: Document, { person, card }: { person: string; card?: string }, { directory }: Pick<Deps, 'directory'>): boolean {
  if (!flows[doc.kind].hidden(doc, person, directory)) return true;
  return card === 'recusal' && doc.kind === 'referral' && !isReportedIn((doc as Document<Referral>).data.brief, person, directory);
}
