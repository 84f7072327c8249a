import { opens } from './draw.ts';
import type { Document } from '../../src/domain/document.ts';
import { numberOf } from '../../src/domain/duties.ts';
import { clock, dayText } from '../../src/domain/time/time.ts';
import { button, card, line, type Card } from './kit.ts';


/** K45: what an old card becomes; its one button sends the same card afresh. */
export function stale(doc: Document, name: string, face = ''): Card {
  const last = doc.audit.findLast((entry) => entry.code !== 'DENIED' && entry.by.role !== 'clock' && entry.by.role !== 'system');
  const no = numberOf(doc);
  return card({ title: '该卡片已失效', subtitle: '请在最新卡片上操作', tint: 'grey', tag: '已失效', summary: `${no || '草稿'} 卡片已失效` }, [
    line(`${no || '草稿'}${last ? `　${dayText(last.at)}${clock(last.at)} ${last.verb}` : ''}`),
    button('打开最新卡片', opens(doc, name, face), { wide: true }),
  ]);
}
