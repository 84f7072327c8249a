import { opens } from '../kit/draw.ts';
import type { Document } from '../../src/domain/document.ts';
import { matterStates, type Matter, type MatterState } from '../../src/domain/matter/matter.ts';
import { dayText } from '../../src/domain/time/time.ts';
import { button, buttonRow, card, help as small, line, plain, tapRow, type Card } from '../kit/kit.ts';
import { short } from '../kit/labels.ts';

import { nextStep } from '../matter/progress/receipt.ts';

const most = 8;

/** K32: the matters that a person reported, with what may be told; eight rows. `angry` puts the facts first (D3). */
export function mine({ matters, angry }: { matters: readonly Document<Matter>[]; angry: boolean }): Card {
  const report = button(matters.length ? '再报一条' : '报线索', { do: 'ask', what: 'report' }, { look: 'primary_filled', wide: true });
  if (!matters.length) {
    return card({ title: '我报的', tint: 'blue', summary: '我报的 0 件' }, [line('您还没有报过线索，直接说一句话就可以。'), report]);
  }
  return card({ title: `我报的　${matters.length} 件`, tint: 'blue', summary: `我报的 ${matters.length} 件` }, [
    angry && line(`您此前报过 ${matters.length} 件，都在下面。`),
    ...matters.slice(0, most).map((doc) => tapRow([plain(`${doc.no || '草稿'}　${stateText(doc)}`, 1), plain(`${short(doc.data.project || '未写明项目', 30)}　${outlook(doc)}`, 2)], opens(doc, 'intake'))),
    matters.length > most && small(`还有 ${matters.length - most} 件，说编号可查`),
    angry && line('如果是新的情况，请直接说，我记下来。'),
    buttonRow(report, button('补充材料', { do: 'ask', what: 'supplement' })),
  ]);
}

function stateText(doc: Document<Matter>): string {
  const name = matterStates[doc.state as MatterState] ?? '';
  return doc.state === 'closed' ? `${name}　${dayText(doc.updatedAt)}` : name;
}

function outlook(doc: Document<Matter>): string {
  if (doc.state === 'draft') return '待您核对';
  const due = doc.data.forwards.map((branch) => branch.dueDate).filter(Boolean).sort().at(-1);
  if (doc.state === 'forwarded' || doc.state === 'reported') return due ? `预计 ${dayText(due)}前有结果` : '办理中';
  return doc.state === 'registered' || doc.state === 'merged' || doc.state === 'verifying' ? nextStep({ doc }).replace('下一步：', '') : (doc.data.told ? `结果：${doc.data.told}` : '本件已办结');
}
