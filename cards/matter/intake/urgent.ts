import { button, buttonRow, card, focus, help as small, line, type Card } from '../../kit/kit.ts';

/** K49: safety first, at once; who is told besides. */
export function urgent({ phone, told }: { phone: string; told: readonly string[] }): Card {
  return card({ title: '请先保证安全', tint: 'red', tag: '紧急', summary: '请先保证安全' }, [
    focus('有人身危险，请立即拨打 110。'),
    line(told.length ? `正在通知：${told.join('、')}` : `也可以打中心值班电话 ${phone}。`),
    told.length > 0 && line(`中心值班电话 ${phone}`),
    small('登记可以之后再补，时间以您第一条消息为准'),
    buttonRow(button('已报警', { do: 'ask', what: 'urgent', arg: 'police' }, { look: 'primary_filled' }), button('没有危险，照常登记', { do: 'ask', what: 'urgent', arg: 'safe' })),
  ]);
}

/** D10: half an hour after he told of danger and said nothing more. */
export function safety({ phone }: { phone: string }): Card {
  return card({ title: '您现在安全吗？', tint: 'red', tag: '紧急', summary: '您现在安全吗' }, [
    focus('您现在安全吗？'),
    line(`有危险请拨打 110，或者中心值班电话 ${phone}。`),
    buttonRow(button('安全', { do: 'ask', what: 'urgent', arg: 'safe' }, { look: 'primary_filled' }), button('需要联系我', { do: 'ask', what: 'urgent', arg: 'contact' })),
  ]);
}
