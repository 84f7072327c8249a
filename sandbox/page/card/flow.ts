import { align, edges, list, space, text, type Node } from './shape.ts';

/** Components that take the width they are given; a row with one of them does not break into lines. */
const stretching = new Set(['markdown', 'div', 'img', 'input', 'column_set', 'collapsible_panel', 'interactive_container', 'chart', 'hr', 'form']);

/** How a container lays out its components: direction, spacing, alignment and padding as CSS; `gap` where the card says nothing. */
export function flowOf(node: Node, gap: string) {
  const row = text(node['direction']) === 'horizontal';
  const across = text(node['horizontal_align']);
  const breaks = row && list(node['elements']).every((each) => !stretching.has(text(each['tag'])));
  return {
    padding: edges(node['padding']),
    gap: space(row ? node['horizontal_spacing'] : node['vertical_spacing'], gap),
    flexDirection: row ? ('row' as const) : ('column' as const),
    flexWrap: breaks ? ('wrap' as const) : undefined,
    justifyContent: row ? align(across) : align(node['vertical_align']),
    alignItems: row ? (align(node['vertical_align']) ?? 'center') : across === 'left' ? undefined : align(across),
  };
}
