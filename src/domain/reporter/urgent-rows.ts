import { z } from 'zod';
import { rows, type Alarm, type Document, type World } from '../document.ts';
import { post } from '../effects.ts';
import type { Matter } from '../matter/matter.ts';

/** What somebody in danger answered: that he is safe, called the police, or needs to be helped. */
export const safeties = { safe: '安全', police: '已报警', contact: '需要联系' } as const;

/** As long nothing is asked of somebody in danger, ms. */
const silenceMs = 30 * 60_000;

/** The alarm after which somebody who told of danger and then fell silent is asked whether he is safe (D10). */
export function safetyAlarm({ now }: World): Alarm {
  return { id: 'safety', at: new Date(now.getTime() + silenceMs).toISOString(), rule: '', stage: 'safety' };
}

/** Whether the reporter has said or done nothing since his first message. */
export function isSilent({ audit }: Document<Matter>): boolean {
  return !audit.some((entry) => 'ref' in entry.by && entry.act !== 'draft');
}

/** 报平安: how somebody in danger stands; whoever is on duty hears that he needs help, never who he is. */
export const safetyRow = rows<Matter>()({
  act: 'safety', verb: '报平安', code: 'LEAD_SAFETY', article: '第九条', from: ['draft', 'registered', 'verifying', 'forwarded', 'reported'], to: '=', by: ['REPORTER'],
  input: z.object({ how: z.enum(['safe', 'police', 'contact']) }),
  follow: ({ input }) => (input.how === 'contact' ? [post('tell-duty', { help: true })] : []),
  note: ({ input }) => safeties[input.how],
});
