import { missingFields } from '../../../src/domain/matter/drafting/suggestion.ts';
import type { Matter } from '../../../src/domain/matter/matter.ts';
import { isRefined } from '../../../src/domain/matter/drafting/refined.ts';
import { act, may, refusalLine, show, type DocCard, type DrawInput } from '../../kit/draw.ts';
import { lodgingText } from '../../complaint/lodging-words.ts';
import { fieldRows, further, openFields, usual } from './intake-fields.ts';
import { box, button, buttonRow, card, facts, focus, form, help, line, more, plain, submit, type Card, type Child, type Tap } from '../../kit/kit.ts';
import { amountText, categoryName, kindName, listed, short, stageName, violationName } from '../../kit/labels.ts';
import { filesPanel, ownBox, suggestionText, unknownCard, whyPanel, wordsPanel, writtenAt } from '../matter-parts.ts';
import { dividing, pieces, pieceText } from '../pieces.ts';
import { partiesPanel, recordingParty } from '../party.ts';
import { receipt } from '../progress/receipt.ts';
import { askingScope } from '../scope.ts';

type Input = DrawInput<Matter>;
const name = 'intake';

/** K01, K02 and K24 for the reporter of a draft; K28 as soon as it is registered. Faces: edit, more, scope, party. */
export const intake: DocCard<Matter> = (input) => {
  if (!input.viewer.reporter || input.viewer.group) return unknownCard();
  if (input.doc.state === 'discarded') return discarded(input);
  if (input.doc.state !== 'draft') return receipt(input);
  if (may(input, 'split') && pieces(input)) return dividing(input, pieces(input) ?? []);
  if (input.face === 'edit' || input.face === 'more') return editing(input);
  if (input.face === 'scope' && may(input, 'setScope')) return askingScope(input, { home: name, verb: '更正市本级', preset: 'yes' });
  if (input.face === 'party' && may(input, 'party')) return recordingParty(input, name);
  if (input.doc.data.cityLevel === 'no') return outOfScope(input);
  return missingFields(input.doc.data).length ? incomplete(input) : complete(input);
};

function complete(input: Input): Card {
  const { doc } = input;
  return card({ title: '请核对线索信息', subtitle: pieceText(doc.data) || writtenAt(doc), tint: 'blue', tag: '草稿', summary: '线索草稿待您核对' }, [
    refusalLine(input),
    focus(headline(doc.data)),
    facts(factRows(doc.data)),
    ownBox(doc.data, input.world.settings),
    help(isRefined(doc.data) ? '带「？」的由系统推测，其中有由模型补充的，请核对' : '带「？」的由系统推测，请逐项核对'),
    box(suggestionText(doc.data) && `建议承办：${suggestionText(doc.data)}`, complaintLine(input), dangerLine(doc.data)),
    ...panels(doc.data),
    may(input, 'register') && button('确认登记', act(input, 'register', { card: name, input: {} }), { look: 'primary_filled', wide: true }),
    lesser(input),
  ]);
}

function incomplete(input: Input): Card {
  const { data } = input.doc;
  const missing = missingFields(data);
  return card({ title: '还差几项，补充后即可转办', subtitle: pieceText(data) || writtenAt(input.doc), tint: 'yellow', tag: '草稿', summary: '线索草稿待您补充' }, [
    refusalLine(input),
    focus(`还差 ${missing.length} 项：${missing.map((one) => one.name).join('、')}`),
    readSoFar(data) && plain(`已读懂：${readSoFar(data)}`, 2),
    dangerLine(data) && line(dangerLine(data)),
    ownBox(data, input.world.settings),
    may(input, 'register') && missingForm(input),
    help(isRefined(data) ? '不清楚的可选「暂不清楚」，带「？」的请核对，其中有由模型补充的' : '不清楚的可选「暂不清楚」，带「？」的请核对'),
    ...panels(data, true),
    lesser(input),
  ]);
}

function missingForm(input: Input, verb = '补充'): Child {
  return form('lead-form', [
    ...fieldRows(input, openFields(input.doc.data)),
    buttonRow(submit('register', verb, { tap: act(input, 'register', { card: name }), look: 'primary_filled' }), submit('correct', '先存草稿', { tap: act(input, 'correct', { card: name }) })),
  ]);
}

function outOfScope(input: Input): Card {
  const { data } = input.doc;
  const missing = missingFields(data);
  const region = data.region && data.region !== '旗区' ? data.region : '旗区';
  return card({ title: '该事项不在本办法适用范围', tint: 'grey', tag: '不适用', summary: '线索草稿待您核对' }, [
    refusalLine(input),
    focus(`项目属${region}，非市本级交易活动`),
    line(`这个项目属于${region}，不在市本级范围。可以生成告知书并转${region === '旗区' ? '旗区' : '旗里的'}主管部门，不计办理期限。`),
    readSoFar(data) && plain(`已读懂：${readSoFar(data)}`, 2),
    ...panels(data, missing.length > 0),
    may(input, 'register') && (missing.length ? missingForm(input, '生成告知书') : button('生成告知书', act(input, 'register', { card: name, input: {} }), { look: 'primary_filled', wide: true })),
    help('告知书由中心核对后发给您'),
    may(input, 'setScope') && buttonRow(button('更正为市本级', show(input, name, 'scope')), more(menu(input))),
  ]);
}

function editing(input: Input): Card {
  const other = input.face === 'more';
  return card({ title: other ? '其他内容' : '请核对线索信息', tint: 'blue', tag: '修改中', summary: '线索草稿修改中' }, [
    refusalLine(input),
    focus(headline(input.doc.data)),
    form('lead-form', [
      ...fieldRows(input, other ? further : usual(input.doc.data)),
      buttonRow(
        may(input, 'register') && submit('register', '确认登记', { tap: act(input, 'register', { card: name }), look: 'primary_filled' }),
        may(input, 'correct') && submit('correct', '先存草稿', { tap: act(input, 'correct', { card: name }) }),
      ),
    ]),
    help(`带「？」的由系统推测。换到${other ? '常用内容' : '其他内容'}前请先存草稿`),
    buttonRow(
      button(other ? '常用内容' : '其他内容', show(input, name, other ? 'edit' : 'more'), { look: 'text' }),
      button('返回不改', show(input, name, ''), { look: 'text' }),
    ),
  ]);
}

function discarded(input: Input): Card {
  return card({ title: '草稿已作废', tint: 'grey', tag: '已作废', summary: '草稿已作废' }, [
    focus('这条没有登记，也没有转给任何人'),
    readSoFar(input.doc.data) && plain(readSoFar(input.doc.data), 2),
    may(input, 'revive') && button('恢复', act(input, 'revive', { card: name, input: {} }), { wide: true }),
  ]);
}

function lesser(input: Input): Child {
  return may(input, 'correct') && buttonRow(button('修改', show(input, name, 'edit')), more(menu(input)));
}

function menu(input: Input): { text: string; tap: Tap }[] {
  return [
    ...(may(input, 'party') ? [{ text: '记录对象', tap: show(input, name, 'party') }] : []),
    ...(may(input, 'discard') ? [{ text: '不是线索', tap: act(input, 'discard', { card: name, input: {} }) }] : []),
    ...(may(input, 'correct') ? [{ text: '稍后再说', tap: act(input, 'correct', { card: name, input: {} }) }] : []),
  ];
}

// Beside a form there is less room for panels.
function panels(data: Matter, tight = false): Child[] {
  return tight ? [partiesPanel(data.parties), filesPanel(data.files, 5), wordsPanel('您的原话', data.words), whyPanel(data, 7)] : [partiesPanel(data.parties), filesPanel(data.files), wordsPanel('您的原话', data.words), whyPanel(data)];
}

const doubt = (data: Matter, field: string): string => (data.guessed.includes(field) ? '？' : '');

function headline(data: Matter): string {
  const violations = data.violations.slice(0, 2).map(violationName).join('、');
  const rest = data.violations.length > 2 ? `等 ${data.violations.length} 项` : '';
  return `${kindName(data.kind)}${violations ? `：${violations}${rest}${doubt(data, 'violations')}` : '：反映的问题待补充'}`;
}

function factRows(data: Matter): [string, string][] {
  const level = { yes: '是', no: '否', unknown: '暂不清楚', '': '' }[data.cityLevel];
  const kindOf = [data.category && `${categoryName(data.category)}${doubt(data, 'category')}`, data.stage && `${stageName(data.stage)}${doubt(data, 'stage')}`];
  return [
    ['项目', `${short(data.project, 40)}${doubt(data, 'project')}　市本级 ${level}${doubt(data, 'cityLevel')}`],
    ['类别', kindOf.filter(Boolean).join('　')],
    ['对象', data.named.length ? `${listed(data.named)}${doubt(data, 'named')}` : ''],
    ['金额', amountText(data) && `${amountText(data)}${doubt(data, 'amountYuan')}`],
  ];
}

function readSoFar(data: Matter): string {
  const pieces = [data.kind && kindName(data.kind), data.violations.slice(0, 3).map(violationName).join('、'), short(data.project, 40), listed(data.named)];
  return pieces.filter(Boolean).join('，');
}

function complaintLine({ doc, world }: Input): string {
  if (doc.data.kind !== 'complaint') return '';
  const limit = lodgingText(doc.data, new Date(doc.createdAt), world.calendar);
  return `投诉由主管部门受理，中心转交并书面告知您${limit ? `。投诉期限${limit}` : ''}`;
}

function dangerLine(data: Matter): string {
  if (data.flags.includes('stateSecret')) return '疑似涉密，请停止在这里录入，改走涉密渠道';
  return data.urgent ? '如有人身危险，请先拨打 110' : '';
}
