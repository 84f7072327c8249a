import { heaviest } from './facts.ts';
import { bestFindings, tellingWords, type Stretch } from './model.ts';
import { models } from './models.ts';
import type { Guess, KindGuess } from './reading.ts';
import { scan, type Row } from './scan.ts';

// Words by which the sender himself says what it is; everything else is learnt from examples.
const said: readonly Row<KindGuess>[] = [
  { value: 'assigned', find: /巡视|巡察|督[查察]组|专项(行动|整治)|交办|批示|上级(转|批|要求)|整改台账/, why: '巡视、专项或上级交办', weight: 5 },
  { value: 'warning', find: /系统(自动)?(提示|预警|告警|比对|识别)|平台(自动|监测|提示)|监测预警|预警|大数据|W\d\d/, why: '系统提示', weight: 4 },
  { value: 'report', find: /举报|匿名|听(人|同行|朋友)?[说讲]|有人说|据说|实名|保密|知情人|群众|来电|来信|揭发|亲眼|路过/, why: '反映他人的问题', weight: 4 },
  { value: 'lead', find: /见证|值班|(检查|抽查|核查|巡查|审计|稽查|执法|督导|审核|复核|工作|办案)(工作)?(中|时|过程中)?(我们)?(发现|看到|注意到)|移送(来|的)?线索|线索移交/, why: '工作中发现', weight: 4 },
  { value: 'complaint', find: /(我们?公司|我司|我单位|我方|我们单位|我们是投标人).{0,40}(参加|参与|投标|投了|没中|未中|落标|废标|否决|质疑|异议|不服|不认可|排第|请求|要求|竞买)|投诉书|投诉人|提出投诉/, why: '为自己的权益请求处理', weight: 3, not: /欠|工资|(职业|恶意)投诉/ },
];

const likely = 0.5;
const reasons: Readonly<Record<string, string>> = { complaint: '为自己的权益请求处理', lead: '像是工作中发现的', assigned: '像是上级交办的', warning: '像是系统提示' };

/** 来件类型 by the cues of domain section 5; without a cue it is taken for a 举报, marked unsure. */
export function readKind(text: string, stretches: readonly Stretch[]): Guess<KindGuess> {
  const hit = heaviest(scan(text, said));
  if (hit) return { value: hit.value, words: hit.words, why: hit.why, sure: true };
  const [best] = bestFindings(models.kinds, text, [...stretches, { from: 0, to: text.length }]).filter(({ label }) => label !== 'report');
  if (!best || best.chance < likely) return { value: 'report', words: '', why: '没有写明，按反映问题推测', sure: false };
  return { value: best.label as KindGuess, words: tellingWords(models.kinds, text, best), why: reasons[best.label] ?? '像是同类来件', sure: best.chance > 0.8 };
}
