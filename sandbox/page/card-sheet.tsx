import { render } from 'preact';
import { CardView } from './card/card-view.tsx';
import type { CardScene } from './card/scene.ts';
import { toNode } from './card/shape.ts';
import type { SheetRequest } from './card-sheet-request.ts';
import { resourceUrl } from './state/api-client.ts';
import { newDraft } from './state/store.ts';

/** Draws the cards that the caller put on `window.__cards` before this page loaded; taps do nothing. */
function drawSheet(request: SheetRequest, root: Element): void {
  if (request.theme !== undefined) document.documentElement.dataset['theme'] = request.theme;
  const scene = (): CardScene => ({
    draft: newDraft(0),
    people: request.people ?? [],
    members: (request.people ?? []).map((person) => person.id),
    today: request.now ?? '2026-11-23T09:00:00+08:00',
    sentAt: request.now ?? '2026-11-23T09:00:00+08:00',
    locale: 'zh_cn',
    eager: true,
    fileUrl: resourceUrl,
    tap: () => undefined,
  });
  const sheet = (
    <main class="sheet" style={{ width: request.width === undefined ? undefined : `${request.width + 32}px` }}>
      {request.cards.map(({ title, card }, at) => (
        <figure key={at} class="sheet-item" data-card={at}>
          {title !== '' && <figcaption>{title}</figcaption>}
          <CardView card={toNode(card)} scene={scene()} />
        </figure>
      ))}
    </main>
  );
  render(sheet, root);
}

const root = document.querySelector('#cards');
if (root !== null) drawSheet(window.__cards ?? { cards: [] }, root);
