import { dayText, minute } from '../domain/time/time.ts';

/** What the form showed when it came back with a gap. */
export interface Typed { result: string; words: string; signer: string; phone: string }

/** What the page may say of a letter: who sent it, under which number, until when it answers. Nothing of the case. */
export interface Letter { issuer: string; no: string; until: string }

/** The answers that a receiving organ enters itself; decisions of its own come by notice. */
export const offered: Readonly<Record<string, string>> = { accepted: '已接收', supplement: '需补充材料', returned: '退回', redirected: '转送其他机关' };

const style = `*{box-sizing:border-box}body{margin:0;background:#f5f6f7;color:#1f2329;font:16px/1.6 -apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:560px;margin:0 auto;padding:20px 16px 40px}h1{font-size:20px;line-height:1.4;margin:0 0 4px}p{margin:0 0 12px}.note{color:#646a73;font-size:14px}
.sheet{background:#fff;border:1px solid #dee0e3;border-radius:8px;padding:16px;margin:16px 0}fieldset{border:0;margin:0 0 16px;padding:0}legend,label.name{display:block;font-weight:600;margin-bottom:6px;padding:0}
label.choice{display:flex;gap:10px;align-items:center;min-height:44px;padding:0 12px;border:1px solid #dee0e3;border-radius:6px;margin-bottom:8px}label.choice:has(:checked){border-color:#1456f0;background:#f0f4ff}
input[type=text],input[type=tel],textarea{width:100%;font:inherit;padding:10px 12px;border:1px solid #8f959e;border-radius:6px;background:#fff;color:inherit;margin-bottom:16px}input[type=radio]{width:20px;height:20px;flex:none}
button{width:100%;min-height:48px;font:inherit;font-weight:600;color:#fff;background:#1456f0;border:0;border-radius:6px}:focus-visible{outline:3px solid #1456f0;outline-offset:2px}
.wrong{border-left:4px solid #d83931;background:#fef1f0;padding:10px 12px;margin:0 0 16px}dl{margin:0;display:grid;grid-template-columns:6em 1fr;row-gap:8px}dt{color:#646a73}dd{margin:0;overflow-wrap:anywhere}
@media print{body{background:#fff}.sheet{border:1px solid #000}.screen{display:none}}
@media (prefers-color-scheme:dark){@media screen{body{background:#1a1a1a;color:#ebebeb}.sheet,input[type=text],input[type=tel],textarea{background:#292929}.sheet,label.choice{border-color:#434343}.note,dt{color:#a6a6a6}label.choice:has(:checked){background:#152340}.wrong{background:#3b1a18}}}`;

/** Text that is safe inside HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function page(title: string, body: string): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`;
}

/** W1: the form, with what was typed where something is missing. */
export function formPage(letter: Letter, typed: Typed, wrong = ''): string {
  const choice = ([value, text]: [string, string]): string =>
    `<label class="choice"><input type="radio" name="result" value="${value}"${typed.result === value ? ' checked' : ''}> ${text}</label>`;
  return page('移送函回执', `<p class="note">${escapeHtml(letter.issuer)}</p><h1>移送函回执</h1><p class="note">来函 ${escapeHtml(letter.no)}　页面有效至 ${dayText(letter.until)}</p>
${wrong ? `<p class="wrong" role="alert">${escapeHtml(wrong)}</p>` : ''}<form method="post" class="sheet" novalidate>
<fieldset><legend>办理意见</legend>${Object.entries(offered).map(choice).join('')}</fieldset>
<label class="name" for="words">说明（补充清单、退回理由、转送去向）</label><textarea id="words" name="words" rows="3" maxlength="500">${escapeHtml(typed.words)}</textarea>
<label class="name" for="signer">经办人</label><input type="text" id="signer" name="signer" maxlength="50" autocomplete="name" value="${escapeHtml(typed.signer)}">
<label class="name" for="phone">联系电话（可不填）</label><input type="tel" id="phone" name="phone" maxlength="50" autocomplete="tel" value="${escapeHtml(typed.phone)}">
<button>提交回执</button></form><p class="note">本页不显示案情。没有飞书也可填写；也可在纸质回执联上签章后寄回，或电话告知经办人代录。</p>`);
}

/** The receipt as it was entered, to be printed (D-06). */
export function donePage(letter: Letter, receipt: { no: string; result: string; words: string; signer: string; at: string }): string {
  const rows: [string, string][] = [
    ['回执编号', receipt.no], ['来函文号', letter.no], ['移送单位', letter.issuer], ['办理意见', offered[receipt.result] ?? ''], ['说明', receipt.words], ['经办人', receipt.signer], ['提交时间', minute(receipt.at, { year: true })],
  ];
  return page('移送函回执', `<h1>已收到，谢谢</h1><p>回执编号 ${escapeHtml(receipt.no)}，可打印本页。</p>
<div class="sheet"><dl>${rows.filter(([, value]) => value).map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl></div><p class="note screen">链接已用完，可关闭本页。</p>`);
}

/** For a link that is over, was used, or was never ours; it does not say which. */
export function gonePage(): string {
  return page('链接已失效', '<h1>链接已失效</h1><p>请联系移送单位经办人，或寄回纸质回执联。</p>');
}

/** For too many tries from one address. */
export function busyPage(): string {
  return page('请稍候', '<h1>请稍候再试</h1><p>打开次数较多，请过一分钟再试。填写的内容没有提交。</p>');
}
