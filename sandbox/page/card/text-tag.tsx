import { hueOf } from './color.ts';

/** A coloured label of the platform; the colour never stands alone. */
export function TextTag({ words, color }: { words: string; color: string }) {
  const hue = hueOf(color) ?? 'grey';
  return <span class="text-tag" style={{ '--hue': `var(--hue-${hue})`, '--fill': `var(--fill-${hue})` }}>{words}</span>;
}
