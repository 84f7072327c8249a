import { understand } from '../words.ts';
import { featuresOf } from './features.ts';
import { chances } from './model.ts';
import { models } from './models.ts';
import type { Intent } from './reading.ts';

const questionForm = /[?？]\s*$|(吗|呢|来着)$|(能|可以|算|用|该|要).{0,8}不$|^(请问|请教|咨询|想?问一?下|我?想(知道|了解|问|咨询))/;
// The words by which people ask about procedure; in a longer message they belong to a story.
const questionWords = new RegExp([
  /([能可要用该算需管会])不\1/, /归(谁|哪)|(找|向|去|问|给)(谁|哪)|在哪/, /怎么(处理|处罚|办|认定|报|投诉|举报|算|查|写|判|区分|退|要)|(怎样|如何|咋样?)(算|判|认|查|投诉|举报|办|才)/,
  /多(久|长时间|少天|少钱)|(?<![没了这])几天.{0,4}$|[超满]过?几天|罚多少|什么时候公开/, /是什么|什么(是|叫|区别|后果|条件)|啥(区别|意思|后果)/,
].map(({ source }) => source).join('|'));
const brief = 30;
const rhetorical = /有没有人管|没人管吗|谁来管|到底(管|查|有没有)|还有(没有)?王法|凭什么|为什么没人|谁来管管|管不管[？?]?$|合(理|法|规)吗|正常吗|难道/;
const openings: Readonly<Record<string, number>> = { report: 0, question: 0, angry: 0, vague: 0, greeting: 0, nothing: 0 };

/** What the intent is judged by, besides the words. */
export interface Found {
  urgent: boolean;
  /** Violations that are told in plain terms or very like an example. */
  violations: readonly string[];
  /** How like the likeliest violation is. */
  likeness: number;
  /** Names, sums, quoted projects: things that only somebody with a story says. */
  strong: number;
  /** A level or a spoken project name. */
  weak: number;
}

/** What somebody wants: by likeness to examples, where facts told speak for a report and the form of a question against it. */
export function readIntent(text: string, found: Found): Intent {
  const words = text.trim();
  if (!/[\u4e00-\u9fa5A-Za-z0-9]/.test(words)) return 'nothing';
  if (found.urgent) return 'report';
  const said = understand(words);
  if (said !== undefined) return 'ask' in said && said.ask === 'greeting' ? 'greeting' : 'command';
  const points = { ...openings, ...Object.fromEntries(chances(models.intents, featuresOf(words))) };
  const add = (intent: Intent, more: number): void => { points[intent] = (points[intent] ?? 0) + more; };
  const asks = (questionForm.test(words) || (words.length <= brief && questionWords.test(words))) && !rhetorical.test(words);
  const facts = found.violations.filter((code) => code !== 'BZW').length;
  add('report', 0.4 * found.strong + 0.15 * found.weak);
  // Against a story the form of a question weighs more than against anger or a greeting: no question may become a matter.
  if (asks) add('question', (points.report ?? 0) > 0.5 ? 1.1 : 0.5);
  else add('report', (facts > 0 ? 0.25 : 0) + (words.length > 24 ? 0.15 : 0) + 0.2 * found.likeness);
  add('vague', words.length < 14 && found.strong === 0 ? 0.05 : 0);
  const [best] = Object.entries(points).sort(([, a], [, b]) => b - a);
  return (best?.[0] ?? 'nothing') as Intent;
}
