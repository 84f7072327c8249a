import type { AuditEntry } from '../../../src/domain/document.ts';
import type { Evidence, Matter } from '../../../src/domain/matter/matter.ts';
import { actorName } from '../../../src/domain/audit.ts';
import { clock, dayText } from '../../../src/domain/time/time.ts';
import { act, may, opens, refusalLine, typedText, type DocCard } from '../../kit/draw.ts';
import { button, card, focus, form, help, input, panel, plain, select, submit } from '../../kit/kit.ts';
import { checksumText, short, sizeText } from '../../kit/labels.ts';
import { isStaff, unknownCard } from '../matter-parts.ts';

/** 证据材料 for those who handle a matter: each with its proof and how it came, through whose hands it went, and 封存 instead of deleting. */
export const evidenceDesk: DocCard<Matter> = (at) => {
  const { doc, viewer } = at;
  if (viewer.group || viewer.reporter || !isStaff(at, doc)) return unknownCard();
  const files = doc.data.files.filter((file) => !file.removed);
  const open = files.map((file, index) => ({ file, n: index + 1 })).filter(({ file }) => !file.sealedFor);
  const hands = doc.audit.filter((line) => line.code.startsWith('EVIDENCE_') && line.code !== 'DENIED');
  return card({ title: '证据材料', subtitle: doc.no, tint: 'blue', tag: `${files.length} 份`, summary: `${doc.no} 证据材料 ${files.length} 份` }, [
    refusalLine(at),
    focus(files.length ? `共 ${files.length} 份，收到时已计算校验值` : '还没有材料'),
    ...files.slice(0, 10).map((file, index) => plain(lineOf(file, index + 1), 2)),
    files.length > 10 && help(`还有 ${files.length - 10} 份，见证据清单`),
    hands.length > 0 && panel(`流转记录 ${hands.length} 条`, hands.slice(-12).reverse().map((line) => plain(handText(line), 2))),
    open.length > 0 && may(at, 'seal') && form('seal-form', [
      select('file', '封存哪一份', { options: open.slice(0, 40).map(({ file, n }) => ({ value: file.id, text: `材料 ${n}　${short(file.name, 20)}` })), value: typedText(at, 'file', '') }),
      input('reason', '封存理由', { value: typedText(at, 'reason', ''), placeholder: '不少于 4 个字' }),
      submit('seal', '封存材料', { tap: act(at, 'seal', { card: 'evidence-desk' }) }),
    ]),
    help('材料不能删除；封存后原件仍在，不再提供。在任一条消息上回复「保留证据」可以加入'),
    button('看进展', opens(doc, 'progress'), { look: 'text' }),
  ]);
};

function lineOf(file: Evidence, n: number): string {
  const marks = [file.via, file.from && `随 ${file.from} 并入`, file.sealedFor && `已封存：${short(file.sealedFor, 30)}`, file.broken && '校验值不一致，停止提供'].filter(Boolean);
  return `${n}　${short(file.name, 30)}　${sizeText(file.size)}　${dayText(file.at)}${clock(file.at)}　校验值 ${checksumText(file.sha256)}${marks.length ? `　${marks.join('　')}` : ''}`;
}

function handText({ at, verb, by, note }: AuditEntry): string {
  return `${dayText(at)}${clock(at)}　${verb}　${'name' in by ? actorName(by) : 'ref' in by ? '提供人（保密）' : '系统'}${note ? `　${note}` : ''}`;
}
