import { minute } from '../../src/domain/time/deadlines.ts';
import { clock, dateOf } from '../../src/domain/time/time.ts';
import { keepsNotice, withAnswers, type Slot } from '../../src/domain/meeting/calling/finding-time.ts';
import { meetingStates, reasons, type Meeting } from '../../src/domain/meeting/meeting.ts';
import { center, nameOf, shortName } from '../../src/domain/people.ts';
import { cut } from '../kit/branch-lines.ts';
import { back, choicesOf, organOptions, sentenceFace, withLink } from '../kit/controls.ts';
import { act, may, refusalLine, show, typedList, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { button, card, facts, focus, form, help, input, line, moment, multiSelect, panel, plain, select, submit, type Card, type Child } from '../kit/kit.ts';
import { organOf } from './meeting-lines.ts';
import { poll } from './poll.ts';
import { unseen } from '../kit/unseen.ts';

type At = DrawInput<Meeting>;
const name = 'proposal';

/** 拟会商: why, which matters, who, and when most can come; called by one tap of the Center, put to the organs first, changed, or not held. */
export const proposal: DocCard<Meeting> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  // Who was left out is for the Center alone (E-502); to others it is a poll, or nothing yet.
  if (organOf(at) !== center) return poll(at);
  if (at.doc.state !== 'c.proposed') return settled(at);
  if (at.face === 'adjust' && may(at, 'adjust')) return adjusting(at);
  return at.face === 'decline' && may(at, 'decline') ? declining(at) : open(at);
};

/** The times as they stand: with the answers to the poll, the best first. */
function timesOf({ doc: { data } }: At): readonly Slot[] {
  return data.poll ? withAnswers(data.times, data.poll.answers) : data.times;
}

function chosen(at: At): Slot {
  const { data } = at.doc;
  const times = timesOf(at);
  return data.fixed ? (times.find((slot) => slot.start === data.start) ?? { start: data.start, free: [] }) : (times[0] ?? { start: data.start, free: [] });
}

function comers(slot: Slot, { doc }: At): string {
  return slot.free.length ? `可到 ${slot.free.length}/${doc.data.guests.length} 家` : '';
}

/** Why a meeting is proposed, in one sentence. */
function whyOf({ doc: { data }, world }: At): string {
  const asker = data.askedBy ? `${shortName(world.directory, world.directory.people.get(data.askedBy)?.organ ?? '')} ${nameOf(world.directory, data.askedBy)} 提请` : '';
  return asker || `${reasons[data.why]}（${data.matterNos.join('、')}），建议会商`;
}

function open(at: At): Card {
  const { doc, world } = at;
  const { data } = doc;
  const best = chosen(at);
  const answered = data.poll ? `${data.poll.answers.length}/${data.guests.length} 已答` : '待发起';
  const short = !keepsNotice(best.start, world);
  return card({ title: `拟会商　${doc.no}`, subtitle: data.matterNos.join('、'), tint: 'purple', tag: answered, summary: `${doc.no} 拟会商，待发起` }, [
    refusalLine(at), focus([minute(best.start), comers(best, at)].filter(Boolean).join('　')), line(whyOf(at)), data.whyNote !== '' && plain(cut(data.whyNote, 120), 2),
    facts([['地点', data.place], ['单位', data.guests.map((guest) => shortName(world.directory, guest.organ)).join('、')], ['征询', data.poll !== null && `${minute(data.poll.until)} 截止`]]),
    data.leftOut.length > 0 && help(`需回避人员已自动移除：${data.leftOut.join('、')}`),
    short && help(data.urgentReason ? `紧急会商：${cut(data.urgentReason, 60)}` : `按规定应提前 ${world.settings.noticeDays} 个工作日通知，请点「修改」`),
    ...others(at, best), ...related(at),
    choicesOf([
      may(at, 'call') && { text: '发起', tap: act(at, 'call', { card: 'secretary', input: { start: best.start } }), confirm: { title: '发起会商？', text: `${minute(best.start)}，通知 ${data.guests.length} 家单位，建群并发日程。` } },
      !data.poll && data.times.length > 0 && may(at, 'poll') && { text: '征询时间', tap: act(at, 'poll', { card: name }) },
      may(at, 'decline') && { text: '先不开', tap: data.askedBy ? show(at, name, 'decline') : act(at, 'decline', { card: name }) },
    ], [may(at, 'adjust') && { text: '修改', tap: show(at, name, 'adjust') }]),
  ]);
}

function others(at: At, best: Slot): Child[] {
  const rest = timesOf(at).filter((slot) => slot.start !== best.start).slice(0, 2);
  return rest.map((slot) => withLink(line(`${minute(slot.start)}　${comers(slot, at)}`), may(at, 'call') && button('改定这个', act(at, 'call', { card: 'secretary', input: { start: slot.start } }), { look: 'text', confirm: { title: '发起会商？', text: `${minute(slot.start)}，通知 ${at.doc.data.guests.length} 家单位，建群并发日程。` } })));
}

function related(at: At): Child[] {
  const list = at.doc.data.related.slice(0, 3);
  if (!list.length) return [];
  return [panel(`可一并会商 ${list.length} 件`, list.map((one) => withLink(plain(`${cut(one.no, 20)}　${cut(one.why, 12)}`, 1), may(at, 'takeIn') && button('并入', act(at, 'takeIn', { card: name, input: { id: one.id } }), { look: 'text' }))))];
}

function adjusting(at: At): Card {
  const { doc, world } = at;
  const { data } = doc;
  const now = `${dateOf(new Date(data.start))} ${clock(data.start)}`;
  const organs = organOptions(world.directory, data.reported, ['department', 'outside']);
  return card({ title: `拟会商　${doc.no}`, subtitle: data.matterNos.join('、'), tint: 'purple', tag: '修改', summary: `${doc.no} 拟会商` }, [
    refusalLine(at), focus('请核对时间和单位'),
    form('adjust', [
      moment('start', '时间 *', { value: typedText(at, 'start', now).slice(0, 16).replace('T', ' ') }), input('place', '地点', { value: typedText(at, 'place', data.place) }),
      multiSelect('organs', '单位 *', { options: organs, values: typedList(at, 'organs', data.guests.map((guest) => guest.organ)) }),
      select('urgent', '通知', { options: [{ value: 'normal', text: `一般（提前 ${world.settings.noticeDays} 个工作日）` }, { value: 'urgent', text: '紧急' }], value: typedText(at, 'urgent', data.urgentReason ? 'urgent' : 'normal') }),
      input('reason', '紧急理由', { value: typedText(at, 'reason', data.urgentReason), placeholder: '选「紧急」时必填' }),
      submit('send', '保存', { tap: act({ ...at, face: 'adjust' }, 'adjust', { card: name }), look: 'primary_filled', wide: true }),
    ]),
    back(at, name),
  ]);
}

function declining(at: At): Card {
  return card({ title: `拟会商　${at.doc.no}`, tint: 'purple', tag: '填写理由', summary: `${at.doc.no} 拟会商` }, sentenceFace(at, {
    card: name, focus: '先不开', label: '理由 *', note: '告知提请的单位', verb: '先不开', tap: act(at, 'decline', { card: name }),
  }));
}

function settled(at: At): Card {
  const { doc } = at;
  const state = meetingStates[doc.state as keyof typeof meetingStates] ?? doc.state;
  const off = doc.state === 'c.declined' || doc.state === 'c.cancelled';
  return card({ title: `会商　${doc.no}`, subtitle: doc.data.matterNos.join('、'), tint: off ? 'grey' : 'green', tag: state, summary: `${doc.no} ${state}` }, [
    focus(off ? state : `已定：${minute(doc.data.start)}`), facts([['事项', doc.data.matterNos.join('、')], ['理由', off && cut(doc.data.cancelReason, 80)]]),
  ]);
}
