import { rows, type Flow } from '../document.ts';
import { toPerson } from '../effects.ts';
import { takeOverRow } from '../handover/take-over-row.ts';
import { alarmRow } from '../time/clock-rows.ts';
import { campaignRoles, hiddenFromCampaign } from './access.ts';
import { campaignStates, emptyCampaign, liveParts, type Campaign } from './campaign.ts';
import { campaignDuties } from './duties.ts';
import { campaignLostRows } from './lost-rows.ts';
import { planRows } from './plan-rows.ts';
import { campaignReminders } from './reminders.ts';
import { runningRows } from './running-rows.ts';

const row = rows<Campaign>();

/** 专项行动 (Article 10): the Center plans, launches, reminds and ends; each department does its own task and tells by numbers how it goes. */
export const campaignFlow: Flow<Campaign> = {
  kind: 'campaign',
  states: campaignStates,
  final: ['z.closed', 'z.dropped'],
  sealed: ['title', 'goal', 'document', 'parts', 'cases', 'closing', 'dropped'],
  roles: campaignRoles,
  hidden: hiddenFromCampaign,
  duties: campaignDuties,
  holds: ({ data }, person) => (data.clerk === person ? '专项行动经办' : undefined),
  find: ({ no, data }) => [no, data.title, data.planNo, ...liveParts(data).map(({ organ }) => organ)],
  empty: emptyCampaign,
  rows: [
    ...planRows,
    ...runningRows,
    ...campaignLostRows,
    row(takeOverRow<Campaign>({ from: ['z.plan', 'z.running'], change: ({ input }) => ({ clerk: input.to }), follow: ({ input }) => [toPerson(input.to, 'campaign')] })),
    row(alarmRow<Campaign>({ code: 'CPN_REMIND', article: '第十条', remind: campaignReminders })),
  ],
};
