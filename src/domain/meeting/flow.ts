import { alarmRow, recountRow } from '../time/clock-rows.ts';
import { rows, type Flow } from '../document.ts';
import { hiddenFromMeeting, meetingRoles } from './access.ts';
import { callingRows } from './calling-rows.ts';
import { meetingDuties } from './duties.ts';
import { holdingRows } from './holding-rows.ts';
import { meetingStates, type Meeting } from './meeting.ts';
import { minutesRows } from './minutes-rows.ts';
import { shieldRow } from '../reporter/shield-rows.ts';
import { meetingReminders } from './reminders.ts';

const row = rows<Meeting>();
const article = '第十条';

/** 会商: domain table 5.7, row by row. */
export const meetingFlow: Flow<Meeting> = {
  kind: 'meeting',
  states: meetingStates,
  final: ['c.done', 'c.cancelled'],
  sealed: ['reportedPeople', 'resolutions', 'guests', 'urgentReason', 'cancelReason'],
  roles: meetingRoles,
  hidden: hiddenFromMeeting,
  duties: meetingDuties,
  find: ({ no, data }) => [no, ...data.matterNos, ...data.guests.map((guest) => guest.organ)],
  empty: () => ({
    matterNos: [], reported: [], reportedPeople: [], topic: '', guests: [], start: '', end: '', place: '', urgentReason: '', noticeNo: '', minutesNo: '', convener: '', chat: '', event: '', link: '', board: '',
    resolutions: [], heldAt: '', endedAt: '', minutesDue: '', cancelReason: '',
  }),
  rows: [
    ...callingRows,
    ...holdingRows,
    ...minutesRows,
    shieldRow<Meeting>({ final: ['c.done', 'c.cancelled'], put: (_data, reportedPeople) => ({ reportedPeople }) }),
    row(alarmRow<Meeting>({ code: 'CON_REMIND', article, remind: meetingReminders })),
    row(recountRow<Meeting>({ code: 'CON_RECOUNT', article })),
  ],
};
