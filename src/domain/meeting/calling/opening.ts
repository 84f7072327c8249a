import codes from '../../data/codes.json' with { type: 'json' };
import type { Document, World } from '../../document.ts';
import { dateOf } from '../../time/deadlines.ts';
import { instantAt } from '../../time/time.ts';
import { center, headOf, holders, shortName, staffOf, type Directory } from '../../people.ts';
import { hiddenFrom } from '../../matter/access.ts';
import { givenOut } from '../../matter/evidence.ts';
import type { Matter } from '../../matter/matter.ts';
import { earliestDay, endOf } from './finding-time.ts';
import type { Question } from './opinions.ts';
import type { Reason, Related } from '../meeting.ts';

/** Organs asked to come to a meeting on a matter: those that supervise, assist, or already hold a branch; never the one reported. */
export function invitedOrgans(matter: Document<Matter>): readonly string[] {
  const routed = [...(matter.data.routing?.depts ?? []), ...(matter.data.routing?.co ?? []), ...matter.data.forwards.map((forward) => forward.organ)];
  return [...new Set(routed)].filter((organ) => organ !== center && !isReported(matter.data, organ));
}

/** Default beginning: 15:00 Beijing time on the first working day after the notice period (T11). */
export function defaultStart(world: Pick<World, 'now' | 'calendar' | 'settings'>): Date {
  return instantAt(earliestDay(world), '15:00');
}

/** People recused in a verification of these matters, who must not take part either. */
export function keptOut(matters: readonly Document<Matter>[]): readonly string[] {
  return [...new Set(matters.flatMap((matter) => matter.data.referrals.flatMap((referral) => referral.out)))];
}

/** Who is expected for an organ: its head, else who stands nearest to him and is not shut out; empty where it has nobody with an account. */
export function expectedOf(organ: string, isOut: (id: string) => boolean, world: Pick<World, 'directory' | 'now'>): string {
  const { directory, now } = world;
  const head = headOf(directory, organ, dateOf(now));
  const others = holders(directory, organ, 'DEPUTY').concat(holders(directory, organ, 'LIAISON'));
  return [...(head ? [head] : []), ...others].find((person) => !isOut(person.id))?.id ?? '';
}

/** What a meeting is asked for: by whom, on which ground, with which organs and when. */
export interface Wish { organs: readonly string[]; by: string; why?: Reason; whyNote?: string; askedBy?: string; start?: string; urgentReason?: string; related?: readonly Related[] }

/** Input that opens a meeting on a matter with everything proposed: who, when, where, on what. */
export function openingOfMeeting(matter: Document<Matter>, wish: Wish, world: World): object {
  const { directory } = world;
  const out = keptOut([matter]);
  const isOut = (id: string): boolean => hiddenFrom(matter, id, directory);
  const wanted = [...new Set([...wish.organs, ...(wish.organs.length && wish.why !== 'asked' ? [] : invitedOrgans(matter))])].filter((organ) => organ !== center);
  const organs = wanted.filter((organ) => !isReported(matter.data, organ));
  const start = wish.start || defaultStart(world).toISOString();
  return {
    matterNos: [matter.no], matterIds: [matter.id], convener: wish.by, place: world.settings.place, start, end: endOf(start), topic: `${matter.no} 协同处置`,
    why: wish.why ?? 'center', whyNote: wish.whyNote ?? '', askedBy: wish.askedBy ?? '', related: wish.related ?? [], fixed: Boolean(wish.start), urgentReason: wish.urgentReason ?? '', reported: [...new Set([...matter.data.reported, ...(matter.data.routing?.recused ?? [])])], reportedPeople: matter.data.reportedPeople, out, leftOut: namesLeftOut(matter.data, { wanted, organs, isOut }, directory),
    questions: questionsOf(matter.data), guests: organs.map((organ) => ({ organ, person: expectedOf(organ, isOut, world) })), materials: materialsOf(matter),
  };
}

/** Questions by the kinds of violation in question; no project and no name, because the group reads them. */
export function questionsOf({ violations }: Pick<Matter, 'violations'>): readonly Question[] {
  const names: Readonly<Record<string, string>> = codes.violation;
  const known = violations.map((code) => names[code] ?? '').filter(Boolean).slice(0, 5);
  return (known.length ? known.map((name) => `${name}由谁查处、如何处置`) : ['由谁牵头、如何处置']).map((text, index) => ({ id: `q${index + 1}`, text }));
}

/** The evidence of a matter as pieces that may be opened one by one; to nobody at first. */
export function materialsOf(matter: Document<Matter>): readonly object[] {
  return givenOut(matter.data.files).map(({ n, file }) => ({ id: `${matter.no}-${n}`, matter: matter.id, file: file.id, n, name: file.name, organs: [] }));
}

/** Other open matters that may belong to the same meeting, each with what they have in common; never one the Center may not know. */
export function belongTogether(matter: Document<Matter>, others: readonly Document<Matter>[]): readonly Related[] {
  return others.flatMap((other) => {
    const why = other.id === matter.id || !['registered', 'verifying', 'forwarded', 'reported'].includes(other.state) ? '' : shared(matter.data, other.data);
    return why ? [{ id: other.id, no: other.no, why }] : [];
  }).slice(0, 5);
}

// The project first, then whoever is named in both: an entity, its agent, or an address it was named by.
function shared(one: Matter, other: Matter): string {
  const named = one.named.filter((name) => other.named.includes(name));
  if (one.project && one.project === other.project) return '同一项目';
  if (named.some((name) => /代理|咨询/.test(name))) return '同一代理';
  if (named.some((name) => /[路街巷]\S{0,6}号|小区|大厦/.test(name))) return '同一地址';
  return named.length ? '同一单位' : '';
}

function isReported({ reported, routing }: Pick<Matter, 'reported' | 'routing'>, organ: string): boolean {
  return reported.includes(organ) || (routing?.recused.includes(organ) ?? false);
}

function namesLeftOut(matter: Matter, at: { wanted: readonly string[]; organs: readonly string[]; isOut: (id: string) => boolean }, directory: Directory): readonly string[] {
  const routed = [...at.wanted, ...(matter.routing?.depts ?? []), ...(matter.routing?.co ?? [])];
  const organs = [...new Set(routed)].filter((organ) => isReported(matter, organ)).map((organ) => shortName(directory, organ));
  return [...organs, ...at.organs.flatMap((organ) => staffOf(directory, organ)).filter((person) => at.isOut(person.id)).map((person) => person.name)];
}
