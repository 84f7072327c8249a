import type { z } from 'zod';
import type { Document, Situation, World } from '../document.ts';
import { center, holders, shortName } from '../people.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { dateOf } from '../time/deadlines.ts';
import { liveParts, partOf, type Campaign, type Part, type Tally } from './campaign.ts';
import type { assignInput } from './inputs.ts';

/** Whether a task may be given: to organs with somebody who can sign for it, never to the Center, by a day ahead and within the campaign. */
export function assignable({ doc, input, world }: Situation<Campaign, z.output<typeof assignInput>>): Refusal | undefined {
  if (!input.organs.length) return refuse('input', { fields: '请选择承担任务的单位' }, ['organs']);
  if (input.dueDate <= dateOf(world.now)) return refuse('E-204', {}, ['dueDate']);
  if (doc.data.until && input.dueDate > doc.data.until) return refuse('input', { fields: '报送日期不能晚于专项行动结束日期' }, ['dueDate']);
  return input.organs.map((organ) => able(doc.data, organ, world)).find(Boolean);
}

function able(campaign: Campaign, organ: string, { directory }: World): Refusal | undefined {
  if (organ === center) return refuse('input', { fields: '中心负责统筹，不承担检查任务' }, ['organs']);
  if (partOf(campaign, organ)?.report) return refuse('input', { fields: `${shortName(directory, organ)}已报送结果，需要补充的请退回补充` }, ['organs']);
  return holders(directory, organ, 'LIAISON').length ? undefined : refuse('not-found', { what: `${shortName(directory, organ)}的联络员` }, ['organs']);
}

/** Whether a campaign may be launched: on a paper (E-504), with an end ahead, and with tasks for two or more organs within it. */
export function launchable({ data }: Document<Campaign>, world: World): Refusal | undefined {
  const gaps = [data.ground ? '' : 'ground', data.document.length >= 4 ? '' : 'document'].filter(Boolean);
  if (gaps.length) return refuse('E-504', {}, gaps);
  if (!data.goal || !data.until) return refuse('input', { fields: '请先写明目标和结束日期' }, ['goal', 'until']);
  if (data.until <= dateOf(world.now)) return refuse('E-204', {}, ['until']);
  const parts = liveParts(data);
  if (parts.length < 2) return refuse('input', { fields: '专项行动须有两个以上单位，请先安排任务' });
  const late = parts.find(({ task, dueDate }) => !task || dueDate <= dateOf(world.now) || dueDate > data.until);
  return late ? refuse('input', { fields: `${shortName(world.directory, late.organ)}的任务或报送日期须重新安排` }) : undefined;
}

/** The task of whoever acts, while it is open; else why it is not. */
export function ownOpenPart(doc: Document<Campaign>, by: Situation<Campaign, unknown>['by']): Part | Refusal {
  const part = 'organ' in by ? partOf(doc.data, by.organ) : undefined;
  if (!part) return refuse('E-901');
  return part.report ? refuse('stale', { who: part.report.by, what: '报送' }) : part;
}

/** Whether the numbers fit together: nothing is put right that was not found. */
export function consistent({ found, fixed }: Tally): Refusal | undefined {
  return fixed > found ? refuse('input', { fields: '整改数不能大于问题数' }, ['fixed']) : undefined;
}
