import { dateOf, dayText, endOfDay, leftText } from '../../src/domain/time/deadlines.ts';
import { numberOfResolution, tasksOf, type Meeting, type Resolution } from '../../src/domain/meeting/meeting.ts';
import { byLetter } from '../../src/domain/meeting/guests.ts';
import { center, nameOf, shortName } from '../../src/domain/people.ts';
import { cut, stamp } from '../kit/branch-lines.ts';
import { choicesOf } from '../kit/controls.ts';
import { delayFace, explainedLine } from '../kit/delay.ts';
import { act, may, refusalLine, show, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, help, plain, type Card } from '../kit/kit.ts';
import { ownGuest } from './meeting-lines.ts';
import { unseen } from '../kit/unseen.ts';

type At = DrawInput<Meeting>;

/** 会商任务: one resolution for the organ that has to do it; the face is the resolution's id, without one the first open task of the organ. */
export const task: DocCard<Meeting> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  const found = taskOf(at);
  if (!found) return card({ title: `会商任务　${at.doc.no}`, tint: 'grey', summary: `${at.doc.no} 会商任务` }, [focus('没有需要本单位办理的会商任务')]);
  if (!found.doneAt && at.face === `explain-${found.id}` && explains(at, found)) return explaining(at, found);
  return found.doneAt ? done(at, found) : open(at, found);
};

function taskOf(at: At): Resolution | undefined {
  const resolutions = tasksOf(at.doc.data);
  const named = resolutions.find((resolution) => resolution.id === at.face.replace('explain-', ''));
  if (named) return named;
  const organ = at.world.directory.people.get(at.viewer.id)?.organ ?? '';
  const own = resolutions.filter((resolution) => resolution.organ === organ);
  const of = ownGuest(at) ? own : resolutions;
  return of.find((resolution) => !resolution.doneAt) ?? of.at(-1);
}

function open(at: At, found: Resolution): Card {
  const { doc, world, viewer } = at;
  const over = found.dueDate < dateOf(world.now);
  const organ = world.directory.people.get(viewer.id)?.organ;
  const noted = organ === center && byLetter(doc.data, world.directory).includes(found.organ);
  const own = (organ === found.organ || noted) && doc.state === 'c.confirmed' && may(at, 'done');
  return card(
    { title: `会商任务　${doc.no}`, subtitle: doc.data.minutesNo, tint: over ? 'orange' : 'blue', tag: doc.state === 'c.confirmed' ? (over ? '已过期限' : '待办结') : '待确认', summary: `${doc.no} 会商任务，${over ? `应于 ${dayText(found.dueDate)}办结` : endOfDay(found.dueDate)}` },
    [
      refusalLine(at), focus(over ? `应于 ${dayText(found.dueDate)}办结，尚未登记` : `请于 ${endOfDay(found.dueDate)}办结`), plain(`第 ${numberOfResolution(doc.data, found.id)} 项：${cut(found.what, 300)}`, 6),
      facts([['责任单位', shortName(world.directory, found.organ)], ['责任人', found.person && nameOf(world.directory, found.person)], ['配合', found.co.map((organ) => shortName(world.directory, organ)).join('、')], ['时限', `${leftText(world.now, found.dueDate, world.calendar)}（会商议定）`]]),
      explainedLine(found.explained), help(noted ? '该单位没有飞书，请书面告知，办结后代为登记' : own ? `办结后请登记，不再提醒本项${over ? '；确有困难的可请中心再次会商' : ''}` : '由责任单位联络员登记办结'),
      choicesOf([own && { text: '办结', tap: act({ ...at, face: found.id }, 'done', { card: 'task', input: { id: found.id } }), confirm: { title: '登记已办结？', text: '登记后告知中心，任务不再提醒。' } }, explains(at, found) && { text: '说明原因', tap: show(at, 'task', `explain-${found.id}`), quiet: !own }]),
    ],
  );
}

// Whoever acts for the organ of a task may say why it is late; the day stays.
function explains(at: At, { organ, dueDate }: Resolution): boolean {
  return dueDate < dateOf(at.world.now) && at.world.directory.people.get(at.viewer.id)?.organ === organ && may(at, 'explain');
}

function explaining(at: At, found: Resolution): Card {
  const { doc } = at;
  return card({ title: `会商任务　${doc.no}`, subtitle: doc.data.minutesNo, tint: 'orange', tag: '请说明', summary: `${doc.no} 会商任务，说明原因` }, delayFace({ ...at, face: found.id }, {
    card: 'task', focus: `应于 ${dayText(found.dueDate)}办结`, told: found.explained, note: '说明不影响继续办理，期限不变', tap: act(at, 'explain', { card: 'task', input: { id: found.id } }),
  }));
}

function done(at: At, found: Resolution): Card {
  const { doc, world } = at;
  return card({ title: `会商任务　${doc.no}`, subtitle: doc.data.minutesNo, tint: 'green', tag: '已办结', summary: `${doc.no} 会商任务已办结` }, [
    focus(`${found.doneBy} ${stamp(found.doneAt)} 办结`), plain(`第 ${numberOfResolution(doc.data, found.id)} 项：${cut(found.what, 300)}`, 6),
    facts([['责任单位', shortName(world.directory, found.organ)], ['议定日期', `${dayText(found.dueDate)}前`]]),
  ]);
}
