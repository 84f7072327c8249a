import type { TapAnswer } from '../api/acts.ts';
import { fields, isFields, text, type Fields } from '../json.ts';
import type { Reply } from '../world.ts';
import type { Surroundings } from './references.ts';
import { cardFault } from './validate.ts';

/** What the person sees after a tap: the answer's toast and card, or an error with the rule that was broken. */
export type Judgement =
  { toast?: NonNullable<TapAnswer['toast']>; card?: string } | { error: { code: number; text: string }; breach: string };

const sentences: Record<number, string> = {
  108002: '操作失败，请稍后再试（108002）',
  200340: '目标回调服务未响应（200340）',
  200341: '目标回调服务超时未响应（200341）',
  200342: '无法连接目标回调服务（200342）',
  200671: '目标回调服务返回了错误状态（200671）',
  200672: '目标回调服务返回的格式不对（200672）',
  200673: '目标回调服务返回的卡片有误（200673）',
  200830: '新版卡片不能换成旧版卡片（200830）',
};

function failed(code: number, breach: string): Judgement {
  return { error: { code, text: sentences[code] ?? `操作失败（${code}）` }, breach };
}

function readToast(value: unknown): NonNullable<TapAnswer['toast']> | undefined {
  const toast = fields(value);
  const type = toast['type'] ?? 'info';
  if (type !== 'info' && type !== 'success' && type !== 'error' && type !== 'warning') return undefined;
  return typeof toast['content'] === 'string' || isFields(toast['i18n'])
    ? { type, content: text(toast['content']) || text(fields(toast['i18n'])['zh_cn']) }
    : undefined;
}

function readCard(value: unknown, around: Surroundings): Judgement {
  if (!isFields(value) || (value['type'] !== 'raw' && value['type'] !== 'template')) return failed(200672, '应答的 card 应为 {type,data}');
  if (!isFields(value['data'])) return failed(200673, '应答的 card.data 应为对象，不是字符串');
  if (value['type'] === 'template') return failed(200673, '沙盘没有卡片模板');
  const card = value['data'];
  if (card['schema'] !== '2.0') return failed(200830, '2.0 卡片要用 2.0 卡片应答');
  const fault = cardFault(card, around);
  if (fault !== undefined) return failed(200673, `应答的卡片不合法：${fault.code} ${fault.message}`);
  const source = JSON.stringify(card);
  return Buffer.byteLength(source) > 30 * 1024 ? failed(200673, '应答的卡片超过 30 KB') : { card: source };
}

function readBody(body: Fields, around: Surroundings): Judgement {
  const extra = Object.keys(body).find((key) => key !== 'toast' && key !== 'card');
  if (extra !== undefined) {
    return failed(
      200672,
      'elements' in body || 'body' in body ? '应答是裸卡片，应放在 card:{type,data} 里' : `应答里有不认识的字段 ${extra}`,
    );
  }
  const toast = body['toast'] === undefined ? undefined : readToast(body['toast']);
  if (body['toast'] !== undefined && toast === undefined) return failed(200672, '应答的 toast 应为 {type,content}');
  const card: Judgement = body['card'] === undefined ? {} : readCard(body['card'], around);
  return 'error' in card ? card : { ...card, ...(toast === undefined ? {} : { toast }) };
}

/** Judges the answer of a card callback by contract 6.3 and 6.5. */
export function judge(reply: Reply, { overSocket, around }: { overSocket: boolean; around: Surroundings }): Judgement {
  if (reply.kind === 'timeout') return failed(200341, '3 秒内没有应答回调');
  if (reply.kind === 'nobody') return failed(200340, '没有长连接，也没有回调地址');
  if (reply.kind === 'unreachable') return failed(overSocket ? 200340 : 200342, '连接断开或无法连接');
  if (reply.kind !== 'answered') return failed(300000, '内部错误');
  if (reply.status !== 200) return failed(200671, `应答状态 ${reply.status}，应为 200`);
  if (reply.empty && overSocket) return failed(108002, '应答没有内容，至少应为 {}');
  return isFields(reply.body) ? readBody(reply.body, around) : failed(200672, '应答不是 JSON 对象');
}
