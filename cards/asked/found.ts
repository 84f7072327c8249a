import { opens } from '../kit/draw.ts';
import type { Document } from '../../src/domain/document.ts';
import { matterStates, type Matter, type MatterState } from '../../src/domain/matter/matter.ts';
import { button, card, help as small, plain, tapRow, type Card } from '../kit/kit.ts';
import { organNames, short } from '../kit/labels.ts';


const most = 8;

/** Where a found matter leads: its progress, unless something else was asked. */
interface Goes { card: string; face: string; title: string }

/** K25: what a search found among the matters the asker may see; the same card for nothing and for nothing he may see (E-902). */
export function found({ query, matters, goes }: { query: string; matters: readonly Document<Matter>[]; goes?: Goes }): Card {
  const { card: name, face, title } = goes ?? { card: 'progress', face: '', title: `查询结果（${matters.length} 件）` };
  const asked = short(query, 30);
  if (!matters.length) {
    return card({ title: '查询结果（0 件）', tint: 'grey', summary: '查询结果' }, [plain(`未找到：${asked}。可以换项目名、编号或单位再试。`, 3)]);
  }
  const first = matters[0];
  return card({ title, tint: 'blue', summary: goes ? title : '查询结果' }, [
    plain(`「${asked}」`, 1),
    ...matters.slice(0, most).map((doc) => tapRow([plain(`${doc.no}　${matterStates[doc.state as MatterState] ?? ''}　${organNames(doc.data.forwards.map((branch) => branch.organ))}`, 2)], opens(doc, name, face))),
    matters.length > most && small(`还有 ${matters.length - most} 件，请把话说得更细一些`),
    small('仅显示您有权查看的案件'),
    first && button(goes ? '选第一件' : '查看第一件', opens(first, name, face), { look: 'primary_filled', wide: true }),
  ]);
}
