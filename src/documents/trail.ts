import type { AuditEntry, Document, Kind } from '../domain/document.ts';
import { actorName } from '../domain/audit.ts';
import { flows } from '../domain/flows.ts';
import type { Matter } from '../domain/matter/matter.ts';
import { center, fullName, shortName, type Directory } from '../domain/people.ts';
import type { Timeline, TimelineLine } from '../domain/timeline.ts';
import { time } from '../domain/time/time.ts';
import type { PaperFile } from './index.ts';
import { channelWords, kindWords } from './words.ts';

/** The documents in the order and with the names of the timeline. */
const titles: Readonly<Record<Kind, string>> = { matter: '事项', forward: '转办', referral: '核实审批', transfer: '移送', meeting: '会商', joint: '联合执法', delegation: '代办', complaint: '投诉', opening: '查阅举报人信息', organ: '单位名册', handover: '工作交接', delivery: '送达', campaign: '专项行动' };

/** 全程留痕 of a matter as two files: to be read (where it came from, where it went, what was done, who answers for it) and to be checked (every line with its hash and the hash before). Of a reporter neither name nor pseudonym. */
export function trailFiles(matter: Document<Matter>, timeline: Timeline, { directory, now, by }: { directory: Directory; now: Date; by: string }): PaperFile[] {
  return [
    { name: `${matter.no} 全程留痕.txt`, bytes: Buffer.from(readable(matter, timeline, { directory, now, by })) },
    { name: `${matter.no} 全程留痕.json`, bytes: Buffer.from(`${JSON.stringify({ matter: matter.no, at: now.toISOString(), by, chains: timeline.chains, lines: timeline.lines.map(checkable) }, null, 2)}\n`) },
  ];
}

function readable(matter: Document<Matter>, { chains, lines }: Timeline, { directory, now, by }: { directory: Directory; now: Date; by: string }): string {
  const { data } = matter;
  const head = [
    `${matter.no} 全程留痕`, `${fullName(directory, center)}　${time.minute(now.toISOString(), { year: true })}　${by} 导出`, '',
    '一、来源', `${kindWords(data.kind)}，${channelWords(data.source)}，${time.minute(matter.createdAt, { year: true })}收到`, '',
    '二、去向', ...wayOf(matter, directory), '',
    '三、操作与责任人', ['时间', '文件', '编号', '事项', '人员', '依据', '说明', '行号', '前一行校验值', '本行校验值'].join('\t'), ...lines.map((line) => row(line, directory)), '',
    '四、链式校验', ...chains.map(({ kind, no, lines: count, brokenAt, head: last }) => `${titles[kind]}\t${no}\t${count} 行\t${brokenAt === undefined ? '完整' : `第 ${brokenAt} 行起与校验值不符`}\t末行 ${last}`),
    chains.every((chain) => chain.brokenAt === undefined) ? '结论：全部完整。' : '结论：有留痕与校验值不符，请告知管理员。',
  ];
  return `${head.join('\r\n')}\r\n`;
}

function wayOf({ data, state }: Document<Matter>, directory: Directory): string[] {
  const parts = [
    ...data.forwards.map((one) => `转办　${shortName(directory, one.organ)}　${one.docNo}　${flows.forward.states[one.state] ?? ''}`),
    ...data.transfers.map((one) => `移送　${shortName(directory, one.organ)}至${shortName(directory, one.receiver)}　${one.no}　${flows.transfer.states[one.state] ?? ''}`),
    ...(data.passedTo ? [`转送　${data.passedTo}`] : []), ...(data.into && state === 'merged' ? [`并入　${data.into.no}`] : []),
  ];
  return [...(parts.length ? parts : ['尚未转出']), `现状　${flows.matter.states[state] ?? ''}`];
}

function row({ kind, no, entry }: TimelineLine, directory: Directory): string {
  return [time.minute(entry.at, { year: true }), titles[kind], no, entry.verb, whoOf(entry, directory), entry.article, entry.note, entry.seq, entry.prev || '—', entry.hash].join('\t');
}

function whoOf({ by }: AuditEntry, directory: Directory): string {
  if ('ref' in by) return '反映人（保密）';
  if (by.role === 'RECUSED') return '有关人员';
  return 'name' in by ? `${shortName(directory, by.organ)} ${actorName(by)}` : '系统';
}

// Whoever knows a whole line can count its hash again; of a reporter's only the place in the chain is given out.
function checkable({ kind, no, entry, hidden }: TimelineLine): object {
  const { seq, prev, hash, at, verb } = entry;
  return hidden ? { kind, no, seq, at, verb, prev, hash } : { kind, no, ...entry };
}
