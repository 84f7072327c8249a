import { z } from 'zod';
import { sentenceOf } from '../../cards/kit/texts.ts';
import { digest } from '../../src/domain/audit.ts';
import { expectedInCampaign } from '../../src/domain/campaign/access.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { caseInput } from '../../src/domain/campaign/inputs.ts';
import type { Document } from '../../src/domain/document.ts';
import { asCase } from '../../src/domain/matter/together/campaign-rows.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import type { Meeting, Resolution } from '../../src/domain/meeting/meeting.ts';
import { effectJob, type Deps } from '../define.ts';
import { putUp } from '../cards/put-up.ts';
import { send } from '../send.ts';
import { system } from '../tell.ts';
import { rememberGroup } from './groups.ts';

/** Drafts the campaign that confirmed minutes decided on, with its departments, their day and the matters of the meeting; the Center completes and launches it. */
export async function openDecided({ meeting, decided, effect }: { meeting: Document<Meeting>; decided: Resolution; effect: string }, deps: Deps): Promise<void> {
  const id = `z${digest(effect).slice(0, 20)}`;
  const { what, organ, co, dueDate } = decided;
  const input = {
    title: what.slice(0, 40).padEnd(4, '。'), ground: 'meeting', document: `会商纪要 ${meeting.data.minutesNo}`, goal: what, until: dueDate, clerk: meeting.data.convener, organs: [organ, ...co], task: what, dueDate,
  };
  const opened = await deps.handle(system({ kind: 'campaign', id, act: 'open', input, cause: effect, matter: id }));
  if (!opened.ok) return deps.log.warn({ doc: meeting.id, code: opened.refusal.code }, 'a campaign that a meeting decided on was not drafted');
  for (const matter of meeting.data.matterIds) await deps.handle(system({ kind: 'matter', id: matter, act: 'joinCampaign', input: { id, no: opened.doc.no, document: input.document, organ: '' }, cause: effect, matter }));
}

/** Brings the liaisons of a campaign into one group, with its one live card pinned there. */
export const gatherCampaign = effectJob({
  name: 'gather-campaign',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const { data, no } = doc as Document<Campaign>;
    const chat = data.chat || (await deps.platform.createChat({ name: `专项行动 ${no}`, people: [data.clerk].filter((id) => deps.directory.people.has(id)), uuid: effect }));
    await rememberGroup({ kind: 'campaign', id: doc.id, chat }, deps);
    const missing = await deps.platform.addToChat(chat, expectedInCampaign(data, deps.directory));
    const board = data.board || (await putUp({ doc, card: 'campaign-board', chat, uuid: effect }, deps));
    await deps.handle(system({ kind: 'campaign', id: doc.id, act: 'grouped', input: { chat, board, missing }, cause: effect, matter: doc.matter }));
  },
});

/** Takes a matter, named by its number, into a campaign; what the matter refuses is told to whoever asked, as if there were none where he may not know of it. */
export const collectCase = effectJob({
  name: 'collect-case',
  payload: z.object({ no: z.string(), by: z.string(), organ: z.string() }),
  async run({ doc, effect, data }, deps) {
    const matter = await deps.store.byNo(data.no);
    const { document } = (doc as Document<Campaign>).data;
    const input = { id: doc.id, no: doc.no, document, organ: data.organ };
    const outcome = matter?.kind === 'matter' ? await deps.handle(system({ kind: 'matter', id: matter.id, act: 'joinCampaign', input, cause: effect, matter: matter.id })) : undefined;
    if (outcome?.ok || !deps.directory.people.has(data.by)) return;
    const why = outcome && outcome.refusal.code !== 'not-found' ? sentenceOf(outcome.refusal) : '没有找到可以归入的该案件，请核对编号';
    await send({ to: { openId: data.by }, content: { text: `${data.no} 没有归入 ${doc.no}：${why}。` }, uuid: `${effect}-no`, about: { doc } }, deps);
  },
});

/** Lets matters of a campaign go: one, or all that are still open when it ends. */
export const releaseCases = effectJob({
  name: 'release-cases',
  payload: z.object({ id: z.string().default('') }),
  async run({ doc, effect, data }, deps) {
    const ids = data.id ? [data.id] : (doc as Document<Campaign>).data.cases.map(({ id }) => id);
    for (const id of ids) await deps.handle(system({ kind: 'matter', id, act: 'leaveCampaign', input: { id: doc.id }, cause: `${effect}-${id.slice(-12)}`, matter: id }));
  },
});

/** Tells the campaign of a matter how that now stands. */
export const tellCampaign = effectJob({
  name: 'tell-campaign',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const matter = doc as Document<Matter>;
    if (matter.data.campaign) await deps.handle(system({ kind: 'campaign', id: matter.data.campaign.id, act: 'collected', input: caseInput.parse(asCase(matter)), cause: effect, matter: matter.data.campaign.id }));
  },
});
