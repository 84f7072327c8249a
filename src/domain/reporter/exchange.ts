import { digest } from '../audit.ts';
import { readIdentity } from '../intake/facts.ts';
import type { Directory } from '../people.ts';

/** How a question was answered: in words or files, 不清楚, 暂不回答; empty while it waits. */
export const answers = { told: '已答复', unknown: '不清楚', later: '暂不回答' } as const;
/** A way of answering. */
export type Answer = keyof typeof answers;

/** One question to the reporter with his answer, or what he added unasked (`question` and `by` are empty then). His words are redacted before they come here. */
export interface Exchange {
  /** x1, x2 … */
  id: string;
  question: string;
  /** open_id of whoever asked, and his organ. */
  by: string;
  of: string;
  /** ISO instants. */
  at: string;
  answer: Answer | '';
  words: string;
  files: number;
  answeredAt: string;
}

const plants = [
  '沙柳', '柠条', '沙棘', '胡杨', '红柳', '花棒', '羊柴', '沙枣', '杜松', '油松', '侧柏', '旱柳', '白榆', '文冠', '山杏', '蒙椴', '芨芨', '沙蒿', '冰草', '披碱', '针茅', '羊草', '苜蓿', '沙葱',
  '甘草', '麻黄', '黄芪', '肉苁', '锁阳', '枸杞', '白刺', '霸王', '梭梭', '沙竹', '芦苇', '蒲草', '马莲', '石竹', '蓝刺', '百里', '山丹', '金露', '银露', '绣线', '丁香', '黄榆', '紫穗', '沙冬',
] as const;

/** The name under which a reporter stands in one matter, e.g. 沙柳. It comes of the matter alone, so that nothing of him can be read off it. */
export function codeNameOf(matter: string): string {
  return plants[Number.parseInt(digest(['code-name', matter]).slice(0, 8), 16) % plants.length] ?? plants[0];
}

/** Questions that wait for the reporter, oldest first; one that he put off waits no longer. */
export function openQuestions({ exchange }: { exchange: readonly Exchange[] }): readonly Exchange[] {
  return exchange.filter((one) => one.question !== '' && one.answer === '');
}

const whoIs = /(您|你|举报人|反映人|来电人|投诉人).{0,4}(叫什么|姓什么|贵姓|姓名|名字|身份证|电话|手机|微信|住(在)?哪|哪个单位|什么单位|在哪(儿|里)?(工作|上班)|什么职务|是谁|真实身份)|(您|你)是不是[^，。？]{0,6}(本人|员工|职工|同志)/;

/**
 * What a question must not hold, as a sentence for whoever asks; undefined where it may go out. It refuses names of any people, whoever they are:
 * a check that knew the reporter would tell by its refusal who he is.
 */
export function faultOfQuestion(text: string, { directory, reported }: { directory: Directory; reported: readonly { name: string }[] }): string | undefined {
  if (whoIs.test(text)) return '请不要问对方是谁、在哪里工作、怎么联系，只问事实';
  if (readIdentity(text) || /(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{17}[\dXx](?!\d)/.test(text)) return '问题里请不要写电话、证件号或来件人的姓名';
  const named = [...directory.people.values()].find(({ name }) => text.includes(name) && !reported.some((one) => one.name === name));
  return named ? '问题里请不要写人名，可以写职务或“经办人员”' : undefined;
}
