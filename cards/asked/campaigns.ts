import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import { liveParts, openParts } from '../../src/domain/campaign/campaign.ts';
import type { Document } from '../../src/domain/document.ts';
import { dayText } from '../../src/domain/time/deadlines.ts';
import { opens } from '../kit/draw.ts';
import { button, card, focus, help, line, plain, tapRow, type Card } from '../kit/kit.ts';
import { short } from '../kit/labels.ts';

const most = 8;

/** 专项行动 that somebody may see, newest first; each row opens the card he has of it. */
export function campaigns({ list, card: name }: { list: readonly Document<Campaign>[]; card: 'campaign' | 'campaign-part' }): Card {
  const [first] = list;
  if (!first) return card({ title: '专项行动（0 个）', tint: 'grey', summary: '专项行动' }, [focus('现在没有专项行动'), name === 'campaign' && help('要发起，请说「发起专项行动」和名称，例如「发起专项行动 工程转包专项整治」')]);
  return card({ title: `专项行动（${list.length} 个）`, tint: 'blue', summary: '专项行动' }, [
    ...list.slice(0, most).map((doc) => tapRow([plain(`${doc.no}　${short(doc.data.title, 40)}`, 2), line(standing(doc))], opens(doc, name))),
    list.length > most && help(`还有 ${list.length - most} 个，请说编号`),
    name === 'campaign' && help('要发起，请说「发起专项行动」和名称'),
    button('查看第一个', opens(first, name), { look: 'primary_filled', wide: true }),
  ]);
}

function standing({ state, data }: Document<Campaign>): string {
  if (state === 'z.plan') return '待部署';
  const all = liveParts(data).length;
  return `已报送 ${all - openParts(data).length}/${all}　${dayText(data.until)}结束`;
}
