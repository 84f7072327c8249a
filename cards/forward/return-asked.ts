import { latest } from '../../src/domain/time/clocks.ts';
import { workingDaysBetween } from '../../src/domain/time/calendar.ts';
import { dateOf } from '../../src/domain/time/deadlines.ts';
import { forwardStates, type Forward } from '../../src/domain/forward/forward.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { running } from '../../src/domain/matter/together/meeting-rows.ts';
import { shortName } from '../../src/domain/people.ts';
import { cut, doneLine, lastOf, shortLimit } from '../kit/branch-lines.ts';
import { choicesOf, sentenceFace } from '../kit/controls.ts';
import { act, may, refusalLine, show, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, help, plain, type Card, type Tap } from '../kit/kit.ts';
import { nothing, unseen } from '../kit/unseen.ts';

type At = DrawInput<Forward>;

/** K08 申请退回, for the Center: agree (not a second time), refuse with one sentence, or bring it before a meeting. */
export const returnAsked: DocCard<Forward> = (asked) => {
  const at = ownPart(asked);
  if (!at) return nothing();
  const closed = unseen(at);
  if (closed) return closed;
  if (at.doc.state !== 'returnAsked') return answered(at);
  return at.face === 'deny' && may(at, 'denyReturn') ? denying(at) : open(at);
};

function titleOf({ doc, world }: At): string {
  return `${shortName(world.directory, doc.data.organ)} 申请退回 ${doc.data.matterNo}`;
}

function open(at: At): Card {
  const { doc, world } = at;
  const due = latest(doc.clocks, 'T03');
  const second = doc.data.returns >= 1;
  const agree = may(at, 'agreeReturn');
  const meets = isBeforeMeeting(at);
  return card(
    { title: titleOf(at), subtitle: afterSigning(at), tint: 'orange', tag: '待审', summary: `${doc.data.matterNo} 申请退回，待审` },
    [
      refusalLine(at), focus(`建议改派：${shortName(world.directory, doc.data.ask.suggest)}`), plain(`理由：${cut(doc.data.ask.reason, 200)}`),
      facts([['原期限', due && shortLimit(due)], ['退回次数', `本次为第 ${doc.data.returns + 1} 次退回`]]),
      help(meets ? `${second ? '已两次退回，' : ''}已提交会商，召开后按会商结果办理` : second ? '已两次退回，须会商确定' : '同意后改派并重设时限；不同意原时限继续计算'),
      choicesOf([
        agree && !second && { text: '同意并改派', tap: act(at, 'agreeReturn', { card: 'return-asked' }) },
        agree && second && !meets && { text: '提交会商', tap: convene(at) },
        may(at, 'denyReturn') && { text: '不同意', tap: show(at, 'return-asked', 'deny') },
        agree && !second && !meets && { text: '提交会商', tap: convene(at) },
      ]),
    ],
  );
}

// 提交会商 is an act of the matter, whose answer is drawn on this same card.
function ownPart(at: At): At | undefined {
  if (at.doc.kind === 'forward') return at;
  const doc = at.related?.find((other): other is Document<Forward> => other.kind === 'forward' && other.state === 'returnAsked');
  return doc && { ...at, doc };
}

// The second return proposes a meeting by itself, at the same moment as this card goes out; only where that one was not held is there something left to propose.
function isBeforeMeeting({ doc, related }: At): boolean {
  const matter = related?.find((other): other is Document<Matter> => other.kind === 'matter');
  if (!matter) return false;
  return running(matter.data) !== undefined || (doc.data.returns >= 1 && matter.data.meetings.length === 0);
}

function convene({ doc }: At): Tap {
  return { do: 'act', kind: 'matter', id: doc.matter, act: 'convene', card: 'return-asked', input: { organs: [doc.data.organ, doc.data.ask.suggest] } };
}

function denying(at: At): Card {
  return card(
    { title: titleOf(at), tint: 'orange', tag: '填写理由', summary: `${at.doc.data.matterNo} 申请退回，待审` },
    sentenceFace(at, { card: 'return-asked', focus: '不同意退回', label: '理由 *', note: '原时限继续计算', verb: '不同意', tap: act(at, 'denyReturn', { card: 'return-asked' }) }),
  );
}

function answered(at: At): Card {
  const { doc, world } = at;
  const line = doneLine(doc, 'agreeReturn', 'denyReturn') || '退回申请已处理';
  const agreed = doc.state === 'returned';
  return card(
    { title: titleOf(at), tint: 'green', tag: agreed ? '已改派' : '已处理', summary: `${doc.data.matterNo} 退回申请已处理` },
    [focus(line), facts([['接下来', agreed ? `${shortName(world.directory, doc.data.ask.suggest)} 签收并重设时限` : `${shortName(world.directory, doc.data.organ)} 继续办理`], ['状态', forwardStates[doc.state as keyof typeof forwardStates]]])],
  );
}

function afterSigning({ doc, world }: At): string {
  const asked = lastOf(doc, 'askReturn');
  if (!doc.data.signedAt || !asked) return '尚未签收';
  const days = workingDaysBetween(dateOf(new Date(doc.data.signedAt)), dateOf(new Date(asked.at)), world.calendar);
  return days ? `签收后第 ${days} 个工作日` : '签收当日';
}
