import { maySee } from '../../src/domain/acting-for.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Directory } from '../../src/domain/people.ts';
import type { DrawInput, Viewer } from './draw.ts';
import { card, focus, help, type Card } from './kit.ts';

/** The card for somebody who must not see a document: nothing that proves its existence (E-902), or nothing of its contents (E-901). Undefined for everybody else. */
export function unseen<D>({ doc, viewer, world }: DrawInput<D>): Card | undefined {
  const flow = flows[doc.kind];
  if (viewer.group || viewer.reporter) return undefined;
  if (flow.hidden(doc as Document, viewer.id, world.directory)) return nothing();
  return maySee(flow, { doc: doc as Document, person: viewer.id, world }) ? undefined : closed();
}

/** Whether a card of this document may be drawn for a viewer at all. A reporter has cards of his matter only, and those of its parts that are made for him; whoever is shut out has none, but that a recused person is told so. */
export function isDrawable({ doc, viewer, world }: { doc: Document; viewer: Viewer; world: { directory: Directory } }, name: string): boolean {
  if (viewer.group) return true;
  if (viewer.reporter) return doc.kind === 'matter' || name === 'complaint-told' || name === 'delivery';
  return name === 'recusal' || !flows[doc.kind].hidden(doc, viewer.id, world.directory);
}

/** The card for what may not be known to exist. */
export function nothing(): Card {
  return card({ title: '未找到', tint: 'grey', summary: '未找到' }, [focus('未找到该事项'), help('可以换编号再试，或说「我的待办」')]);
}

function closed(): Card {
  return card({ title: '没有查看权限', tint: 'grey', summary: '没有查看权限' }, [focus('您没有此项权限'), help('如需办理请联系管理员')]);
}
