import { z } from 'zod';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { expectedInCampaign } from '../../src/domain/campaign/access.ts';
import type { Document } from '../../src/domain/document.ts';
import { dutiesOf } from '../../src/domain/duties.ts';
import { expectedIn } from '../../src/domain/meeting/guests.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { digest } from '../../src/domain/audit.ts';
import { urgencyOf } from '../../src/domain/push/urgency.ts';
import { mayReach } from '../cards/drawing.ts';
import { push } from '../cards/push.ts';
import { redraw } from '../cards/redraw.ts';
import { effectJob, type Deps, type Received } from '../define.ts';
import { system } from '../tell.ts';

/** A kind of document that has a group of its own. */
type GroupKind = 'meeting' | 'campaign';
type Grouped = Document<Meeting> | Document<Campaign>;

/** The states in which its group is in use. */
const inUse: Readonly<Record<GroupKind, readonly string[]>> = { meeting: ['c.notified', 'c.held', 'c.minutes', 'c.confirmed'], campaign: ['z.running'] };

/** Remembers whose group this is, so that what happens to it is noticed. */
export async function rememberGroup({ kind, id, chat }: { kind: GroupKind; id: string; chat: string }, { store }: Pick<Deps, 'store'>): Promise<void> {
  await store.notes.set(`group-of:${chat}`, `${kind}|${id}`);
}

/** Notices what happened to a group of ours: disbanded, the bot put out, somebody gone. Groups of others are nobody's loss. */
export async function noticeLoss(received: Received, deps: Deps): Promise<void> {
  const [kind = '', id = ''] = ((await deps.store.notes.get(`group-of:${received.chat}`)) ?? '').split('|');
  const doc = kind in inUse ? ((await deps.store.load(kind as GroupKind, id)) as Grouped | undefined) : undefined;
  if (doc?.data.chat !== received.chat) return;
  const what = received.type === 'member' ? 'member' : received.type === 'bot' ? 'bot' : 'group';
  const who = received.type === 'member' ? received.content.split(',').filter(Boolean) : received.openId ? [received.openId] : [];
  await deps.handle(system({ kind: doc.kind, id: doc.id, act: 'lost', input: { what, who }, cause: received.id, matter: doc.matter }));
}

/** Brings one more person into the group. */
export const addToGroup = effectJob({
  name: 'add-to-group',
  payload: z.object({ person: z.string() }),
  async run({ doc, data }, deps) {
    const { chat } = (doc as Grouped).data;
    if (chat && mayReach(doc, data, deps)) await deps.platform.addToChat(chat, [data.person]);
  },
});

/** Takes somebody who must not take part any more out of the group. */
export const removeFromGroup = effectJob({
  name: 'remove-from-group',
  payload: z.object({ person: z.string() }),
  async run({ doc, data }, deps) {
    const { chat } = (doc as Grouped).data;
    if (chat) await deps.platform.removeFromChat(chat, [data.person]);
  },
});

/** Brings whoever has become liaison of an organ into the groups in which it is, and to him the card of what waits there for him. Who is there already is not disturbed. */
export const joinGroups = effectJob({
  name: 'join-groups',
  payload: z.object({ organ: z.string() }),
  async run({ effect, data }, deps) {
    for (const kind of Object.keys(inUse) as GroupKind[]) {
      for (const doc of await deps.store.search({ kind, organ: data.organ, states: inUse[kind], limit: 200 })) await joinOne({ doc: doc as Grouped, organ: data.organ, effect }, deps);
    }
  },
});

async function joinOne({ doc, organ, effect }: { doc: Grouped; organ: string; effect: string }, deps: Deps): Promise<void> {
  const own = expectedOf(doc, deps).filter((id) => deps.directory.people.get(id)?.organ === organ && mayReach(doc, { person: id }, deps));
  if (doc.data.chat && own.length) await deps.platform.addToChat(doc.data.chat, own);
  const hangs = new Set((await deps.store.cards.of(doc.id)).map(({ to }) => to));
  for (const openId of own.filter((id) => !hangs.has(id))) {
    const [duty] = dutiesOf(doc, openId, { directory: deps.directory, now: deps.now() });
    if (duty) await push({ doc, card: duty.card, face: duty.face, uuid: `${effect}${digest([doc.id, openId]).slice(0, 8)}`, urgency: urgencyOf({ card: duty.card }, doc), key: openId, openId, chat: '' }, deps);
  }
}

function expectedOf(doc: Grouped, { directory }: Pick<Deps, 'directory'>): readonly string[] {
  return doc.kind === 'meeting' ? expectedIn((doc as Document<Meeting>).data, directory) : expectedInCampaign((doc as Document<Campaign>).data, directory);
}

/** After the last task, and after all that was to be drawn or said in it: the group is disbanded; what was said in it stays readable. */
export const closeGroup = effectJob({
  name: 'close-group',
  payload: z.object({}),
  last: true,
  async run({ doc, effect }, deps) {
    const { chat } = (doc as Grouped).data;
    if (!chat) return;
    await redraw.run({ doc, effect, data: {} }, deps);
    await deps.platform.disbandChat(chat);
  },
});
