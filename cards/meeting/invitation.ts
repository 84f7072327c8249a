import { minute } from '../../src/domain/time/deadlines.ts';
import { meetingStates, replies, type Guest, type Meeting, type Reply } from '../../src/domain/meeting/meeting.ts';
import { isShut } from '../../src/domain/meeting/guests.ts';
import { nameOf } from '../../src/domain/people.ts';
import { centerTitle, cut } from '../kit/branch-lines.ts';
import { back, choicesOf, linkButton, peopleOf, withLink } from '../kit/controls.ts';
import { act, may, refusalLine, show, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { button, buttonRow, card, facts, focus, form, help, input, line, more, panel, people, plain, submit, type Card, type Child } from '../kit/kit.ts';
import { movedFrom, movedLine, organOf, ownGuest, placeOf, replyBy, whenOf } from './meeting-lines.ts';
import { unseen } from '../kit/unseen.ts';

type At = DrawInput<Meeting>;

/** K16 会商通知: when, where, on what; one organ answers by one tap and may change it. Moved and cancelled meetings say so. */
export const invitation: DocCard<Meeting> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  if (at.doc.state === 'c.cancelled') return cancelled(at);
  if (at.doc.state === 'c.declined') return declined(at);
  const guest = ownGuest(at);
  if (at.doc.state !== 'c.notified' || !guest) return later(at);
  if ((at.face === 'swap' || at.face === 'leave') && may(at, 'reply')) return replacing(at, guest, at.face);
  return guest.reply && at.face !== 'change' ? replied(at, guest) : open(at);
};

function titleOf({ doc }: At): string {
  return `会商通知　${doc.data.noticeNo}`;
}

function rowsOf(at: At) {
  const { doc, world } = at;
  const convener = doc.data.convener ? `　联系人 ${nameOf(world.directory, doc.data.convener)}` : '';
  return facts([['地点', placeOf(at)], ['议题', cut(doc.data.topic, 60)], ['牵头', `${centerTitle}${convener}`], ['回复', `${replyBy(at)} 前（系统默认）`]]);
}

function open(at: At): Card {
  const moved = movedLine(at);
  const answer = (reply: Reply) => act(at, 'reply', { card: 'invitation', input: { reply } });
  const own = may(at, 'reply');
  return card(
    { title: titleOf(at), subtitle: at.doc.no, tint: 'purple', tag: moved ? '已改期' : '请回复', summary: `${at.doc.no} 会商通知，${replyBy(at)} 前回复` },
    [
      refusalLine(at), focus(whenOf(at)), moved && line(moved), rowsOf(at), help('案件材料不进群，回复后在本卡片取阅'),
      choicesOf([
        own && { text: '参加', tap: answer('yes') }, own && { text: '改派人员', tap: show(at, 'invitation', 'swap') }, own && { text: '请假', tap: show(at, 'invitation', 'leave') },
      ]),
      !own && help('由本单位联络员回复'),
    ],
  );
}

function replied(at: At, guest: Guest): Card {
  const who = guest.person ? nameOf(at.world.directory, guest.person) : '';
  return card(
    { title: titleOf(at), subtitle: at.doc.no, tint: 'green', tag: `已回复：${guest.reply ? replies[guest.reply] : ''}`, summary: `${at.doc.no} 已回复` },
    [
      refusalLine(at), focus(whenOf(at)), movedFrom(at) !== '' && line(movedLine(at)),
      facts([['地点', placeOf(at)], ['已回复', `${guest.repliedBy}　${guest.reply ? replies[guest.reply] : ''}`], ['参会人', who], ['可改至', `${replyBy(at)}（系统默认）`]]), guest.note && plain(`说明：${cut(guest.note, 120)}`),
      ...materials(at), opinionLine(at),
      buttonRow(
        at.doc.data.questions.length > 0 && may(at, 'position') && button(ownPositions(at) ? '会前意见' : '填会前意见', show(at, 'position', at.doc.data.questions[0]?.id ?? ''), { look: 'primary_filled' }),
        linkButton('日程', at.doc.data.link), more(may(at, 'reply') ? [{ text: '修改回复', tap: show(at, 'invitation', 'change') }] : []),
      ),
    ],
  );
}

function ownPositions(at: At): number {
  return at.doc.data.positions.filter((one) => one.organ === organOf(at)).length;
}

function opinionLine(at: At): Child {
  const { questions } = at.doc.data;
  return questions.length > 0 && help(`会前意见已提交 ${ownPositions(at)}/${questions.length} 题，将如实记入纪要`);
}

// Only what was opened to this organ is named at all.
function materials(at: At): Child[] {
  const open = at.doc.data.materials.filter((material) => material.organs.includes(organOf(at))).slice(0, 6);
  if (!open.length) return [];
  return [panel(`材料 ${open.length} 份`, [...open.map((material) => withLink(plain(`材料${material.n}　${cut(material.name, 40)}`, 1), may(at, 'readMaterial') && button('取阅', act(at, 'readMaterial', { card: 'invitation', input: { id: material.id } }), { look: 'text' }))), help('取阅有记录，只供本次会商使用')])];
}

function declined({ doc }: At): Card {
  return card({ title: `会商　${doc.no}`, subtitle: doc.data.matterNos.join('、'), tint: 'grey', tag: '未发起', summary: `${doc.no} 未发起` }, [focus('中心暂不发起会商'), plain(`理由：${cut(doc.data.cancelReason, 200)}`)]);
}

function replacing(at: At, guest: Guest, face: 'swap' | 'leave'): Card {
  const leave = face === 'leave';
  return card(
    { title: titleOf(at), subtitle: at.doc.no, tint: 'purple', tag: leave ? '请假' : '改派人员', summary: `${at.doc.no} 会商通知` },
    [
      refusalLine(at), focus(whenOf(at)),
      form('reply', [
        people('person', leave ? '由谁参加 *' : '改派给 *', { ids: peopleOf(at.world.directory, [guest.organ]).filter((id) => !isShut(at.doc.data, id, at.world.directory)), single: true, values: [typedText(at, 'person', '')].filter(Boolean) }),
        input('note', '说明', { value: typedText(at, 'note', ''), placeholder: '可不填' }),
        help(leave ? '请假的请指定本单位另一人参加' : '只列本单位人员'),
        submit('send', leave ? '请假' : '改派人员', { tap: act(at, 'reply', { card: 'invitation', input: { reply: face } }), look: 'primary_filled', wide: true }),
      ]),
      back(at, 'invitation'),
    ],
  );
}

function cancelled(at: At): Card {
  const { doc } = at;
  return card(
    { title: titleOf(at), subtitle: doc.no, tint: 'grey', tag: '已取消', summary: `${doc.no} 会商已取消` },
    [focus('会商已取消'), line(`原定 ${whenOf(at)}　${placeOf(at)}`), plain(`理由：${cut(doc.data.cancelReason, 200)}`)],
  );
}

function later(at: At): Card {
  const { doc } = at;
  const state = meetingStates[doc.state as keyof typeof meetingStates] ?? doc.state;
  const guest = ownGuest(at);
  return card(
    { title: titleOf(at), subtitle: doc.no, tint: doc.state === 'c.notified' ? 'purple' : 'green', tag: state, summary: `${doc.no} ${state}` },
    [
      focus(whenOf(at)), facts([['地点', placeOf(at)], ['状态', state], ['本单位', guest && doc.data.heldAt !== '' && (guest.present ? '已到会' : '未到会')], ['开始', doc.data.heldAt && minute(doc.data.heldAt)]]),
    ],
  );
}
