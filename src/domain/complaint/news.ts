import type { EffectRequest, NumberSeries, Situation } from '../document.ts';
import { post, redraw, toReporter, toRole } from '../effects.ts';
import type { StaffRole } from '../people.ts';
import type { Complaint } from './complaint.ts';

type At = Pick<Situation<Complaint, unknown>, 'doc' | 'world'>;

/** Who acts for the department in a complaint; only the pause of a project is kept to the 分管负责人. */
export const department = ['LIAISON', 'HANDLER', 'DEPUTY'] as const;

/** The card to those of the department who work on it. */
export function toDepartment({ doc, world }: At, ...roles: StaffRole[]): EffectRequest[] {
  return toRole(world.directory, { organ: doc.data.organ, roles: roles.length ? roles : ['LIAISON'] }, 'complaint');
}

/** The complainant's own card: what he may be told, and what he is asked for. */
export function toComplainant(): EffectRequest {
  return toReporter('complaint-told');
}

/** The matter hears how it stands. */
export const tellMatter: EffectRequest = post('tell-matter');

/** The matter hears how it stands, and every card that hangs somewhere is drawn anew. */
export function news(): EffectRequest[] {
  return [tellMatter, redraw()];
}

/** The department's own series for one of its papers: 鄂住建受〔2026〕2号. */
export function paper({ doc, world }: At, letter: string): NumberSeries {
  const prefix = `${world.directory.organs.get(doc.data.organ)?.docPrefix ?? doc.data.organ}${letter}`;
  return { key: 'paper', form: `${prefix}〔{year}〕{n}号`, scope: `${prefix}-{year}` };
}
