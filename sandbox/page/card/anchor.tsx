import type { ComponentChildren } from 'preact';
import { followed } from './link.ts';

interface AnchorProps {
  href: string;
  class?: string;
  style?: Record<string, string | undefined>;
  children: ComponentChildren;
}

/** A link in words; an address that must not be followed (`javascript:` and the like) leaves the words as they are. */
export function Anchor({ href, class: kind, style, children }: AnchorProps) {
  if (!followed(href)) return <span class={kind} style={style}>{children}</span>;
  return <a href={href} target="_blank" rel="noopener noreferrer" class={kind} style={style}>{children}</a>;
}
