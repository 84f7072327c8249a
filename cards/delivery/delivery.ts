import { deliveryStates, type Delivery } from '../../src/domain/delivery/delivery.ts';
import { flows } from '../../src/domain/flows.ts';
import { nameOf, shortName } from '../../src/domain/people.ts';
import { doneLine, stamp } from '../kit/branch-lines.ts';
import { choicesOf } from '../kit/controls.ts';
import { act, may, refusalLine, type DocCard, type DrawInput } from '../kit/draw.ts';
import { card, facts, focus, help, type Card } from '../kit/kit.ts';
import { nothing, unseen } from '../kit/unseen.ts';

type At = DrawInput<Delivery>;
const name = 'delivery';

/** 送达待人工确认: nobody knows whether a message arrived, and it is not sent again blindly; whoever caused it says that it did, or sends it once more. */
export const delivery: DocCard<Delivery> = (at) => {
  const { doc, viewer } = at;
  if (viewer.reporter && ![viewer.id, 'reporter'].includes(doc.data.asked)) return nothing();
  const about = aboutOf(at);
  if (about && !viewer.reporter && flows[about.kind].hidden(about, viewer.id, at.world.directory)) return nothing();
  return unseen(at) ?? (doc.state === 'q.asked' ? asking(at) : answered(at));
};

function asking(at: At): Card {
  const later = since(at);
  return card({ title: deliveryStates['q.asked'], subtitle: at.doc.data.about.no, tint: 'orange', tag: '送达待确认', summary: `${at.doc.data.about.no || '草稿'} 送达待人工确认` }, [
    refusalLine(at), focus(`不知是否送到${isOwn(at) ? '您这里' : `　${receiver(at)}`}`), content(at),
    later && facts([['此后', later]]),
    help(advice(at, later)),
    choicesOf([
      may(at, 'arrived') && { text: '已收到', tap: act(at, 'arrived', { card: name }), quiet: !later },
      may(at, 'again') && { text: '重新发送', tap: act(at, 'again', { card: name }) },
    ]),
  ]);
}

function answered(at: At): Card {
  const again = at.doc.state === 'q.again';
  return card({ title: deliveryStates[again ? 'q.again' : 'q.arrived'], subtitle: at.doc.data.about.no, tint: 'green', tag: again ? '已重发' : '已收到', summary: `${at.doc.data.about.no || '草稿'} ${deliveryStates[again ? 'q.again' : 'q.arrived']}` }, [
    focus(doneLine(at.doc, 'arrived', 'again')), content(at), help(again ? '按现在的内容发出，只发这一次' : '不再发送'),
  ]);
}

function content(at: At) {
  const { title, since: at1 } = at.doc.data;
  return facts([['内容', title], ['收件人', isOwn(at) ? '您' : receiver(at)], ['发送', stamp(at1)]]);
}

function advice(at: At, later: string): string {
  if (later) return '对方此后已经操作，应已收到';
  if (isOwn(at)) return '发出后飞书没有应答，已过 1 小时，没有再发。上面没有看到的，请点「重新发送」';
  if (at.doc.data.to === 'reporter') return '发出后飞书没有应答，已过 1 小时，没有再发。反映人不显示姓名，无法核实的请点「重新发送」';
  return '发出后飞书没有应答，已过 1 小时，没有再发。请先向对方核实';
}

function receiver({ doc, world }: At): string {
  const { to } = doc.data;
  if (to === 'reporter') return '反映人';
  if (to.startsWith('chat:')) return '工作群';
  const person = world.directory.people.get(to);
  return person ? `${person.name}（${shortName(world.directory, person.organ)}）` : nameOf(world.directory, to);
}

function isOwn({ doc, viewer }: At): boolean {
  return doc.data.to === viewer.id || (doc.data.to === 'reporter' && doc.data.asked === 'reporter');
}

// What the receiver did on the document since says more than anybody could find out by telephone.
function since(at: At): string {
  const entry = aboutOf(at)?.audit.find(({ at: moment, by, code }) => moment > at.doc.data.since && code !== 'DENIED' && 'id' in by && by.id === at.doc.data.to);
  return entry && 'name' in entry.by && !isOwn(at) ? `${entry.by.name} ${stamp(entry.at)} ${entry.verb}` : '';
}

function aboutOf({ doc, related = [] }: At) {
  return related.find(({ id, kind }) => id === doc.data.about.id && kind === doc.data.about.kind);
}
