import codes from '../data/codes.json' with { type: 'json' };
import { bestFindings, tellingWords, type Finding, type Stretch } from './model.ts';
import { models } from './models.ts';
import type { Guess } from './reading.ts';
import { clauseAt, scan, type Row } from './scan.ts';

/** From this chance on a violation is taken as told; from the lower one it is a guess, if nothing else was told. */
const told = 0.55;
const guessed = 0.14;

const denied = /(没有?|未|不)(发现|查到|存在|构成|涉及)|不存在|并?不是|并非|(质量|程序|资质|工资)(都|也)?(没有?问题|正常|没毛病)|没有?(围标|串标|陪标|转包|挂靠|偷工减料|弄虚作假|打招呼)/;

// The words of the trade that can mean nothing else; everything said otherwise is learnt from examples.
const terms: readonly [value: string, find: RegExp][] = [
  ['CT', /围标|串标|陪标|围串|(?<!(招标人|采购人|业主|甲方|代理).{0,8})串通投标/], ['ZTCT', /内定|明招暗定/], ['NXZJ', /弄虚作假|骗取中标/], ['ZB', /转包|违法分包/], ['GK', /挂靠|[借租](用|别人|他人|人家)*的?资质/],
  ['GB', /应招未招|规避(公开)?招标|未招先建|直接(定给|发包|委托)/], ['HZWL', /化整为零|肢解发包/], ['HTBG', /阴阳合同/], ['JQ', /弃标|拒签合同/], ['XM', /泄标|泄露标底/],
  ['PC', /量身定[做制]|萝卜(招标|采购)/], ['GPJZ', /公平竞争审查/], ['YJWJ', /场外交易|应进未进/], ['QPJY', /强迫交易|恶势力/], ['WZ', /私刻|萝卜章|伪造.{0,3}(公章|印章|批文)/],
  ['BK', /挪用|套取.{0,4}资金/], ['TQZ', /欠薪|讨薪|(拖?欠|不发|没发|没给).{0,8}(工资|工钱)/], ['ZL', /偷工减料|豆腐渣/], ['JM', /假冒伪劣|以次充好/], ['GZWJ', /打(过|了)?招呼|递条子/],
  ['GY', /国有资产流失|贱卖/], ['EYTS', /恶意投诉|职业投诉/], ['SX', /失信被执行人|黑名单|老赖/], ['ZZ', /(没有?|无|不具备)(任何|相应|施工|该)?的?资质/], ['XHF', /红包|回扣|好处费|[行受索]贿/],
];
const rows: readonly Row<string>[] = terms.map(([value, find]) => ({ value, find, not: denied, why: '原文写明' }));

const official = /局长|科长|处长|股长|主任|书记|领导|干部|公职|公务员|市长|旗长|区长|国家工作人员|党员|官员|局里的人|院长|校长/;

const label = (code: string): string => (code in codes.violation ? codes.violation[code as keyof typeof codes.violation].replace(/（.*/, '') : code);

// A bribe of an official goes to discipline inspection, any other is a matter of company staff.
function briberyOf(text: string, guess: Guess<string>): Guess<string> {
  const bribe = guess.value === 'XHF' || guess.value === 'XHG';
  return bribe ? { ...guess, value: official.test(clauseAt(text, text.indexOf(guess.words))) || /公职|局长|公务员/.test(text) ? 'XHG' : 'XHF' } : guess;
}

/** What a text tells of: by terms of the trade, else by likeness to examples. */
export interface Told { guesses: Guess<string>[]; likeliest: Guess<string> | undefined; chance: number }

/** Violations in the order of the text, and the likeliest of those that are too unlikely to be taken as told. */
export function readViolations(text: string, stretches: readonly Stretch[]): Told {
  const plain = scan(text, rows).map(({ value, words, why, at }) => ({ value, words, why, sure: true, at }));
  const findings = bestFindings(models.violations, text, stretches);
  const open = (guess: { at: number }): boolean => !denied.test(clauseAt(text, guess.at));
  const learnt = findings.filter(({ label: value, chance }) => chance >= told && !plain.some((hit) => hit.value === value)).map((finding) => guessOf(text, finding)).filter(open);
  const seen = new Set<string>();
  const guesses = [...plain, ...learnt]
    .sort((a, b) => a.at - b.at)
    .map((guess) => briberyOf(text, withoutPlace(guess)))
    .filter(({ value }) => !seen.has(value) && seen.add(value));
  const [best] = findings;
  const likeliest = best && best.chance >= guessed ? guessOf(text, best) : undefined;
  return { guesses, likeliest: likeliest && open(likeliest) ? briberyOf(text, withoutPlace(likeliest)) : undefined, chance: best?.chance ?? 0 };
}

function withoutPlace({ at: _at, ...guess }: Guess<string> & { at: number }): Guess<string> {
  return guess;
}

function guessOf(text: string, finding: Finding): Guess<string> & { at: number } {
  const words = tellingWords(models.violations, text, finding);
  return { value: finding.label, words, why: `像是${label(finding.label)}的说法`, sure: finding.chance >= 0.7, at: text.indexOf(words, finding.from) };
}
