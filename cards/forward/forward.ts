import { latest } from '../../src/domain/time/clocks.ts';
import { dateOf, endOfDay, fullDay, time, workingDaysOver } from '../../src/domain/time/deadlines.ts';
import type { Document } from '../../src/domain/document.ts';
import { mayAssert } from '../../src/domain/matter/routing/claim-rows.ts';
import { matterKinds, type Matter } from '../../src/domain/matter/matter.ts';
import { running as meetingOf } from '../../src/domain/matter/together/meeting-rows.ts';
import { forwardStates, isSettled, type Forward } from '../../src/domain/forward/forward.ts';
import { shortName } from '../../src/domain/people.ts';
import { askReporter, back, choicesOf, evidencePackage, howCounted, organOptions, sentenceFace, withLink } from '../kit/controls.ts';
import { act, may, opens, refusalLine, show, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { cut, doneLine, isOver, lastOf, shortLimit, spanOf, violationNames } from '../kit/branch-lines.ts';
import { box, button, card, facts, focus, form, help, input, line, panel, plain, select, submit, type Card, type Child, type Tap, type Tint } from '../kit/kit.ts';
import { ownBox } from '../matter/matter-parts.ts';
import { partiesPanel } from '../matter/party.ts';
import { unseen } from '../kit/unseen.ts';
import { verificationState } from '../referral/verification-state.ts';

type At = DrawInput<Forward>;

/** K03 举报件转办单: what, by when, what to do now; signed, returned, answered and withdrawn faces follow the state. */
export const forward: DocCard<Forward> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  if (at.face === 'return' && may(at, 'askReturn')) return asking(at);
  if (at.face === 'cancel' && may(at, 'cancel')) return withdrawing(at);
  return at.doc.state === 'sent' ? open(at) : handled(at);
};

function open(at: At): Card {
  const { doc, world } = at;
  const due = latest(doc.clocks, 'T03');
  const sign = latest(doc.clocks, 'T04');
  return card(
    { title: titleOf(at), subtitle: `${doc.data.docNo}　${dayOnly(doc.createdAt)}`, ...(lateMark(at) ?? { tint: 'blue', tag: '待签收' }), summary: `${doc.data.matterNo} 请签收，${endOfDay(due?.due.dueDate ?? '')}反馈` },
    [
      refusalLine(at), focus(`请于 ${fullDay(due?.due.dueDate ?? '')}前反馈办理结果`), plain(cut(requestOf(at), 120)),
      facts([['时限', due && spanOf(due, world)], ['现在要做', sign && (isOver(sign, world.now) ? `请签收，应于 ${time.dueText(sign.due)}` : `${time.dueText(sign.due)}前签收`)], ['举报人信息', '已按规定隐去']]),
      due && withLink(help('按工作日历计算，当日不计'), howCounted(at, 'T03')),
      ...panels(at),
      choicesOf([
        may(at, 'sign') && { text: '签收', tap: act(at, 'sign', { card: 'forward' }) },
        may(at, 'askReturn') && { text: '申请退回', tap: show(at, 'forward', 'return') },
        may(at, 'sign') && hasFiles(at) && { text: '查看附件', tap: files(at) },
      ], [hasFiles(at) && !may(at, 'sign') && { text: '查看附件', tap: files(at) }, hasFiles(at) && evidencePackage(at.doc), may(at, 'cancel') && { text: '撤回转办', tap: show(at, 'forward', 'cancel') }]),
    ],
  );
}

const doneBy: Readonly<Record<string, readonly string[]>> = {
  unnamed: [], accepted: ['sign', 'denyReturn', 'agreeExtension', 'denyExtension', 'denySuspension', 'resume', 'sendBack'], returnAsked: ['askReturn'], extendAsked: ['askExtension'], suspendAsked: ['askSuspension'], suspended: ['agreeSuspension'],
  feedbackIn: ['feedback'], closed: ['pass'], returned: ['agreeReturn', 'settle'], cancelled: ['cancel'],
};
const tints: Readonly<Record<string, Tint>> = { unnamed: 'orange', accepted: 'green', closed: 'green', returned: 'grey', cancelled: 'grey', suspended: 'grey' };

function handled(at: At): Card {
  const { doc } = at;
  const due = latest(doc.clocks, 'T03');
  const state = forwardStates[doc.state as keyof typeof forwardStates] ?? doc.state;
  const running = doc.state === 'accepted';
  const note = doc.data.checkNote;
  return card(
    { title: titleOf(at), subtitle: subtitleOf(at), ...(lateMark(at) ?? { tint: tints[doc.state] ?? 'blue', tag: running ? '已签收' : state }), summary: `${doc.data.matterNo} ${running ? '已签收' : state}` },
    [
      refusalLine(at), focus(doneLine(doc, ...(doneBy[doc.state] ?? ['open'])) || state),
      note && ['accepted', 'cancelled'].includes(doc.state) && plain(`中心意见：${cut(note, 120)}`),
      facts([['接下来', nextStep(at)], ['反馈时限', running && due && shortLimit(due)], ['举报人信息', '已按规定隐去']]),
      ...panels(at),
      choicesOf([
        running && may(at, 'feedback') && { text: '去反馈', tap: { do: 'show', kind: doc.kind, id: doc.id, card: 'feedback', face: '' } },
        running && extensible(at) && { text: '申请延期', tap: { do: 'show', kind: doc.kind, id: doc.id, card: 'due-soon', face: 'extend' } },
        running && may(at, 'askReturn') && { text: '申请退回', tap: show(at, 'forward', 'return') },
        may(at, 'resume') && { text: '恢复办理', tap: act(at, 'resume', { card: 'forward' }) },
      ], [...meetingWays(at), may(at, 'feedback') && askReporter(at.doc), running && may(at, 'askSuspension') && { text: '申请中止', tap: { do: 'show', kind: doc.kind, id: doc.id, card: 'suspension', face: 'ask' } }, hasFiles(at) && { text: '查看附件', tap: files(at) }, hasFiles(at) && evidencePackage(at.doc), may(at, 'cancel') && { text: '撤回转办', tap: show(at, 'forward', 'cancel') }]),
    ],
  );
}

// A meeting is asked for, and competence claimed, on the matter itself.
function meetingWays(at: At): ({ text: string; tap: Tap } | false)[] {
  const matter = at.related?.find((doc): doc is Document<Matter> => doc.kind === 'matter');
  const organ = at.world.directory.people.get(at.viewer.id)?.organ ?? '';
  if (!matter || organ !== at.doc.data.organ) return [];
  const on = { ...at, doc: matter };
  return [
    may(on, 'askMeeting') && !meetingOf(matter.data) && { text: '提请会商', tap: opens(matter, 'ask-meeting') },
    may(on, 'assert') && mayAssert(matter, organ) && { text: '主张由本单位办理', tap: opens(matter, 'ask-meeting', 'claim') },
  ];
}

function lateMark({ doc, world }: At): { tint: Tint; tag: string } | undefined {
  const due = latest(doc.clocks, 'T03');
  if (!due || !isOver(due, world.now) || !['sent', 'accepted', 'extendAsked'].includes(doc.state)) return undefined;
  const days = Math.max(workingDaysOver(world.now, due.due.dueDate, world.calendar), 1);
  return { tint: days >= 3 ? 'red' : 'orange', tag: `过期 ${days} 日` };
}

function nextStep({ doc, world }: At): string {
  const { referral, ask } = doc.data;
  switch (doc.state) {
    case 'accepted':
      if (referral.id && isSettled(doc.data)) return '请反馈办理结果';
      if (!referral.id || referral.state === 'v.none') return '请分管负责人指派 2 名以上核实人员';
      return `${verificationState(doc.data) || '核实中'}，办结后反馈`;
    case 'unnamed':
      return `${shortName(world.directory, doc.data.organ)}没有联络员，指定后自动送达`;
    case 'returnAsked':
      return `等待中心审核，建议改派 ${shortName(world.directory, ask.suggest)}`;
    case 'extendAsked':
      return `等待中心审核，申请延至 ${time.dayText(ask.dueDate)}`;
    case 'suspendAsked':
    case 'feedbackIn':
      return '等待中心审核';
    case 'suspended':
      return '情形消失后恢复办理，期限接着计算';
    case 'returned':
      return `${lastOf(doc, 'settle')?.note ?? `由 ${shortName(world.directory, ask.suggest)} 办理`}${stillSending(doc.data)}`;
    case 'cancelled':
      return `本单位不再办理本件${stillSending(doc.data)}`;
    default:
      return '本件已办结';
  }
}

// What the head has approved is the department's own to deliver, whoever has the matter now.
function stillSending({ transfers }: Forward): string {
  return transfers.some(({ ended }) => !ended) ? '；已批准的移送仍由本单位办结' : '';
}

function asking(at: At): Card {
  const { doc, world } = at;
  return card(
    { title: titleOf(at), subtitle: subtitleOf(at), tint: 'orange', tag: '填写理由', summary: `${doc.data.matterNo} 申请退回` },
    [
      refusalLine(at), focus('申请退回：不属本单位办理'),
      form('return', [
        select('suggest', '建议承办 *', { options: organOptions(world.directory, [doc.data.organ, ...doc.data.brief.reported]), value: typedText(at, 'suggest', '') }),
        input('reason', '退回理由 *', { value: typedText(at, 'reason', ''), rows: 3, placeholder: '不少于 4 个字' }),
        help('中心审核前，原时限继续计算'),
        submit('send', '申请退回', { tap: act(at, 'askReturn', { card: 'forward' }), look: 'primary_filled', wide: true }),
      ]),
      back(at, 'forward'),
    ],
  );
}

function withdrawing(at: At): Card {
  return card(
    { title: titleOf(at), subtitle: subtitleOf(at), tint: 'orange', tag: '填写理由', summary: `${at.doc.data.matterNo} 撤回转办` },
    sentenceFace(at, {
      card: 'forward', focus: `撤回转给${shortName(at.world.directory, at.doc.data.organ)}的转办单`, label: '撤回理由 *', note: '撤回后该单位不再办理，时限停止计算', verb: '撤回转办', tap: act(at, 'cancel', { card: 'forward' }), danger: true,
    }),
  );
}

function panels(at: At): Child[] {
  const { doc, world } = at;
  const { brief } = doc.data;
  const due = latest(doc.clocks, 'T03')?.due.dueDate ?? '';
  const open = ['sent', 'accepted', 'extendAsked', 'returnAsked'].includes(doc.state);
  return [
    ownBox(brief, world.settings),
    partiesPanel(brief.parties),
    panel(doc.state === 'sent' ? '办理要求' : '转办内容和办理要求', [
      doc.state !== 'sent' && plain(cut(requestOf(at), 300), 6), plain(`办理要求：${cut(doc.data.requirement || '核实并书面反馈', 300)}`, 8), line('依据　本办法第九条'),
    ]),
    hasFiles(at) && panel(`附件 ${brief.files.length} 份（已校验）`, [
      ...brief.files.slice(0, 8).map((file) => plain(`${cut(file.name, 40)}　校验值 ${file.sha256.slice(0, 8)}`, 1)),
      brief.files.length > 8 && help(`还有 ${brief.files.length - 8} 份`), button('查看附件', files(at), { look: 'text' }),
    ]),
    open && panel('如果没有人办理，会怎样', [box(
      doc.state === 'sent' && '未签收的，到期后同时告知分管负责人。',
      `${time.dayText(due)}后仍未反馈的，先提醒联络员和分管负责人，第 3 个工作日报主要负责人。`,
      `第 5 个工作日由中心发督办函。${isOver(latest(doc.clocks, 'T03'), world.now) ? '现在仍可反馈或说明原因。' : ''}`,
    )]),
  ];
}

function titleOf({ doc }: At): string {
  if (doc.data.paper === 'found-report') return '违法行为书面报告';
  const kind = matterKinds[doc.data.brief.kind || 'lead'];
  return `${kind}件转办单`;
}

function subtitleOf({ doc }: At): string {
  return [doc.data.docNo, doc.data.matterNo].filter(Boolean).join('　');
}

function requestOf({ doc, world }: At): string {
  const { brief, organ } = doc.data;
  const what = violationNames(brief.violations);
  // Under the name that the organ had when it was sent.
  return `${shortName(world.directory, organ, dateOf(new Date(doc.createdAt)))}：现将${sourceOf(brief)}「${brief.title}${what ? `　涉嫌${what}` : ''}」转你单位依法处理。`;
}

function sourceOf({ kind, mandate }: Forward['brief']): string {
  if (kind === 'warning') return '系统提示（不作认定）的';
  return kind === 'assigned' && mandate.organ ? `${cut(mandate.organ, 20)}交办的` : '反映的';
}

function hasFiles({ doc }: At): boolean {
  return doc.data.brief.files.length > 0;
}

function files({ doc }: At): Tap {
  return { do: 'ask', what: 'files', arg: `${doc.kind}|${doc.id}` };
}

function dayOnly(at: string): string {
  return time.dayText(dateOf(new Date(at)));
}

/** Whether a longer limit may still be asked for: once, before the limit has passed, by those entitled. */
export function extensible(at: At): boolean {
  return may(at, 'askExtension') && at.doc.data.extensions < 1 && !isOver(latest(at.doc.clocks, 'T03'), at.world.now);
}
