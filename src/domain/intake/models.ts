import weights from '../data/intake-weights.json' with { type: 'json' };
import { openModel } from './model.ts';

/** What is learnt from `src/domain/data/intake-examples`; written by `npm run intake:train`. */
export const models = {
  violations: openModel(weights.violations), categories: openModel(weights.categories), intents: openModel(weights.intents), kinds: openModel(weights.kinds),
};
