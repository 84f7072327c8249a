import type { ComponentChildren } from 'preact';
import { hueOf } from './color.ts';

/** A coloured label of the platform; the colour never stands alone. */
export function TextTag({ color, children }: { color: string; children: ComponentChildren }) {
  const hue = hueOf(color) ?? 'grey';
  return <span class="text-tag" style={{ '--hue': `var(--hue-${hue})`, '--fill': `var(--fill-${hue})` }}>{children}</span>;
}
