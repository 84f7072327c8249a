import type { Tap } from '../../cards/kit/kit.ts';

type Node = Record<string, unknown>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object inside a card, parents first. */
export function nodes(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodes);
  return isNode(value) ? [value, ...Object.values(value).flatMap(nodes)] : [];
}

/** Every component with a tag of this name. */
export function tagged(card: unknown, tag: string): Node[] {
  return nodes(card).filter((node) => node['tag'] === tag);
}

/** How many things with a tag a card holds, as the platform counts them. */
export function elementCount(card: unknown): number {
  return nodes(card).filter((node) => typeof node['tag'] === 'string').length;
}

/** Bytes of a card as it is sent. */
export function byteSize(card: unknown): number {
  return Buffer.byteLength(JSON.stringify(card));
}

/** Every tap a card offers: on buttons, on rows, in menus. */
export function taps(card: unknown): Tap[] {
  return labelledTaps(card).map(({ tap }) => tap);
}

/** Every tap with the text of its button, row or menu entry; a row that holds other things has none. */
export function labelledTaps(card: unknown): { tap: Tap; text: string }[] {
  const textOf = (node: Node): string => (isNode(node['text']) && typeof node['text']['content'] === 'string' ? node['text']['content'] : '');
  const direct = nodes(card).flatMap((node) => (Array.isArray(node['behaviors']) ? node['behaviors'] : []).map((behavior) => ({ tap: (behavior as { value: Tap }).value, text: textOf(node) })));
  const menus = tagged(card, 'overflow').flatMap((menu) => menu['options'] as Node[]).map((option) => ({ tap: JSON.parse(String(option['value'])) as Tap, text: textOf(option) }));
  return [...direct, ...menus];
}

/** Every Markdown text. */
export function markdowns(card: unknown): string[] {
  return tagged(card, 'markdown').map((node) => String(node['content']));
}

/** Every text that is shown, Markdown and plain. */
export function texts(card: unknown): string[] {
  return [...markdowns(card), ...tagged(card, 'plain_text').map((node) => String(node['content']))];
}

/** The lines in bold. */
export function boldLines(card: unknown): string[] {
  return markdowns(card).filter((content) => content.includes('**'));
}

/** Buttons that look like buttons; links and menus are not among them. */
export function plainButtons(card: unknown): Node[] {
  return tagged(card, 'button').filter((button) => button['type'] !== 'text');
}

/** The texts of all buttons and menu entries. */
export function buttonTexts(card: unknown): string[] {
  const menus = tagged(card, 'overflow').flatMap((menu) => menu['options'] as { text: { content: string } }[]);
  return [...tagged(card, 'button').map((button) => (button['text'] as { content: string }).content), ...menus.map((option) => option.text.content)];
}

/** What a form would send if nobody touched it, as the platform sends it. */
export function untouched(card: unknown): Record<string, unknown> {
  const fields = tagged(card, 'form').flatMap(nodes).filter((node) => typeof node['name'] === 'string' && node['tag'] !== 'form' && node['tag'] !== 'button');
  return Object.fromEntries(fields.map((node) => [node['name'], node['selected_values'] ?? node['initial_option'] ?? node['default_value'] ?? (node['initial_date'] ? `${String(node['initial_date'] as string)} +0800` : '')]));
}

/** Words and marks that no text of ours holds (experience 8.3). */
export const unwanted = /！|(?<!不作)认定(?!依据|部门)|坐实|查明犯罪|犯罪分子|嫌疑人|违法分子|黑中介|黑名单|中标无效|恶意举报|告状|刁民|拖延|失职|不作为|问责|通报批评|务必|立刻|马上|抓紧|AI ?判断|智能识别|用户|工单|流程实例|提交成功|抱歉|哎呀|亲爱|哦|请勿(?!发送涉密)|非法|无效|逾期(?!督办)/;

/** A date without its weekday. */
export const bareDate = /\d{1,2}月\d{1,2}日(?!（周[一二三四五六日]）)/;
