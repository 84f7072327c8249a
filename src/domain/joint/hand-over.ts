import { toPerson } from '../effects.ts';
import { takeOverRow, type Passing } from '../handover/take-over-row.ts';
import { fitOfficers } from './guards.ts';
import { activeMembers, type Joint, type Member, type Officer } from './joint.ts';

/** What somebody holds on a joint enforcement: its coordination at the Center, or his place among the officers of a member. */
export function heldInJoint(joint: Joint, person: string): string | undefined {
  if (joint.clerk === person) return '统筹经办';
  return officerAt(joint, person) ? '执法人员' : undefined;
}

/** Handing that over: a new officer has to be as fit as one who was sent, and states his own relations. */
export const jointTakeOver = takeOverRow<Joint>({
  from: ['j.plan', 'j.acting', 'j.suspended', 'j.result'],
  guard: ({ doc, input, world }) => {
    const member = officerAt(doc.data, input.from);
    return member && fitOfficers(doc, { organ: member.organ, ids: passed(member, input).map(({ id }) => id) }, world);
  },
  change: ({ doc, input }) => ({
    clerk: doc.data.clerk === input.from ? input.to : doc.data.clerk,
    members: doc.data.members.map((member) => (member === officerAt(doc.data, input.from) ? { ...member, officers: passed(member, input) } : member)),
  }),
  follow: ({ doc, input }) => [toPerson(input.to, officerAt(doc.data, input.to) ? 'enforcement-officer' : 'enforcement-desk')],
});

// Whoever declared a relation has left the officers already, and has nothing to pass on.
function officerAt(joint: Joint, person: string): Member | undefined {
  return activeMembers(joint).find(({ officers }) => officers.some(({ id, declared }) => id === person && declared !== 'tied'));
}

function passed({ officers }: Member, { from, to }: Passing): readonly Officer[] {
  return officers.map((officer) => (officer.id === from ? { id: to, declared: '', relation: '' } : officer));
}
