import { writeFileSync } from 'node:fs';
import { fit } from './intake/fit.ts';
import { lessons } from './intake/examples.ts';
import { crossValidated, weightsText } from './intake/validate.ts';

const file = new URL('../src/domain/data/intake-weights.json', import.meta.url);

for (const [field, examples] of Object.entries(lessons())) {
  const { right, of, precision, recall } = crossValidated(examples);
  const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
  process.stdout.write(`${field}: ${examples.length} examples, ${percent(right / of)} right on those not learnt from, precision ${percent(precision)}, recall ${percent(recall)}\n`);
}
const text = weightsText(Object.fromEntries(Object.entries(lessons()).map(([field, examples]) => [field, fit(examples)])));
writeFileSync(file, text);
process.stdout.write(`${file.pathname}: ${Math.round(Buffer.byteLength(text) / 1024)} KB\n`);
