import organs from '../data/organs.json' with { type: 'json' };
import type { Guess } from './reading.ts';
import { clauseAt } from './scan.ts';

// Short words such as 水利 or 财政 name a trade far more often than the organ.
const aliases = organs
  .filter(({ code }) => !['QIQU', 'ZZQ', 'R12345'].includes(code))
  .flatMap(({ code, short, name, aliases: more }) => [short, name, ...more].map((words) => ({ code, words })))
  .filter(({ words }) => /(局|委|委员会|厅|站|科|中心|检察院|办)$/.test(words) && words !== '中心')
  .sort((a, b) => b.words.length - a.words.length);

const neglectWords = /不管|不查|不处理|不理|不受理|推诿|推来推去|踢皮球|包庇|压着不|压着没|睁一只眼|敷衍|不移送|装看不见|没人管|不作为|不履职|拖着不办|不给答复|护着/;
const misdeed = /(的人|工作人员|人员|干部|领导|局长|科长|主任|处长|书记).{0,24}(收|要|索|打招呼|打电话|插手|干预|授意|指定|泄|漏|透露|改|帮|违规|私下|吃拿|包庇|暗示|关照|入股)/;
const accused = /^.{0,2}(举报|投诉|检举|控告)/;
const tenderer = /^(那边|口)?的?(标|项目|工程)/;

/** Every organ mentioned, longest name first, at its place. */
export function organsIn(text: string): { code: string; words: string; at: number }[] {
  const found: { code: string; words: string; at: number }[] = [];
  for (const { code, words } of aliases) {
    for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      const free = !found.some((other) => at < other.at + other.words.length && other.at < at + words.length);
      if (free) found.push({ code, words, at });
    }
  }
  return found.sort((a, b) => a.at - b.at);
}

/** Organs that the text itself reports: they do not act, or their people did wrong. 「交通局的项目」 names the tenderer only. */
export function readReported(text: string): Guess<string>[] {
  const seen = new Set<string>();
  return organsIn(text).flatMap(({ code, words, at }) => {
    const clause = clauseAt(text, at);
    const after = clause.slice(clause.indexOf(words) + words.length);
    const before = clause.slice(0, clause.indexOf(words));
    if (tenderer.test(after) || seen.has(code)) return [];
    const told = /(向|找|跟|给)(了)?(市)?$/.test(before) && /^.{0,6}(反映|举报|投诉|报)/.test(after);
    const neglect = neglectWords.test(told ? text.slice(at) : after);
    if (!neglect && !misdeed.test(after) && !(accused.test(before) && after === '')) return [];
    seen.add(code);
    return [{ value: code, words, why: neglect ? '反映该单位不办理' : '反映该单位或其人员', sure: false }];
  });
}

const traps: readonly { find: RegExp; question: string }[] = [
  { find: /市监委/, question: '您说的“市监委”是哪一个？市纪委监委，还是市市场监管局？' },
  { find: /招标办|招管办|公管办|招投标办/, question: '这里没有“招标办”，您说的是哪个单位？' },
  { find: /(?<![\u4e00-\u9fa5]局|局的?)(?<!住建|水利|财政|交通|公安|教育|卫生|农牧|能源|林草|环保|商务|审计|税务|工信|发改)(局长|副局长)/, question: '您说的局长是哪个单位的？' },
];

/** A question where the name of an organ could mean two (alias traps of domain section 2). */
export function trapQuestions(text: string): string[] {
  return traps.filter(({ find }) => find.test(text)).map(({ question }) => question);
}
