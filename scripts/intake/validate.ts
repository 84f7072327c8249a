import { featuresOf } from '../../src/domain/intake/features.ts';
import { chances, none, openModel, type Weights } from '../../src/domain/intake/model.ts';
import type { Example } from './examples.ts';
import { fit } from './fit.ts';

const folds = 4;

/** How well examples are read by a model that learnt from the others; precision and recall are the means over the labels. */
export function crossValidated(examples: readonly Example[]): { right: number; of: number; precision: number; recall: number } {
  const pairs = Array.from({ length: folds }, (_, fold) => {
    const model = openModel(fit(examples.filter((_one, index) => index % folds !== fold)));
    return examples.filter((_one, index) => index % folds === fold).map(({ text, labels }) => {
      const [best] = [...chances(model, featuresOf(text))].sort(([, a], [, b]) => b - a);
      return { read: best?.[0] ?? none, wanted: labels[0] ?? none };
    });
  }).flat();
  const names = [...new Set(pairs.map(({ wanted }) => wanted))];
  const mean = (rate: (name: string) => number): number => names.reduce((sum, name) => sum + rate(name), 0) / names.length;
  const hits = (name: string): number => pairs.filter(({ read, wanted }) => read === name && wanted === name).length;
  return {
    right: pairs.filter(({ read, wanted }) => read === wanted).length, of: pairs.length,
    precision: mean((name) => hits(name) / Math.max(1, pairs.filter(({ read }) => read === name).length)),
    recall: mean((name) => hits(name) / pairs.filter(({ wanted }) => wanted === name).length),
  };
}

/** The weights file: one line a feature, so that a change can be read. */
export function weightsText(weights: Readonly<Record<string, Weights>>): string {
  return `${JSON.stringify(weights).replaceAll('",', '",\n').replaceAll('[[', '[\n[')}\n`;
}
