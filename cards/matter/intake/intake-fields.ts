import type { Matter } from '../../../src/domain/matter/matter.ts';
import { missingFields } from '../../../src/domain/matter/drafting/suggestion.ts';
import { typedList, typedText, type DrawInput } from '../../kit/draw.ts';
import { day, input as lineOf, multiSelect, select, type Element } from '../../kit/kit.ts';
import { choicesOf, wanText } from '../../kit/labels.ts';

type Input = DrawInput<Matter>;
type Field = { label: string; draw: (at: { label: string; name: string; input: Input }) => Element };

const choice = (name: 'kind' | 'cityLevel' | 'source' | 'category' | 'stage', label: string): Field => ({
  label, draw: (at) => select(name, at.label, { options: choicesOf[name], value: typedText(at.input, name, at.input.doc.data[name]) }),
});
const choices = (name: 'violations' | 'subjects', label: string): Field => ({
  label, draw: (at) => multiSelect(name, at.label, { options: choicesOf[name], values: typedList(at.input, name, at.input.doc.data[name]) }),
});
const typed = (label: string, placeholder: string, stored: (matter: Matter) => string): Field => ({
  label, draw: (at) => lineOf(at.name, at.label, { value: typedText(at.input, at.name, stored(at.input.doc.data)), placeholder }),
});

/** The fields of the forms K01 and K02 in their order; each is named as the input of 登记. */
const fields: Readonly<Record<string, Field>> = {
  kind: choice('kind', '来件类型'),
  project: typed('项目名称', '不清楚可写路段或招标单位', (matter) => matter.project),
  cityLevel: choice('cityLevel', '是否市本级'),
  violations: choices('violations', '反映的问题'),
  named: typed('涉及单位', '用「、」隔开', (matter) => matter.named.join('、')),
  amountYuan: typed('金额（万元）', '如 2386', (matter) => wanText(matter.amountYuan)),
  source: choice('source', '怎么知道的'),
  mandateOrgan: typed('交办机关', '如：自治区发改委', (matter) => matter.mandate.organ),
  mandateNo: typed('交办文号', '没有文号的可不填', (matter) => matter.mandate.no),
  mandateDue: { label: '交办时限', draw: (at) => day('mandateDue', at.label, { value: typedText(at.input, 'mandateDue', at.input.doc.data.mandate.dueDate).slice(0, 10) }) },
  signal: typed('系统提示', '系统提示的特征，不作认定', (matter) => matter.signal),
  category: choice('category', '类别'),
  stage: choice('stage', '环节'),
  subjects: choices('subjects', '反映的对象'),
  happened: { label: '发生时间', draw: (at) => day('happened', at.label, { value: typedText(at.input, 'happened', at.input.doc.data.happened).slice(0, 10) }) },
  anonymous: { label: '是否留名', draw: (at) => select('anonymous', at.label, { options: choicesOf.anonymous, value: typedText(at.input, 'anonymous', at.input.doc.data.anonymous ? 'yes' : 'no') }) },
};

const mandateFields = ['mandateOrgan', 'mandateNo', 'mandateDue'];
const required = new Set(['kind', 'project', 'cityLevel', 'violations', 'source', 'mandateOrgan']);

/** The fields of 常用 and of 其他; one form with both would hold more than the platform takes. */
export function usual(matter: Matter): readonly string[] {
  return ['kind', 'project', 'cityLevel', 'violations', 'named', 'amountYuan', 'source', ...ownFields(matter)];
}

// What only one kind of matter has: who assigned it, or what the system saw.
function ownFields({ kind }: Pick<Matter, 'kind'>): readonly string[] {
  return kind === 'assigned' ? mandateFields : kind === 'warning' ? ['signal'] : [];
}
/** The fields of the face 其他内容. */
export const further: readonly string[] = ['category', 'stage', 'subjects', 'happened', 'anonymous'];

/** Form rows of some fields: required ones marked *, guessed ones 「？」. */
export function fieldRows(input: Input, names: readonly string[]): Element[] {
  const { guessed } = input.doc.data;
  return names.flatMap((name) => {
    const field = fields[name];
    if (!field) return [];
    const label = `${field.label}${guessed.includes(mandateFields.includes(name) ? 'mandate' : name) ? '？' : ''}${required.has(name) ? ' *' : ''}`;
    return [field.draw({ label, name, input })];
  });
}

/** The platform counts every option; a row without options weighs seven. */
const room = 96;
const weight = (name: string): number => 7 + (name in choicesOf ? choicesOf[name as keyof typeof choicesOf].length : 0);

/** What the form of K02 unfolds: all that is missing, then what is doubtful while the card has room for it. */
export function openFields(matter: Matter): readonly string[] {
  const missing = missingFields(matter).flatMap(({ field }) => (field === 'mandateOrgan' ? mandateFields : [field]));
  const doubtful = Object.keys(fields).filter((name) => matter.guessed.includes(name) && !missing.includes(name) && !mandateFields.includes(name));
  let left = room - missing.reduce((sum, name) => sum + weight(name), 0);
  return [...missing, ...doubtful.filter((name) => (left -= weight(name)) >= 0)];
}
