import { featuresOf } from '../../src/domain/intake/features.ts';
import { grain, none, type Weights } from '../../src/domain/intake/model.ts';
import type { Example } from './examples.ts';

const rounds = 25;
const rate = 0.3;
const decay = 1e-5;
/** A feature that only one example has teaches that example by heart. */
const seenAtLeast = 2;
/** Weights below this are left out of the file, in tenths. */
const least = 10;

interface Row { features: readonly number[]; wanted: readonly number[]; weight: number }
interface Slopes { weights: Float64Array; seen: Float64Array; bias: Float64Array; biasSeen: Float64Array }

const labelsOf = ({ labels }: Example): readonly string[] => (labels.length ? labels : [none]);

/** Softmax regression by AdaGrad, in a fixed order and without chance: the same examples always give the same weights. */
export function fit(examples: readonly Example[]): Weights {
  const labels = [...new Set(examples.flatMap(labelsOf))].sort();
  const { names, ids } = namesOf(examples);
  const rows = rowsOf(examples, { labels, ids });
  const slopes: Slopes = {
    weights: new Float64Array(names.length * labels.length), seen: new Float64Array(names.length * labels.length).fill(0.01),
    bias: new Float64Array(labels.length), biasSeen: new Float64Array(labels.length).fill(0.01),
  };
  for (let round = 0; round < rounds; round += 1)
    // A stride prime to the number of rows mixes the labels without chance.
    for (let step = 0; step < rows.length; step += 1) learn(slopes, rows[(step * 7919 + round * 31) % rows.length]);
  const tenths = (value: number | undefined): number => Math.round((value ?? 0) * grain);
  const features = names.map((name, id) => [name, ...labels.flatMap((_, label) => {
    const weight = tenths(slopes.weights[id * labels.length + label]);
    return Math.abs(weight) >= least ? [label, weight] : [];
  })].join(' '));
  return { labels, bias: [...slopes.bias].map(tenths), features: features.filter((line) => line.includes(' ')).sort() };
}

function namesOf(examples: readonly Example[]): { names: string[]; ids: Map<string, number> } {
  const counts = new Map<string, number>();
  for (const { text } of examples) for (const { name } of featuresOf(text)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= seenAtLeast).map(([name]) => name);
  return { names, ids: new Map(names.map((name, id) => [name, id])) };
}

// Rare labels weigh more, by the root of how rare they are.
function rowsOf(examples: readonly Example[], { labels, ids }: { labels: readonly string[]; ids: ReadonlyMap<string, number> }): Row[] {
  const count = new Map(labels.map((label) => [label, examples.filter((one) => labelsOf(one).includes(label)).length]));
  const mean = examples.length / labels.length;
  return examples.map((one) => {
    const own = labelsOf(one);
    return {
      features: featuresOf(one.text).flatMap(({ name }) => ids.get(name) ?? []),
      wanted: labels.map((label) => (own.includes(label) ? 1 / own.length : 0)),
      weight: Math.sqrt(mean / (count.get(own[0] ?? none) ?? 1)),
    };
  });
}

function learn({ weights, seen, bias, biasSeen }: Slopes, row: Row | undefined): void {
  if (!row) return;
  const size = bias.length;
  const share = 1 / Math.sqrt(row.features.length + 1);
  const sums = Float64Array.from(bias);
  for (const id of row.features) for (let label = 0; label < size; label += 1) sums[label] = (sums[label] ?? 0) + (weights[id * size + label] ?? 0) * share;
  const top = Math.max(...sums);
  const raised = sums.map((sum) => Math.exp(sum - top));
  const total = raised.reduce((sum, each) => sum + each, 0);
  for (let label = 0; label < size; label += 1) {
    const error = ((raised[label] ?? 0) / total - (row.wanted[label] ?? 0)) * row.weight;
    if (Math.abs(error) < 1e-4) continue;
    biasSeen[label] = (biasSeen[label] ?? 0) + error * error;
    bias[label] = (bias[label] ?? 0) - (0.3 * rate * error) / Math.sqrt(biasSeen[label] ?? 1);
    for (const id of row.features) {
      const place = id * size + label;
      const slope = error * share + decay * (weights[place] ?? 0);
      seen[place] = (seen[place] ?? 0) + slope * slope;
      weights[place] = (weights[place] ?? 0) - (rate * slope) / Math.sqrt(seen[place] ?? 1);
    }
  }
}
