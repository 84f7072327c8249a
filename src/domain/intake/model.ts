import { featuresOf, type Feature } from './features.ts';

/** A linear model as the trainer writes it: labels, their bias, and one line a feature, 「name label weight label weight …」, in tenths. */
export interface Weights { labels: readonly string[]; bias: readonly number[]; features: readonly string[] }

/** A model ready to read with. */
export interface Model { labels: readonly string[]; bias: readonly number[]; weights: ReadonlyMap<string, readonly number[]> }

/** The label of a text that speaks for nothing. */
export const none = '-';

/** What a weight of one is worth in the file. */
export const grain = 10;

/** Opens the weights file's part for one field. */
export function openModel({ labels, bias, features }: Weights): Model {
  const weights = new Map(features.map((line): [string, number[]] => {
    const [name = '', ...numbers] = line.split(' ');
    return [name, numbers.map(Number)];
  }));
  return { labels, bias, weights };
}

/** How likely each label is for a stretch of a text; the chances of all labels make one. */
export function chances(model: Model, features: readonly Feature[]): Map<string, number> {
  const sums = [...model.bias];
  const share = 1 / Math.sqrt(features.length + 1);
  for (const { name } of features) {
    const row = model.weights.get(name) ?? [];
    for (let at = 0; at < row.length; at += 2) sums[row[at] ?? 0] = (sums[row[at] ?? 0] ?? 0) + (row[at + 1] ?? 0) * share;
  }
  const top = Math.max(...sums);
  const raised = sums.map((sum) => Math.exp((sum - top) / grain));
  const total = raised.reduce((sum, each) => sum + each, 0);
  return new Map(model.labels.map((label, index) => [label, (raised[index] ?? 0) / total]));
}

/** A stretch of a text, from one place up to another. */
export interface Stretch { from: number; to: number }

/** What a model found: a label, how likely, where. */
export interface Finding extends Stretch { label: string; chance: number }

/** For each label but `none` the stretch that speaks most for it, the likeliest label first. */
export function bestFindings(model: Model, text: string, stretches: readonly Stretch[]): Finding[] {
  const best = new Map<string, Finding>();
  for (const { from, to } of stretches)
    for (const [label, chance] of chances(model, featuresOf(text, from, to)))
      if (label !== none && chance > (best.get(label)?.chance ?? 0)) best.set(label, { label, chance, from, to });
  return [...best.values()].sort((a, b) => b.chance - a.chance);
}

/** The piece of a finding's stretch whose words spoke most for its label: an exact piece of the text. */
export function tellingWords(model: Model, text: string, { label, from, to }: Finding): string {
  const weight = weightOf(model, label);
  const marks = Array.from({ length: to - from }, () => 0);
  for (const { name, at, length } of featuresOf(text, from, to))
    for (let place = at; place < at + length; place += 1) marks[place - from] = (marks[place - from] ?? 0) + weight(name) / length;
  const [start, end] = heaviestRun(marks);
  return text.slice(from + start, from + end).replace(/^[\s，,。；;！!？?：:]+|[\s，,。；;！!？?：:]+$/g, '') || text.slice(from, to).trim();
}

function weightOf(model: Model, label: string): (name: string) => number {
  const wanted = model.labels.indexOf(label);
  return (name) => {
    const row = model.weights.get(name) ?? [];
    for (let at = 0; at < row.length; at += 2) if (row[at] === wanted) return row[at + 1] ?? 0;
    return 0;
  };
}

// Kadane's walk; a character without weight costs a little, so that the run stays short.
function heaviestRun(marks: readonly number[]): [number, number] {
  const cost = marks.reduce((sum, each) => sum + Math.max(each, 0), 0) / (marks.length * 4 || 1);
  let best: [number, number] = [0, 0];
  let bestSum = 0;
  let start = 0;
  let sum = 0;
  marks.forEach((mark, index) => {
    sum += mark - cost;
    if (sum <= 0) {
      start = index + 1;
      sum = 0;
    } else if (sum > bestSum) {
      bestSum = sum;
      best = [start, index + 1];
    }
  });
  return best;
}
