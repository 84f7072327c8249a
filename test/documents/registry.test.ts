import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { receivers } from '../../jobs/papers/write-paper.ts';
import { papersOf } from '../../scripts/coverage/lines.ts';
import { createPapers, papers as registry } from '../../src/documents/index.ts';
import { kinds, type Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import * as told from './complaint-stories.ts';
import { opened, textOf } from './opened.ts';
import * as story from './stories.ts';

const root = join(import.meta.dirname, '..', '..');
const rows = join(root, 'src', 'domain');
const maker = createPapers({ directory: story.directory, settings: story.settings, now: () => new Date('2026-12-09T16:20:00+08:00') });
const { forward, matter } = story.forwarded();
const approved = story.decided('approve');
const transferred = story.transferred();
const met = story.met();
const enforced = story.enforced();
const supervised = { ...forward, data: { ...forward.data, supervised: { no: '鄂公资督〔2026〕3号', at: '2026-12-22T02:00:00.000Z' } } } as Document;
const found = { ...forward, data: { ...forward.data, docNo: '鄂公资报〔2026〕3号', paper: 'found-report', unfixed: '' } } as Document;

interface Entry {
  /** Number in domain.md 6, and what the paper is called there. */
  d: string; name: string; paper: string;
  doc: Document; no: string; about?: string;
  /** Official number without year and sequence; empty for annexes that carry the matter's number. */
  form: string;
  /** What the domain table says must stand on it, one word of each end. */
  says: string[];
  /** A card by which it is asked for, where it is not sent by itself. */
  asked?: string;
}

/** Domain.md section 6, row by row; D-12 and 公示提示 belong to Articles 6 and 7, which are not in this version. */
const table: readonly Entry[] = [
  { d: 'D-01', name: '举报件转办单', paper: 'forward-letter', doc: forward, no: forward.data.docNo, form: '鄂公资转', says: ['受文单位', '反馈时限', '保密提示', '回执联'] },
  { d: 'D-02', name: '违法行为书面报告', paper: 'found-report', doc: found, no: '鄂公资报〔2026〕3号', form: '鄂公资报', says: ['发现时间', '已采取措施', '建议'] },
  { d: 'D-03', name: '核实情况报告', paper: 'report', doc: story.reported(['officer1', 'officer2']), no: '鄂住建核〔2026〕3号', form: '鄂住建核', says: ['案由与来源', '核实人员', '法律适用', '处理与移送建议'] },
  { d: 'D-04', name: '移送审批表', paper: 'approval-form', doc: approved, no: story.formNo(approved), about: 'p1', form: '鄂住建移审', says: ['核实结论', '材料清单', '主要负责人意见'] },
  { d: 'D-05', name: '案件线索移送函', paper: 'transfer-letter', doc: transferred, no: transferred.data.letterNo, form: '鄂住建移', says: ['线索概述', '证据材料目录', '抄送'] },
  { d: 'D-05', name: '不予立案复议申请', paper: 'review-request', doc: story.declined('review'), no: story.declined('review').data.answers[0]?.no ?? '', form: '鄂住建移复', says: ['不予立案', '予以复议'] },
  { d: 'D-05', name: '立案监督建议', paper: 'supervision-letter', doc: story.declined('supervision'), no: story.declined('supervision').data.answers[0]?.no ?? '', form: '鄂住建移监', says: ['不予立案', '立案监督'] },
  { d: 'D-06', name: '移送回执', paper: 'receipt-slip', doc: transferred, no: transferred.data.letterNo, form: '鄂住建移', says: ['来函文号', '收到日期', '退回', '转送'] },
  { d: 'D-07', name: '会商会议通知', paper: 'meeting-notice', doc: met.called, no: met.called.data.noticeNo, form: '鄂公资会', says: ['议题', '回避提示', '保密要求', '联系人'] },
  { d: 'D-08', name: '会商纪要', paper: 'minutes', doc: met.confirmed, no: met.confirmed.data.minutesNo, form: '鄂公资纪', says: ['各单位意见', '议定事项', '确认情况'] },
  { d: 'D-09', name: '联合执法方案', paper: 'joint-plan', doc: enforced.agreed, no: enforced.agreed.data.planNo, form: '鄂公资联', says: ['启动情形', '权限分工', '安全预案', '汇总要求'] },
  { d: 'D-10', name: '办理结果反馈表', paper: 'feedback-form', doc: story.answered(), no: '鄂住建馈〔2026〕9号', form: '鄂住建馈', says: ['转办文号', '部分属实', '整改', '可否告知'], asked: 'cards/forward/feedback-check.ts' },
  { d: 'D-11', name: '投诉受理决定书', paper: 'complaint-accepted', doc: told.accepted(), no: told.accepted().data.acceptNo, form: '鄂住建受', says: ['投诉事项与请求', '办理期限', '权利'] },
  { d: 'D-11', name: '投诉不予受理决定书', paper: 'complaint-rejected', doc: told.rejected(), no: told.rejected().data.rejection.no, form: '鄂住建不受', says: ['审查情况', '救济途径'] },
  { d: 'D-13', name: '证据清单', paper: 'evidence-list', doc: matter, no: matter.no, form: '', says: ['序号', '校验值', '流转记录'], asked: 'cards/kit/controls.ts' },
  { d: 'D-14', name: '不适用告知书', paper: 'not-applicable', doc: story.outside(), no: '鄂公资告〔2026〕3号', form: '鄂公资告', says: ['事由', '依据', '时限', '联系人'] },
  { d: 'D-14', name: '督办函', paper: 'urge-letter', doc: supervised, no: '鄂公资督〔2026〕3号', form: '鄂公资督', says: ['事由', '依据', '要求', '时限', '联系人'] },
];

describe('domain.md section 6 against the registry', () => {
  it('D-01 to D-14 are all there but D-12, and nothing is registered that the table does not know', () => {
    const numbers = [...new Set(table.map(({ d }) => d))];
    expect(numbers).toEqual(Array.from({ length: 14 }, (_, at) => `D-${String(at + 1).padStart(2, '0')}`).filter((d) => d !== 'D-12'));
    const besides = ['intake-record', 'banner-letter', 'complaint-passed', 'complaint-redirected', 'complaint-pause', 'complaint-decision', 'campaign-plan'];
    expect(Object.keys(registry).filter((name) => !besides.includes(name)).sort()).toEqual(table.map(({ paper }) => paper).sort());
  });

  it.each(table)('$d $name is what its file says: name, number, fields and template, read from its XML', async ({ d, name, paper, doc, no, about, form, says }) => {
    const file = await maker.write(paper, { doc, matter, docNo: no, ...(about ? { about } : {}) });
    const { text, part, paths } = opened(file.bytes);
    expect(file.name).toBe(`${no} ${name}.docx`);
    expect(no).toMatch(form ? new RegExp(`^${form}〔2026〕\\d+号$`) : /^XS-\d{8}-\d{4}$/);
    for (const word of [no, ...says]) expect(text.includes(word) || paths.some((path) => path.startsWith('word/header') && textOf(part(path)).includes(word)), word).toBe(true);
    expect(maker.sheet(paper, { doc, matter, docNo: no, ...(about ? { about } : {}) }).template).toMatch(new RegExp(`^${d}[a-z]?/\\d$`));
  });

  it.each(table)('$d $name is asked for by a row of a flow', ({ name }) => {
    const asking = kinds.flatMap((kind) => flows[kind].rows.filter((row) => papersOf(kind, row).includes(name)).map((row) => `${kind}.${row.act}`));
    expect(asking.length).toBeGreaterThan(0);
  });

  it.each(table)('$d $name is sent to somebody, or stands behind a button', ({ paper, asked }) => {
    expect(asked === undefined).toBe(paper in receivers);
    if (asked) expect(readFileSync(join(root, asked), 'utf8')).toMatch(paper === 'evidence-list' ? /what: 'package'/ : new RegExp(`paperLink\\(.*'${paper}'`));
  });

  it('every number is issued by the flows in the series of its own organ', () => {
    const source = readdirSync(rows, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).map((path) => readFileSync(join(rows, path), 'utf8')).join('\n');
    const series = table.filter(({ form }) => form !== '').map(({ form }) => form.replace(/^鄂(公资|住建)/, ''));
    expect(series.filter((word) => !new RegExp(`['}资]${word}(〔\\{year\\}〕\\{n\\}号|['\`])`).test(source))).toEqual([]);
  });
});
