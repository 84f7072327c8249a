import { conceptsAt } from './concepts.ts';

/** Something a model may have a weight for, and the piece of the text that shows it. */
export interface Feature { name: string; at: number; length: number }

interface Mark { sign: string; at: number; length: number }

const numeral = /[0-9二两三四五六七八九十百几]/;
const silent = /[\s"“”'‘’《》〈〉()（）【】[\]·、]/;
const written = /[\p{L}\p{N}]/u;

/** The characters that count: numbers become one sign, case and quotes vanish, a stop is a gap. */
function marksOf(text: string, from: number, to: number): Mark[] {
  const marks: Mark[] = [];
  for (let at = from; at < to; at += 1) {
    const sign = text.charAt(at);
    const last = marks.at(-1);
    if (silent.test(sign)) continue;
    if (!numeral.test(sign)) marks.push({ sign: written.test(sign) ? sign.toUpperCase() : '|', at, length: 1 });
    else if (last?.sign === '#' && last.at + last.length === at) last.length += 1;
    else marks.push({ sign: '#', at, length: 1 });
  }
  return marks;
}

const longest = 4;

/** Runs of one to four characters, groups of words, and pairs of groups in a stretch of text; each name once. */
export function featuresOf(text: string, from = 0, to = text.length): Feature[] {
  const found = new Map<string, Feature>();
  const marks = marksOf(text, from, to);
  marks.forEach((first, index) => {
    let name = '';
    for (const { sign, at, length } of marks.slice(index, index + longest)) {
      if (sign === '|') break;
      name += sign;
      if (name !== '#' && !found.has(name)) found.set(name, { name, at: first.at, length: at + length - first.at });
    }
  });
  for (const group of groupsOf(text, from, to)) found.set(group.name, group);
  return [...found.values()];
}

function groupsOf(text: string, from: number, to: number): Feature[] {
  const within = text.slice(from, to);
  const all: Feature[] = [];
  for (let at = 0; at < within.length; at += 1)
    for (const { name, length } of conceptsAt(within, at)) if (!all.some((other) => other.name === `<${name}>`)) all.push({ name: `<${name}>`, at: from + at, length });
  const pairs = all.flatMap((one, index) => all.slice(index + 1).map((two) => {
    const [a, b] = one.name < two.name ? [one, two] : [two, one];
    return { name: a.name + b.name, at: Math.min(one.at, two.at), length: 0 };
  }));
  return [...all, ...pairs];
}
