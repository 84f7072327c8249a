import { articleOf, cardTitle, coverage, gapsOf, speakingTest, type Line } from './coverage/lines.ts';
import { articles, notBuilt } from './coverage/regulation-data.ts';

/** `npm run coverage:regulation`: the regulation from article to test; exits 1 where an act that is built has no card or no test. */
function main(): void {
  const { lines, held } = coverage();
  for (const article of articles) {
    process.stdout.write(`\n${article.no} ${article.title}\n`);
    for (const { what, why } of notBuilt.filter((one) => one.article === article.no)) process.stdout.write(`  不在本版：${what}。${why}\n`);
    for (const line of lines.filter((one) => articleOf(one) === article.no)) process.stdout.write(`${printed(line)}\n`);
  }
  const named = held.filter(({ tests }) => tests.length);
  process.stdout.write(`\nAC 检查：${held.length} 项，有同名测试 ${named.length} 项\n`);
  for (const { check, outside } of held.filter(({ tests }) => !tests.length)) process.stdout.write(`  ${outside ? '不在本版' : '没有测试'} ${check.id} ${check.says}${check.open ? ` → ${check.open}` : ''}\n`);
  const open = lines.filter((line) => gapsOf(line).length);
  process.stdout.write(`\n动作：${lines.length} 行，缺卡片或测试 ${open.length} 行\n`);
  for (const line of open) process.stdout.write(`  ${line.kind}.${line.row.act} ${line.row.verb}: ${gapsOf(line).join(', ')}\n`);
  if (open.length) process.exitCode = 1;
}

function printed(line: Line): string {
  const { kind, row, cards, papers, tests } = line;
  const first = speakingTest(line) ?? tests[0];
  const more = tests.length > 1 ? `（另 ${tests.length - 1} 个）` : '';
  return [`  ${kind}.${row.act} ${row.verb} ${row.article}`, `卡片 ${cards.map(cardTitle).join('、') || '—'}`, `文书 ${papers.join('、') || '—'}`, `测试 ${first ? `${first.file}: ${first.name}${more}` : '—'}`].join(' → ');
}

main();
