import { list, text, toNode, type Node } from './shape.ts';

/** An address that a tap opens; `asks` when the component asks first. */
export interface Link {
  href: string;
  asks: boolean;
}

const unsupported = 'lark://msgcard/unsupported_action';

/** Whether an address may be followed: web, mail and the platform's own. */
export function followed(address: string): boolean {
  return /^(https?|lark|mailto):/i.test(address);
}

/** Of an object with `url`, `pc_url` and so on, the address for this screen; '' when there is none that may be followed. */
export function addressOf(given: Node, kind: 'url' | 'default_url' = 'url'): string {
  const wide = window.innerWidth >= 720;
  const own = wide ? text(given['pc_url']) : text(given['android_url']) || text(given['ios_url']);
  const address = own || text(given[kind]);
  return address !== unsupported && followed(address) ? address : '';
}

/** What a component opens by its behaviors, undefined when nothing. */
export function linkOf(node: Node): Link | undefined {
  const behavior = list(node['behaviors']).find((each) => each['type'] === 'open_url');
  const href = behavior === undefined ? '' : addressOf(behavior, 'default_url');
  return href === '' ? undefined : { href, asks: 'title' in toNode(node['confirm']) };
}

/** Opens an address in a new tab that cannot reach back. */
export function visit(href: string): void {
  window.open(href, '_blank', 'noopener,noreferrer');
}
