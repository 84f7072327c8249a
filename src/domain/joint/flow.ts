import { alarmRow, recountRow } from '../time/clock-rows.ts';
import { rows, type Flow } from '../document.ts';
import { hiddenFromJoint, jointRoles } from './access.ts';
import { actingRows } from './acting-rows.ts';
import { jointDuties } from './duties.ts';
import { heldInJoint, jointTakeOver } from './hand-over.ts';
import { emptyJoint, jointStates, type Joint } from './joint.ts';
import { planRows } from './plan-rows.ts';
import { briefShieldRow } from '../reporter/shield-rows.ts';
import { jointReminders } from './reminders.ts';

const row = rows<Joint>();
const article = '第十条';

/** 联合执法: domain table 5.8. The Center coordinates and acts in nothing: no row by which it could register an action, and no way to become a member. */
export const jointFlow: Flow<Joint> = {
  kind: 'joint',
  states: jointStates,
  final: ['j.closed', 'j.dropped'],
  sealed: ['brief', 'document', 'members', 'plan', 'changes', 'actions', 'pausedFor', 'summary', 'closing', 'dropped', 'out'],
  roles: jointRoles,
  hidden: hiddenFromJoint,
  duties: jointDuties,
  holds: ({ data }, person) => heldInJoint(data, person),
  find: ({ no, data }) => [no, data.matterNo, ...data.members.map(({ organ }) => organ)],
  empty: emptyJoint,
  rows: [
    ...planRows,
    ...actingRows,
    row(jointTakeOver),
    briefShieldRow<Joint>(['j.closed', 'j.dropped']),
    row(alarmRow<Joint>({ code: 'JNT_REMIND', article, remind: jointReminders })),
    row(recountRow<Joint>({ code: 'JNT_RECOUNT', article })),
  ],
};
