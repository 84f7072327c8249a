import { maySee } from '../../src/domain/acting-for.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { flows } from '../../src/domain/flows.ts';
import { center, nameOf } from '../../src/domain/people.ts';
import { answers, codeNameOf, openQuestions, type Exchange } from '../../src/domain/reporter/exchange.ts';
import { satisfactions } from '../../src/domain/reporter/rating.ts';
import { clock, dayText } from '../../src/domain/time/time.ts';
import { sentenceFace } from '../kit/controls.ts';
import { act, may, show, type DocCard, type DrawInput } from '../kit/draw.ts';
import { button, buttonRow, card, focus, help, panel, plain, type Card, type Child } from '../kit/kit.ts';
import { organName, short } from '../kit/labels.ts';
import { unknownCard } from '../matter/matter-parts.ts';

type Input = DrawInput<Matter>;
const name = 'question';
const most = 6;

/** K48: to the reporter the question that waits, without who asks; to whoever handles the matter what was asked and answered, without who he is. Face: ask. */
export const question: DocCard<Matter> = (input) => {
  const { doc, viewer } = input;
  if (viewer.group || doc.state === 'draft' || doc.state === 'discarded') return unknownCard();
  if (viewer.reporter) return asked(input);
  if (!reads(input)) return unknownCard();
  return input.face === 'ask' && may(input, 'ask') ? asking(input) : exchanged(input);
};

// An auditor sees that something was asked, on the timeline; what was said is for those who handle it.
function reads({ doc, viewer, world }: Input): boolean {
  const roles = flows.matter.roles(doc, viewer.id, world);
  return maySee(flows.matter, { doc, person: viewer.id, world }) && roles.some((role) => role !== 'AUDITOR' && role !== 'HANDLER');
}

function asked(input: Input): Card {
  const { doc } = input;
  const waiting = openQuestions(doc.data);
  const [first] = waiting;
  const said = doc.data.exchange.filter((one) => one.question && one.answer);
  if (!first) {
    const last = said.at(-1);
    return card({ title: `${doc.no} 提问`, tint: 'green', tag: last?.answer ? answers[last.answer] : '已答复', summary: `${doc.no} 提问已答复` }, [
      focus(last?.answer === 'later' ? '想好了随时可以直接回复' : '已转给办理人员'),
      last && plain(`问：${short(last.question, 120)}`, 3),
      help('对方看不到您是谁'),
      last?.answer === 'later' && button('回复', { do: 'ask', what: 'reply', arg: `${doc.id}|${last.id}` }, { look: 'primary_filled', wide: true }),
    ]);
  }
  const answer = (how: 'unknown' | 'later') => act(input, 'answer', { card: name, input: { id: first.id, how } });
  return card({ title: `${doc.no} 办理人员想了解`, tint: 'blue', tag: '待答复', summary: `${doc.no} 有提问待答复` }, [
    focus(waiting.length > 1 ? `有 ${waiting.length} 个问题，先答这一个` : '请您补充一点情况'),
    plain(first.question, 12),
    help('对方看不到您是谁。直接回复文字或文件即可，您的姓名、电话会先隐去'),
    buttonRow(button('回复', { do: 'ask', what: 'reply', arg: `${doc.id}|${first.id}` }, { look: 'primary_filled' }), button('不清楚', answer('unknown')), button('暂不回答', answer('later'))),
  ]);
}

function asking(input: Input): Card {
  const { doc } = input;
  return card({ title: '向举报人提问', subtitle: doc.no, tint: 'blue', tag: '填写中', summary: `${doc.no} 向举报人提问` }, sentenceFace(input, {
    card: name, field: 'text', focus: `问举报人「${codeNameOf(doc.id)}」`, label: '想了解什么 *',
    note: '机器人转达，双方都看不到对方是谁。请只问事实，不写人名、电话', verb: '提问', tap: act(input, 'ask', { card: name }),
  }));
}

function exchanged(input: Input): Card {
  const { doc } = input;
  const mine = doc.data.exchange.filter((one) => mayRead(input, one));
  const waiting = openQuestions({ exchange: mine }).length;
  return card({ title: `与举报人「${codeNameOf(doc.id)}」的往来`, subtitle: doc.no, tint: waiting ? 'blue' : 'green', tag: waiting ? `待答复 ${waiting}` : `${mine.length} 条`, summary: `${doc.no} 与举报人的往来` }, [
    focus(waiting ? '已转给举报人，等待答复' : mine.length ? '举报人的答复在下面' : '还没有往来'),
    ...mine.slice(-most).toReversed().flatMap((one) => lines(input, one)),
    mine.length > most && help(`更早的 ${mine.length - most} 条在台账中`),
    ratingLine(input),
    help('答复按举报人原话转来，可能看出身份的内容已隐去；文件在附件中，名称中性'),
    may(input, 'ask') && button('提问', show(input, name, 'ask'), { look: 'primary_filled', wide: true }),
  ]);
}

// A department reads what it asked itself and what was added; the Center, which coordinates, reads all.
function mayRead({ viewer, world }: Input, one: Exchange): boolean {
  const organ = world.directory.people.get(viewer.id)?.organ;
  return one.question === '' || organ === center || one.of === organ;
}

function lines({ world }: Input, one: Exchange): Child[] {
  const files = one.files ? `（附 ${one.files} 份）` : '';
  const said = one.words ? `${short(one.words, 200)}${files}` : one.files ? `文件 ${one.files} 份` : one.answer ? answers[one.answer] : '等待答复';
  const day = (at: string) => (at ? `${dayText(at)}` : '');
  if (!one.question) return [plain(`补充　${day(one.at)}：${said}`, 6)];
  return [
    plain(`问　${nameOf(world.directory, one.by)}（${organName(one.of)}）${day(one.at)}${clock(one.at)}：${short(one.question, 160)}`, 4),
    plain(`答　${day(one.answeredAt)}${one.answeredAt ? '：' : ''}${said}`, 6),
    one.words.length > 200 && panel('答复全文', [plain(short(one.words, 900), 40)]),
  ];
}

function ratingLine({ doc, viewer, world }: Input): Child {
  const { rating } = doc.data;
  if (!rating || world.directory.people.get(viewer.id)?.organ !== center) return undefined;
  return plain(`评价　${satisfactions[rating.satisfied]}${rating.words ? `：${short(rating.words, 160)}` : ''}`, 4);
}
