import { draw } from '../cards/index.ts';
import type { Card } from '../cards/kit/kit.ts';
import type { Document } from '../src/domain/document.ts';
import type { Deps } from './define.ts';

/** Draws a card of a document as it stands now for whoever it hangs with: `key` is an open_id, `reporter`, or `chat:…`. */
export async function drawFor(at: { doc: Document; card: string; face: string; key: string; openId: string }, deps: Deps): Promise<Card> {
  const { doc, card, face, key, openId } = at;
  return draw(card, {
    doc, face, viewer: { id: openId, reporter: key === 'reporter', group: key.startsWith('chat:') },
    world: { now: deps.now(), directory: deps.directory, calendar: deps.calendar, settings: deps.settings }, related: await deps.store.ofMatter(doc.matter),
  });
}
