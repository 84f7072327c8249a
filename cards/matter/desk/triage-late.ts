import { dayText } from '../../../src/domain/time/time.ts';
import { nameOf } from '../../../src/domain/people.ts';
import type { Matter } from '../../../src/domain/matter/matter.ts';
import { may, opens, show, type DocCard } from '../../kit/draw.ts';
import { button, buttonRow, card, facts, focus, help, more } from '../../kit/kit.ts';
import { centerClock, isStaff, originText, suggestionText, unknownCard } from '../matter-parts.ts';
import { progress } from '../progress/progress.ts';

/** The Center's own limit has passed: to its head, with a date, the clerk and a way out; becomes K33 once the matter has gone. */
export const triageLate: DocCard<Matter> = (input) => {
  const { doc, world } = input;
  if (input.viewer.group || !isStaff(input, doc)) return unknownCard();
  if (doc.state !== 'registered' || !may(input, 'send')) return progress(input);
  const limit = centerClock(doc);
  const due = dayText(limit?.due.dueDate ?? '');
  return card({ title: '已过转办期限', subtitle: doc.no, tint: 'orange', tag: '待转办', summary: `${doc.no} 应于 ${due}转出` }, [
    focus(`应于 ${due}转出，尚未转出`),
    facts([
      ['经办', doc.data.clerk ? nameOf(world.directory, doc.data.clerk) : '尚无人领办'],
      ['建议承办', suggestionText(doc.data)],
      ['期限依据', originText(limit)],
    ]),
    help('转出或告知不适用后，不再提醒本件'),
    buttonRow(
      button('去分办', show(input, 'triage', ''), { look: 'primary_filled' }),
      more([...(limit ? [{ text: '期限怎么算的', tap: opens(doc, 'how-counted', limit.rule) }] : []), { text: '看进展', tap: opens(doc, 'progress') }]),
    ),
  ]);
};
