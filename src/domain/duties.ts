import { lentDuties, ownDuties } from './acting-for.ts';
import type { Document, DutyRule, World } from './document.ts';
import type { Delivery } from './delivery/delivery.ts';
import { flows } from './flows.ts';
import type { Person } from './people.ts';
import { latest } from './time/clocks.ts';

/** Something that waits for one person: what, on which card, until when. */
export interface Duty { doc: Document; verb: string; no: string; card: string; face: string; /** ISO date, or empty where nothing runs. */ dueDate: string; /** ISO instant of the end, or empty. */ dueAt: string; /** Its limit stands still, so that it has no end now; absent where it counts. */ standing?: true; urgentHours: boolean; /** The colleague in whose place it is done; absent where it is the person's own. */ insteadOf?: string }

/** The states in which somebody may have a duty, by kind: what a to-do list asks the store for. */
export function dutyStates(kind: Document['kind']): readonly string[] {
  return [...new Set(flows[kind].duties.flatMap((rule) => rule.states))];
}

/** What waits for this person on one document, his own and what he does for colleagues who are away. */
export function dutiesOf(doc: Document, personId: string, world: Pick<World, 'directory' | 'now'>): readonly Duty[] {
  const person = world.directory.people.get(personId);
  const flow = flows[doc.kind];
  if (!person || flow.hidden(doc, personId, world.directory)) return [];
  const before = { doc, person: personId, world };
  const lent = lentDuties(flow, before).flatMap(({ rule, of }) => dutiesBy(rule, doc, of).map((duty) => ({ ...duty, insteadOf: of.name })));
  const own = ownDuties(flow, before).flatMap((rule) => dutiesBy(rule, doc, person));
  return [...lent, ...own.filter((duty) => !lent.some((one) => one.card === duty.card && one.face === duty.face))];
}

function dutiesBy(rule: DutyRule<unknown>, doc: Document, person: Person): Duty[] {
  const clock = rule.limits.map((limit) => latest(doc.clocks, limit)).find((found) => found && !found.stoppedAt);
  const standing = !rule.faces && clock?.pausedFrom !== undefined;
  const due = standing ? undefined : clock?.due;
  const faces = rule.faces?.(doc, person) ?? [{ face: '', dueDate: due?.dueDate ?? '' }];
  return faces.map((at) => ({ doc, verb: rule.verb, no: rule.no?.(doc) || numberOf(doc), card: rule.card, face: at.face, dueDate: at.dueDate, dueAt: due?.dueAt ?? '', urgentHours: clock?.unit === 'hour', ...(standing ? { standing } : {}) }));
}

/** Number under which people know a document: its own, or that of its matter; a name where it has none. */
export function numberOf(doc: Document): string {
  const named: Readonly<Partial<Record<Document['kind'], string>>> = { delegation: '请假代办', organ: '单位名册', handover: '工作交接' };
  if (named[doc.kind]) return named[doc.kind] ?? '';
  if (doc.kind === 'delivery') return (doc.data as Delivery).about.no;
  return doc.kind === 'forward' || doc.kind === 'referral' || doc.kind === 'complaint' ? (doc.data as { matterNo: string }).matterNo : doc.no;
}
