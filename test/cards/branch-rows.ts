import type { Card, Element } from '../../cards/kit/kit.ts';

type Texted = { content: string; lines?: number };

/** Rows that a card takes on a phone of 52 half-width columns at standard text, with everything folded: a simple rule, not a renderer. */
export function rowsOf(card: Card): number {
  const { subtitle } = card.header as { subtitle?: unknown };
  return 1 + (subtitle ? 1 : 0) + card.body.elements.reduce((sum, element) => sum + height(element, 52), 0);
}

function height(element: Element, room: number): number {
  switch (element.tag) {
    case 'markdown':
      return wrapped(String(element['content']).replace(/<[^>]+>|\*\*/g, '').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))), room);
    case 'div': {
      const text = element['text'] as Texted;
      return Math.min(wrapped(text.content, room), text.lines ?? 99);
    }
    case 'column_set': {
      const columns = element['columns'] as { width: string; elements: Element[] }[];
      const inner = columns.map((column) => column.elements.reduce((sum, one) => sum + height(one, column.width === 'weighted' ? room - 10 * (columns.length - 1) : room), 0));
      return Math.max(...inner);
    }
    case 'form':
      return (element['elements'] as Element[]).reduce((sum, one) => sum + height(one, room), 0);
    default:
      return 1;
  }
}

function wrapped(text: string, room: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil([...line].reduce((width, sign) => width + (sign.charCodeAt(0) > 0x2e7f || /[·…“”‘’]/.test(sign) ? 2 : 1), 0) / room)), 0);
}
