import { found } from '../../cards/asked/found.ts';
import { actsOpenTo } from '../../src/domain/decide.ts';
import type { Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import type { MeetingWish } from '../../src/domain/meeting/calling/wish-in-words.ts';
import { sayTo, showTo, uuidOf } from '../say.ts';
import type { Deps, Received } from '../define.ts';
import { deliver } from '../cards/deliver.ts';

const states = ['registered', 'verifying', 'forwarded', 'reported'];

/** Answers somebody of the staff who wants a meeting: the filled proposal where it is clear on which matter, else a list to choose from. Words alone convene nothing. */
export async function answerMeetingWish(wish: MeetingWish, received: Received, deps: Deps): Promise<void> {
  const matters = await mattersFor(wish, received, deps);
  const face = wish.start || wish.organs.length ? `${wish.start}|${wish.organs.join(',')}` : '';
  const [only, ...more] = matters;
  if (!only) return sayTo(received, wish.no ? `未找到可以会商的 ${wish.no}。` : '没有您可以提请会商的在办事项。会商须关联案件，请先登记或请中心转办。', deps);
  if (more.length) return showTo(received, found({ query: '会商', matters, goes: { card: 'ask-meeting', face, title: '请选哪一件要会商' } }), deps);
  await deliver({ doc: only, card: 'ask-meeting', face, uuid: uuidOf(received, 'meeting'), key: received.openId, openId: received.openId, chat: '', wanted: true }, deps);
}

async function mattersFor({ no }: MeetingWish, { openId }: Received, { store, directory, now }: Deps): Promise<Document<Matter>[]> {
  const named = no ? await store.byNo(no) : undefined;
  const hits = no ? (named ? [named] : []) : await store.search({ kind: 'matter', states, limit: 50 });
  const by = { role: 'person', id: openId, ref: '', reporter: false } as const;
  const world = { directory, now: now() };
  const open = (hits as Document<Matter>[]).filter((doc) => doc.kind === 'matter' && actsOpenTo(flows.matter, { doc: doc as Document, by, world }).some(({ act }) => act === 'convene' || act === 'askMeeting'));
  const own = open.filter((doc) => doc.data.clerk === openId);
  return own.length ? own : open;
}
