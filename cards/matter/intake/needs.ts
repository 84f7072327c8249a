import { button, buttonRow, card, help as small, line, plain, type Card, type Tap } from '../../kit/kit.ts';
import { short } from '../../kit/labels.ts';

/** A question with buttons for its answers (D2, D5, D12): at most two things are asked, and there is always a way out. */
export function needs({ questions, words, answers }: { questions: readonly string[]; words: string; answers?: readonly { text: string; tap: Tap }[] }): Card {
  const ways = answers ?? [{ text: '不是报线索', tap: { do: 'ask', what: 'help' } as const }];
  const asked = questions.length ? questions.slice(0, 2) : ['是哪个项目？不清楚项目名，说路段或招标单位也可以。', '您看到或听到了什么？'];
  return card({ title: `想先问${asked.length > 1 ? '两' : '一'}点`, tint: 'blue', summary: '想先问您' }, [
    ...asked.map((question, at) => line(asked.length > 1 ? `${at + 1}　${question}` : question)),
    plain(`您说的：「${short(words, 80)}」`, 2),
    small('直接回复就可以，照片文件可以一起发'),
    buttonRow(...ways.slice(0, 3).map((way) => button(way.text, way.tap))),
  ]);
}
