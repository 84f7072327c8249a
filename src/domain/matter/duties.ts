import type { DutyRule } from '../document.ts';
import type { Matter } from './matter.ts';

/** What waits for whom on a matter. */
export const matterDuties: readonly DutyRule<Matter>[] = [
  { states: ['registered'], roles: ['C_CLERK', 'VAULT'], verb: '转办', card: 'triage', limits: ['T01', 'T02'], when: (doc, person) => ['', person.id].includes(doc.data.clerk) },
];
