import { dutiesOf } from '../../src/domain/duties.ts';
import { snoozeChoices, type SnoozeChoice } from '../../src/domain/push/push.ts';
import type { DrawInput } from './draw.ts';
import { more, type Card, type Element, type Tap } from './kit.ts';

/** Cards that remind of a duty without being the card on which it is done. */
const reminders = new Set(['due-soon', 'unsigned']);

/** When the reminder of a document may be put off to by this reader; nothing where it does not wait for him, runs by the hour, or is due. */
export function snoozable({ doc, viewer, world }: Pick<DrawInput, 'doc' | 'viewer' | 'world'>, card = ''): SnoozeChoice[] {
  const duty = dutiesOf(doc, viewer.id, world).find((each) => card === '' || each.card === card || reminders.has(card));
  return duty && duty.dueDate && !duty.urgentHours ? snoozeChoices(duty.dueDate, world) : [];
}

/** The card with 推迟提醒 in the menu at its end, where its reader may put it off (experience 2.6). */
export function withSnooze(card: Card, name: string, at: DrawInput): Card {
  if (at.viewer.group || at.viewer.reporter || at.face !== '') return card;
  const options = snoozable(at, name).map(({ key, words }) => ({ text: `${name === 'approval' ? '稍后处理' : '推迟'}：${words}`, tap: { do: 'mind', what: 'snooze', kind: at.doc.kind, id: at.doc.id, until: key } satisfies Tap }));
  const menu = more(options.length ? [...options, { text: '提醒设置', tap: { do: 'ask', what: 'reminders', arg: `${at.doc.kind}|${at.doc.id}` } }] : []);
  return menu ? { ...card, body: { ...card.body, elements: withMenu(card.body.elements, menu) } } : card;
}

// The menu joins the one that is there, else the last row of buttons, else it stands by itself.
function withMenu(elements: readonly Element[], menu: Element): Element[] {
  const at = elements.findLastIndex((element) => element.tag === 'overflow' || rowOf(element).some((inner) => ['button', 'overflow'].includes(inner.tag)));
  return at < 0 ? [...elements, menu] : elements.map((element, index) => (index === at ? joined(element, menu) : element));
}

function joined(element: Element, menu: Element): Element {
  if (element.tag === 'overflow') return { ...element, options: [...(element['options'] as unknown[]), ...(menu['options'] as unknown[])] };
  const columns = element['columns'] as { elements: Element[] }[];
  const own = columns.findIndex((column) => column.elements[0]?.tag === 'overflow');
  if (own >= 0) return { ...element, columns: columns.map((column, index) => (index === own ? { ...column, elements: [joined(column.elements[0] as Element, menu)] } : column)) };
  return { ...element, columns: [...columns, { tag: 'column', width: 'auto', elements: [menu] }] };
}

function rowOf(element: Element): Element[] {
  const columns = (element['columns'] ?? []) as { elements: Element[] }[];
  return columns.every((column) => column.elements.length === 1) ? columns.flatMap((column) => column.elements) : [];
}
