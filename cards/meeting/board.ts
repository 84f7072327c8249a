import { minute } from '../../src/domain/time/deadlines.ts';
import { countsOf, isDisputed, stances, type Stance } from '../../src/domain/meeting/calling/opinions.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { shortName } from '../../src/domain/people.ts';
import { may, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, help, line, type Card, type Child } from '../kit/kit.ts';
import { held, recording, settled } from './board-holding.ts';
import { answeredOf, movedLine, placeOf, whenOf } from './meeting-lines.ts';
import { unseen } from '../kit/unseen.ts';

type At = DrawInput<Meeting>;

/** K42: the group's one live card of a meeting: numbers, organs, dates; no project, no name, no content. Only the secretariat's taps are taken. */
export const board: DocCard<Meeting> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  switch (at.doc.state) {
    case 'c.notified':
      return notified(at);
    case 'c.held':
      return at.face === 'resolve' && may(at, 'resolve') ? recording(at, 'board') : held(at);
    default:
      return settled(at);
  }
};

function notified(at: At): Card {
  const { doc, world } = at;
  const open = doc.data.guests.filter((guest) => !guest.reply).map((guest) => shortName(world.directory, guest.organ));
  const moved = movedLine(at);
  return card({ title: `会商　${doc.no}`, subtitle: doc.data.noticeNo, tint: 'purple', tag: `已回复 ${answeredOf(at)}`, summary: `${doc.no} 会商，${minute(doc.data.start)}` }, [
    focus(whenOf(at)), moved && line(moved),
    facts([['地点', placeOf(at)], ['议题', `${doc.data.matterNos.join('、')} 协同处置`], ['已回复', `${answeredOf(at)} 家`], ['未回复', open.join('、')]]),
    ...matrix(at),
    help('参会回复和会前意见在各单位联络员的单聊里；讨论请在本卡片的话题里'),
  ]);
}

// Who thinks what of each question; the reasons stay out of the group.
function matrix({ doc, world }: At): Child[] {
  const { questions, positions } = doc.data;
  if (!positions.length) return [];
  return questions.flatMap((question, index) => {
    const counts = countsOf(positions, question.id);
    const stands = (Object.keys(stances) as Stance[]).filter((stance) => counts[stance].length).map((stance) => `${stances[stance]} ${counts[stance].map((organ) => shortName(world.directory, organ)).join('、')}`);
    return [line(`${index + 1}　${question.text}${isDisputed(positions, question.id) ? '（有分歧）' : ''}`), help(stands.join('　') || '尚无意见')];
  });
}
