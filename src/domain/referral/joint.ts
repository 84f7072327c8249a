import { dateOf } from '../time/deadlines.ts';
import type { World } from '../document.ts';
import { center, headOf } from '../people.ts';
import { refuse, type Refusal } from '../refusal.ts';
import type { Referral } from './referral.ts';

/** The narrow exceptions of Q1 in which the Center may transfer without a department, where the city allows it at all. */
export const exceptions = { threat: '有人身危险', destroying: '证据正在灭失', reported: '主管部门即被反映单位' } as const;
/** An exception of Q1. */
export type Exception = keyof typeof exceptions;

/** A department that verifies and transfers together with the Center (Article 11 item 7), and its head's consent. */
export interface Partner { organ: string; by: string; at: string }

type Owned = Pick<Referral, 'organ' | 'co' | 'exception'>;

/** The partner whose head in office this person is; undefined for everybody else. */
export function partnerOf({ co }: Pick<Referral, 'co'>, person: string, world: Pick<World, 'directory' | 'now'>): Partner | undefined {
  return co.find(({ organ }) => headOf(world.directory, organ, dateOf(world.now))?.id === person);
}

/** AC-11.6: the Center alone cannot send; a department's head has to consent, but for the exceptions of Q1. */
export function notAlone({ organ, co, exception }: Owned): Refusal | undefined {
  if (organ !== center || exception) return undefined;
  return co.some(({ at }) => at !== '') ? undefined : refuse('not-alone');
}
