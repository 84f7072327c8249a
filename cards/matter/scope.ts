import { baseRule } from '../../src/domain/competence/routing-rules.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { regions } from '../../src/domain/matter/drafting/scope-rows.ts';
import { back } from '../kit/controls.ts';
import { act, refusalLine, typedText, type DrawInput } from '../kit/draw.ts';
import { card, focus, form, help, input, line, plain, select, submit, type Card, type Element } from '../kit/kit.ts';
import { organName, short } from '../kit/labels.ts';

type Input = DrawInput<Matter>;

/** Whether a project is of the city's own level, and on what that rests (E-104); `home` is the card it belongs to, `verb` the act's word there. */
export function askingScope(at: Input, { home, verb, preset }: { home: string; verb: string; preset: string }): Card {
  const { doc } = at;
  const levels = [{ value: 'yes', text: '是' }, { value: 'no', text: '否' }];
  return card({ title: verb, ...(doc.no ? { subtitle: doc.no } : {}), tint: 'yellow', tag: '待确认', summary: `${doc.no || '草稿'} ${verb}` }, [
    refusalLine(at),
    focus('项目是否属市本级交易活动'),
    plain(`项目：${short(doc.data.project, 80) || '未写明'}`, 2),
    line('只有市本级活动适用本办法（第二条）；不是的，出具告知书并转旗区。'),
    form('scope-form', [
      select('cityLevel', '是否市本级 *', { options: levels, value: typedText(at, 'cityLevel', preset) }),
      input('basis', '依据 *', { value: typedText(at, 'basis', doc.data.scopeNote), placeholder: '如：市级立项批复、进场登记' }),
      submit('setScope', verb, { tap: act(at, 'setScope', { card: home }), look: 'primary_filled', wide: true }),
    ]),
    back(at, home),
  ]);
}

/** The form of 告知不适用: which banner, and which of its departments the letter goes to. */
export function notApplicableForm(at: Input): Element[] {
  const { region, category } = at.doc.data;
  const named = region && region !== '旗区' ? region : '';
  const receiver = named && counterpart(category) ? `${named}${counterpart(category)}` : '';
  return [
    form('oos-form', [
      select('region', '所属旗区', { options: regions.map((value) => ({ value, text: value })), value: typedText(at, 'region', named) }),
      input('receiver', '对口部门', { value: typedText(at, 'receiver', receiver), placeholder: '不填写的为旗区对口部门' }),
      submit('notApplicable', '告知不适用', { tap: act(at, 'notApplicable', { card: 'triage' }), look: 'primary_filled', wide: true, confirm: { title: '告知不适用本办法？', text: '将出具告知书和转送函，本件办结。' } }),
    ]),
    help('出具告知书和转送函，本件办结；反映人会收到告知书'),
  ];
}

// The banner's counterpart bears the name of the city's department without 市.
function counterpart(category: string): string {
  const first = category ? baseRule(category).depts[0] : undefined;
  return first ? organName(first).replace(/^市/, '') : '';
}
