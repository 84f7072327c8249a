import { minute } from '../../src/domain/time/deadlines.ts';
import { withAnswers } from '../../src/domain/meeting/calling/finding-time.ts';
import { isShut } from '../../src/domain/meeting/guests.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { cut } from '../kit/branch-lines.ts';
import { peopleOf } from '../kit/controls.ts';
import { act, may, refusalLine, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { button, card, focus, form, help, line, people, submit, tick, type Card } from '../kit/kit.ts';
import { organOf } from './meeting-lines.ts';
import { unseen } from '../kit/unseen.ts';

type At = DrawInput<Meeting>;

/** K41 会商时间征询: up to three times, ticked beforehand where the calendar is free; the organ's answer may be changed until the end. */
export const poll: DocCard<Meeting> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  const { doc, world } = at;
  if (doc.state === 'c.declined') return over(at, '会商未发起');
  if (doc.state === 'c.proposed' && !doc.data.poll) return over(at, '已提请会商，由中心决定');
  if (doc.state !== 'c.proposed' || !doc.data.poll) return over(at, `已定：${minute(doc.data.start)}`);
  return world.now.toISOString() > doc.data.poll.until ? over(at, '征询已截止，请等候通知') : open(at);
};

function open(at: At): Card {
  const { doc } = at;
  const { poll: asked, times, guests } = doc.data;
  const answers = asked?.answers ?? [];
  const own = answers.find((answer) => answer.organ === organOf(at));
  const counted = withAnswers(times, answers).toSorted((a, b) => (a.start < b.start ? -1 : 1));
  const ticked = (start: string): boolean => (own ? own.starts.includes(start) : (times.find((slot) => slot.start === start)?.free.includes(organOf(at)) ?? false));
  const answer = own ? (own.starts.length ? `${own.by} 已提交，可在截止前修改` : `${own.by} 已提交：都不行`) : '请勾选可以参加的时间';
  return card({ title: `会商时间征询　${doc.no}`, subtitle: asked?.round === 2 ? '第二次征询' : '', tint: own ? 'green' : 'purple', tag: `${answers.length}/${guests.length} 已答`, summary: `${doc.no} 会商时间征询` }, [
    refusalLine(at), focus(answer), line(`议题：${cut(doc.data.topic, 60)}`),
    ...(may(at, 'times') ? [
      form('times', [
        ...counted.map((slot) => tick(`at_${Date.parse(slot.start).toString(36)}`, `${minute(slot.start)}　可到 ${slot.free.length}/${guests.length}`, ticked(slot.start))),
        people('person', '由谁参加', { ids: peopleOf(at.world.directory, [organOf(at)]).filter((id) => !isShut(doc.data, id, at.world.directory)), single: true, values: [typedText(at, 'person', guests.find((guest) => guest.organ === organOf(at))?.person ?? '')].filter(Boolean) }),
        submit('send', own ? '修改' : '提交', { tap: act(at, 'times', { card: 'poll' }), look: 'primary_filled', wide: true }),
      ]),
      button('都不行', act(at, 'times', { card: 'poll', input: { starts: [] } })),
    ] : counted.map((slot) => line(`${minute(slot.start)}　可到 ${slot.free.length}/${guests.length}`))),
    help(`${minute(asked?.until ?? '')} 截止；未答的按参会人日历忙闲计算`),
  ]);
}

function over({ doc }: At, words: string): Card {
  return card({ title: `会商时间征询　${doc.no}`, tint: 'grey', tag: '已结束', summary: `${doc.no} 会商时间征询` }, [focus(words)]);
}
