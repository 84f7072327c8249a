import type { Kind } from '../../src/domain/document.ts';
import { destinations } from '../../src/domain/competence/destinations.ts';
import { articleOf, cardTitle, coverage, isOfSystem, speakingTest, type Coverage, type Held, type Line } from './lines.ts';
import { articles, notBuilt, withoutAct, withoutCard, type Article } from './regulation-data.ts';

const kindNames: Readonly<Record<Kind, string>> = { matter: '事项', forward: '转办', referral: '核实', transfer: '移送', meeting: '会商', joint: '联合执法', delegation: '代办', complaint: '投诉', opening: '查阅举报人信息', organ: '名册', handover: '交接', campaign: '专项行动', delivery: '送达' };

/** The whole page docs/regulation.md as it should be. */
export function regulationPage(has: Coverage = coverage()): string {
  return [
    '<!-- 由 npm run docs 生成，请勿手改。 -->', '<!-- prettier-ignore-start -->', '',
    '# The regulation, article by article', '',
    'What this version holds of 《鄂尔多斯市公共资源交易协同监督管理办法（试行）》, read from the code: the acts of the flow tables, the cards as they are drawn in every state, the written documents that an act asks for, and the tests. `npm run coverage:regulation` prints the same and fails where an act has no card or no test.', '',
    'An act names the test that speaks of it; where tests only do it on their way, it names their folder. Acts of the system follow from others and are marked （系统） where they bring no card. A check is held where a test is named after it, and open where it says 无. What is left out on purpose is marked 不在本版 with the reason.', '',
    ...summary(has), ...articles.flatMap((article) => section(article, has)),
    '<!-- prettier-ignore-end -->', '',
  ].join('\n');
}

function summary({ lines, held }: Coverage): string[] {
  const rows = articles.map((article) => {
    const of = held.filter(({ check }) => belongs(check.id, article));
    const out = notBuilt.filter((one) => one.article === article.no);
    return `| ${article.no} ${article.title} | ${lines.filter((line) => articleOf(line) === article.no).length} | ${of.filter(({ tests }) => tests.length).length} / ${of.length} | ${out.map(({ what }) => what).join('；')} |`;
  });
  return ['| Article | Acts | Checks held | 不在本版 |', '|---|---|---|---|', ...rows, ''];
}

function section(article: Article, { lines, held }: Coverage): string[] {
  const own = lines.filter((line) => articleOf(line) === article.no);
  return [
    `## ${article.no} ${article.title}`, '', article.says, '',
    ...notBuilt.filter((one) => one.article === article.no).flatMap(({ what, why }) => [`**不在本版：${what}。** ${why}`, '']),
    ...(withoutAct[article.no] ? [withoutAct[article.no] ?? '', ''] : []),
    ...(own.length ? ['| 动作 | 卡片 | 文书 | 测试 |', '|---|---|---|---|', ...own.map(lineRow), ''] : []),
    ...(article.no === '第十一条' ? items() : []),
    '| 检查 | | 测试 |', '|---|---|---|', ...held.filter(({ check }) => belongs(check.id, article)).map(checkRow), '',
  ];
}

function lineRow(line: Line): string {
  const { kind, row, cards, papers, tests } = line;
  const place = isOfSystem(row) ? '（系统）' : (withoutCard[`${kind}.${row.act}`] ?? '');
  const shown = [...cards.map(cardTitle), ...(cards.length ? [] : [place])].filter(Boolean).join('、');
  const speaking = speakingTest(line);
  const room = tests[0]?.file.replace(/[^/]+$/, '');
  return `| ${kindNames[kind]}：${row.verb}${row.article === articleOf(line) ? '' : `（${row.article}）`} | ${shown || '**无**'} | ${papers.map((paper) => `《${paper}》`).join('')} | ${speaking ? cited(speaking) : room ? `\`${room}\`` : isOfSystem(row) ? '' : '**无**'} |`;
}

function items(): string[] {
  const all = Object.values(destinations).filter(({ article }) => article.startsWith('第十一条'));
  return ['The items differ in the destination alone; report, approval, letter and receipt are the acts above.', '', '| 项 | 去向 |', '|---|---|', ...all.map(({ article, name }) => `| ${article} | ${name} |`), ''];
}

function checkRow({ check, tests, outside }: Held): string {
  const first = tests[0];
  return `| ${check.id} | ${check.says} | ${first ? cited(first) : outside ? '不在本版' : `**无** ${check.open ?? ''}`} |`;
}

const cited = ({ file, name }: { file: string; name: string }): string => `${name.replaceAll('|', '\\|').replace(/%\w|\$\w+/g, '…')}<br>\`${file}\``;

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

/** Whether a check is one of an article: AC-11.3 of 第十一条. */
function belongs(id: string, article: Article): boolean {
  return `第${numerals[Number(/^AC-(\d+)\./.exec(id)?.[1]) - 1] ?? ''}条` === article.no;
}
