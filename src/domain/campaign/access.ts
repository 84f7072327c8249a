import type { Document } from '../document.ts';
import { isReportedIn } from '../forward/access.ts';
import { center, hasDeputy, headOf, holders, type Directory, type Role } from '../people.ts';
import { dateOf } from '../time/deadlines.ts';
import { liveParts, partOf, type Campaign, type Case } from './campaign.ts';

const ofCenter: readonly Role[] = ['C_CLERK', 'C_HEAD', 'SECRETARY', 'AUDITOR'];
const ofMember: readonly Role[] = ['LIAISON', 'HANDLER', 'DUTY', 'DEPUTY', 'HEAD', 'ACTING_HEAD'];

/** Roles of a person on a campaign: the Center's coordinating ones; a member's own once it is launched, HEAD for the one in office; AUDITOR anywhere. */
export function campaignRoles(doc: Document<Campaign>, personId: string, { directory, now }: { directory: Directory; now: Date }): readonly Role[] {
  const person = directory.people.get(personId);
  if (!person) return [];
  if (person.organ === center) return person.roles.filter((role) => ofCenter.includes(role));
  if (!isMember(doc, person.organ)) return person.roles.filter((role) => role === 'AUDITOR');
  const head = headOf(directory, person.organ, dateOf(now))?.id;
  const own = person.roles.filter((role) => ofMember.includes(role) && ((role !== 'HEAD' && role !== 'ACTING_HEAD') || person.id === head));
  return [...own, ...(person.id === head && !hasDeputy(directory, person.organ) ? (['DEPUTY'] as const) : [])];
}

/** Until it is launched a campaign is the Center's alone, and then its members'. */
export function hiddenFromCampaign(doc: Document<Campaign>, personId: string, directory: Directory): boolean {
  const person = directory.people.get(personId);
  return !person || !(person.organ === center || person.roles.includes('AUDITOR') || isMember(doc, person.organ));
}

/** The matters in a campaign that a person may know of: the Center's people all but those that concern them, a department's those that it handles. */
export function casesFor({ cases }: Pick<Campaign, 'cases'>, personId: string, directory: Directory): readonly Case[] {
  const organ = directory.people.get(personId)?.organ ?? '';
  return cases.filter((one) => (organ === center || one.organs.includes(organ)) && !one.out.includes(personId) && !isReportedIn(one, personId, directory));
}

/** Who belongs into the group of a campaign: who handles it, and the liaisons of its departments. */
export function expectedInCampaign(campaign: Pick<Campaign, 'clerk' | 'parts'>, directory: Directory): string[] {
  const liaisons = liveParts(campaign).flatMap(({ organ }) => holders(directory, organ, 'LIAISON').map(({ id }) => id));
  return [...new Set([campaign.clerk, ...liaisons])].filter((id) => directory.people.has(id));
}

function isMember({ state, data }: Document<Campaign>, organ: string): boolean {
  return state !== 'new' && state !== 'z.plan' && partOf(data, organ) !== undefined;
}
