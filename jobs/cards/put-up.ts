import type { Document } from '../../src/domain/document.ts';
import type { Deps } from '../define.ts';
import { deliver } from './deliver.ts';

/** Puts a document's board up in a group and pins it there; answers its message, empty where it is not there. One that still hung in a group that is gone is forgotten. Safe to repeat with the same uuid. */
export async function putUp({ doc, card, chat, uuid, face = '' }: { doc: Document; card: string; chat: string; uuid: string; face?: string }, deps: Deps): Promise<string> {
  const key = `chat:${chat}`;
  await deliver({ doc, card, face, uuid, key, openId: '', chat }, deps);
  const boards = (await deps.store.cards.of(doc.id)).filter((live) => live.card === card && live.to.startsWith('chat:'));
  const board = boards.findLast((live) => live.to === key);
  for (const { message } of boards.filter(({ to }) => to !== key)) await deps.store.cards.retire(message);
  if (board) await deps.platform.pin(board.message);
  return board?.message ?? '';
}
