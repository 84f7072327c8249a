import { delays, type Explained } from '../../src/domain/delay.ts';
import { dayText } from '../../src/domain/time/deadlines.ts';
import { cut, stamp } from './branch-lines.ts';
import { back } from './controls.ts';
import { refusalLine, typedText, type DrawInput } from './draw.ts';
import { day, focus, form, help, plain, select, submit, type Child, type Element, type Tap } from './kit.ts';

/** What was said on a limit that was not kept, shown at every later stage; nothing where nothing was. */
export function explainedLine(told: Explained | null): Element | undefined {
  return told ? plain(`部门说明（${stamp(told.at).split(' ')[0] ?? ''} ${cut(told.by, 20)}）：${delays[told.reason]}，预计 ${dayText(told.expected)}`, 2) : undefined;
}

/** The face 说明原因: a reason and an expected day; the limit stays as it is. */
export function delayFace(at: DrawInput, what: { card: string; focus: string; told: Explained | null; note: string; tap: Tap }): Child[] {
  return [
    refusalLine(at), focus(what.focus),
    form('explain', [
      select('reason', '原因 *', { options: Object.entries(delays).map(([value, text]) => ({ value, text })), value: typedText(at, 'reason', what.told?.reason ?? '') }),
      day('expected', '预计日期 *', { value: typedText(at, 'expected', '').slice(0, 10) }),
      help(what.note),
      submit('send', '说明原因', { tap: what.tap, look: 'primary_filled', wide: true }),
    ]),
    back(at, what.card),
  ];
}
