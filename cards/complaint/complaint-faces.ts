import { checks, dismissals, examinations, reasons, results, type Complaint, type Reason } from '../../src/domain/complaint/complaint.ts';
import { longestPause } from '../../src/domain/complaint/guards.ts';
import { back, organOptions, sentenceFace } from '../kit/controls.ts';
import { act, may, refusalLine, typedList, typedText, type DrawInput } from '../kit/draw.ts';
import { card, day, focus, form, help, input, multiSelect, select, submit, type Card, type Child, type Element, type Option } from '../kit/kit.ts';

type At = DrawInput<Complaint>;
const name = 'complaint';

/** A face that asks for what an act needs. */
interface Face { act: string; verb: string; focus: string; fields(at: At): Element[]; note?: (at: At) => string }

const faces: Readonly<Record<string, Face>> = {
  fix: {
    act: 'fix', verb: '要求补正', focus: '一次性告知需要补正的全部内容', note: () => '只能要求一次；补正期间不计入处理期限',
    fields: (at) => [long(at, 'words', '补正内容 *'), day('dueDate', '补正期限 *', { value: typedText(at, 'dueDate', '').slice(0, 10) })],
  },
  accept: {
    act: 'accept', verb: '受理', focus: '逐项核对后受理', note: () => '有一项不符合的，请返回选「不予受理」',
    fields: (at) => [line(at, 'complainant', '投诉人 *'), line(at, 'respondent', '被投诉人 *'), multiSelect('checks', '已核对 *', { options: optionsOf(checks), values: typedList(at, 'checks', []) })],
  },
  reject: {
    act: 'reject', verb: '不予受理', focus: '选择法定理由，写明具体情形', note: () => '将出具不予受理决定书，并告知救济途径',
    fields: (at) => [select('ground', '理由 *', { options: reasonsOf(at), value: typedText(at, 'ground', '') }), long(at, 'words', '具体情形 *'), line(at, 'complainant', '投诉人')],
  },
  redirect: {
    act: 'redirect', verb: '告知向他部门投诉', focus: '不归本部门受理，告知有权部门', note: () => '同时告知中心，由中心转该部门',
    fields: (at) => [select('organ', '有权部门 *', { options: organOptions(at.world.directory, [at.doc.data.organ, ...at.doc.data.brief.reported]), value: typedText(at, 'organ', '') }), long(at, 'words', '理由 *')],
  },
  pause: {
    act: 'pause', verb: '暂停项目', focus: '书面通知暂停项目活动', note: (at) => (at.doc.data.regime === 'procurement' ? `采购活动累计暂停不超过 ${longestPause} 日（政府采购法57条）` : '仅在必要时责令暂停（招标投标法实施条例62条）'),
    fields: (at) => [day('until', '暂停到 *', { value: typedText(at, 'until', '').slice(0, 10) }), long(at, 'reason', '理由 *')],
  },
  suspend: {
    act: 'suspend', verb: '鉴定中止', focus: '检验、检测、鉴定、专家评审期间不计入期限',
    fields: (at) => [select('ground', '情形 *', { options: optionsOf(examinations), value: typedText(at, 'ground', '') }), line(at, 'document', '依据文书 *')],
  },
  decide: {
    act: 'decide', verb: '作出决定', focus: '书面处理决定', note: () => '作出后通知当事人和中心，登记后不能改',
    fields: (at) => [
      select('result', '处理结果 *', { options: optionsOf(results), value: typedText(at, 'result', '') }), select('ground', '驳回理由', { options: optionsOf(dismissals), value: typedText(at, 'ground', ''), placeholder: '驳回的必选' }),
      long(at, 'facts', '查明事实 *'), line(at, 'basis', '依据 *'), input('remedies', '救济途径 *', { value: typedText(at, 'remedies', remedies), rows: 2 }),
    ],
  },
};

/** What the law gives against a decision; may be changed where the case wants other words. */
const remedies = '不服本决定的，可自收到之日起 60 日内申请行政复议，或者 6 个月内提起行政诉讼';

/** The face that a card was turned to, where this viewer may do what it asks for. */
export function faceOf(at: At): Card | undefined {
  const found = faces[at.face];
  if (found) return may(at, found.act) ? asking(at, found) : undefined;
  const told = sentences[at.face];
  return told && may(at, told.act) ? head(at, told.verb, sentenceFace(at, { card: name, focus: told.focus, label: '理由 *', note: told.note, verb: told.verb, tap: act(at, told.act, { card: name }) })) : undefined;
}

const sentences: Readonly<Record<string, { act: string; verb: string; focus: string; note: string }>> = {
  withdraw: { act: 'withdraw', verb: '撤回', focus: '登记投诉人的书面撤回', note: '请同时留存投诉人签字的撤回申请' },
  deny: { act: 'deny', verb: '不准撤回', focus: '已查实有明显违法行为的，不准撤回', note: '继续调查，直至作出处理决定' },
  urge: { act: 'urge', verb: '督办', focus: '督办该部门按期处理', note: '只督促进度，不涉及受理和决定' },
};

function asking(at: At, face: Face): Card {
  return head(at, face.verb, [
    refusalLine(at), focus(face.focus),
    form(face.act, [...face.fields(at), ...(face.note ? [help(face.note(at))] : []), submit('send', face.verb, { tap: act(at, face.act, { card: name }), look: 'primary_filled', wide: true })]),
    back(at, name),
  ]);
}

function head({ doc }: At, verb: string, elements: readonly Child[]): Card {
  return card({ title: `投诉　${doc.data.matterNo}`, tint: 'blue', tag: verb.length <= 6 ? verb : '填写中', summary: `${doc.data.matterNo} ${verb}` }, elements);
}

function line(at: At, field: string, label: string): Element {
  return input(field, label, { value: typedText(at, field, '') });
}

function long(at: At, field: string, label: string): Element {
  return input(field, label, { value: typedText(at, field, ''), rows: 3 });
}

function reasonsOf({ doc }: At): Option[] {
  const open = (Object.keys(reasons) as Reason[]).filter((reason) => reasons[reason][doc.data.regime] !== '' && (reason !== 'uncorrected' || doc.data.fix.askedAt));
  return open.map((value) => ({ value, text: reasons[value].text }));
}

function optionsOf(table: Readonly<Record<string, string>>): Option[] {
  return Object.entries(table).map(([value, text]) => ({ value, text }));
}
