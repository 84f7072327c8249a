import type { OrganBook } from '../../src/domain/organ/organ.ts';
import { act, may, refusalLine, type DocCard } from '../kit/draw.ts';
import { button, card, focus, help, panel, plain } from '../kit/kit.ts';
import { doneLine } from '../kit/branch-lines.ts';
import { unseen } from '../kit/unseen.ts';

const most = 30;

/** What the organisation file would change; nothing is written before the administrator says so. */
export const organFile: DocCard<OrganBook> = (at) => {
  const closed = unseen(at);
  if (closed) return closed;
  const { lines } = at.doc.data.proposal;
  const count = (start: string): number => lines.filter((text) => text.startsWith(start)).length;
  if (!lines.length) return card({ title: '组织文件', tint: 'green', tag: '已采用', summary: '组织文件' }, [focus(doneLine(at.doc, 'adopt') || '没有待确认的变更')]);
  return card({ title: '组织文件有变更', subtitle: '确认前不写入任何一行', tint: 'yellow', tag: '待确认', summary: '组织文件有变更' }, [
    refusalLine(at), focus(`新增 ${count('新增')}　变更 ${count('变更')}　不在文件中 ${count('不在文件中')}`),
    panel('逐条核对', [...lines.slice(0, most).map((text) => plain(text, 3)), lines.length > most && help(`还有 ${lines.length - most} 条，请核对文件`)]),
    help('不在文件中的人不自动停用；要停用的，在其单位名册里办理，先交接'),
    may(at, 'adopt') && button('采用', act(at, 'adopt', { card: 'organ-file' }), { look: 'primary_filled', wide: true, confirm: { title: '采用组织文件？', text: '按以上各条更新名册，留痕记明由您确认。' } }),
  ]);
};
