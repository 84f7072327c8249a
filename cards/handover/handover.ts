import { receivers } from '../../src/domain/handover/flow.ts';
import { handoverStates, itemsFor, openItems, type Handover, type Item } from '../../src/domain/handover/handover.ts';
import { nameOf, shortName, staffRoleNames, type StaffRole } from '../../src/domain/people.ts';
import { dayText } from '../../src/domain/time/time.ts';
import { doneLine } from '../kit/branch-lines.ts';
import { back } from '../kit/controls.ts';
import { act, may, refusalLine, show, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { button, card, facts, focus, form, help, people, plain, submit, tapRow, type Card, type Child } from '../kit/kit.ts';
import { unseen } from '../kit/unseen.ts';

type At = DrawInput<Handover>;
const most = 8;

/** K39 工作交接: what somebody leaves, given to one person or item by item; for those concerned, what went to whom. */
export const handover: DocCard<Handover> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  const known = itemsFor(at.doc.data, at.viewer.id);
  const only = known.find(({ id }) => id === at.face);
  return only && may(at, 'give') && openItems({ items: known }).includes(only) ? giving(at, only) : listed(at);
};

function listed(at: At): Card {
  const { doc, viewer } = at;
  const { name, organ } = doc.data;
  const items = itemsFor(doc.data, viewer.id);
  const open = openItems({ items });
  const mine = items.filter(({ to }) => to === viewer.id);
  const giver = may(at, 'give');
  const shown = giver || viewer.id === doc.data.person ? items : mine;
  const done = doc.state === 'w.done';
  return card({ title: `${name} 的在办事项交接`, subtitle: shortName(at.world.directory, organ), tint: done ? 'green' : 'blue', tag: done ? handoverStates['w.done'] : `${open.length} 件`, summary: '工作交接' }, [
    refusalLine(at), focus(mine.length && !giver ? `交给您 ${mine.length} 件` : open.length ? `${open.length} 件还没有人接办` : doneLine(doc, 'give') || '没有需要交接的事项'),
    ...shown.slice(0, most).map((item) => itemRow(at, item, giver)), shown.length > most && help(`还有 ${shown.length - most} 件，一并交接时都算在内`),
    giver && open.length > 0 && form('all', [receiver(at, open.length > 1 ? '全部交给 *' : '交给 *'), submit('send', '确认交接', { tap: act(at, 'give', { card: 'handover' }), look: 'primary_filled', wide: true })]),
    help('交接前的操作记录仍属本人；期限不变'),
    mine.length > 0 && button('我的待办', { do: 'ask', what: 'todo' }, { wide: true }),
  ]);
}

function itemRow(at: At, item: Item, giver: boolean): Child {
  const to = item.to ? `交给　${nameOf(at.world.directory, item.to)}` : '交给　请选择';
  const text = `${item.no}　${item.what}　${item.dueDate ? `${dayText(item.dueDate)}前　` : ''}${to}${item.state === 'refused' ? `（未能交接：${item.why}）` : ''}`;
  return giver && openItems(at.doc.data).includes(item) ? tapRow([plain(text, 3)], show(at, 'handover', item.id)) : plain(text, 3);
}

function giving(at: At, item: Item): Card {
  return card({ title: `交接 ${item.no}`, tint: 'blue', tag: '逐件', summary: '工作交接' }, [
    refusalLine(at), focus(`${item.what}，交给谁`),
    facts([['原来由', at.doc.data.name], ['期限', item.dueDate ? `${dayText(item.dueDate)}前，不变` : '未设'], ['接办后', item.role && `同时任${staffRoleNames[item.role as StaffRole]}`]]),
    form('one', [receiver(at, '交给 *'), submit('send', '确认交接', { tap: act(at, 'give', { card: 'handover', input: { only: item.id } }), look: 'primary_filled', wide: true })]),
    back(at, 'handover'),
  ]);
}

function receiver(at: At, label: string): Child {
  const ids = receivers(at.doc.data, at.world.directory).sort((a, b) => nameOf(at.world.directory, a).localeCompare(nameOf(at.world.directory, b), 'zh'));
  return people('to', label, { ids, single: true, values: [typedText(at, 'to', '')].filter(Boolean) });
}
