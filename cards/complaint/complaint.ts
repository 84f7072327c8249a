import { complaintStates, isPaused, live, regimes, results, type Complaint } from '../../src/domain/complaint/complaint.ts';
import { isUncorrected } from '../../src/domain/complaint/guards.ts';
import { nextLimit } from '../../src/domain/complaint/limits.ts';
import { center, shortName } from '../../src/domain/people.ts';
import { dayText, endOfDay, time, workingDaysOver } from '../../src/domain/time/deadlines.ts';
import { cut, doneLine, isOver, shortLimit, spanOf } from '../kit/branch-lines.ts';
import { choicesOf, evidencePackage, howCounted, withLink } from '../kit/controls.ts';
import { act, may, refusalLine, show, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, help, plain, type Card, type Child, type Tap, type Tint } from '../kit/kit.ts';
import { unseen } from '../kit/unseen.ts';
import { recusalFields } from '../recusal/recusal.ts';
import { faceOf } from './complaint-faces.ts';
import { panels } from './complaint-panels.ts';
import { lodgingText } from './lodging-words.ts';

type At = DrawInput<Complaint>;
const name = 'complaint';

/** 投诉 for the department that has it: what is due next, what may be done now. The Center sees how it stands and may only 督办 (AC-1.1). */
export const complaint: DocCard<Complaint> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  if (may(at, 'declare') && at.face === 'recuse') return card(asked(at, '填写原因'), recusalFields(at, name));
  if (may(at, 'declare') && !at.doc.data.declared.includes(at.viewer.id)) return asking(at);
  return faceOf(at) ?? (isCenter(at) ? note(at) : standing(at));
};

function isCenter({ viewer, world }: At): boolean {
  return world.directory.people.get(viewer.id)?.organ === center;
}

// Whoever handles it says first whether a relation keeps him from it (K22), before he reads the complaint.
function asking(at: At): Card {
  const { doc } = at;
  return card(asked(at, '待说明'), [
    refusalLine(at), focus('您与本案各方有无关系？'), plain(`涉及：${cut(doc.data.brief.named.join('、') || '以投诉书为准', 120)}`), plain(`项目：${cut(doc.data.brief.title, 60)}`, 1),
    facts([['接下来', mostUrgent(at)], ['期限', limitRow(at)]]), help('原因只有您和主要负责人可见'),
    choicesOf([{ text: '无', tap: act(at, 'declare', { card: name, input: { tied: 'none' } }) }, { text: '有，申请回避', tap: show(at, name, 'recuse') }]),
  ]);
}

function asked(at: At, tag: string): { title: string; tint: Tint; tag: string; summary: string } {
  return { ...headOf(at, tag), tint: 'yellow', summary: `${at.doc.data.matterNo} 请作回避声明` };
}

function standing(at: At): Card {
  const { doc } = at;
  const { data } = doc;
  return card({ ...headOf(at), subtitle: `${regimes[data.regime]}　${dayText(data.receivedAt)}收到` }, [
    refusalLine(at),
    focus(mostUrgent(at)),
    plain(`原文：${cut(data.words || data.brief.title, 120)}`),
    facts([['项目', cut(data.brief.title, 30)], ['投诉期限', doc.state === 'received' && lodgingText({ words: data.words, category: data.brief.category }, new Date(data.lodgedAt || data.receivedAt), at.world.calendar)], ['办理', doc.state !== 'received' && doneLine(doc, ...steps)], ['期限', limitRow(at)], ['项目活动', isPaused(data) && `暂停到 ${dayText(data.pause.until)}`]]),
    limitLink(at),
    ...panels(at),
    choices(at),
  ]);
}

// The Center coordinates: it reads how the complaint stands, nothing of what is complained of.
function note(at: At): Card {
  const { doc, world } = at;
  return card({ ...headOf(at), subtitle: regimes[doc.data.regime] }, [
    refusalLine(at),
    focus(isOpen(doc.state) ? mostUrgent(at) : `${complaintStates[doc.state as keyof typeof complaintStates]}：${shortName(world.directory, doc.data.organ)}`),
    facts([['由谁办', shortName(world.directory, doc.data.organ)], ['期限', limitRow(at)], ['项目活动', isPaused(doc.data) && `暂停到 ${dayText(doc.data.pause.until)}`], ['另一部门', doc.data.redirect.organ && `${shortName(world.directory, doc.data.redirect.organ)}（该部门告知）`]]),
    limitLink(at),
    help('投诉由有权部门受理和决定，中心只转办、会商、督办'),
    choicesOf([isOpen(doc.state) && may(at, 'urge') && { text: '督办', tap: show(at, name, 'urge') }]),
  ]);
}

const steps: readonly string[] = ['open', 'fix', 'fixed', 'lapse', 'accept', 'reject', 'redirect', 'suspend', 'resume', 'withdraw', 'permit', 'deny', 'decide', 'giveWay'];

/** Whether anything is still to be done at this department. */
export function isOpen(state: string): boolean {
  return live.includes(state);
}

const tints: Readonly<Record<string, Tint>> = { received: 'blue', correcting: 'yellow', accepted: 'blue', suspended: 'grey', withdrawing: 'orange', decided: 'green' };
const tags: Readonly<Record<string, string>> = { received: '待受理', correcting: '补正中', accepted: '已受理', suspended: '鉴定中止', withdrawing: '待准撤回', rejected: '不予受理', redirected: '已告知', withdrawn: '已撤回', decided: '已决定', merged: '已并入' };

/** Header of every card of a complaint: its number, how it stands, and that a limit has passed where one has. */
export function headOf(at: At, tag?: string): { title: string; tint: Tint; tag: string; summary: string } {
  const { doc, world } = at;
  const limit = nextLimit(doc);
  const late = limit && isOver(limit, world.now) && isOpen(doc.state);
  const days = limit ? Math.max(workingDaysOver(world.now, limit.due.dueDate, world.calendar), 1) : 0;
  const own = tag ?? tags[doc.state] ?? '';
  return {
    title: `投诉　${doc.data.matterNo}`,
    ...(late && !tag ? { tint: days >= 3 ? 'red' as const : 'orange' as const, tag: `过期 ${days} 日` } : { tint: tints[doc.state] ?? 'grey', tag: own }),
    summary: `${doc.data.matterNo} ${own}${limit && !late && limit.pausedFrom === undefined ? `，${endOfDay(limit.due.dueDate)}` : ''}`,
  };
}

function mostUrgent(at: At): string {
  const { doc, world } = at;
  const { data } = doc;
  const limit = nextLimit(doc);
  const day = limit && time.dueText(limit.due);
  const late = limit && isOver(limit, world.now);
  switch (doc.state) {
    case 'received':
      return late ? `应于 ${day}决定是否受理，现在仍可办理` : `请于 ${day}前决定是否受理`;
    case 'correcting':
      return `等待投诉人补正，${dayText(data.fix.dueDate)}届满`;
    case 'accepted':
      if (limit?.rule === 'T27') return late ? `应于 ${day}发出答复通知书，现在仍可登记` : `请于 ${day}前发出投诉答复通知书`;
      return late ? `应于 ${day}作出处理决定，现在仍可作出` : `请于 ${day}前作出处理决定`;
    case 'suspended':
      return '鉴定期间不计入期限，结束后请恢复办理';
    case 'withdrawing':
      return '请决定是否准予撤回';
    case 'decided':
      return data.decision.result ? `已作出处理决定：${results[data.decision.result]}` : '已作出处理决定';
    case 'redirected':
      return `已告知向 ${shortName(world.directory, data.redirect.organ)} 投诉`;
    case 'merged':
      return `由先收到的 ${shortName(world.directory, data.first?.organ ?? '')} 处理`;
    default:
      return complaintStates[doc.state as keyof typeof complaintStates] ?? doc.state;
  }
}

function limitRow({ doc, world }: At): string | undefined {
  const limit = nextLimit(doc);
  if (!limit || !isOpen(doc.state)) return undefined;
  return limit.pausedFrom ? `${spanOf(limit, world)}，自 ${dayText(limit.pausedFrom)}起不计` : shortLimit(limit);
}

function limitLink(at: At): Child {
  const limit = nextLimit(at.doc);
  return limit && isOpen(at.doc.state) && withLink(help('期限自本部门收到或受理起算，当日不计'), howCounted(at, limit.rule));
}

function choices(at: At): Child {
  const { doc } = at;
  const ties = [may(at, 'declare') && { text: '申请回避', tap: show(at, name, 'recuse') }, may(at, 'raise') && { text: '提出回避', tap: show(at, 'recusal', 'raise') }];
  const face = (text: string, which: string, named: string): false | { text: string; tap: Tap } => may(at, named) && { text, tap: show(at, name, which) };
  const direct = (text: string, named: string, confirm: { title: string; text: string }) => may(at, named) && { text, tap: act(at, named, { card: name, input: {} }), confirm };
  const files = doc.data.brief.files.length > 0 && evidencePackage(doc);
  const withdrawn = face('登记撤回', 'withdraw', 'withdraw');
  switch (doc.state) {
    case 'received':
      return choicesOf([face('受理', 'accept', 'accept'), face('不予受理', 'reject', 'reject'), doc.data.regime === 'procurement' && !doc.data.fix.askedAt && face('要求补正', 'fix', 'fix')], [face('告知向他部门投诉', 'redirect', 'redirect'), withdrawn, files, ...ties]);
    case 'correcting':
      return choicesOf([
        direct('已补正', 'fixed', { title: '登记已补正？', text: '处理期限从今天起继续计算。' }),
        isUncorrected(at) === undefined && direct('期满未补正', 'lapse', { title: '按期满未补正不予受理？', text: '将出具不予受理决定书。' }),
      ], [withdrawn, files, ...ties]);
    case 'accepted':
      return choicesOf([
        face('作出决定', 'decide', 'decide'),
        doc.data.regime === 'procurement' && !doc.data.servedAt && direct('已发答复通知书', 'serve', { title: '登记已发出答复通知书？', text: '发送时间以现在为准，登记后不能改。' }),
        pauseChoice(at),
      ], [face('鉴定中止', 'suspend', 'suspend'), withdrawn, files, ...ties]);
    case 'suspended':
      return choicesOf([direct('恢复办理', 'resume', { title: '恢复办理？', text: '期限从今天的次日起接着计算。' }), pauseChoice(at)], [withdrawn, files, ...ties]);
    case 'withdrawing':
      return choicesOf([direct('准予撤回', 'permit', { title: '准予撤回？', text: '处理终止；不得以同一事实和理由再次投诉。' }), face('不准撤回', 'deny', 'deny')], [files, ...ties]);
    default:
      return choicesOf([], [files]);
  }
}

function pauseChoice(at: At): false | { text: string; tap: Tap; confirm?: { title: string; text: string } } {
  if (!isPaused(at.doc.data)) return may(at, 'pause') && { text: '暂停项目', tap: show(at, name, 'pause') };
  return may(at, 'unpause') && { text: '恢复项目', tap: act(at, 'unpause', { card: name, input: {} }), confirm: { title: '恢复项目活动？', text: '书面通知招标人（采购人）后登记。' } };
}
