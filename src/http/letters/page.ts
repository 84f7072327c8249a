/** What a page of a letter answers with: its title, and what stands between head and foot. */
export interface Answer { status: number; title: string; body: string }

/** What was typed into a form. */
export type Typed = Readonly<Record<string, string>>;

const style = `*{box-sizing:border-box}html{font-size:16px}html:has(#big:checked){font-size:22px}body{margin:0;background:#f5f6f7;color:#1f2329;font:1rem/1.6 -apple-system,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:35rem;margin:0 auto;padding:16px 16px 40px}h1{font-size:1.25rem;line-height:1.4;margin:0 0 4px}p{margin:0 0 12px}.note{color:#646a73;font-size:.875rem}
.size{display:flex;width:fit-content;gap:8px;align-items:center;justify-content:center;min-height:44px;margin:0 0 8px auto;padding:0 12px;border:1px solid #dee0e3;border-radius:6px;background:#fff}.size input{width:20px;height:20px;margin:0}
.sheet{background:#fff;border:1px solid #dee0e3;border-radius:8px;padding:16px;margin:16px 0}fieldset{border:0;margin:0 0 16px;padding:0;min-width:0}legend,label.name{display:block;font-weight:600;margin-bottom:6px;padding:0}
label.choice{display:flex;gap:10px;align-items:center;min-height:44px;padding:0 12px;border:1px solid #dee0e3;border-radius:6px;margin-bottom:8px}label.choice:has(:checked){border-color:#1456f0;background:#f0f4ff}.row{display:flex;flex-wrap:wrap;gap:8px}.row label.choice{flex:1 0 auto}
input[type=text],input[type=tel],textarea{width:100%;font:inherit;padding:10px 12px;border:1px solid #8f959e;border-radius:6px;background:#fff;color:inherit;margin-bottom:16px}input[type=radio]{width:20px;height:20px;flex:none;margin:0}
button{width:100%;min-height:48px;font:inherit;font-weight:600;color:#fff;background:#1456f0;border:0;border-radius:6px}:focus-visible{outline:3px solid #1456f0;outline-offset:2px}
summary{min-height:44px;padding:8px 0;font-weight:600;cursor:pointer}details{margin-bottom:16px}ol{margin:0;padding-left:1.5em}li{margin-bottom:6px}
.wrong{border-left:4px solid #d83931;background:#fef1f0;padding:10px 12px;margin:0 0 16px}dl{margin:0 0 8px;display:grid;grid-template-columns:5.5em minmax(0,1fr);row-gap:8px}dt{color:#646a73}dd{margin:0;overflow-wrap:anywhere}
@media print{body{background:#fff}.sheet{border:1px solid #000}.screen{display:none}}
@media (prefers-color-scheme:dark){@media screen{body{background:#1a1a1a;color:#ebebeb}.sheet,.size,input[type=text],input[type=tel],textarea{background:#292929}.sheet,.size,label.choice{border-color:#434343}.note,dt{color:#a6a6a6}label.choice:has(:checked){background:#152340}.wrong{background:#3b1a18}}}`;

/** Text that is safe inside HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The whole page: no script, one column; 大字 is a tick that goes with the form, so that nothing typed is lost by it. */
export function pageOf({ title, body }: Pick<Answer, 'title' | 'body'>, { big }: { big: boolean }): string {
  const size = `<label class="size screen"><input type="checkbox" id="big" name="big" value="1" form="answer"${big ? ' checked' : ''}> 大字</label>`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${escapeHtml(title)}</title><style>${style}</style></head><body><main>${size}${body}</main></body></html>`;
}

/** The form of a page, with what is wrong said first. */
export function formOf(fields: string, { button, wrong }: { button: string; wrong: string }): string {
  return `${wrong ? `<p class="wrong" role="alert">${escapeHtml(wrong)}</p>` : ''}<form method="post" class="sheet" id="answer" novalidate>${fields}<button>${button}</button></form>`;
}

/** Some of these, one to be chosen; `row` sets them beside one another. */
export function choices(name: string, options: Readonly<Record<string, string>>, { value, legend, row = false }: { value: string; legend: string; row?: boolean }): string {
  const all = Object.entries(options).map(([key, text]) => `<label class="choice"><input type="radio" name="${name}" value="${key}"${value === key ? ' checked' : ''}> ${text}</label>`).join('');
  return `<fieldset><legend>${escapeHtml(legend)}</legend>${row ? `<div class="row">${all}</div>` : all}</fieldset>`;
}

/** A line to write on. */
export function lineField(name: string, label: string, { value, as = '' }: { value: string; as?: 'name' | 'tel' | 'organization-title' | '' }): string {
  return `<label class="name" for="${name}">${label}</label><input type="${as === 'tel' ? 'tel' : 'text'}" id="${name}" name="${name}" maxlength="50"${as ? ` autocomplete="${as}"` : ''} value="${escapeHtml(value)}">`;
}

/** Several lines to write on. */
export function textField(name: string, label: string, { value, most }: { value: string; most: number }): string {
  return `<label class="name" for="${name}">${escapeHtml(label)}</label><textarea id="${name}" name="${name}" rows="3" maxlength="${most}">${escapeHtml(value)}</textarea>`;
}

/** Names and values; those without a value are left out. */
export function table(rows: readonly (readonly [string, string])[]): string {
  return `<dl>${rows.filter(([, value]) => value).map(([name, value]) => `<dt>${name}</dt><dd>${escapeHtml(value)}</dd>`).join('')}</dl>`;
}

/** For a link that is over, was used, or was never ours; it does not say which. `next` says what to do instead. */
export function gone(next: string): Answer {
  return { status: 410, title: '链接已失效', body: `<h1>链接已失效</h1><p>${escapeHtml(next)}</p>` };
}

/** For too many tries from one address. */
export const busy: Answer = { status: 429, title: '请稍候', body: '<h1>请稍候再试</h1><p>打开次数较多，请过一分钟再试。填写的内容没有提交。</p>' };
