import { button, card, focus, help as small, line, type Card } from '../kit/kit.ts';

/** K49: safety first, at once. */
export function urgent({ phone }: { phone: string }): Card {
  return card({ title: '请先保证安全', tint: 'red', tag: '紧急', summary: '请先保证安全' }, [
    focus('有人身危险，请拨打 110。'),
    line(`也可以打中心值班电话 ${phone}。`),
    small('登记可以之后再补，时间以您第一条消息为准'),
    button('没有危险，照常登记', { do: 'ask', what: 'continue' }, { wide: true }),
  ]);
}
