import { alarmRow, recountRow } from '../time/clock-rows.ts';
import { rows, type Flow } from '../document.ts';
import { hiddenFromMeeting, meetingRoles } from './access.ts';
import { takeOverRow, type Passing } from '../handover/take-over-row.ts';
import { callingRows } from './calling/calling-rows.ts';
import { lostRows } from './calling/lost-rows.ts';
import { opinionRows } from './calling/opinion-rows.ts';
import { proposingRows } from './calling/proposing-rows.ts';
import { nothingSetUp } from './calling/set-up.ts';
import { setUpRows } from './calling/set-up-rows.ts';
import { meetingDuties } from './duties.ts';
import { shutAmong, shutOut, withoutShut } from './guests.ts';
import { holdingRows } from './holding-rows.ts';
import { meetingStates, type Meeting } from './meeting.ts';
import { letterRows } from './letter-rows.ts';
import { minutesRows } from './minutes-rows.ts';
import { shieldRow } from '../reporter/shield-rows.ts';
import { meetingReminders } from './reminders.ts';

const row = rows<Meeting>();
const article = '第十条';

/** 会商: domain table 5.7, row by row. */
export const meetingFlow: Flow<Meeting> = {
  kind: 'meeting',
  states: meetingStates,
  final: ['c.done', 'c.cancelled', 'c.declined'],
  sealed: ['reportedPeople', 'resolutions', 'guests', 'urgentReason', 'cancelReason', 'whyNote', 'out', 'leftOut', 'positions', 'materials'],
  roles: meetingRoles,
  hidden: hiddenFromMeeting,
  duties: meetingDuties,
  holds: ({ data }, person) => heldIn(data, person),
  find: ({ no, data }) => [no, ...data.matterNos, ...data.guests.map((guest) => guest.organ)],
  empty: () => ({
    matterNos: [], matterIds: [], why: 'center', whyNote: '', askedBy: '', related: [], fixed: false, reported: [], reportedPeople: [], out: [], leftOut: [], times: [], poll: null, setUp: nothingSetUp, lost: null,
    questions: [], positions: [], materials: [], topic: '', guests: [], start: '', end: '', movedFrom: '', place: '', urgentReason: '', noticeNo: '', minutesNo: '', letter: 0, convener: '', chat: '', event: '', link: '', board: '',
    resolutions: [], heldAt: '', endedAt: '', minutesDue: '', cancelReason: '',
  }),
  rows: [
    ...proposingRows,
    ...setUpRows,
    ...callingRows,
    ...opinionRows,
    ...lostRows,
    ...holdingRows,
    ...minutesRows,
    ...letterRows,
    shieldRow<Meeting>({ final: ['c.done', 'c.cancelled'], put: (data, reportedPeople, world) => ({ reportedPeople, guests: withoutShut({ ...data, reportedPeople }, world) }), after: ({ data }, { directory }) => shutAmong(data, directory).map(shutOut) }),
    row(takeOverRow<Meeting>({ from: ['*'], change: ({ doc, input }) => passedOn(doc.data, input) })),
    row(alarmRow<Meeting>({ code: 'CON_REMIND', article, remind: meetingReminders })),
    row(recountRow<Meeting>({ code: 'CON_RECOUNT', article })),
  ],
};

function heldIn({ convener, guests, resolutions }: Meeting, person: string): string | undefined {
  if (convener === person) return '会商联系人';
  if (resolutions.some((task) => task.person === person && !task.doneAt)) return '会商任务';
  return guests.some((guest) => guest.person === person) ? '参会' : undefined;
}

function passedOn({ convener, guests, resolutions }: Meeting, { from, to }: Passing): Partial<Meeting> {
  const next = (person: string): string => (person === from ? to : person);
  return { convener: next(convener), guests: guests.map((guest) => ({ ...guest, person: next(guest.person) })), resolutions: resolutions.map((task) => (task.doneAt ? task : { ...task, person: next(task.person) })) };
}
