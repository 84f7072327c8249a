import { casesFor } from '../../src/domain/campaign/access.ts';
import { grounds, liveParts, openParts, type Campaign, type Part } from '../../src/domain/campaign/campaign.ts';
import { shortName } from '../../src/domain/people.ts';
import { back, organOptions } from '../kit/controls.ts';
import { act, refusalLine, typedList, typedText, type DrawInput } from '../kit/draw.ts';
import { dateIn, given, listOf, textOf, type Form } from '../kit/form-values.ts';
import { card, day, focus, form, help, input, multiSelect, select, submit, type Card, type Child } from '../kit/kit.ts';

type At = DrawInput<Campaign>;
type Head = Parameters<typeof card>[0];
const name = 'campaign';

/** 修改方案: name, ground, paper, goal and end. */
export function planFace(at: At, head: Head): Card {
  const { data } = at.doc;
  return asked(at, head, {
    focus: '方案', verb: '保存方案', act: 'plan', fields: [
      input('title', '名称 *', { value: typedText(at, 'title', data.title), placeholder: '不写具体项目和单位' }),
      select('ground', '部署依据 *', { options: Object.entries(grounds).map(([value, text]) => ({ value, text })), value: typedText(at, 'ground', data.ground) }),
      input('document', '依据文件 *', { value: typedText(at, 'document', data.document), placeholder: '名称和文号' }),
      input('goal', '目标 *', { value: typedText(at, 'goal', data.goal), rows: 2 }), day('until', '结束日期 *', { value: typedText(at, 'until', data.until).slice(0, 10) }),
    ],
  });
}

/** 安排任务: the same task and day to one or several departments. */
export function assignFace(at: At, head: Head): Card {
  const done = liveParts(at.doc.data).filter(({ report }) => report).map(({ organ }) => organ);
  return asked(at, head, {
    focus: '任务相同的单位一起安排', verb: '安排任务', act: 'assign', note: '已有任务的单位以新任务、新日期为准', fields: [
      multiSelect('organs', '单位 *', { options: organOptions(at.world.directory, done, ['department', 'outside']), values: typedList(at, 'organs', []) }),
      input('task', '任务 *', { value: typedText(at, 'task', ''), rows: 2 }), day('dueDate', '报送日期 *', { value: typedText(at, 'dueDate', at.doc.data.until).slice(0, 10) }),
    ],
  });
}

/** 撤销任务 of one department. */
export function releaseFace(at: At, head: Head): Card {
  return organAnd(at, head, { parts: openParts(at.doc.data), focus: '撤销一个单位的任务', verb: '撤销任务', act: 'release', label: '理由 *' });
}

/** 退回补充 of one department's report. */
export function backFace(at: At, head: Head): Card {
  return organAnd(at, head, { parts: liveParts(at.doc.data).filter(({ report }) => report), focus: '退回补充，至少 5 个工作日', verb: '退回补充', act: 'sendBack', label: '补充什么 *' });
}

/** 归入案件 by number, 移出案件 from the list. */
export function caseFace(at: At, { head, what }: { head: Head; what: 'collect' | 'releaseCase' }): Card {
  if (what === 'collect') return asked(at, head, { focus: '把有关案件归入', verb: '归入案件', act: 'collect', note: '案件照常办理，一件只归入一个专项行动', fields: [input('no', '案件编号 *', { value: typedText(at, 'no', ''), placeholder: 'XS-20261123-0001' })] });
  const options = casesFor(at.doc.data, at.viewer.id, at.world.directory).map(({ id, no }) => ({ value: id, text: no }));
  return asked(at, head, { focus: '移出一件案件', verb: '移出案件', act: 'releaseCase', fields: [select('id', '案件 *', { options, value: typedText(at, 'id', '') }), input('reason', '理由 *', { value: typedText(at, 'reason', ''), rows: 2 })] });
}

function organAnd(at: At, head: Head, { parts, label, ...what }: { parts: readonly Part[]; focus: string; verb: string; act: string; label: string }): Card {
  const options = parts.map(({ organ }) => ({ value: organ, text: shortName(at.world.directory, organ) }));
  return asked(at, head, { ...what, fields: [select('organ', '单位 *', { options, value: typedText(at, 'organ', '') }), input('reason', label, { value: typedText(at, 'reason', ''), rows: 2 })] });
}

function asked(at: At, head: Head, what: { focus: string; verb: string; act: string; note?: string; fields: readonly Child[] }): Card {
  return card(head, [
    refusalLine(at), focus(what.focus), what.note && help(what.note),
    form(what.act, [...what.fields, submit('send', what.verb, { tap: act(at, what.act, { card: name }), look: 'primary_filled', wide: true })]),
    back(at, name),
  ]);
}

/** 修改方案, as its form sends it. */
export function campaignPlanFromForm(values: Form): Record<string, unknown> {
  return given({ title: textOf(values, 'title'), ground: textOf(values, 'ground'), document: textOf(values, 'document'), goal: textOf(values, 'goal'), until: dateIn(values, 'until') });
}

/** 安排任务. */
export function assignFromForm(values: Form): Record<string, unknown> {
  return given({ organs: listOf(values, 'organs'), task: textOf(values, 'task'), dueDate: dateIn(values, 'dueDate') });
}

/** 报进度, 报送结果: whole numbers; what is none stays as it was typed, to be refused with its field. */
export function tallyFromForm(values: Form): Record<string, unknown> {
  const number = (field: string) => {
    const typed = textOf(values, field);
    return typed === undefined || !/^\d+$/.test(typed) ? typed : Number(typed);
  };
  return given({ checked: number('checked'), found: number('found'), fixed: number('fixed'), words: textOf(values, 'words') });
}
