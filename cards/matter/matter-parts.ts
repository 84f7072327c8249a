import { maySee } from '../../src/domain/acting-for.ts';
import { latest } from '../../src/domain/time/clocks.ts';
import type { Clock, Document } from '../../src/domain/document.ts';
import type { Settings } from '../../src/domain/settings.ts';
import { clock as clockText, dayText, endOfDay, spanText } from '../../src/domain/time/time.ts';
import { doubtfulBasis } from '../../src/domain/matter/applicability.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Evidence, Matter } from '../../src/domain/matter/matter.ts';
import type { DrawInput } from '../kit/draw.ts';
import { box, help, panel, plain, type Card, type Child, type Element } from '../kit/kit.ts';
import { nothing } from '../kit/unseen.ts';
import { checksumText, fieldNames, organNames, short, sizeText } from '../kit/labels.ts';

/** What is drawn for a viewer who may not know of the document: the same as for one that does not exist. */
export function unknownCard(): Card {
  return nothing();
}

/** Whether a viewer may see a document of a matter at all: its reporter, or whoever holds a role on it. A group never may. */
export function mayView({ viewer, world }: Pick<DrawInput, 'viewer' | 'world'>, doc: Document): boolean {
  if (viewer.group) return false;
  if (viewer.reporter && doc.kind === 'matter') return true;
  return maySee(flows[doc.kind], { doc, person: viewer.id, world });
}

/** Whether a viewer is staff with a role on a matter that is registered. */
export function isStaff(input: Pick<DrawInput, 'viewer' | 'world'>, doc: Document): boolean {
  return doc.state !== 'draft' && doc.state !== 'discarded' && mayView({ ...input, viewer: { ...input.viewer, reporter: false } }, doc);
}

/** The Center's own limit on a matter: T01, or T02 for a 预警. */
export function centerClock(doc: Document<Matter>): Clock | undefined {
  return latest(doc.clocks, 'T01') ?? latest(doc.clocks, 'T02');
}

/** 11月25日（周三）24:00 前, or the empty text where no limit runs. */
export function limitText(limit: Clock | undefined): string {
  return limit ? endOfDay(limit.due.dueDate) : '';
}

/** 本办法9条（2 个工作日，系统默认）: where a limit comes from. */
export function originText(limit: Clock | undefined): string {
  return limit ? `${limit.basis}（${limit.amount ? `${spanText(limit.amount, limit.unit)}，` : ''}${limit.origin}）` : '';
}

function fileText(file: Evidence): string {
  return `${short(file.name, 30)}　${sizeText(file.size)}　${clockText(file.at)}　校验值 ${checksumText(file.sha256)}${file.from ? `　随 ${file.from} 并入` : ''}${file.sealedFor ? '　已封存' : ''}`;
}

/** 附件 n 份: every file with its proof; as many are named as `most` says. */
export function filesPanel(files: readonly Evidence[], most = 12): Child {
  const kept = files.filter((file) => !file.removed);
  if (!kept.length) return undefined;
  const rest = kept.length - most;
  return panel(`附件 ${kept.length} 份`, [...kept.slice(0, most).map((file) => plain(fileText(file), 2)), rest > 0 && help(`还有 ${rest} 份`), help('校验值（SHA-256）末 8 位，收到时计算')]);
}

/** Words of people in a panel, whole as far as a card can hold them. */
export function wordsPanel(title: string, words: string): Child {
  return words.trim() ? panel(title, [plain(short(words, 900), 40), [...words].length > 900 && help('内容较长，这里是前 900 字，全文已保存')]) : undefined;
}

/** 为什么这样判断: each field with the words that it came from. */
export function whyPanel(matter: Matter, most = 14): Child {
  const traces = matter.traces.slice(0, most);
  if (!traces.length) return undefined;
  return panel('为什么这样判断', [
    ...traces.map((trace) => plain(`${fieldNames[trace.field] ?? '其他'}：${trace.words ? `「${short(trace.words, 24)}」` : ''}${trace.why ? `　${short(trace.why, 24)}` : ''}`, 2)),
    help('由系统推测，请以您核对的为准'),
  ]);
}

/** 建议承办：市住建局（依据 B01、V01）; empty where nothing is known to route by. */
export function suggestionText(matter: Matter): string {
  const { routing } = matter;
  if (!routing?.depts.length) return '';
  return `${organNames(routing.depts)}（依据 ${routing.rules.map((rule) => rule.id).join('、')}）`;
}

/** A line of our own words before the card of a matter: when it was written down. */
export function writtenAt(doc: Document): string {
  return `来自您 ${dayText(doc.createdAt)}${clockText(doc.createdAt)} 的消息`;
}

/** A line of a timeline: what is done, or what is still to be done, said in words. */
export function marked(done: boolean, text: string): Element {
  return plain(`${done ? '已办' : '待办'}　${text}`, 2);
}

/** What only some matters have, in a grey box: who assigned it and until when, what a system noticed, and the doubt whether the measures hold (AC-12.1). */
export function ownBox(facts: Pick<Matter, 'kind' | 'mandate' | 'signal' | 'happened'>, settings: Pick<Settings, 'effectiveFrom'>): Child {
  const { organ, no, dueDate } = facts.mandate;
  const lines = [
    facts.kind === 'assigned' && organ && `交办　${short(organ, 24)}${no ? `　${short(no, 24)}` : ''}${dueDate ? `　${dayText(dueDate)}前` : ''}`,
    facts.kind === 'warning' && facts.signal && `特征　${short(facts.signal, 120)}`,
    facts.kind === 'warning' && '系统提示，不作认定',
    doubtfulBasis(facts, settings),
  ].filter(Boolean);
  return lines.length > 0 && box(...lines);
}
