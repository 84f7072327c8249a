import { z } from 'zod';
import { actorId } from '../audit.ts';
import { alarmRow, recountRow } from '../time/clock-rows.ts';
import { latest } from '../time/clocks.ts';
import { dayText } from '../time/deadlines.ts';
import { rows, type Document, type EffectRequest, type Flow, type Situation } from '../document.ts';
import { post, pressing, redraw, toPerson, toReporter } from '../effects.ts';
import { takeOverRow, type Passing } from '../handover/take-over-row.ts';
import { nameOf, shortName } from '../people.ts';
import { refuse, type Refusal } from '../refusal.ts';
import { hiddenFrom, matterRoles } from './access.ts';
import { matterDuties } from './duties.ts';
import { claimRows } from './routing/claim-rows.ts';
import { campaignRows, tellingCampaign } from './together/campaign-rows.ts';
import { decidedRows } from './routing/decided-rows.ts';
import { enforcementRows } from './together/enforcement-rows.ts';
import { complaintRows } from './routing/complaint-rows.ts';
import { evidenceRows } from './evidence.ts';
import { correction, evidenceInput, readingInput, sendInput } from './inputs.ts';
import { jointRows } from './together/joint-rows.ts';
import { meetingRows, proposals, running } from './together/meeting-rows.ts';
import { matterStates, seriesOf, type Matter } from './matter.ts';
import { mergeRows, tellingMerged } from './merge/merge-rows.ts';
import { isNews, mirrored, progressed, progressInput, stateAfter, type Progress } from './progress.ts';
import { partyRows } from './drafting/party-rows.ts';
import { reportRows } from './routing/report-rows.ts';
import { scopeRows } from './drafting/scope-rows.ts';
import { announced, branchesOf, mandateAlarms, openings, ownReminders, sendable, sendableOrgans, sendingNote } from './routing/sending.ts';
import { shelfRows } from './shelf-rows.ts';
import { exchangeRows } from '../reporter/exchange-rows.ts';
import { ratingRow } from '../reporter/rating.ts';
import { safetyAlarm, safetyRow } from '../reporter/urgent-rows.ts';
import { settleRow } from '../reporter/shield-rows.ts';
import { splitRows } from './drafting/split-rows.ts';
import { corrected, missingFields, tableNow, withReportedPeople, withRouting } from './drafting/suggestion.ts';

const row = rows<Matter>();
const nothing = z.object({}).loose();

/** 事项（投诉、举报、线索、交办、预警）: domain table 5.1, row by row. */
export const matterFlow: Flow<Matter> = {
  kind: 'matter',
  states: matterStates,
  final: ['discarded', 'notApplicable', 'referredOut', 'merged', 'closed'],
  sealed: ['words', 'reportedPeople', 'exchange', 'rating', 'traces', 'project', 'named', 'files', 'amounts', 'requirement', 'scopeNote', 'unfixed', 'shelvedFor', 'withdrawn', 'told', 'referrals', 'alike', 'into', 'enforcement', 'claims', 'campaign', 'major', 'parties', 'mandate', 'signal', 'passedTo', 'rest'],
  roles: matterRoles,
  hidden: hiddenFrom,
  instead: ({ no }, act) => (act === 'register' && no !== '' ? refuse('E-102', { no }) : undefined),
  duties: matterDuties,
  holds: ({ data }, person) => (data.clerk === person ? '经办' : undefined),
  find: ({ no, data }) => [no, data.project, ...data.named, ...data.parties.flatMap(({ name, employer }) => [name, employer]), ...data.forwards.map((branch) => branch.organ), ...data.complaints.map((one) => one.organ)],
  empty: () => ({
    kind: '', project: '', cityLevel: '', category: '', stage: '', violations: [], subjects: [], named: [], reported: [], amountYuan: null,
    amounts: [], source: '', anonymous: false, happened: '', flags: [], region: '', mandate: { organ: '', no: '', dueDate: '' }, signal: '', words: '', reportedPeople: [], exchange: [], rating: null, parties: [], guessed: [], traces: [], files: [], urgent: false,
    routing: null, clerk: '', forwards: [], referrals: [], transfers: [], meetings: [], piece: '', rest: '', linked: [], complaints: [], joints: [], enforcement: null, claims: [], campaign: null, major: null, told: '', scopeNote: '', passedTo: '', requirement: '', unfixed: '', shelvedFor: '', withdrawn: null, referred: '', alike: [], into: null, merged: [],
  }),
  always: (doc, act) => [...tellingMerged(doc, act), ...tellingCampaign(doc, act)],
  rows: [
    row({
      act: 'draft', verb: '起草', code: 'LEAD_DRAFT', article: '第九条', from: ['new'], to: 'draft', by: ['ANYONE'], input: readingInput,
      change: (s) => asRead(s),
      alarms: ({ input, world }) => (input.urgent ? [safetyAlarm(world)] : []),
      follow: ({ input }) => [...(input.urgent ? [post('tell-duty')] : []), toReporter('intake')],
    }),
    row({
      act: 'reread', verb: '更新', code: 'LEAD_DRAFT', article: '第九条', from: ['draft'], to: '=', by: ['REPORTER'], input: readingInput, newRound: true,
      change: (s) => asRead(s),
      follow: () => [redraw()],
    }),
    row({
      act: 'correct', verb: '存草稿', code: 'LEAD_DRAFT', article: '第九条', from: ['draft'], to: '=', by: ['REPORTER'], input: correction,
      change: ({ doc, input, world }) => corrected(doc.data, input, tableNow(world)),
    }),
    row({
      act: 'attach', verb: '附材料', code: 'EVIDENCE_IN', article: '第九条', from: ['draft', 'registered', 'verifying', 'forwarded', 'reported'], to: '=', by: ['REPORTER', 'C_CLERK', 'system'],
      input: evidenceInput,
      // What is already there stays as it is: neither its place nor a seal can be lost by sending it again.
      change: ({ doc, input }) => (doc.data.files.some(({ id }) => id === input.id) ? {} : { files: [...doc.data.files, input] }),
      follow: ({ doc }) => (doc.state === 'draft' ? [toReporter('files')] : [toReporter('files'), redraw()]),
      note: ({ input }) => `校验值 ${input.sha256.slice(0, 8)}`,
    }),
    row({
      act: 'detach', verb: '移出附件', code: 'EVIDENCE_OUT', article: '第九条', from: ['draft'], to: '=', by: ['REPORTER'], input: z.object({ file: z.string() }),
      change: ({ doc, input }) => ({ files: doc.data.files.map((file) => (file.id === input.file ? { ...file, removed: true } : file)) }),
    }),
    row({
      act: 'restore', verb: '恢复附件', code: 'EVIDENCE_IN', article: '第九条', from: ['draft'], to: '=', by: ['REPORTER'], input: z.object({ file: z.string() }),
      change: ({ doc, input }) => ({ files: doc.data.files.map((file) => (file.id === input.file ? { ...file, removed: false } : file)) }),
    }),
    row({
      act: 'register', verb: '登记', code: 'LEAD_REG', article: '第九条', from: ['draft'], to: 'registered', by: ['REPORTER'], input: correction,
      guard: ({ doc, input }) => {
        const missing = missingFields(corrected(doc.data, input));
        if (!missing.length) return undefined;
        const only = missing.length === 1 && missing[0]?.field === 'cityLevel';
        return only ? refuse('E-103', {}, ['cityLevel']) : refuse('E-101', { missing: missing.map((m) => m.name).join('、') }, missing.map((m) => m.field));
      },
      numbers: ({ doc, input }) => [{ key: 'no', form: `${seriesOf(input.kind ?? doc.data.kind)}-{date}-{nnnn}`, scope: '{date}' }],
      change: ({ doc, input, world }) => withReportedPeople({ ...corrected(doc.data, input, tableNow(world)), guessed: [] }, world.directory),
      // What is not of the city's own level gets no limit of Article 9 (AC-2.1).
      clocks: ({ doc, input }) => ((input.cityLevel ?? doc.data.cityLevel) === 'no' ? {} : { start: [{ rule: (input.kind ?? doc.data.kind) === 'warning' ? 'T02' : 'T01' }] }),
      alarms: ({ doc, input, world }) => mandateAlarms(corrected(doc.data, input), world),
      follow: ({ doc, world }) => [post('write-paper', { paper: 'intake-record' }), post('find-alike'), ...announced(doc.data, world), ...(doc.data.linked.length ? [post('tell-linked')] : []), redraw()],
      note: ({ doc }) => limitNote(doc),
    }),
    row({
      act: 'discard', verb: '不是线索', code: 'LEAD_DISCARD', article: '第九条', from: ['draft'], to: 'discarded', by: ['REPORTER'], input: nothing,
      follow: () => [redraw()],
    }),
    row({
      act: 'revive', verb: '恢复', code: 'LEAD_DRAFT', article: '第九条', from: ['discarded'], to: 'draft', by: ['REPORTER'], input: nothing,
      follow: () => [redraw()],
    }),
    row({
      act: 'claim', verb: '领办', code: 'LEAD_CLAIM', article: '第九条', from: ['registered'], to: '=', by: ['C_CLERK', 'C_HEAD', 'VAULT'], input: nothing, newRound: true,
      guard: ({ doc, world }) => (doc.data.clerk ? refuse('stale', { who: nameOf(world.directory, doc.data.clerk), what: '领办' }) : undefined),
      change: ({ by }) => ({ clerk: actorId(by) }),
      follow: ({ doc }) => [toPerson(doc.data.clerk, 'triage'), redraw()],
    }),
    row({
      act: 'release', verb: '放回', code: 'LEAD_RELEASE', article: '第九条', from: ['registered'], to: '=', by: ['C_CLERK', 'C_HEAD', 'VAULT'], input: nothing, newRound: true,
      change: () => ({ clerk: '' }),
      follow: () => [redraw()],
    }),
    row({
      act: 'send', verb: '转办', code: 'FWD_SEND', article: '第九条', from: ['registered'], to: 'forwarded', by: ['C_CLERK', 'C_HEAD', 'VAULT', 'system'], input: sendInput,
      guard: sendable,
      numbers: ({ input }) => input.organs.map((organ) => ({ key: organ, form: '鄂公资转〔{year}〕{n}号', scope: '鄂公资转-{year}' })),
      change: (s) => ({ forwards: [...s.doc.data.forwards, ...branchesOf(s)], requirement: s.input.requirement }),
      clocks: () => ({ stop: ['T01', 'T02'] }),
      follow: (s) => [...openings(s), ...proposals(s.doc), pressing(toReporter('intake'), 'news'), redraw()],
      note: sendingNote,
    }),
    row({
      act: 'reroute', verb: '改派', code: 'FWD_RET', article: '第九条', from: ['forwarded', 'reported'], to: '=', by: ['system'], input: sendInput.extend({ returned: z.string() }),
      guard: ({ doc, input }) => (input.organs.some((organ) => doc.data.forwards.some((branch) => branch.organ === organ && branch.state !== 'returned')) ? refuse('stale') : undefined),
      numbers: ({ input }) => input.organs.map((organ) => ({ key: organ, form: '鄂公资转〔{year}〕{n}号', scope: '鄂公资转-{year}' })),
      change: (s) => ({ forwards: [...s.doc.data.forwards.map((branch) => (branch.id === s.input.returned ? { ...branch, state: 'returned' } : branch)), ...branchesOf(s)] }),
      follow: (s) => [...openings(s), redraw()],
      note: (s) => sendingNote(s),
    }),
    ...partyRows,
    ...scopeRows,
    row({
      act: 'refer', verb: '转送纪检监察', code: 'LEAD_REFER', article: '第十一条（二）', from: ['registered'], by: ['VAULT'], input: nothing, newRound: true,
      to: ({ doc }) => (sendableOrgans(doc.data).length ? 'registered' : 'referredOut'),
      guard: ({ doc }) => {
        if (doc.data.referred) return refuse('stale', { who: '信息保管人', what: '转送' });
        return doc.data.routing?.depts[0] === 'JWJW' ? undefined : refuse('E-900', { state: '建议承办单位不是纪检监察机关' });
      },
      change: ({ by }) => ({ referred: 'JWJW', told: '已按管理权限转送有关机关', clerk: actorId(by) }),
      clocks: ({ doc }) => (sendableOrgans(doc.data).length ? {} : { stop: ['T01', 'T02'] }),
      follow: ({ doc }) => [...(doc.state === 'referredOut' ? [toReporter('result')] : []), redraw()],
    }),
    ...meetingRows,
    ...complaintRows,
    ...splitRows,
    ...reportRows,
    ...shelfRows,
    ...jointRows,
    ...mergeRows,
    ...enforcementRows,
    ...campaignRows,
    ...claimRows,
    ...decidedRows,
    row({
      act: 'progress', verb: '进展', code: 'LEAD_PROGRESS', article: '第九条', from: ['registered', 'verifying', 'forwarded', 'reported'], by: ['system'], input: progressInput,
      to: ({ doc, input }) => stateAfter(doc.data, doc.state, input),
      change: ({ doc, input }) => progressed(doc.data, doc.state, input),
      clocks: ({ doc, input }) => (doc.state !== 'registered' && stateAfter(doc.data, doc.state, input) === 'registered' ? { start: [{ rule: 'T01' }] } : {}),
      follow: ({ doc, input }) => [...(doc.state === 'registered' && ['cancelled', 'redirected'].includes(input.state) && doc.data.clerk ? [toPerson(doc.data.clerk, 'triage')] : []), ...(doc.state === 'closed' && input.part !== 'complaint' ? [toReporter('result')] : []), ...outOfMeeting(doc, input), ...news(doc, input), redraw()],
      note: ({ input, world }) => (input.organ ? shortName(world.directory, input.organ) : input.no),
    }),
    row({
      act: 'progress', verb: '进展', code: 'LEAD_PROGRESS', article: '第九条', from: ['closed'], to: '=', by: ['system'], input: progressInput,
      change: ({ doc, input }) => mirrored(doc.data, input),
      follow: ({ doc, input }) => [...news(doc, input), redraw()],
      note: ({ input, world }) => (input.organ ? shortName(world.directory, input.organ) : input.no),
    }),
    ...evidenceRows,
    settleRow,
    safetyRow,
    ...exchangeRows,
    ratingRow,
    row(takeOverRow<Matter>({ from: ['registered', 'forwarded', 'reported'], guard: fitClerk, change: ({ input }) => ({ clerk: input.to }), follow: ({ doc, input }) => [toPerson(input.to, doc.state === 'registered' ? 'triage' : 'progress')] })),
    row(alarmRow<Matter>({ code: 'LEAD_REMIND', article: '第九条', remind: (doc, fired, world) => ownReminders(doc.data, fired.stage, world) })),
    row(recountRow<Matter>({ code: 'LEAD_RECOUNT', article: '第九条' })),
  ],
};

function limitNote({ clocks }: Document<Matter>): string {
  const limit = latest(clocks, 'T01') ?? latest(clocks, 'T02');
  return limit ? `中心转办期限 ${dayText(limit.due.dueDate)}` : '非市本级，不计办理期限';
}

function asRead({ doc, input: { facts, ...reading }, world }: Situation<Matter, z.output<typeof readingInput>>): Partial<Matter> {
  return withReportedPeople(withRouting({ ...doc.data, ...facts, ...reading }, tableNow(world)), world.directory);
}

// Whoever is recused in a verification does not sit in the meeting on it either.
function outOfMeeting({ data }: Document<Matter>, told: Progress): EffectRequest[] {
  const meeting = running(data);
  return meeting && told.out.length ? [post('leave-out', { id: meeting.id })] : [];
}

// Whoever takes a matter over must be one who could have taken it at first: a clerk, or a keeper where few may know.
function fitClerk({ doc, input, world }: Situation<Matter, Passing>): Refusal | undefined {
  const fit = matterRoles(doc, input.to, world).some((role) => role === 'C_CLERK' || role === 'C_HEAD' || role === 'VAULT');
  return fit ? undefined : refuse('input', { fields: `${nameOf(world.directory, input.to)} 不是中心经办（需要保密的件为信息保管人），请另选一人` }, ['to']);
}

// 只告知中心状态: the clerk who sent it on sees how it stands, nothing of the contents.
function news({ data }: Document<Matter>, told: Progress): EffectRequest[] {
  return data.clerk && isNews(told) ? [toPerson(data.clerk, 'progress')] : [];
}
