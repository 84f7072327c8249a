import { understand } from '../words.ts';
import type { Intent } from './reading.ts';

const asking = /[?？]|归谁|归哪|谁管|怎么(处理|处罚|办|认定|报|投诉|举报|算|查|写)|如何|是什么|什么(是|叫|意思|情况|条件|时候|材料|规定)|哪(个|些)(部门|单位|情形|材料|条)|多久|多长时间|几天|几点|多少天|能不能|可不可以|可以.{0,10}吗|要不要|需不需要|算不算|是不是算|有没有规定|依据是|区别|吗$|呢$/;
const rhetorical = /有没有人管|到底(管|查|有没有|什么时候)|还有(没有)?王法|凭什么|为什么没人|谁来管管|管不管|这样合(理|法|规)吗|合理吗|正常吗|难道/;
const upset = /到底(管不管|管|有没有人)|说了.{0,3}[回次遍]|(报|反映|举报|投诉)(了|过).{0,3}[回次遍]|没人管|什么态度|糊弄|干什么吃的|推来推去|踢皮球|石沉大海|等了.{0,6}(天|月|周|年)|没(有)?(个)?(消息|结果|下文|回音|动静)|气死|太慢|敷衍|吃干饭|白拿工资|不管(我们|老百姓)?$/;
const greets = /^((你好|您好)[，,。\s]*)?(你好|您好|哈喽|hello|hi|在吗|在不在|早上好|上午好|下午好|晚上好|早|嗨|有人吗|谢谢(你|您)?|好的|收到，谢谢|辛苦了)[啊呀吗哦~～。!！,，.\s]*$/i;
const hints = /有问题|不对劲|猫腻|黑幕|不公平|不公正|不正常|暗箱|违规|违法|举报|线索|反映|投诉|不合理|有鬼|内幕|腐败|黑|乱来|吃相/;
const trade = /标|招投|项目|工程|采购|中标|交易|合同|评委|出让|转让|拍卖/;

/** What the intent is judged by, besides the words. */
export interface Found {
  urgent: boolean;
  violations: readonly string[];
  /** Names, sums, quoted projects: things that only somebody with a story says. */
  strong: number;
  /** A level or a spoken project name. */
  weak: number;
}

/** What somebody wants: a fact told outweighs the form of a question, a bare question never becomes a report. */
export function readIntent(text: string, found: Found): Intent {
  const words = text.trim();
  if (!/[\u4e00-\u9fa5A-Za-z0-9]/.test(words)) return 'nothing';
  if (greets.test(words)) return 'greeting';
  if (found.urgent) return 'report';
  const said = understand(words);
  if (said !== undefined) return 'ask' in said && said.ask === 'greeting' ? 'greeting' : 'command';
  const anchors = found.strong + found.weak;
  const asks = asking.test(words) && !rhetorical.test(words);
  const facts = found.violations.filter((code) => code !== 'BZW').length;
  if (upset.test(words) && anchors === 0 && facts === 0) return 'angry';
  if (asks && found.strong === 0 && (found.weak === 0 || words.length <= 30)) return 'question';
  if (found.violations.length > 0) return anchors === 0 && words.length < 10 ? 'vague' : 'report';
  if (asks && anchors < 2) return 'question';
  if (anchors >= 2 && trade.test(words) && words.length >= 16) return asks && !hints.test(words) ? 'question' : 'report';
  return hints.test(words) || trade.test(words) ? 'vague' : 'nothing';
}
