import type { Document } from '../document.ts';
import { center, headOf, holders, onDuty, type Directory, type Role } from '../people.ts';
import { recusalOf, type Recusable } from '../recusal/recusal.ts';
import { dateOf } from '../time/deadlines.ts';
import { isReportedPerson } from '../reporter/reported-people.ts';
import type { Forward } from './forward.ts';

/** Roles of a person on a department's part: his own there, the Center's clerks and heads, AUDITOR anywhere; HEAD only for the one in office, DUTY also for whom the roster names today. */
export function branchRoles(doc: Document<Part>, personId: string, world: { directory: Directory; now: Date }): readonly Role[] {
  const person = world.directory.people.get(personId);
  if (!person) return [];
  if (person.organ === center && doc.data.organ !== center) {
    const own = person.roles.filter((role) => ['C_CLERK', 'C_HEAD', 'AUDITOR', 'SECRETARY'].includes(role));
    // Whoever sent it on stands for the clerk, also a keeper who handled a confined matter.
    return doc.data.clerk === personId ? [...own, 'C_CLERK'] : own;
  }
  if (person.organ !== doc.data.organ) return person.roles.filter((role) => role === 'AUDITOR');
  const head = headOf(world.directory, person.organ, dateOf(world.now))?.id;
  const own = person.roles.filter((role) => (role !== 'HEAD' && role !== 'ACTING_HEAD') || person.id === head);
  const watch: readonly Role[] = !own.includes('DUTY') && onDuty(world.directory, person.organ, dateOf(world.now)).some(({ id }) => id === person.id) ? ['DUTY'] : [];
  return [...own, ...watch, ...(person.id === head && !hasOpenDeputy(doc, world.directory) ? (['DEPUTY'] as const) : [])];
}

type Part = Pick<Forward, 'organ'> & Partial<Pick<Forward, 'clerk' | 'brief' | 'out'> & Pick<Recusable, 'recusals'>>;

/** Whether a department has a 分管负责人 who may know of this part: none where the only one is reported, or may be, or is recused; then the 主要负责人 does his part. */
export function hasOpenDeputy({ data }: Pick<Document<Part>, 'data'>, directory: Directory): boolean {
  return holders(directory, data.organ, 'DEPUTY').some(({ id }) =>
    !(data.brief && isReportedIn(data.brief, id, directory)) && !data.out?.includes(id) && !(data.recusals && recusalOf({ recusals: data.recusals }, id)));
}

/** People of a reported organ, and whoever is recused, do not know that it exists. */
export function hiddenFromBranch(doc: Document<Pick<Forward, 'brief'> & Partial<Pick<Forward, 'out'>>>, personId: string, directory: Directory): boolean {
  return isReportedIn(doc.data.brief, personId, directory) || (doc.data.out?.includes(personId) ?? false);
}

/** Whether a brief reports a person or his organ, or may. */
export function isReportedIn({ reported, reportedPeople }: Pick<Forward['brief'], 'reported' | 'reportedPeople'>, personId: string, directory: Directory): boolean {
  const organ = directory.people.get(personId)?.organ;
  return organ !== undefined && (reported.includes(organ) || isReportedPerson(reportedPeople, personId, directory));
}
