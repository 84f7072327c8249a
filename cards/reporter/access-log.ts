import type { Document } from '../../src/domain/document.ts';
import { openingStates, type Opening } from '../../src/domain/opening/opening.ts';
import { actorName } from '../../src/domain/audit.ts';
import { clock, dayText } from '../../src/domain/time/time.ts';
import { card, focus, help, panel, plain, type Card } from '../kit/kit.ts';

const most = 12;

/** Every opening of the vault for an auditor: which matter, who asked, who decided, when; neither reason nor identity. */
export function accessLog({ openings }: { openings: readonly Document<Opening>[] }): Card {
  return card({ title: '查阅登记', tint: 'grey', tag: `${openings.length} 次`, summary: '查阅登记' }, [
    focus(openings.length ? `共 ${openings.length} 次申请查阅举报人信息` : '没有人申请查阅过举报人信息'),
    ...openings.slice(0, most).map((doc) => panel(`${doc.data.matterNo}　${openingStates[doc.state as keyof typeof openingStates] ?? doc.state}`, doc.audit.filter(({ by }) => by.role !== 'system').map((entry) =>
      plain(`${entry.code === 'DENIED' ? '未获准' : entry.verb}　${entry.by.role === 'clock' ? '系统' : actorName(entry.by)}　${dayText(entry.at)}${clock(entry.at)}`, 1)))),
    openings.length > most && help(`还有 ${openings.length - most} 次，可导出留痕查看`),
    help('这里没有举报人信息，也没有申请理由'),
  ]);
}
