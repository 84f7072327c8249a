import { button, buttonRow, card, focus, help as small, line, type Card } from '../../kit/kit.ts';

/** D6: files came before words. */
export function fileFirst({ count }: { count: number }): Card {
  return card({ title: `收到 ${count} 个文件`, tint: 'blue', tag: '待说明', summary: `收到 ${count} 个文件` }, [
    focus('请说一句这是什么事。'),
    line('文件已保存并计算校验值，暂存 7 天。'),
    small('什么项目、谁、做了什么、您怎么知道的；想到多少说多少'),
    buttonRow(button('继续填草稿', { do: 'ask', what: 'continue' }), button('不要了', { do: 'ask', what: 'discardFiles' })),
  ]);
}
