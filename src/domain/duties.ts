import { latest } from './clocks.ts';
import type { Document, World } from './document.ts';
import { flows } from './flows.ts';
import type { Forward } from './forward/forward.ts';
import type { Matter } from './matter/matter.ts';
import type { Meeting } from './meeting/meeting.ts';
import type { Role } from './people.ts';
import { activeVerifiers, pendingRecusals } from './referral/recusal.ts';
import { decisionOn, hasSigned, isOwnMatter, nextProposal, type Referral } from './referral/referral.ts';

/** Something that waits for one person: what, on which card, until when. */
export interface Duty { doc: Document; verb: string; no: string; card: string; face: string; /** ISO date, or empty where nothing runs. */ dueDate: string; /** ISO instant of the end, or empty. */ dueAt: string; urgentHours: boolean }

interface Rule {
  kind: Document['kind'];
  states: readonly string[];
  roles: readonly Role[];
  verb: string;
  card: string;
  limits: readonly string[];
  /** Further condition on this person and document; faces for several duties on one document. */
  when?: (doc: Document, person: { id: string; organ: string }) => boolean;
  faces?: (doc: Document, person: { id: string; organ: string }) => readonly { face: string; dueDate: string }[];
  /** The number under which it waits, where that is not the document's own. */
  no?: (doc: Document) => string;
}

const rules: readonly Rule[] = [
  { kind: 'matter', states: ['registered'], roles: ['C_CLERK', 'VAULT'], verb: '转办', card: 'triage', limits: ['T01', 'T02'], when: (doc, person) => ['', person.id].includes((doc.data as Matter).clerk) },
  { kind: 'forward', states: ['sent'], roles: ['LIAISON', 'DUTY'], verb: '签收', card: 'forward', limits: ['T04'] },
  { kind: 'forward', states: ['accepted'], roles: ['LIAISON'], verb: '反馈', card: 'feedback', limits: ['T03'] },
  { kind: 'forward', states: ['returnAsked'], roles: ['C_CLERK'], verb: '审核退回', card: 'return-asked', limits: ['T03'], when: isClerkOf },
  { kind: 'forward', states: ['extendAsked'], roles: ['C_CLERK'], verb: '审核延期', card: 'extension-asked', limits: ['T03'], when: isClerkOf },
  { kind: 'forward', states: ['suspendAsked'], roles: ['C_CLERK'], verb: '审核中止', card: 'suspension', limits: ['T03'], when: isClerkOf },
  { kind: 'forward', states: ['feedbackIn'], roles: ['C_CLERK'], verb: '审核反馈', card: 'feedback-check', limits: [], when: isClerkOf },
  { kind: 'referral', states: ['v.none'], roles: ['DEPUTY'], verb: '指派核实', card: 'assign', limits: [] },
  { kind: 'referral', states: ['v.working'], roles: ['VERIFIER'], verb: '核实', card: 'verify', limits: ['T07'], when: (doc, person) => activeVerifiers(doc.data as Referral).some((verifier) => verifier.id === person.id && !hasSigned(doc.data as Referral, verifier)) },
  { kind: 'referral', states: ['v.none', 'v.working', 'v.done'], roles: ['HEAD', 'ACTING_HEAD'], verb: '决定回避', card: 'recusal', limits: [], when: (doc) => pendingRecusals(doc.data as Referral).length > 0 },
  { kind: 'referral', states: ['v.done'], roles: ['HEAD', 'ACTING_HEAD'], verb: '移送审批', card: 'approval', limits: ['T37', 'T08'], when: (doc) => !isOwnMatter(doc.data as Referral), no: (doc) => decisionOn(doc.data as Referral, nextProposal(doc.data as Referral)?.id ?? '')?.no ?? '' },
  { kind: 'referral', states: ['v.done'], roles: ['CO_HEAD'], verb: '会同移送', card: 'joint', limits: ['T37', 'T08'], when: (doc, person) => (doc.data as Referral).co.some(({ organ, at }) => organ === person.organ && !at) },
  { kind: 'referral', states: ['v.done'], roles: ['DEPUTY'], verb: '审核核实结果', card: 'no-transfer', limits: ['T37', 'T08'], when: (doc) => isOwnMatter(doc.data as Referral) },
  { kind: 'transfer', states: ['t.approved'], roles: ['VERIFIER'], verb: '移送', card: 'transfer', limits: ['T38', 'T09'] },
  { kind: 'transfer', states: ['t.sent', 't.supplement', 't.returned'], roles: ['VERIFIER'], verb: '登记回执', card: 'receipt-form', limits: ['T10'] },
  { kind: 'transfer', states: ['t.declined'], roles: ['VERIFIER'], verb: '答复不予立案', card: 'receipt-form', limits: ['T42'] },
  { kind: 'transfer', states: ['t.filed'], roles: ['VERIFIER'], verb: '登记移交和结果', card: 'receipt-form', limits: ['T44'] },
  { kind: 'meeting', states: ['c.notified'], roles: ['LIAISON'], verb: '参会回复', card: 'invitation', limits: [], faces: (doc, person) => guestDue(doc.data as Meeting, person.organ) },
  { kind: 'meeting', states: ['c.notified', 'c.held'], roles: ['SECRETARY'], verb: '主持会商', card: 'secretary', limits: [], faces: (doc) => [{ face: '', dueDate: dayOf((doc.data as Meeting).start) }] },
  { kind: 'meeting', states: ['c.minutes'], roles: ['LIAISON'], verb: '确认纪要', card: 'minutes', limits: ['T12'], when: (doc, person) => (doc.data as Meeting).guests.some((guest) => guest.organ === person.organ && guest.present && !guest.confirmed) },
  { kind: 'meeting', states: ['c.confirmed'], roles: ['LIAISON'], verb: '会商任务', card: 'task', limits: [], faces: (doc, person) => (doc.data as Meeting).resolutions.filter((task) => task.organ === person.organ && !task.doneAt).map((task) => ({ face: task.id, dueDate: task.dueDate })) },
];

/** The states in which somebody may have a duty, by kind: what a to-do list asks the store for. */
export function dutyStates(kind: Document['kind']): readonly string[] {
  return [...new Set(rules.filter((rule) => rule.kind === kind).flatMap((rule) => rule.states))];
}

/** What waits for this person on one document. */
export function dutiesOf(doc: Document, personId: string, world: Pick<World, 'directory' | 'now'>): readonly Duty[] {
  const person = world.directory.people.get(personId);
  const flow = flows[doc.kind];
  if (!person || flow.hidden(doc, personId, world.directory)) return [];
  const roles = flow.roles(doc, personId, world);
  return rules
    .filter((rule) => rule.kind === doc.kind && rule.states.includes(doc.state) && rule.roles.some((role) => roles.includes(role)) && (rule.when?.(doc, person) ?? true))
    .flatMap((rule) => {
      const clock = rule.limits.map((limit) => latest(doc.clocks, limit)).find((found) => found && !found.stoppedAt);
      const faces = rule.faces?.(doc, person) ?? [{ face: '', dueDate: clock?.due.dueDate ?? '' }];
      return faces.map((at) => ({ doc, verb: rule.verb, no: rule.no?.(doc) || numberOf(doc), card: rule.card, face: at.face, dueDate: at.dueDate, dueAt: clock?.due.dueAt ?? '', urgentHours: clock?.unit === 'hour' }));
    });
}

/** Number under which people know a document: its own, or that of its matter. */
export function numberOf(doc: Document): string {
  return doc.kind === 'forward' || doc.kind === 'referral' ? (doc.data as Forward | Referral).matterNo : doc.no;
}

function isClerkOf(doc: Document, person: { id: string }): boolean {
  const { clerk } = doc.data as Forward;
  return clerk === '' || clerk === person.id;
}

function guestDue(meeting: Meeting, organ: string): readonly { face: string; dueDate: string }[] {
  return meeting.guests.some((guest) => guest.organ === organ && !guest.reply) ? [{ face: '', dueDate: dayOf(meeting.start) }] : [];
}

function dayOf(instant: string): string {
  return instant === '' ? '' : new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10);
}
