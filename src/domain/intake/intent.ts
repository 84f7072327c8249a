import { understand } from '../words.ts';
import { featuresOf } from './features.ts';
import { chances } from './model.ts';
import { models } from './models.ts';
import type { Intent } from './reading.ts';

const asking = /[?？]\s*$|^(请问|请教|咨询|想?问一?下|我?想(知道|了解|问|咨询))|归谁|归哪|怎么(处理|处罚|办|认定|报|投诉|举报|算|查|写)|多久|多长时间|几天|多少天|是什么|什么是|吗$|呢$/;
const rhetorical = /有没有人管|没人管吗|到底(管|查|有没有)|还有(没有)?王法|凭什么|为什么没人|谁来管管|管不管|合(理|法|规)吗|正常吗|难道/;
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
  const asks = asking.test(words) && !rhetorical.test(words);
  const facts = found.violations.filter((code) => code !== 'BZW').length;
  add('report', 0.4 * found.strong + 0.15 * found.weak + (facts > 0 ? 0.25 : 0) + (words.length > 24 ? 0.15 : 0) + 0.2 * found.likeness);
  add('question', asks ? 0.6 : 0);
  add('vague', words.length < 14 && found.strong === 0 ? 0.05 : 0);
  const [best] = Object.entries(points).sort(([, a], [, b]) => b - a);
  return (best?.[0] ?? 'nothing') as Intent;
}
