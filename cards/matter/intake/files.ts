import { clock } from '../../../src/domain/time/time.ts';
import { reportersOwn } from '../../../src/domain/matter/evidence.ts';
import type { Evidence, Matter } from '../../../src/domain/matter/matter.ts';
import { act, may, type DocCard, type DrawInput } from '../../kit/draw.ts';
import { button, card, focus, help, panel, plain, type Child, type Element } from '../../kit/kit.ts';
import { checksumText, short, sizeText } from '../../kit/labels.ts';
import { unknownCard } from '../matter-parts.ts';

const name = 'files';
const most = 8;

/** K27: the files of a draft, each of which can be taken out and put back; a companion of K01, so that no form is ever redrawn. */
export const files: DocCard<Matter> = (input) => {
  const { doc, viewer } = input;
  if (!viewer.reporter || viewer.group) return unknownCard();
  const all = reportersOwn(doc.data.files);
  const kept = all.filter((file) => !file.removed);
  const draft = doc.state === 'draft';
  return card({ title: all.length ? '附件已收到' : '附件清单', ...(doc.no ? { subtitle: doc.no } : {}), tint: draft ? 'blue' : 'green', tag: `${draft ? '草稿' : '已登记'} ${kept.length} 份`, summary: `${doc.no || '草稿'} 附件 ${kept.length} 份` }, [
    focus(kept.length ? `已收到 ${kept.length} 份，已保存并计算校验值` : all.length ? '附件已全部移出' : '还没有附件'),
    ...all.slice(0, most).map((file, at) => row(input, file, at)),
    all.length > most && help(`还有 ${all.length - most} 份，登记后在回执里可查`),
    all.length > 0 && panel('校验值（SHA-256）与接收时间', all.slice(0, 20).map((file, at) => plain(`${at + 1}　${clock(file.at)}　末 8 位 ${checksumText(file.sha256)}`, 1))),
    help(draft ? `继续发文件会自动加入${kept.length ? '，说「不要了」可全部移出' : ''}` : all.length ? '登记后原件封存，不能移出' : '直接把文件发到这里，可以补充'),
  ]);
};

function row(input: DrawInput<Matter>, file: Evidence, at: number): Element {
  const text = plain(`${at + 1}　${short(file.name, 30)}　${sizeText(file.size)}　${clock(file.at)}${file.removed ? '　已移出' : ''}`, 2);
  const tap: Child = file.removed
    ? may(input, 'restore') && button('恢复', act(input, 'restore', { card: name, input: { file: file.id } }), { look: 'text' })
    : may(input, 'detach') && button('移出', act(input, 'detach', { card: name, input: { file: file.id } }), { look: 'text' });
  if (!tap) return text;
  return {
    tag: 'column_set', flex_mode: 'none', horizontal_spacing: '8px',
    columns: [{ tag: 'column', width: 'weighted', weight: 1, vertical_align: 'center', elements: [text] }, { tag: 'column', width: 'auto', vertical_align: 'center', elements: [tap] }],
  };
}
