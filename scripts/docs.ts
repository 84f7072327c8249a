import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { kinds, type Flow, type Kind, type Row } from '../src/domain/document.ts';
import { flows } from '../src/domain/flows.ts';
import { limitRule, type LimitRule } from '../src/domain/time/limits.ts';
import { staffRoleNames, type Role } from '../src/domain/people.ts';
import { spanText } from '../src/domain/time/time.ts';
import { regulationPage } from './coverage/page.ts';
import { found, textOf, unique } from './flow-text.ts';

type AnyRow = Row<unknown>;

const root = join(import.meta.dirname, '..');

// Every page that is generated from the code.
const pages: readonly { path: string; text(): string }[] = [{ path: 'docs/flow.md', text: flowPage }, { path: 'docs/regulation.md', text: regulationPage }];

const titles: Readonly<Record<Kind, string>> = { matter: '事项', forward: '转办', referral: '核实与审批', transfer: '移送与回执', meeting: '会商', joint: '联合执法', delegation: '代办', complaint: '投诉', opening: '查阅举报人信息', organ: '单位名册', handover: '工作交接', campaign: '专项行动', delivery: '送达待人工确认' };

/** Every role in Chinese, as the flow page and the glossary name it. */
export const roleNames: Readonly<Record<Role, string>> = {
  ...staffRoleNames, REPORTER: '反映人', VERIFIER: '核实人员', CO_HEAD: '会同部门主要负责人', LEAD: '牵头部门', OFFICER: '执法人员', RECUSED: '被提出回避的人', SELF: '本人', DELEGATE: '代办人', ANYONE: '任何人', clock: '时钟', system: '系统', outside: '受移送机关（回执链接）',
};

/** Where a row may lead: state names, `=` where it may stay. */
export function targetsOf(flow: Flow<unknown>, row: AnyRow): readonly string[] {
  if (typeof row.to === 'string') return [row.to];
  const text = textOf(row.to);
  const named = found(text, /["'`]([\w.]+)["'`]/g).filter((word) => word in flow.states);
  return /doc\.state/.test(String(row.to)) && !named.some((state) => row.from.includes(state)) ? ['=', ...named] : named;
}

/** The limits that a row starts and stops, by number. */
export function limitsOf(row: AnyRow): { start: readonly string[]; stop: readonly string[] } {
  const text = textOf(row.clocks);
  const stopped = found(text, /stop:\s*\[([^\]]*)\]/g).join(' ');
  return { start: found(text.replace(/stop:\s*\[[^\]]*\]/g, ''), /["'`](T\d\d)["'`]/g), stop: found(stopped, /["'`](T\d\d)["'`]/g) };
}

function stateName(flow: Flow<unknown>, state: string): string {
  if (state === '=') return '不变';
  return state === '*' ? '任何未办结状态' : `${flow.states[state] ?? state} \`${state}\``;
}

function line(flow: Flow<unknown>, row: AnyRow): string {
  const { start, stop } = limitsOf(row);
  const cells = [
    row.from.map((state) => stateName(flow, state)).join('<br>'),
    `${row.verb} \`${row.act}\``,
    row.by.map((role) => roleNames[role]).join('、'),
    targetsOf(flow, row).map((state) => stateName(flow, state)).join('<br>'),
    row.article,
    `\`${row.code}\``,
    [start.length ? `起 ${start.toSorted().join('、')}` : '', stop.length ? `止 ${stop.toSorted().join('、')}` : ''].filter(Boolean).join('；'),
    unique([...found(textOf(row.guard), /["'`](E-\d{3})["'`]/g), ...(row.unchosen?.code.startsWith('E-') ? [row.unchosen.code] : [])]).sort().join('、'),
  ];
  return `| ${cells.join(' | ')} |`;
}

const idOf = (state: string): string => state.replaceAll('.', '_');

function diagram(flow: Flow<unknown>): string[] {
  const edges = new Map<string, string[]>();
  for (const row of flow.rows) {
    for (const from of row.from) {
      for (const to of targetsOf(flow, row).filter((state) => state !== '=' && state !== from)) {
        const edge = `${from === 'new' ? '[*]' : idOf(from)} --> ${idOf(to)}`;
        edges.set(edge, unique([...(edges.get(edge) ?? []), row.verb]));
      }
    }
  }
  const named = Object.entries(flow.states).filter(([state]) => state !== 'new').map(([state, name]) => `  state "${name}" as ${idOf(state)}`);
  return ['```mermaid', 'stateDiagram-v2', ...named, ...[...edges].map(([edge, verbs]) => `  ${edge} : ${verbs.join('／')}`), ...flow.final.map((state) => `  ${idOf(state)} --> [*]`), '```'];
}

function section(kind: Kind): string[] {
  const flow = flows[kind];
  const sealed: readonly string[] = flow.sealed;
  return [
    `## ${titles[kind]} \`${kind}\``, '',
    `落库加密的字段：${sealed.map((field) => `\`${field}\``).join('、') || '无'}。办结状态：${flow.final.map((state) => flow.states[state]).join('、')}。`, '',
    ...diagram(flow), '',
    '| 状态 | 动作 | 谁 | 之后 | 条款 | 留痕代码 | 时限 | 可能的拒绝 |', '|---|---|---|---|---|---|---|---|',
    ...flow.rows.map((row) => line(flow, row)), '',
  ];
}

function limitLine(rule: LimitRule): string {
  return `| ${rule.id} | ${rule.what} | ${rule.amount === null ? '逐案设定' : spanText(rule.amount, rule.unit)} | ${rule.basis} |`;
}

/** The whole page docs/flow.md as it should be. */
export function flowPage(): string {
  const used = unique(kinds.flatMap((kind) => flows[kind].rows.flatMap((row) => [...limitsOf(row).start, ...limitsOf(row).stop]))).sort();
  return [
    '<!-- 由 npm run docs 生成，请勿手改。 -->', '<!-- prettier-ignore-start -->', '',
    '# 流程表', '',
    '本页由 `src/domain/flows.ts` 里的流程表生成。一行就是一个动作：从什么状态、由谁、做什么、到什么状态，依据哪一条，留痕代码是什么，启动或停止哪些时限。',
    '「可能的拒绝」只列行内检查的代码；权限不足、状态不符、按钮过期由 `src/domain/decide.ts` 统一拒绝（E-203、E-406、E-901、E-900、E-902、stale）。代码对应的中文在 `cards/kit/texts.ts`。', '',
    ...kinds.flatMap(section),
    '## 流程用到的时限', '', '| 编号 | 内容 | 期限 | 依据 |', '|---|---|---|---|',
    ...used.flatMap((id) => limitRule(id) ?? []).map(limitLine), '',
    '<!-- prettier-ignore-end -->', '',
  ].join('\n');
}

/** `npm run docs` writes the generated pages; with `-- --check` it exits 1 where one is out of date. */
function main(): void {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  for (const { path, text } of pages) {
    const wanted = text();
    const file = join(root, path);
    const same = existsSync(file) && readFileSync(file, 'utf8') === wanted;
    if (values.check && !same) {
      process.stderr.write(`${path} 与代码不一致，请运行 npm run docs\n`);
      process.exitCode = 1;
      continue;
    }
    if (!same) writeFileSync(file, wanted);
    process.stdout.write(same ? `${path} 是最新的\n` : `已写 ${path}\n`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) main();
