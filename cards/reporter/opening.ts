import { openingStates, type Opening } from '../../src/domain/opening/opening.ts';
import { nameOf } from '../../src/domain/people.ts';
import { clock, dayText } from '../../src/domain/time/time.ts';
import { act, may, refusalLine, show, typedText, type DocCard, type DrawInput } from '../kit/draw.ts';
import { back, sentenceFace } from '../kit/controls.ts';
import { button, buttonRow, card, facts, focus, form, help, input as lineOf, plain, submit, type Card, type Tint } from '../kit/kit.ts';
import { short } from '../kit/labels.ts';
import { unseen } from '../kit/unseen.ts';

type Input = DrawInput<Opening>;
const name = 'opening';

/** 查阅举报人信息 for the keepers: the reason, the second keeper's consent, one showing. The identity is never on this card. Face: refuse. */
export const opening: DocCard<Opening> = (input) => {
  const closed = unseen(input);
  if (closed) return closed;
  const { doc, viewer } = input;
  const asker = doc.data.asker === viewer.id;
  if (doc.state === 'o.open' && may(input, 'ask')) return asking(input);
  if (doc.state === 'o.asked' && !asker && may(input, 'agree')) return input.face === 'refuse' ? refusing(input) : consenting(input);
  if (doc.state === 'o.agreed' && asker && may(input, 'show')) return showing(input);
  return standing(input);
};

function head({ doc }: Input, look: { tint: Tint; tag: string }) {
  return { title: '查阅举报人信息', subtitle: doc.data.matterNo, summary: `${doc.data.matterNo} 查阅${look.tag}`, ...look };
}

function asking(input: Input): Card {
  return card(head(input, { tint: 'orange', tag: '填写理由' }), [
    refusalLine(input), focus('为什么需要知道举报人是谁'), help('须另一名信息保管人同意；每一步都留痕，审计员可查'),
    form('opening', [
      lineOf('reason', '理由 *', { value: typedText(input, 'reason', ''), rows: 3, placeholder: '如：需当面核对原件，提问转达不能解决' }),
      submit('ask', '申请查阅', { tap: act(input, 'ask', { card: name }), look: 'primary_filled', wide: true }),
    ]),
  ]);
}

function consenting(input: Input): Card {
  const { doc, world } = input;
  return card(head(input, { tint: 'orange', tag: '待您同意' }), [
    refusalLine(input), focus(`${nameOf(world.directory, doc.data.asker)} 申请查阅举报人信息`), plain(`理由：${short(doc.data.reason, 300)}`, 8),
    help('同意后仅向申请人显示一次，一分钟后隐去'),
    buttonRow(
      button('同意查阅', act(input, 'agree', { card: name, input: {} }), { look: 'primary_filled', confirm: { title: '同意查阅举报人信息？', text: '仅向申请人显示一次，您的同意记入留痕。' } }),
      button('不同意', show(input, name, 'refuse')),
    ),
  ]);
}

function refusing(input: Input): Card {
  return card(head(input, { tint: 'orange', tag: '填写理由' }), sentenceFace(input, { card: name, focus: '不同意查阅', label: '理由 *', verb: '不同意', tap: act(input, 'refuse', { card: name }) }));
}

function showing(input: Input): Card {
  return card(head(input, { tint: 'orange', tag: '已同意' }), [
    refusalLine(input), focus('可以查阅一次'), help('显示后一分钟隐去。不得转发、截屏或者告知他人'),
    button('显示', act(input, 'show', { card: name, input: {} }), { look: 'primary_filled', wide: true, confirm: { title: '现在显示？', text: '只显示这一次，查阅时间记入留痕。' } }),
  ]);
}

function standing(input: Input): Card {
  const { doc, world, viewer } = input;
  const { data } = doc;
  const done = doc.state === 'o.shown' || doc.state === 'o.closed';
  const reads = data.asker === viewer.id || data.second === viewer.id;
  return card(head(input, { tint: done ? 'green' : 'grey', tag: openingStates[doc.state as keyof typeof openingStates] ?? doc.state }), [
    focus(done ? '举报人信息已隐去' : doc.state === 'o.asked' ? '等待另一名信息保管人同意' : (openingStates[doc.state as keyof typeof openingStates] ?? '')),
    facts([
      ['申请', data.asker && nameOf(world.directory, data.asker)], ['另一人', data.second && nameOf(world.directory, data.second)],
      ['显示', data.shownAt && `${dayText(data.shownAt)}${clock(data.shownAt)}`],
    ]),
    reads && data.refusedFor && plain(`不同意的理由：${short(data.refusedFor, 200)}`, 4),
    help(doc.state === 'o.asked' ? '三天内无人同意即失效' : doc.state === 'o.agreed' ? '由申请人本人显示，一天内有效' : '如还需查阅，请重新申请'),
    input.face === 'refuse' && back(input, name),
  ]);
}
