import type { LiveCard } from '../define.ts';

const hour = 3_600_000;
/** The platform lets a card be changed for 14 days; an hour of it is left for a queue that is behind. */
const lifeMs = 14 * 24 * hour - hour;

/** Whether the platform still lets this card be changed. */
export function isChangeable({ sentAt }: Pick<LiveCard, 'sentAt'>, now: Date): boolean {
  return now.getTime() - Date.parse(sentAt) <= lifeMs;
}
