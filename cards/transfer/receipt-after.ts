import { latest } from '../../src/domain/time/clocks.ts';
import { dayText } from '../../src/domain/time/deadlines.ts';
import { shortName } from '../../src/domain/people.ts';
import { isToPolice, receiptResults, transferStates, ways, type Transfer } from '../../src/domain/transfer/transfer.ts';
import { beforeOf, cut, doneLine, isOver, shortLimit } from '../kit/branch-lines.ts';
import { back, choicesOf, paperLink } from '../kit/controls.ts';
import { act, may, refusalLine, show, typedText, type DrawInput } from '../kit/draw.ts';
import { card, day, facts, focus, form, help, input, plain, select, submit, type Card, type Child, type Element, type Tint } from '../kit/kit.ts';

type At = DrawInput<Transfer>;

/** K15 once an answer is there: how it stands, and the step that is due next. */
export function afterReceipt(at: At): Card {
  if (at.face === 'punish' && may(at, 'punish')) return punishing(at);
  if (at.face === 'outcome' && may(at, 'conclude')) return concluding(at);
  const tint = tints[at.doc.state] ?? 'green';
  const state = transferStates[at.doc.state as keyof typeof transferStates] ?? at.doc.state;
  return card({ title: `移送回执　${at.doc.no}`, subtitle: at.doc.data.matterNo, tint, tag: state, summary: `${at.doc.no} ${state}` }, [refusalLine(at), ...bodyOf(at)]);
}

const tints: Readonly<Record<string, Tint>> = { 't.approved': 'grey', 't.supplement': 'orange', 't.returned': 'orange', 't.declined': 'orange', 't.review': 'blue', 't.redirected': 'grey', 't.closed': 'grey' };

function bodyOf(at: At): Child[] {
  const name = shortName(at.world.directory, at.doc.data.receiver);
  switch (at.doc.state) {
    case 't.approved':
      return [focus('移送后再登记回执'), factsOf(at)];
    case 't.supplement':
    case 't.returned':
      return wanting(at, name);
    case 't.received':
      return [focus(`${name}已接收`), factsOf(at), ...steps(at, [{ text: '登记立案决定', tap: show(at, 'receipt-form', 'answer') }], 'receipt')];
    case 't.declined':
      return declined(at, name);
    case 't.review':
      return reviewing(at);
    case 't.filed':
      return filed(at, name);
    case 't.done':
      return [focus(doneLine(at.doc, 'conclude') || '已有结果'), factsOf(at, [['结果文书', cut(at.doc.data.outcome.no, 40)]]), at.doc.data.outcome.words && plain(cut(at.doc.data.outcome.words, 200), 4)];
    default:
      return [focus(at.doc.state === 't.closed' ? '由本部门依法处理' : `${name}已转送其他机关`), factsOf(at), said(at)];
  }
}

function factsOf({ doc, world }: At, more: readonly (readonly [string, string | undefined | false])[] = []): Element {
  const { receipt, penalty } = doc.data;
  const copy = latest(doc.clocks, 'T45');
  return facts([
    ['受移送机关', shortName(world.directory, doc.data.receiver)], ['回执', receipt.result && `${receiptResults[receipt.result]}${receipt.date ? `　${dayText(receipt.date)}` : ''}`], ['回执文号', receipt.result !== '' && cut(receipt.no, 40)],
    ...more, ['处罚决定', penalty.no && `${cut(penalty.no, 30)}　${penalty.copiedAt ? '已抄送' : copy ? `${shortLimit(copy)}抄送` : ''}`],
  ]);
}

function said({ doc, world }: At): Element | undefined {
  const { words } = doc.data.receipt;
  return words ? plain(`${shortName(world.directory, doc.data.receiver)}：${cut(words, 200)}`, 4) : undefined;
}

// The penalty in the same case may come at any time after the transfer; it waits in the menu.
function steps(at: At, buttons: Parameters<typeof choicesOf>[0], needs: string): Child[] {
  const { penalty } = at.doc.data;
  const menu = [
    may(at, 'punish') && isToPolice(at.doc.data) && !penalty.no && { text: '登记处罚决定', tap: show(at, 'receipt-form', 'punish') },
    may(at, 'copied') && penalty.no !== '' && !penalty.copiedAt && { text: '登记已抄送决定书', tap: act(at, 'copied', { card: 'receipt-form' }) },
  ];
  return may(at, needs) ? [choicesOf(buttons, menu)] : [help('由移送经办人办理')];
}

function wanting(at: At, name: string): Child[] {
  const { doc } = at;
  const due = latest(doc.clocks, 'T10');
  const more = doc.state === 't.supplement';
  const open = may(at, 'supplied');
  return [
    focus(`${name}${more ? '要求补充材料' : '退回移送材料'}`), factsOf(at, [['补充期限', more && due && shortLimit(due)]]), said(at),
    open && form('supplied', [
      input('what', more ? '补充了什么 *' : '怎样补正 *', { value: typedText(at, 'what', ''), rows: 2 }), help('登记后重新等待回执，新的回执页会发到这里'),
      submit('send', more ? '已补充' : '重新移送', { tap: act(at, 'supplied', { card: 'receipt-form' }), look: 'primary_filled', wide: true }),
    ]),
    may(at, 'takeBack') && choicesOf([{ text: '由本部门依法处理', tap: act(at, 'takeBack', { card: 'receipt-form' }), confirm: { title: '不再移送？', text: '本案由本部门依法处理，并向中心反馈。' } }]),
    !open && !may(at, 'takeBack') && help('由移送经办人办理'),
  ];
}

function declined(at: At, name: string): Child[] {
  const { doc, world } = at;
  const due = latest(doc.clocks, 'T42');
  const over = isOver(due, world.now);
  return [
    focus(`${name}不予立案`), factsOf(at, [['提出期限', due && shortLimit(due)]]), said(at),
    may(at, 'answer') ? form('answer', [
      select('way', '怎么办 *', { options: Object.entries(ways).map(([value, text]) => ({ value, text })), value: typedText(at, 'way', '') }),
      help(over ? '复议和监督的期限已过，现在可登记依法行政处理' : '提请复议、建议立案监督须在期限内提出；复议维持后还可建议监督'),
      submit('send', '登记', { tap: act(at, 'answer', { card: 'receipt-form' }), look: 'primary_filled', wide: true }),
    ]) : help('由移送经办人办理'),
  ];
}

function reviewing(at: At): Child[] {
  const last = at.doc.data.answers.at(-1);
  return [
    focus(last ? `已${ways[last.way]}，等待结果` : '等待结果'), factsOf(at, [['发出文书', last?.no]]),
    last && paperLink(at.doc, last.way === 'review' ? 'review-request' : 'supervision-letter', '下载文书'),
    may(at, 'reviewed') ? form('reviewed', [
      select('result', '结果 *', { options: [{ value: 'filed', text: '立案' }, { value: 'upheld', text: '维持不予立案' }], value: typedText(at, 'result', '') }),
      input('no', '文号', { value: typedText(at, 'no', '') }), day('date', '日期', { value: typedText(at, 'date', '').slice(0, 10) }),
      submit('send', '登记结果', { tap: act(at, 'reviewed', { card: 'receipt-form' }), look: 'primary_filled', wide: true }),
    ]) : help('由移送经办人办理'),
  ];
}

function filed(at: At, name: string): Child[] {
  const { doc } = at;
  const due = latest(doc.clocks, 'T44');
  const hand = isToPolice(doc.data) && !doc.data.handedOver;
  return [
    focus(hand && due ? `${beforeOf(due)}移交涉案物品和材料` : `${name}已立案`), factsOf(at, [['移交期限', hand && due && shortLimit(due)]]), hand && paperLink(doc, 'transfer-letter', '下载移送函'),
    ...(hand
      ? steps(at, [{ text: '已移交', tap: act(at, 'handOver', { card: 'receipt-form' }), confirm: { title: '登记已移交？', text: '涉案物品和与案件有关的其他材料已全部移交。' } }], 'handOver')
      : steps(at, [{ text: '登记结果', tap: show(at, 'receipt-form', 'outcome') }], 'conclude')),
  ];
}

function punishing(at: At): Card {
  return card({ title: `登记处罚决定　${at.doc.no}`, tint: 'blue', tag: '填写中', summary: `${at.doc.no} 登记处罚决定` }, [
    refusalLine(at), focus('处罚决定书副本须在 10 日内抄送'),
    form('punish', [
      input('no', '文号 *', { value: typedText(at, 'no', '') }), day('date', '作出日期 *', { value: typedText(at, 'date', '').slice(0, 10) }),
      help('抄送受移送的公安机关和同级检察院（高检会〔2006〕2号）；行政处罚不代替移送'),
      submit('send', '登记处罚决定', { tap: act(at, 'punish', { card: 'receipt-form' }), look: 'primary_filled', wide: true }),
    ]),
    back(at, 'receipt-form'),
  ]);
}

function concluding(at: At): Card {
  return card({ title: `登记结果　${at.doc.no}`, tint: 'blue', tag: '填写中', summary: `${at.doc.no} 登记结果` }, [
    refusalLine(at), focus('受移送机关的处理结果'),
    form('outcome', [
      input('no', '文书文号 *', { value: typedText(at, 'no', '') }), input('words', '结果', { value: typedText(at, 'words', ''), rows: 2 }), help('中心只看到已有结果'),
      submit('send', '登记结果', { tap: act(at, 'conclude', { card: 'receipt-form' }), look: 'primary_filled', wide: true }),
    ]),
    back(at, 'receipt-form'),
  ]);
}
