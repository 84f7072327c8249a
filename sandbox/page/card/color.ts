const hues = new Set(['blue', 'wathet', 'turquoise', 'green', 'lime', 'yellow', 'orange', 'red', 'carmine', 'violet', 'purple', 'indigo', 'grey', 'sunflower']);
const aliases: Record<string, string> = { neutral: 'grey', gray: 'grey', default: 'grey', light_grey: 'grey', sunflower: 'yellow' };
const strength: Record<string, number> = { 50: 9, 100: 16, 200: 26, 300: 42, 350: 52, 400: 66, 500: 84, 600: 100 };

/** The hue behind a platform colour word, or undefined when it is none. */
export function hueOf(word: string): string | undefined {
  const base = aliases[word] ?? word;
  return hues.has(base) ? base : undefined;
}

/** A platform colour (`red`, `grey-50`, `rgba(…)`, own name of `config.style.color`) as CSS; undefined when unknown. */
export function cssColor(word: string, own: Record<string, string> = {}): string | undefined {
  if (own[word] !== undefined) return own[word];
  if (/^(rgba?\([\d\s,.%]+\)|#[0-9a-f]{3,8})$/i.test(word)) return word;
  if (word === 'white' || word === 'bg-white') return 'var(--card-bg)';
  if (word === 'black' || word === 'bg-black') return 'var(--card-text)';
  const [, base = word, level] = /^([a-z]+)-(\d{2,3})$/.exec(word) ?? [];
  const hue = hueOf(base);
  if (hue === undefined) return undefined;
  const solid = `var(--hue-${hue})`;
  if (level === undefined || strength[level] === 100) return solid;
  const share = strength[level];
  return share === undefined ? `color-mix(in oklab, ${solid} 78%, var(--card-text))` : `color-mix(in oklab, var(--fill-${hue}) ${share}%, var(--card-bg))`;
}

/** A platform colour for words: its middle strengths are darkened by day and lightened by night until they can be read. */
export function wordColor(word: string, own: Record<string, string> = {}): string | undefined {
  const [, base = '', level = ''] = /^([a-z]+)-(\d{3})$/.exec(word) ?? [];
  const hue = Number(level) >= 350 && Number(level) <= 600 ? hueOf(base) : undefined;
  return hue === undefined ? cssColor(word, own) : `var(--hue-${hue})`;
}

const sizes: Record<string, number> = {
  'heading-0': 30, 'heading-1': 24, 'heading-2': 20, 'heading-3': 18, 'heading-4': 16, heading: 16, normal: 14, notation: 12,
  'xxxx-large': 30, 'xxx-large': 24, 'xx-large': 20, 'x-large': 18, large: 16, medium: 14, small: 12, 'x-small': 10,
};
const phoneSizes: Record<string, number> = { 'heading-0': 26, 'xxxx-large': 26, 'heading-3': 17, large: 17 };

/** A platform text size as px on a wide or a narrow screen; 14 for unknown words. */
export function textSize(word: string, narrow: boolean): number {
  return (narrow ? phoneSizes[word] : undefined) ?? sizes[word] ?? 14;
}

/** The colour of words on a coloured ground: the wish where it keeps its contrast in every theme, else the theme's own. */
export function onColor(ground: string, wish: string | undefined): string {
  return wish !== undefined && wish !== 'var(--card-bg)' ? wish : ground.includes('color-mix') ? 'var(--card-text)' : 'var(--card-bg)';
}

/** A border's colour; the platform's plain `grey` is a light line, not the grey of words. */
export function edgeColor(word: string, own: Record<string, string>): string | undefined {
  return cssColor(word === 'grey' ? 'grey-300' : word, own);
}
