import { post } from '../effects.ts';
import { lossRows } from '../group/lost-rows.ts';
import { expectedInCampaign } from './access.ts';
import type { Campaign } from './campaign.ts';
import { toCoordinator } from './reminders.ts';

/** What is lost of the group of a running campaign: it is gathered again, into a new group where the old one is gone. */
export const campaignLostRows = lossRows<Campaign>({
  codes: { lost: 'CPN_LOST', restored: 'CPN_RESTORE' }, article: '第十条', from: ['z.running'], by: ['C_CLERK', 'C_HEAD', 'SECRETARY'],
  expected: (data, { directory }) => expectedInCampaign(data, directory),
  tell: toCoordinator,
  change: ({ lost }) => (lost?.what === 'group' || lost?.what === 'bot' ? { chat: '', board: '' } : {}),
  again: () => [post('gather-campaign')],
  stays: () => '行动照常进行',
});
