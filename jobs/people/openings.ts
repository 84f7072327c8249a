import { z } from 'zod';
import { accessLog } from '../../cards/reporter/access-log.ts';
import { identity } from '../../cards/reporter/identity.ts';
import { maySee } from '../../src/domain/acting-for.ts';
import type { Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import { isPastCenter } from '../../src/domain/matter/access.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { openingFinal, shownMs, type Opening } from '../../src/domain/opening/opening.ts';
import { center, shortName } from '../../src/domain/people.ts';
import { sayTo, showTo, uuidOf } from '../say.ts';
import { send } from '../send.ts';
import { effectJob, type Deps, type Received } from '../define.ts';
import { deliver } from '../cards/deliver.ts';
import { system } from '../tell.ts';

/** 「查看举报人 XS-…」: the form for a keeper; who is not one is refused, and that he tried stays on the trail of the opening. */
export async function askIdentity({ received, no }: { received: Received; no: string }, deps: Deps): Promise<void> {
  const matter = (await deps.store.byNo(no)) as Document<Matter> | undefined;
  const world = { directory: deps.directory, now: deps.now() };
  const person = deps.directory.people.get(received.openId);
  const keeper = person?.organ === center && person.roles.includes('VAULT');
  const known = matter?.kind === 'matter' && matter.state !== 'draft' && !flows.matter.hidden(matter, received.openId, deps.directory) && (keeper || maySee(flows.matter, { doc: matter, person: received.openId, world }));
  if (!matter || !known) return sayTo(received, '未找到该事项。', deps);
  const doc = await openOpening(matter, received, deps);
  if (keeper) return deliver({ doc, card: 'opening', face: '', uuid: uuidOf(received, 'opening'), key: received.openId, openId: received.openId, chat: '', wanted: true }, deps);
  const by = { role: 'person' as const, id: received.openId, ref: deps.store.vault.ref(received.openId, matter.id), reporter: false };
  await deps.handle({ kind: 'opening', id: doc.id, act: 'ask', by, input: {}, cause: `${received.id}-ask` });
  return sayTo(received, '您没有此项权限（E-901）。举报人信息只由信息保管人查阅；想了解情况，可以在卡片里「向举报人提问」。', deps);
}

/** 「查阅登记」 for an auditor: every opening without reason or identity. */
export async function askAccessLog(received: Received, deps: Deps): Promise<void> {
  if (!deps.directory.people.get(received.openId)?.roles.includes('AUDITOR')) return sayTo(received, '查阅登记由审计员查看。', deps);
  const all = (await deps.store.search({ kind: 'opening', limit: 200 })) as Document<Opening>[];
  const openings = all.filter((doc) => !flows.opening.hidden(doc, received.openId, deps.directory) && doc.audit.length > 1);
  return showTo(received, accessLog({ openings }), deps);
}

// One opening at a time waits for its reason; a finished one is never opened again.
async function openOpening(matter: Document<Matter>, received: Received, deps: Deps): Promise<Document<Opening>> {
  const earlier = (await deps.store.ofMatter(matter.id)).filter((doc) => doc.kind === 'opening') as Document<Opening>[];
  const last = earlier.at(-1);
  if (last && !openingFinal.includes(last.state)) return last;
  const { data } = matter;
  const input = {
    matterNo: matter.no, reported: [...new Set([...data.reported, ...(data.routing?.recused ?? [])])], reportedPeople: data.reportedPeople,
    out: [...new Set(data.referrals.flatMap(({ out }) => out))], pastCenter: isPastCenter(data),
  };
  const opened = await deps.handle(system({ kind: 'opening', id: `${matter.id}-v-${earlier.length + 1}`, act: 'open', input, cause: received.id, matter: matter.id }));
  if (!opened.doc) throw new Error('the opening was not made');
  return opened.doc as Document<Opening>;
}

/** Shows who reported, once, to the keeper who asked; the clock draws the card again without it. What is late is not shown any more. */
export const showIdentity = effectJob({
  name: 'show-identity',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const { data, state } = doc as Document<Opening>;
    const over = deps.now().getTime() - Date.parse(data.shownAt) >= shownMs;
    const who = state === 'o.shown' && !over ? await deps.store.vault.who(doc.matter) : undefined;
    if (!who) return;
    const person = deps.directory.people.get(who.openId);
    const drawn = identity({ no: data.matterNo, openId: who.openId, name: person?.name ?? '', organ: person ? shortName(deps.directory, person.organ) : '', writers: await deps.store.vault.writersOf(doc.matter) });
    const sent = await send({ to: { openId: data.asker }, content: { card: drawn }, uuid: effect }, deps);
    if (!sent) return;
    // Remembered as the card without the identity: that is what any drawing from now on puts in its place.
    await deps.store.cards.remember({ message: sent.message, kind: 'opening', doc: doc.id, card: 'opening', to: data.asker, form: false, round: doc.round, face: '', sentAt: deps.now().toISOString() });
  },
});
