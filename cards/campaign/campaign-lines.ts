import { campaignStates, grounds, liveParts, openParts, type Campaign, type Part } from '../../src/domain/campaign/campaign.ts';
import { shortName } from '../../src/domain/people.ts';
import { dateOf, dayText } from '../../src/domain/time/deadlines.ts';
import { cut } from '../kit/branch-lines.ts';
import type { DrawInput } from '../kit/draw.ts';
import { facts, panel, plain, type Child, type Element, type Tint } from '../kit/kit.ts';

type At = DrawInput<Campaign>;

/** The state in words, short enough for a tag. */
export function stateOf({ doc }: At): string {
  if (doc.state === 'z.closed') return '已结束';
  if (doc.state === 'z.dropped') return '已取消';
  return campaignStates[doc.state as keyof typeof campaignStates] ?? doc.state;
}

/** The colour of the header by state. */
export function tintOf({ doc }: At): Tint {
  return doc.state === 'z.closed' ? 'green' : doc.state === 'z.dropped' ? 'grey' : 'blue';
}

/** 2/3: departments that reported. */
export function reportedOf({ doc }: At): string {
  const all = liveParts(doc.data).length;
  return `${all - openParts(doc.data).length}/${all}`;
}

/** 上级部署　第十条: on what it rests; the paper's name stays with its members. */
export function groundOf({ doc: { data } }: At): string {
  return `${data.ground ? grounds[data.ground] : '未填写'}　第十条`;
}

/** How one department stands, in few words: what is late first, then how far it is. */
export function standingOf(part: Part, today: string): string {
  if (part.report) return '已报送';
  if (part.dueDate < today) return '已过期限';
  if (part.back) return '待补充';
  return part.signedAt ? '进行中' : '待签收';
}

/** Each department in one row: where it stands, its day, what it found; as many as sixteen. */
export function progressRows({ doc, world }: At): Element {
  const today = dateOf(world.now);
  return facts(liveParts(doc.data).slice(0, 16).map((part) => [shortName(world.directory, part.organ), rowOf(part, today)]));
}

function rowOf(part: Part, today: string): string {
  const { checked, found, fixed } = part.tally;
  const day = part.report ? '' : `　${dayText(part.dueDate)}前`;
  return `${standingOf(part, today)}${day}${part.toldAt || part.report ? `　${checked}/${found}/${fixed}` : ''}`;
}

/** The plan, folded. */
export function planPanel(at: At): Child {
  const { doc, world } = at;
  const { goal, document, until, parts } = doc.data;
  const gone = parts.filter((part) => part.released).map((part) => [shortName(world.directory, part.organ), '任务已撤销'] as const);
  return panel('方案', [plain(`目标：${cut(goal, 200)}`, 4), plain(`依据文件：${cut(document, 80)}`, 2), facts([['结束日期', until && dayText(until)], ...gone])]);
}
