import { addWorkingDays, dateOf, dayText } from '../../time/deadlines.ts';
import { limits } from '../../time/limits.ts';
import { instantAt } from '../../time/time.ts';
import type { Alarm, EffectRequest, Situation, World } from '../../document.ts';
import { post, toChat, toPerson, toRole } from '../../effects.ts';
import { center, holders, shortName, type Directory } from '../../people.ts';
import { isReportedPerson } from '../../reporter/reported-people.ts';
import { refuse, type Refusal } from '../../refusal.ts';
import { isConfined, isPastCenter } from '../access.ts';
import type { SendInput } from '../inputs.ts';
import type { Branch, Matter } from '../matter.ts';

type Sending = Situation<Matter, SendInput>;

/** The feedback day that the Center sets (T03): the day itself, or counted in working days from today. */
export function feedbackDay({ input, world }: Pick<Sending, 'input' | 'world'>): string {
  if (input.dueDate) return input.dueDate;
  return input.days ? addWorkingDays(dateOf(world.now), input.days, world.calendar) : '';
}

/** Whether the chosen departments differ from the suggestion; then a reason is asked for (AC-3.2). */
export function overridden(matter: Matter, organs: readonly string[]): boolean {
  const suggested = sendableOrgans(matter);
  return organs[0] !== suggested[0] && suggested.length > 0;
}

/** Organs of the suggestion that a 转办 may go to: the Center, discipline inspection, procuratorate and police get theirs by other ways. */
export function sendableOrgans(matter: Pick<Matter, 'routing'>): readonly string[] {
  return (matter.routing?.depts ?? []).filter((organ) => ![center, 'JWJW', 'JCY', 'GAJ', 'QIQU', 'ZZQ'].includes(organ));
}

/** Who learns of a new matter: the duty group; only the keepers where few may know; nobody of the Center where it is itself concerned. */
export function announced(matter: Matter, world: World): readonly EffectRequest[] {
  if (isPastCenter(matter)) return [post('send-past-center')];
  const keepers = isConfined(matter) ? toRole(world.directory, { organ: center, roles: ['VAULT'] }, 'triage') : [];
  return [...keepers, ...toDesk(matter, world)];
}

/** Roles whose holders sit in the Center's duty group. */
export const deskRoles = ['C_CLERK', 'C_HEAD', 'DUTY', 'WARN', 'SECRETARY'] as const;

/** Whether everybody in the duty group may know of a matter: nobody there is reported, or may be. */
export function isFitForDesk({ reportedPeople }: Pick<Matter, 'reportedPeople'>, directory: Directory): boolean {
  return holders(directory, center, ...deskRoles).every(({ id }) => !isReportedPerson(reportedPeople, id, directory));
}

// The duty group, or each of its clerks and heads alone where somebody in it must not know; who that is the sender drops.
function toDesk(matter: Matter, { directory }: World): readonly EffectRequest[] {
  return isFitForDesk(matter, directory) ? [toChat(center, 'duty')] : toRole(directory, { organ: center, roles: ['C_CLERK', 'C_HEAD'] }, 'duty');
}

/** Guards of 转办: limit set (E-201) and in the future (E-204), not a complaint, and what holds of everything sent on. */
export function sendable({ doc, input, world }: Sending): Refusal | undefined {
  const day = feedbackDay({ input, world });
  if (!day) return refuse('E-201', {}, ['days', 'dueDate']);
  if (day <= dateOf(world.now)) return refuse('E-204', {}, ['dueDate']);
  const beyond = beyondMandate(doc.data, day, world);
  if (beyond) return beyond;
  if (isShorterThanLaw({ doc, input, world }, day) && input.reason.trim().length < 2) return refuse('E-205', {}, ['days', 'dueDate', 'reason']);
  if (doc.data.kind === 'complaint') return refuse('E-900', { state: '投诉由有权部门受理' });
  return reachable({ doc, organs: input.organs, reason: input.reason, suggested: sendableOrgans(doc.data), world });
}

// 市场监管举报核查 has fifteen working days by law (T35); a shorter day is the Center's to confirm, by saying why.
function isShorterThanLaw({ doc, input, world }: Pick<Sending, 'doc' | 'input' | 'world'>, day: string): boolean {
  return doc.data.kind === 'report' && input.organs[0] === 'SCJG' && day < addWorkingDays(dateOf(world.now), limits.T35.amount ?? 0, world.calendar);
}

/** What holds of everything that the Center sends on: scope known (E-103), not to the organ reported (E-202), a reason where the suggestion is not followed. */
export function reachable({ doc, organs, reason, suggested, world }: Pick<Sending, 'doc' | 'world'> & { organs: readonly string[]; reason: string; suggested: readonly string[] }): Refusal | undefined {
  if (doc.data.cityLevel === '' || doc.data.cityLevel === 'unknown') return refuse('E-103', {}, ['cityLevel']);
  const reported = organs.find((organ) => doc.data.reported.includes(organ) || doc.data.routing?.recused.includes(organ));
  if (reported) return refuse('E-202', { organ: shortName(world.directory, reported) }, ['organs']);
  if (suggested.length > 0 && organs[0] !== suggested[0] && reason.trim().length < 2) return refuse('reason', { what: '改选承办部门' }, ['reason']);
  const elsewhere = organs.find((organ) => ['JWJW', 'JCY', 'GAJ', center].includes(organ));
  if (elsewhere) return refuse('input', { fields: `${shortName(world.directory, elsewhere)}不接收转办，请改选行政监督部门` }, ['organs']);
  return undefined;
}

/** One branch a department, with the number of its 转办单. */
export function branchesOf({ doc, input, world }: Sending): readonly Branch[] {
  const dueDate = feedbackDay({ input, world });
  return input.organs.map((organ) => ({ id: forwardId(doc, organ), organ, state: 'sent', docNo: world.numbers[organ] ?? '', dueDate }));
}

/** Opens one forward document a department. */
export function openings({ doc, input }: Sending): readonly EffectRequest[] {
  return input.organs.map((organ) => post('open-forward', { id: doc.data.forwards.findLast((branch) => branch.organ === organ)?.id ?? '', organ }));
}

/** What the trail says of a 转办. */
export function sendingNote(s: Sending): string {
  const names = s.input.organs.map((organ) => shortName(s.world.directory, organ)).join('、');
  const why = overridden(s.doc.data, s.input.organs) ? `；原建议 ${sendableOrgans(s.doc.data).map((organ) => shortName(s.world.directory, organ)).join('、')}，改选理由：${s.input.reason}` : '';
  return `${names}，反馈截止 ${dayText(feedbackDay(s))}${why}`;
}

// Whoever assigned a 交办 has set a day of his own; the department's must not lie after it.
function beyondMandate({ kind, mandate }: Pick<Matter, 'kind' | 'mandate'>, day: string, world: World): Refusal | undefined {
  const { dueDate } = mandate;
  const late = kind === 'assigned' && dueDate > dateOf(world.now) && day > dueDate;
  return late ? refuse('input', { fields: `交办时限为 ${dayText(dueDate)}，反馈时限不能晚于它` }, ['days', 'dueDate']) : undefined;
}

/** The morning of the last working day before 交办时限, on which the clerk and the head of the Center are reminded. */
export function mandateAlarms({ kind, mandate: { dueDate } }: Pick<Matter, 'kind' | 'mandate'>, world: World): readonly Alarm[] {
  if (kind !== 'assigned' || !dueDate) return [];
  const at = instantAt(addWorkingDays(dueDate, -1, world.calendar), '09:00');
  return at > world.now ? [{ id: `mandate-${dueDate}`, at: at.toISOString(), rule: '', stage: 'mandate' }] : [];
}

/** Reminders of the Center's own limit (T01, T02): the clerk, or the duty group while nobody has taken it; then the Center's head. */
export function ownReminders(matter: Matter, stage: string, world: World): readonly EffectRequest[] {
  if (stage.startsWith('over') || stage === 'end') return toRole(world.directory, { organ: center, roles: ['C_HEAD'] }, 'triage-late');
  if (stage === 'start') return [];
  if (stage === 'safety') return [post('ask-safety')];
  if (stage === 'mandate') return [...(matter.clerk ? [toPerson(matter.clerk, 'progress')] : []), ...toRole(world.directory, { organ: center, roles: ['C_HEAD'] }, 'progress')];
  if (stage === 'shelf') return toRole(world.directory, { organ: center, roles: ['C_HEAD'] }, 'progress');
  return matter.clerk ? [post('send-card', { card: 'triage', to: 'person', person: matter.clerk })] : toDesk(matter, world);
}

// A department that gets the matter again, after its 转办 was taken back, gets a new document.
function forwardId({ id, data }: Sending['doc'], organ: string): string {
  const before = data.forwards.filter((branch) => branch.organ === organ).length;
  return `${id}-f-${organ.toLowerCase()}${before ? String(before + 1) : ''}`;
}
