import { clock, dayText } from '../../../src/domain/time/time.ts';
import { dateOf } from '../../../src/domain/time/deadlines.ts';
import { button, card, focus, help as small, line, type Card } from '../../kit/kit.ts';

/** K23, one to one to whoever named a reporter in a group; the group itself sees nothing of it. `at` is the ISO instant of his message. */
export function secret({ at, now }: { at: string; now: Date }): Card {
  const day = dateOf(new Date(at)) === dateOf(now) ? '' : dayText(at);
  return card({ title: '请尽快撤回', tint: 'red', tag: '保密', summary: '请查看' }, [
    focus(`请长按您 ${day}${clock(at)} 的消息撤回`),
    line('您在群里发的这条消息中，可能含举报人身份信息。'),
    line('撤回后，请到这里补充。'),
    small('其他人看不到这张卡片；内容未登记、未转发'),
    button('去单聊补充', { do: 'ask', what: 'report' }, { look: 'primary_filled', wide: true }),
  ]);
}
