import type { Document } from '../../src/domain/document.ts';
import type { Deps } from '../define.ts';
import { deliver } from './deliver.ts';

/** Puts a document's board up in a group and pins it there; answers its message, empty where it is not there. Safe to repeat with the same uuid. */
export async function putUp({ doc, card, chat, uuid, face = '' }: { doc: Document; card: string; chat: string; uuid: string; face?: string }, deps: Deps): Promise<string> {
  const key = `chat:${chat}`;
  await deliver({ doc, card, face, uuid, key, openId: '', chat }, deps);
  const board = (await deps.store.cards.of(doc.id)).findLast((live) => live.card === card && live.to === key);
  if (board) await deps.platform.pin(board.message);
  return board?.message ?? '';
}
