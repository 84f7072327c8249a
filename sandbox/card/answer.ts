import type { TapAnswer } from '../api/acts.ts';
import { fields, isFields, parseFields, text, type Fields } from '../json.ts';
import type { CallbackReply } from '../world.ts';
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
  200343: '目标回调服务的域名无法解析（200343）',
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

/** The card of a template, or why there is none. */
function fromTemplate(data: Fields, around: Surroundings): Fields | string {
  try {
    return parseFields(around.template?.(data) ?? '');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function readCard(value: unknown, around: Surroundings): Judgement {
  if (!isFields(value) || (value['type'] !== 'raw' && value['type'] !== 'template')) return failed(200672, '应答的 card 应为 {type,data}');
  if (!isFields(value['data'])) return failed(200673, '应答的 card.data 应为对象，不是字符串');
  const card = value['type'] === 'template' ? fromTemplate(value['data'], around) : value['data'];
  if (typeof card === 'string') return failed(200673, `应答的卡片模板有误：${card}`);
  if (card['schema'] !== '2.0' && around.legacy !== true) return failed(200830, '2.0 卡片要用 2.0 卡片应答');
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

/** The old callback is answered with a bare card, which a 2.0 card cannot become, or with a toast. */
function readOldBody(body: Fields, around: Surroundings): Judgement {
  if (Object.keys(body).length === 0 || body['toast'] !== undefined) return readBody(body, around);
  return readCard({ type: 'raw', data: body }, around);
}

const unanswered: Record<Exclude<CallbackReply['reply']['kind'], 'answered'>, [number, string]> = {
  timeout: [200341, '3 秒内没有应答回调'],
  nobody: [200340, '没有订阅卡片回调，或者没有长连接也没有回调地址'],
  unresolved: [200343, '回调地址的域名无法解析'],
  unreachable: [200342, '2 秒内没有连上回调地址'],
  broken: [200340, '应答之前连接断开'],
};

/** Judges the answer of a card callback by contract 6.3 and 6.5. */
export function judge({ reply, via }: CallbackReply, around: Surroundings): Judgement {
  if (reply.kind !== 'answered') return failed(...unanswered[reply.kind]);
  if (reply.status !== 200) return failed(200671, `应答状态 ${reply.status}，应为 200`);
  if (reply.empty && via === 'socket') return failed(108002, '应答没有内容，至少应为 {}');
  if (!isFields(reply.body)) return failed(200672, '应答不是 JSON 对象');
  return via === 'old' ? readOldBody(reply.body, around) : readBody(reply.body, around);
}

/** Of several answers to one click the first good one that shows something counts, else the first good one, else the first. */
export function judgeAll(replies: readonly CallbackReply[], around: Surroundings): { reply: CallbackReply; verdict: Judgement } {
  const judged = replies.map((reply) => ({ reply, verdict: judge(reply, around) }));
  const good = judged.filter(({ verdict }) => !('error' in verdict));
  const telling = good.find(({ verdict }) => 'card' in verdict || 'toast' in verdict);
  const best = telling ?? good[0] ?? judged[0];
  if (best === undefined) throw new Error('a callback without answers');
  return best;
}
