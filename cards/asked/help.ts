import { card, help as small, plain, tapRow, type Card, type Element } from '../kit/kit.ts';

const rows: readonly (readonly [what: string, text: string])[] = [
  ['report', '报线索：直接说一句话，或发照片、文件'],
  ['progress', '查进度：说编号，或说「我报的」'],
  ['basis', '查依据：如「转包归谁管」'],
  ['todo', '我的待办'],
  ['mine', '我报的'],
  ['delegate', '请假代办：如「明天请假」'],
  ['continue', '继续填草稿'],
];

/** K47: what one may say, each as a row to tap, and the telephone of a person. */
export function help({ phone }: { phone: string }): Card {
  return card({ title: '能帮您做什么', tint: 'blue', summary: '能帮您做什么' }, [
    ...rows.map(([what, text]): Element => tapRow([plain(text, 2)], { do: 'ask', what })),
    small('飞书提示出错时请再点一次，不会办两次'),
    small('看不到按钮时，请先升级飞书，或打电话给值班代为办理'),
    small(`人工：市公共资源交易中心　${phone}`),
  ]);
}
