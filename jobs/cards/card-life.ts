import type { LiveCard } from '../define.ts';

/** The platform lets a card be changed for 14 days; ours stop a day before. */
const lifeMs = 13 * 86_400_000;

/** Whether the platform still lets this card be changed. */
export function isChangeable({ sentAt }: Pick<LiveCard, 'sentAt'>, now: Date): boolean {
  return now.getTime() - Date.parse(sentAt) <= lifeMs;
}
