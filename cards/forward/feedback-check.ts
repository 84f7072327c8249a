import { latest } from '../../src/domain/time/clocks.ts';
import { time } from '../../src/domain/time/deadlines.ts';
import { conclusions, forwardStates, tellings, type Forward } from '../../src/domain/forward/forward.ts';
import { shortName } from '../../src/domain/people.ts';
import { cut, doneLine } from '../kit/branch-lines.ts';
import { choicesOf, paperLink, sentenceFace } from '../kit/controls.ts';
import { act, may, refusalLine, show, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, help, panel, plain, type Card } from '../kit/kit.ts';
import { unseen } from '../kit/unseen.ts';

type At = DrawInput<Forward>;

/** 审核反馈, for the Center: whether the feedback is whole, not whether it is right. */
export const feedbackCheck: DocCard<Forward> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  if (at.doc.state !== 'feedbackIn') return answered(at);
  return at.face === 'back' && may(at, 'sendBack') ? sendingBack(at) : open(at);
};

function head({ doc }: At): { title: string; summary: string } {
  return { title: `审核反馈：${doc.data.matterNo}`, summary: `${doc.data.matterNo} 审核反馈` };
}

function open(at: At): Card {
  const { doc, world } = at;
  const { feedback } = doc.data;
  return card({ ...head(at), subtitle: `${shortName(world.directory, doc.data.organ)} 反馈`, tint: 'blue', tag: '待审核' }, [
    refusalLine(at), focus(`结论：${feedback.conclusion ? conclusions[feedback.conclusion] : '未填写'}`), plain(cut(feedback.facts, 200)),
    facts([
      ['依据', cut(feedback.basis, 60)], ['处罚文号', cut(feedback.decisionNo, 60)], ['告知举报人', feedback.tell && tellings[feedback.tell]], ['反馈', doneLine(doc, 'feedback')],
    ]),
    panel('事实全文', [plain(cut(feedback.facts, 1500), 60), paperLink(at.doc, 'feedback-form')]),
    help('只核对是否齐全，实体结论由承办部门负责'),
    choicesOf([
      may(at, 'pass') && { text: '通过', tap: act(at, 'pass', { card: 'feedback-check' }) },
      may(at, 'sendBack') && { text: '退回补充', tap: show(at, 'feedback-check', 'back') },
    ]),
  ]);
}

function sendingBack(at: At): Card {
  return card({ ...head(at), tint: 'orange', tag: '填写理由' }, sentenceFace(at, {
    card: 'feedback-check', focus: '退回补充反馈', label: '要补充什么 *', note: '部门另有 5 个工作日补充（中心设定），已填内容保留', verb: '退回补充', tap: act(at, 'sendBack', { card: 'feedback-check' }),
  }));
}

function answered(at: At): Card {
  const { doc, world } = at;
  const due = latest(doc.clocks, 'T03');
  const closed = doc.state === 'closed';
  return card({ ...head(at), tint: 'green', tag: closed ? '已通过' : '已处理' }, [
    focus(doneLine(doc, 'pass', 'sendBack') || '反馈已处理'),
    facts([['接下来', closed ? '本单位办理完毕' : `${shortName(world.directory, doc.data.organ)} ${time.dayText(due?.due.dueDate ?? '')}前补充`], ['状态', forwardStates[doc.state as keyof typeof forwardStates]]]),
  ]);
}
