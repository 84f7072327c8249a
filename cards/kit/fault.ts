import { button, buttonRow, card, line, plain, type Card, type Tap } from './kit.ts';
import { short } from './labels.ts';

/** K46: something of ours failed. `number` is to be quoted; `typed` is shown again so that nothing is lost; `saved` says which half was done. */
export function fault({ number, typed = {}, saved = false, again }: { number: string; typed?: Readonly<Record<string, unknown>>; saved?: boolean; again?: Tap }): Card {
  const lines = Object.values(typed).flatMap((value) => (Array.isArray(value) ? value.map(String) : typeof value === 'string' ? [value] : [])).filter((text) => text.trim());
  return card({ title: `操作未完成，请重试（${number}）`, tint: 'grey', summary: '操作未完成，请重试' }, [
    line(saved ? '已保存，后续通知稍后补发。' : `没有任何改动。${lines.length ? '您填的内容都在下面，没有丢。' : ''}`),
    ...lines.slice(0, 10).map((text) => plain(short(text, 400), 10)),
    line(`再次未完成，请把编号 ${number} 告诉管理员`),
    buttonRow(again && button('再试一次', again, { look: 'primary_filled' }), button('帮助', { do: 'ask', what: 'help' })),
  ]);
}
