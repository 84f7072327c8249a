import { matterStates, type Matter, type MatterState } from '../../src/domain/matter/matter.ts';
import type { Document } from '../../src/domain/document.ts';
import { card, help, line, plain, tapRow, type Card, type Tap } from '../kit/kit.ts';
import { short } from '../kit/labels.ts';

const most = 8;

/** A question which of a person's matters is meant: 要撤回哪一件. Each row does what `tap` says of it. */
export function pick({ ask, matters, tap }: { ask: string; matters: readonly Document<Matter>[]; tap: (doc: Document<Matter>) => Tap }): Card {
  return card({ title: ask, tint: 'blue', summary: ask }, [
    line('请点要选的那一件：'),
    ...matters.slice(0, most).map((doc) => tapRow([plain(`${doc.no}　${matterStates[doc.state as MatterState] ?? ''}`, 1), plain(short(doc.data.project || '未写明项目', 40), 1)], tap(doc))),
    matters.length > most && help(`还有 ${matters.length - most} 件，请说「撤回」加编号`),
  ]);
}
