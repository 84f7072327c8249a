import { z } from 'zod';
import { rows, type Document, type EffectRequest } from '../../document.ts';
import { post, redraw } from '../../effects.ts';
import { shortName } from '../../people.ts';
import { refuse } from '../../refusal.ts';
import { isConfined } from '../access.ts';
import type { Matter } from '../matter.ts';

const row = rows<Matter>();
const open = ['registered', 'verifying', 'forwarded', 'reported'];

/** 归入专项行动 (Article 10): a matter is in one campaign at most, and goes on as it would without. */
export const campaignRows = [
  row({
    act: 'joinCampaign', verb: '归入专项行动', code: 'LEAD_CAMPAIGN', article: '第十条', from: open, to: '=', by: ['system'], input: z.object({ id: z.string(), no: z.string(), document: z.string(), organ: z.string() }),
    guard: ({ doc, input, world }) => {
      if (isConfined(doc.data)) return refuse('not-found', { what: '该案件' }, ['no']);
      if (input.organ && !liveOrgans(doc.data).includes(input.organ)) return refuse('not-found', { what: `${shortName(world.directory, input.organ)}办理的该案件` }, ['no']);
      return doc.data.campaign ? refuse('stale', { who: doc.data.campaign.no, what: '收入' }) : undefined;
    },
    change: ({ input: { id, no, document } }) => ({ campaign: { id, no, document } }),
    follow: () => [post('tell-campaign'), redraw()],
    note: ({ input }) => input.no,
  }),
  row({
    act: 'leaveCampaign', verb: '移出专项行动', code: 'LEAD_CAMPAIGN', article: '第十条', from: open, to: '=', by: ['system'], input: z.object({ id: z.string() }),
    guard: ({ doc, input }) => (doc.data.campaign?.id === input.id ? undefined : refuse('stale')),
    change: () => ({ campaign: null }),
    follow: () => [redraw()],
  }),
];

/** Departments that handle a matter now. */
export function liveOrgans({ forwards }: Pick<Matter, 'forwards'>): readonly string[] {
  return [...new Set(forwards.filter(({ state }) => !['returned', 'cancelled'].includes(state)).map(({ organ }) => organ))];
}

/** What a matter tells the campaign it is in: how it stands, who handles it, from whom it is kept; nothing of its contents. */
export function asCase({ id, no, state, data }: Document<Matter>): object {
  return { id, no, state, organs: liveOrgans(data), reported: data.reported, reportedPeople: data.reportedPeople, out: data.referrals.flatMap((referral) => referral.out) };
}

/** After whatever may have moved a matter, its campaign hears of it. */
export function tellingCampaign({ data }: Document<Matter>, act: string): EffectRequest[] {
  return data.campaign && ['progress', 'send', 'reroute', 'appoint', 'merge', 'unmerge', 'shelve', 'reopen', 'settle', 'answer', 'add'].includes(act) ? [post('tell-campaign')] : [];
}
