import { box, button, buttonRow, card, focus, help as small, line, more, plain, type Card } from '../kit/kit.ts';

/** K26, on first entry and after long silence; staff with duties read how many instead of the example. */
export function welcome({ duties, phone }: { duties: number; phone: string }): Card {
  return card({ title: '您好，我是协同监督助手', tint: 'blue', summary: '您好，我是协同监督助手' }, [
    focus('说一句话、发一张照片，就能报线索。'),
    duties > 0 ? line(`您有 ${duties} 件待办`) : plain('例：水利的标，中标的把活整个转给了包工头', 2),
    box('我来整理，您来核对；中心一般 2 个工作日内转给主管部门，办到哪一步会告诉您。'),
    small('单聊为保密受理，不是匿名。请勿发送涉密文件'),
    small(`有人身危险先拨打 110。值班电话 ${phone}`),
    buttonRow(
      button(duties > 0 ? '我的待办' : '报线索', { do: 'ask', what: duties > 0 ? 'todo' : 'report' }, { look: 'primary_filled' }),
      button(duties > 0 ? '报线索' : '我报的', { do: 'ask', what: duties > 0 ? 'report' : 'mine' }),
      button('查进度', { do: 'ask', what: 'progress' }),
      more([{ text: duties > 0 ? '我报的' : '我的待办', tap: { do: 'ask', what: duties > 0 ? 'mine' : 'todo' } }, { text: '帮助', tap: { do: 'ask', what: 'help' } }]),
    ),
  ]);
}
