import type { Look } from './camera.ts';
import { viewerText, type Shot } from './shots.ts';

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const style = `
:root { color-scheme: light dark; font: 14px/1.6 "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
body { margin: 0; background: light-dark(#f3f5f5, #14191a); color: light-dark(#1c2423, #e6edec); }
header { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; padding: 10px 20px; background: light-dark(#fff, #1d2628); border-bottom: 1px solid light-dark(#dfe6e6, #344144); }
h1 { margin: 0; font-size: 17px; } h2 { margin: 28px 20px 8px; font-size: 16px; scroll-margin-top: 70px; }
nav { display: flex; flex-wrap: wrap; gap: 2px 12px; padding: 12px 20px 0; } a { color: light-dark(#0b756f, #3fc7bb); }
label { cursor: pointer; padding: 6px 0; } section { display: flex; flex-wrap: wrap; gap: 20px; align-items: flex-start; padding: 0 20px; }
figure { margin: 0; max-width: 100%; } figcaption { max-width: 375px; margin-bottom: 4px; font-size: 12px; color: light-dark(#51605f, #a6b6b4); } img { display: none; max-width: 100%; }
`;

/** The page of the gallery: every card grouped by kind, with its state, viewer and face; one look at a time. */
export function galleryPage(shots: readonly Shot[], looks: readonly Look[]): string {
  const groups = [...new Set(shots.map((shot) => shot.group))];
  const chosen = looks.map(({ name }) => `body:has(#look-${name}:checked) .look-${name} { display: block; }`).join('\n');
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>卡片样张</title><style>${style}${chosen}</style></head>
<body><header><h1>卡片样张　${shots.length} 张</h1>${looks.map(({ name, title }, at) => `<label><input type="radio" name="look" id="look-${name}"${at === 0 ? ' checked' : ''}> ${escaped(title)}</label>`).join('')}<span>人员、项目均为虚构</span></header>
<nav>${groups.map((group, at) => `<a href="#group-${at}">${escaped(group)}</a>`).join('')}</nav>
${groups.map((group, at) => `<h2 id="group-${at}">${escaped(group)}</h2><section>${shots.filter((shot) => shot.group === group).map((shot) => figure(shot, looks)).join('')}</section>`).join('\n')}
</body></html>
`;
}

function figure(shot: Shot, looks: readonly Look[]): string {
  const title = (shot.card.header as { title: { content: string } }).title.content;
  const words = [shot.state, shot.face && `面 ${shot.face}`, shot.viewer && viewerText(shot.viewer)].filter(Boolean).join('　');
  const alt = escaped(`${title}，${words}`);
  return `<figure id="${shot.id}"><figcaption>${escaped(words)}</figcaption>${looks.map(({ name }) => `<img class="look-${name}" loading="lazy" src="${shot.id}-${name}.png" alt="${alt}">`).join('')}</figure>`;
}
