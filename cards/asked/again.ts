import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { clock, dateOf, minute } from '../../src/domain/time/time.ts';
import { buttonRow, button, card, focus, help as small, line, plain, type Card } from '../kit/kit.ts';
import { short } from '../kit/labels.ts';

/** 「这件事您 09:12 报过」: whether what somebody tells belongs to his matter of the last 24 hours. `message` is what he sent, which is read again when he has chosen. */
export function again({ matter, message, words, now }: { matter: Document<Matter>; message: string; words: string; now: Date }): Card {
  const at = dateOf(new Date(matter.createdAt)) === dateOf(now) ? ` ${clock(matter.createdAt)} ` : ` ${minute(matter.createdAt)} `;
  const choice = (how: 'same' | 'other') => ({ do: 'ask', what: 'again', arg: `${message}|${matter.id}|${how}` }) as const;
  return card({ title: '这件事像是报过的', tint: 'blue', tag: '待选择', summary: `这件事您${at}报过` }, [
    focus(`这件事您${at}报过（${matter.no}）。`),
    line(short(matter.data.project || '未写明项目', 40)),
    plain(`您刚才说的：「${short(words, 80)}」`, 2),
    small('没有点选之前，刚才的话不会登记'),
    buttonRow(button('补充到这一件', choice('same'), { look: 'primary_filled' }), button('是另一件', choice('other'))),
  ]);
}
