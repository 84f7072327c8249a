import codes from '../../src/domain/data/codes.json' with { type: 'json' };
import organs from '../../src/domain/data/organs.json' with { type: 'json' };
import { matterKinds, sources, cityLevels, type Facts, type Matter } from '../../src/domain/matter/matter.ts';

type Table = Readonly<Record<string, string>>;

/** Names of the fields of a matter, as forms and traces show them. */
export const fieldNames: Table = {
  kind: '来件类型', project: '项目名称', cityLevel: '是否市本级', category: '类别', stage: '环节', violations: '反映的问题', subjects: '反映的对象',
  named: '涉及单位', reported: '被反映单位', amountYuan: '金额', source: '怎么知道的', anonymous: '是否匿名', happened: '发生时间', flags: '需要留意', mandate: '交办', signal: '系统提示',
};

const named = (table: Table, code: string): string => table[code] ?? code;

/** 围标串标（投标人之间）. */
export const violationName = (code: string): string => named(codes.violation, code);
/** 围标串标: without what stands in brackets. */
export const violationShort = (code: string): string => violationName(code).replace(/（.*?）/g, '');
/** 房屋建筑和市政工程. */
export const categoryName = (code: string): string => (code ? named(codes.category, code) : '');
/** 定标. */
export const stageName = (code: string): string => (code ? named(codes.stage, code) : '');
/** 来件类型 in words; 来件 where it is not known. */
export const kindName = (kind: Facts['kind']): string => (kind ? matterKinds[kind] : '来件');
/** 来源 in words. */
export const sourceName = (source: Facts['source']): string => (source ? sources[source] : '');

/** The short name of an organ from the table of organs; the code itself where it is unknown. */
export function organName(code: string): string {
  return organs.find((organ) => organ.code === code)?.short ?? code;
}

/** Organs as one line: 市水利局、市人社局. */
export function organNames(list: readonly string[]): string {
  return list.map(organName).join('、');
}

/** Choices of a form, by the names of its fields. */
export const choicesOf = {
  kind: optionsOf(matterKinds), cityLevel: optionsOf(cityLevels), source: optionsOf(sources), category: optionsOf(codes.category), stage: optionsOf(codes.stage),
  violations: optionsOf(codes.violation), subjects: optionsOf(codes.subject), anonymous: [{ value: 'yes', text: '未留名' }, { value: 'no', text: '留了姓名' }],
} as const;

function optionsOf(table: Table): { value: string; text: string }[] {
  return Object.entries(table).map(([value, text]) => ({ value, text }));
}

/** 2386万元, 1.26亿元, 8600元: at most two decimals, no trailing zeros (experience 8.4). */
export function moneyText(yuan: number): string {
  const scaled = (unit: number) => String(Math.round((yuan / unit) * 100) / 100);
  if (yuan >= 1e8) return `${scaled(1e8)}亿元`;
  return yuan >= 1e4 ? `${scaled(1e4)}万元` : `${Math.round(yuan)}元`;
}

/** 2386: the sum in 万元 as the form takes it; empty where none is known. */
export function wanText(yuan: number | null): string {
  return yuan === null ? '' : String(Math.round(yuan / 100) / 100);
}

/** 2.1 MB, 318 KB. */
export function sizeText(bytes: number): string {
  const mega = bytes / 1_048_576;
  return mega >= 1 ? `${Math.round(mega * 10) / 10} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}

/** The last eight of a checksum in groups of four: 9F3A-21C7. */
export function checksumText(sha256: string): string {
  const end = sha256.slice(-8).toUpperCase();
  return `${end.slice(0, 4)}-${end.slice(4)}`;
}

/** Text of people cut to a length, with …; cards stay small whatever was typed. */
export function short(text: string, length: number): string {
  const signs = [...text];
  return signs.length > length ? `${signs.slice(0, length - 1).join('')}…` : text;
}

/** A list of people's words as one line, cut to a number of items. */
export function listed(items: readonly string[], most = 4): string {
  const shown = items.slice(0, most).map((item) => short(item, 20)).join('、');
  return items.length > most ? `${shown} 等 ${items.length} 个` : shown;
}

/** The sum with what it is: 2386万元（中标价）; several sums by their names. */
export function amountText({ amountYuan, amounts }: Pick<Matter, 'amountYuan' | 'amounts'>): string {
  if (amountYuan === null) return '';
  const what = amounts.find((amount) => amount.yuan === amountYuan)?.what;
  return `${moneyText(amountYuan)}${what && what !== '金额' ? `（${short(what, 8)}）` : ''}`;
}
