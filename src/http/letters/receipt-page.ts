import { dayText, minute } from '../../domain/time/time.ts';
import { choices, escapeHtml, formOf, lineField, table, textField, type Answer, type Typed } from './page.ts';

/** What the page may say of a letter: who sent it, under which number, until when it answers. Nothing of the case. */
export interface Letter { issuer: string; no: string; until: string }

/** The answers that a receiving organ enters itself; decisions of its own come by notice. */
export const offered: Readonly<Record<string, string>> = { accepted: '已接收', supplement: '需补充材料', returned: '退回', redirected: '转送其他机关' };

const title = '移送函回执';

/** W1: the form, with what was typed where something is missing. */
export function receiptForm(letter: Letter, typed: Typed, wrong = ''): Answer {
  const fields = [
    choices('result', offered, { value: typed['result'] ?? '', legend: '办理意见' }), textField('words', '说明（补充清单、退回理由、转送去向）', { value: typed['words'] ?? '', most: 500 }),
    lineField('signer', '经办人', { value: typed['signer'] ?? '', as: 'name' }), lineField('phone', '联系电话（可不填）', { value: typed['phone'] ?? '', as: 'tel' }),
  ];
  return { status: wrong ? 422 : 200, title, body: `<p class="note">${escapeHtml(letter.issuer)}</p><h1>${title}</h1><p class="note">来函 ${escapeHtml(letter.no)}　页面有效至 ${dayText(letter.until)}</p>
${formOf(fields.join(''), { button: '提交回执', wrong })}<p class="note">本页不显示案情。没有飞书也可填写；也可在纸质回执联上签章后寄回，或电话告知经办人代录。</p>` };
}

/** The receipt as it was entered, to be printed (D-06). */
export function receiptDone(letter: Letter, receipt: { no: string; result: string; words: string; signer: string; at: string }): Answer {
  const rows: [string, string][] = [
    ['回执编号', receipt.no], ['来函文号', letter.no], ['移送单位', letter.issuer], ['办理意见', offered[receipt.result] ?? ''], ['说明', receipt.words], ['经办人', receipt.signer], ['提交时间', minute(receipt.at, { year: true })],
  ];
  return { status: 200, title, body: `<h1>已收到，谢谢</h1><p>回执编号 ${escapeHtml(receipt.no)}，可打印本页。</p><div class="sheet">${table(rows)}</div><p class="note screen">链接已用完，可关闭本页。</p>` };
}
