import type { Matter } from '../../src/domain/matter/matter.ts';
import { redacted } from '../../src/domain/reporter/redact.ts';
import type { ReportedPerson } from '../../src/domain/reporter/reported-people.ts';
import { act, may, refusalLine, show, type DocCard, type DrawInput } from '../kit/draw.ts';
import { button, buttonRow, card, focus, help, more, plain, type Card } from '../kit/kit.ts';
import { organName } from '../kit/labels.ts';
import { isStaff, unknownCard } from '../matter/matter-parts.ts';
import { progress } from '../matter/progress/progress.ts';

type Input = DrawInput<Matter>;

/** 核对被反映人: whether a name in the words is that of somebody in the directory; until it is said the matter is kept from him. */
export const reportedPerson: DocCard<Matter> = (input) => {
  if (input.viewer.group || !isStaff(input, input.doc)) return unknownCard();
  return askedPerson(input, 'reported-person') ?? progress(input);
};

/** The question about the first name that nobody has answered yet; undefined where there is none, or the viewer may not answer. */
export function askedPerson(input: Input, name: string): Card | undefined {
  const { doc } = input;
  const open = doc.data.reportedPeople.filter((one) => one.is === 'asked');
  const asked = open[0];
  if (!asked || !may(input, 'settle')) return undefined;
  const answer = (is: 'yes' | 'no') => act(input, 'settle', { card: name, input: { name: asked.name, of: asked.of, is } });
  return card({ title: '核对被反映人', subtitle: doc.no, tint: 'yellow', tag: '待核对', summary: `${doc.no} 待核对` }, [
    refusalLine(input),
    focus(`原文中的“${asked.name}”是不是${organName(asked.of)}的${calledHere(input, asked)}？`),
    plain(around(redacted(doc.data.words), asked.name), 3),
    help(`核对前，本件对其不可见，也不会通知到他${open.length > 1 ? `；还有 ${open.length - 1} 人待核对` : ''}`),
    buttonRow(button('是本人，被反映', answer('yes'), { look: 'primary_filled' }), button('不是', answer('no')), name === 'triage' && more([{ text: '先分办', tap: show(input, name, 'decide') }])),
  ]);
}

function calledHere({ world }: Input, { name, of }: ReportedPerson): string {
  const person = [...world.directory.people.values()].find((one) => one.name === name && one.organ === of);
  return `${name}${person?.title ? `（${person.title}）` : ''}`;
}

function around(words: string, name: string): string {
  const at = words.indexOf(name);
  if (at < 0) return `涉及：${name}`;
  const from = Math.max(0, at - 30);
  return `${from > 0 ? '…' : ''}${words.slice(from, at + name.length + 40)}${words.length > at + name.length + 40 ? '…' : ''}`;
}
