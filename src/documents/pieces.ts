import type { Evidence } from '../domain/matter/matter.ts';
import { cell, cut, form, grid, para, qr, signCell, small, type Block } from './paper/sheet.ts';
import { hashWords } from './words.ts';

/** The files of a matter by their checksums; their own names stay out, because they may name who sent them. */
export function fileTable(files: readonly Evidence[]): Block {
  const live = files.filter((file) => !file.removed);
  if (!live.length) return small('附件清单：无附件。');
  return grid({
    head: ['序号', '名称', '字节数', '校验值（SHA-256）'], widths: [8, 21, 14, 57],
    rows: live.map((file, index) => [String(index + 1), `材料 ${index + 1}${endingOf(file.name)}`, String(file.size), hashWords(file.sha256)]),
  });
}

/** 回执联 of a 转办: who signed for it and when. */
export function slipOfForward(no: string, receiver: string): Block[] {
  return [
    cut('转办单回执联'),
    form([cell('转办文号', no)], [cell('受文单位', receiver)], [signCell('签收人', '（签名）'), signCell('签收日期', '　　年　月　日（章）')]),
  ];
}

/** 移送回执 (D-06), filled in by the organ that receives: on paper, or by its one-time address where there is one. */
export function slipOfTransfer({ no, receiver, url }: { no: string; receiver: string; url: string | undefined }): Block[] {
  return [cut('移送回执'), ...slipBody({ no, receiver, url })];
}

/** What stands on a 移送回执. */
export function slipBody({ no, receiver, url }: { no: string; receiver: string; url: string | undefined }): Block[] {
  return [
    form(
      [cell('来函文号', no)],
      [cell('受移送机关', receiver)],
      [cell('收到日期', '　　　　年　　月　　日')],
      [cell('办理意见', ['□ 已接收', '□ 需补充材料（清单、期限）：', '□ 退回（理由）：', '□ 转送其他机关（去向）：'])],
      [signCell('经办人', '（签名）　　　　　　　　　　　　　　　　　　（章）')],
    ),
    ...(url ? [qr(url, '扫码可在线填写回执，不需要飞书账号；一次有效，14 日内有效，页面不显示案情。')] : []),
  ];
}

/** 参会回执 of a 会商会议通知: who comes, and what the organ thinks beforehand. */
export function slipOfReply({ no, organ, url }: { no: string; organ: string; url: string | undefined }): Block[] {
  return [
    cut('参会回执'),
    form(
      [cell('通知文号', no)],
      [cell('单位', organ)],
      [cell('是否参加', ['□ 参加　□ 改派　□ 请假'])],
      [cell('参会人', '姓名：　　　　　　职务：　　　　　　　电话：')],
      [cell('对议题的意见', ['（可不填）'])],
      [signCell('填写人', '（签名）　　　　　　　　　　　　　　　　　　（章）')],
    ),
    ...(url ? [qr(url, '扫码可在线回复，不需要飞书账号；一次有效，会议开始前有效。也可填写本联寄回，或电话告知联系人代录。')] : []),
  ];
}

/** 确认回执 of 会商纪要. */
export function slipOfMinutes({ no, organ, url }: { no: string; organ: string; url: string | undefined }): Block[] {
  return [
    cut('纪要确认回执'),
    form(
      [cell('纪要文号', no)],
      [cell('单位', organ)],
      [cell('确认情况', ['□ 确认', '□ 有不同意见（原文照记）：'])],
      [signCell('填写人', '（签名）　　　　　　　　　　　　　　　　　　（章）')],
    ),
    ...(url ? [qr(url, '扫码可在线确认或者提出意见，不需要飞书账号；一次有效，确认期限内有效，页面不显示案情。')] : []),
  ];
}

/** The kind of a file by its ending, in brackets; nothing else of its name, which may name who sent it. */
export function endingOf(name: string): string {
  const ending = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1];
  return ending ? `（${ending.toLowerCase()}）` : '';
}

/** Somebody's text as body paragraphs, one a line; a place to fill in where there is none. */
export function paragraphs(text: string): Block[] {
  const lines = text.split('\n').map((line) => line.trim()).filter(Boolean);
  return (lines.length ? lines : ['（待填写）']).map(para);
}
