import { html, type Html } from '../../http/html.ts';

const style = `
:root{color-scheme:light dark;--bg:light-dark(#eef2f2,#111718);--surface:light-dark(#fff,#192123);--text:light-dark(#17211f,#e8efee);
--quiet:light-dark(#51605f,#a6b6b4);--line:light-dark(#dfe6e6,#2c393b);--accent:light-dark(#0b756f,#3fc7bb);--on:light-dark(#fff,#04211e);--soft:light-dark(#dcf1ee,#17403d)}
*{box-sizing:border-box}body{margin:0;background:var(--bg);color:var(--text);font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif}
header{background:repeating-linear-gradient(135deg,light-dark(#e2efed,#1a2a29) 0 14px,light-dark(#d6e8e5,#1f3331) 14px 28px);padding:10px 16px;text-align:center}
header strong{margin-right:1em}main{max-width:640px;margin:32px auto;padding:28px;background:var(--surface);border:1px solid var(--line);border-radius:12px}
h1{font-size:22px;margin:0 0 4px}p{margin:4px 0 16px}.quiet{color:var(--quiet);font-size:14px}ul.scopes{margin:0 0 16px;padding-left:1.2em;font-size:14px;color:var(--quiet)}
code{font-family:"JetBrains Mono",Consolas,monospace;font-size:13px;overflow-wrap:anywhere}
.find{display:flex;gap:8px;margin-bottom:12px}input[type=search]{flex:1;min-width:0}input[type=search],button,a.button{font:inherit;min-height:44px;padding:8px 14px;border-radius:8px;border:1px solid light-dark(#8b9998,#6b7c7a);background:var(--surface);color:inherit}
button,a.button{cursor:pointer;text-decoration:none;display:inline-block}button.main,a.button.main{background:var(--accent);border-color:var(--accent);color:var(--on);font-weight:600}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}.people{max-height:46vh;overflow:auto;border:1px solid var(--line);border-radius:8px;padding:4px 12px 12px;margin-bottom:16px}
fieldset{border:0;margin:0;padding:0}legend{padding:12px 0 4px;font-size:14px;color:var(--quiet)}
label.person{display:flex;gap:10px;align-items:center;padding:8px;min-height:44px;border-radius:8px;cursor:pointer}label.person:hover,label.person:has(:checked){background:var(--soft)}
label.person span{color:var(--quiet);font-size:14px}.acts{display:flex;gap:12px;flex-wrap:wrap}
@media(max-width:700px){main{margin:0;border:0;border-radius:0;padding:20px 16px;min-height:80vh}.acts button{flex:1}}
`;

/** A whole page of the sandbox's own that says at the top that it is a drill and not Feishu; works without script. */
export function framed(title: string, body: Html): string {
  return html`<!doctype html>
    <html lang="zh-CN">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}（沙盘）</title>
        <style>
          ${{ html: style }}
        </style>
      </head>
      <body>
        <header><strong>沙盘演练</strong>不是真实飞书</header>
        <main>${body}</main>
      </body>
    </html>`.html;
}
