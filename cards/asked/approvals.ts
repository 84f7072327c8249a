import type { Duty } from '../../src/domain/duties.ts';
import { opens } from '../kit/draw.ts';
import { dutyRow } from '../kit/duty-rows.ts';
import { button, card, focus, help, type Card } from '../kit/kit.ts';

const most = 8;

/** What a head gets instead of one more approval from the fourth on: a list of them, soonest first; each is still opened and decided by itself. */
export function approvals({ now, duties }: { now: Date; duties: readonly Duty[] }): Card {
  const [first] = duties;
  return card({ title: `移送审批　${duties.length} 件`, tint: 'red', tag: '待您决定', summary: `移送审批 ${duties.length} 件` }, [
    focus('请逐件打开，分别决定'),
    ...duties.slice(0, most).map((duty) => dutyRow(duty, now)),
    help(duties.length > most ? `还有 ${duties.length - most} 件，说「我的待办」可看全部。决定后不再提醒该件` : '决定后不再提醒该件'),
    first && button('从第一件开始', opens(first.doc, first.card, first.face), { look: 'primary_filled', wide: true }),
  ]);
}
