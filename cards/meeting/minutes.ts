import { latest } from '../../src/domain/time/clocks.ts';
import { endOfDay } from '../../src/domain/time/deadlines.ts';
import { standing, type Meeting } from '../../src/domain/meeting/meeting.ts';
import { shortName } from '../../src/domain/people.ts';
import { cut, doneLine, isOver, spanOf } from '../kit/branch-lines.ts';
import { choicesOf, howCounted, paperLink, sentenceFace, withLink } from '../kit/controls.ts';
import { act, may, refusalLine, show, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, help, panel, plain, type Card, type Child } from '../kit/kit.ts';
import { confirmedOf, dutyLine, ownGuest } from './meeting-lines.ts';
import { unseen } from '../kit/unseen.ts';

type At = DrawInput<Meeting>;

/** K17 会商纪要: every resolution with organ and day; confirm, or a dissent that is recorded word by word. Silence is recorded as 未回复. */
export const minutes: DocCard<Meeting> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  const guest = ownGuest(at);
  const mine = at.doc.state === 'c.minutes' && guest !== undefined && guest.present && !guest.confirmed;
  if (mine && at.face === 'dissent' && may(at, 'dissent')) return dissenting(at);
  return mine ? open(at) : answered(at);
};

function items(at: At): Child[] {
  const all = standing(at.doc.data);
  const shown = all.slice(0, 8).map((task, index) => plain(`${index + 1}　${cut(task.what, 24)}　${dutyLine(at, task, index + 1).split('　').slice(1).join('　')}`, 2));
  return [...shown, all.length > 8 && help(`还有 ${all.length - 8} 项，见全文`)];
}

function panels(at: At): Child[] {
  const { doc, world } = at;
  const other = doc.data.guests.filter((guest) => guest.dissent !== '');
  return [
    panel('全文', [...standing(doc.data).slice(0, 10).map((task, index) => plain(`${index + 1}　${cut(task.what, 200)}`, 6)), paperLink(at.doc, 'minutes')]),
    other.length > 0 && panel(`不同意见（原文照记 ${other.length} 条）`, [...other.slice(0, 5).map((guest) => plain(`${shortName(world.directory, guest.organ)}：${cut(guest.dissent, 200)}`, 6)), help('较长的在卡片上只显示开头，纪要中一字不改')]),
  ];
}

function head({ doc }: At): { title: string; subtitle: string } {
  return { title: `请确认会商纪要　${doc.data.minutesNo}`, subtitle: doc.no };
}

function open(at: At): Card {
  const { doc, world } = at;
  const due = latest(doc.clocks, 'T12');
  const end = endOfDay(due?.due.dueDate ?? '');
  return card({ ...head(at), tint: 'purple', tag: confirmedOf(at), summary: `${doc.no} 请确认纪要，${end}` }, [
    refusalLine(at), focus(isOver(due, world.now) ? `应于 ${end}确认，现在仍可确认或提出意见` : `${end}确认或提出意见`), ...items(at),
    due && facts([['时限', spanOf(due, world)]]), ...panels(at),
    withLink(help('到期未回复的再提醒一次，并如实记为「未回复」，不算同意'), due && howCounted(at, 'T12')),
    choicesOf([
      may(at, 'confirm') && { text: '确认', tap: act(at, 'confirm', { card: 'minutes' }) },
      may(at, 'dissent') && { text: '有不同意见', tap: show(at, 'minutes', 'dissent') },
    ]),
  ]);
}

function dissenting(at: At): Card {
  return card({ ...head(at), title: `会商纪要　${at.doc.data.minutesNo}`, tint: 'purple', tag: '填写意见', summary: `${at.doc.no} 请确认纪要` }, sentenceFace(at, {
    card: 'minutes', field: 'dissent', focus: '有不同意见', label: '不同意见 *', note: '原文照记入纪要，不作删改', verb: '提出意见', tap: act(at, 'dissent', { card: 'minutes' }),
  }));
}

function answered(at: At): Card {
  const { doc } = at;
  const guest = ownGuest(at);
  const own = { ok: '已确认', dissent: '有不同意见，已如实记载', silent: '未回复', '': doc.state === 'c.minutes' ? '不需本单位确认' : '未回复' }[guest?.confirmed ?? ''];
  const written = doc.data.minutesNo !== '';
  return card({ title: written ? `会商纪要　${doc.data.minutesNo}` : `会商　${doc.no}`, subtitle: doc.no, tint: written ? 'green' : 'grey', tag: confirmedOf(at), summary: `${doc.no} 会商纪要` }, [
    refusalLine(at), focus(written ? (guest?.confirmed ? `本单位${own}` : own) : '纪要尚未形成'), ...items(at), facts([['确认', `${confirmedOf(at)} 家`], ['最近一步', doneLine(doc, 'confirm', 'dissent')]]), ...(written ? panels(at) : []),
  ]);
}
