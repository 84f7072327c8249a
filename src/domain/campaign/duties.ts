import type { DutyRule } from '../document.ts';
import { openParts, partOf, type Campaign } from './campaign.ts';

/** What waits for whom on a campaign. */
export const campaignDuties: readonly DutyRule<Campaign>[] = [
  { states: ['z.plan'], roles: ['C_CLERK'], verb: '拟定专项行动', card: 'campaign', limits: [], when: ({ data }, { id }) => data.clerk === id || data.clerk === '' },
  { states: ['z.plan'], roles: ['C_HEAD'], verb: '部署专项行动', card: 'campaign', limits: [] },
  { states: ['z.running'], roles: ['LIAISON'], verb: '签收任务', card: 'campaign-part', limits: [], when: ({ data }, { organ }) => partOf(data, organ)?.signedAt === '' },
  { states: ['z.running'], roles: ['LIAISON'], verb: '报送结果', card: 'campaign-part', limits: [], faces: ({ data }, { organ }) => openParts(data).filter((part) => part.organ === organ && part.signedAt !== '').map(({ dueDate }) => ({ face: '', dueDate })) },
  { states: ['z.running'], roles: ['C_HEAD'], verb: '结束专项行动', card: 'campaign', limits: [], when: ({ data }) => openParts(data).length === 0 },
];
