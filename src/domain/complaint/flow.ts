import { alarmRow, recountRow } from '../time/clock-rows.ts';
import { rows, type Flow } from '../document.ts';
import { briefShieldRow } from '../reporter/shield-rows.ts';
import { emptyBrief } from '../forward/forward.ts';
import { takeOverRow } from '../handover/take-over-row.ts';
import { leftToRecused } from '../recusal/left.ts';
import { isRecusedOnly } from '../recusal/recusal.ts';
import { refuse } from '../refusal.ts';
import { complaintRoles, hiddenFromComplaint } from './access.ts';
import { complaintStates, live, over, type Complaint } from './complaint.ts';
import { complaintDuties } from './duties.ts';
import { handlingRows } from './handling-rows.ts';
import { receivingRows } from './receiving-rows.ts';
import { afterDeclaration, complaintRecusals } from './recusals.ts';
import { remindersOf } from './reminders.ts';
import { togetherRows } from './together-rows.ts';
import { withdrawalRows } from './withdrawal-rows.ts';

const row = rows<Complaint>();

/** 投诉: domain table 5.2, row by row. A department's own document; the Center passes it on and hears how it stands. */
export const complaintFlow: Flow<Complaint> = {
  kind: 'complaint',
  states: complaintStates,
  final: over,
  sealed: ['brief', 'words', 'parties', 'fix', 'rejection', 'redirect', 'pause', 'suspension', 'withdrawal', 'decision', 'recusals', 'declared'],
  roles: complaintRoles,
  hidden: hiddenFromComplaint,
  recused: isRecusedOnly,
  leftTo: leftToRecused,
  // The limits of a complaint are the law's: nobody here can lengthen them.
  instead: (_doc, act) => (['askExtension', 'agreeExtension'].includes(act) ? refuse('E-303') : undefined),
  duties: complaintDuties,
  // The department's work on it goes by roles; in his own name stands only the clerk who hears how it goes.
  holds: ({ data }, person) => (data.clerk === person ? '转办经办' : undefined),
  find: ({ data }) => [data.matterNo, data.brief.title, ...data.brief.named],
  empty: () => ({
    matterNo: '', organ: '', clerk: '', regime: 'tender', brief: emptyBrief, words: '', lodgedAt: '', receivedAt: '', parties: { complainant: '', respondent: '' }, checks: [], acceptNo: '',
    fix: { words: '', dueDate: '', askedAt: '', doneAt: '' }, rejection: { ground: '', basis: '', words: '', no: '' }, redirect: { organ: '', words: '', no: '' }, servedAt: '',
    pause: { reason: '', from: '', until: '', endedAt: '', days: 0, no: '' }, suspension: { ground: '', document: '' }, withdrawal: { reason: '', at: '', answer: '', why: '' },
    decision: { result: '', ground: '', facts: '', basis: '', remedies: '', no: '' }, first: null, joined: [], recusals: [], decider: '', declared: [],
  }),
  rows: [
    ...[...receivingRows, ...handlingRows, ...withdrawalRows].map(afterDeclaration),
    ...complaintRecusals,
    ...togetherRows,
    row(takeOverRow<Complaint>({ from: live, change: ({ input }) => ({ clerk: input.to }) })),
    briefShieldRow<Complaint>(over),
    row(alarmRow<Complaint>({ code: 'CMP_REMIND', article: '第九条', remind: remindersOf })),
    row(recountRow<Complaint>({ code: 'CMP_RECOUNT', article: '第九条' })),
  ],
};
