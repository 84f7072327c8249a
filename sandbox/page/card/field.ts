import { text, type Node } from './shape.ts';

/** Width of an input or select: the platform's 282 px by default, never wider than its place. */
export function fieldWidth(node: Node): string {
  const width = text(node['width']);
  return width === 'fill' ? '100%' : width.endsWith('px') ? `min(${width}, 100%)` : 'min(282px, 100%)';
}
