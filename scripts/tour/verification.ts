import type { Matter } from '../../src/domain/matter/matter.ts';
import { wordsOf } from '../../sandbox/script/card-words.ts';
import type { Actor } from './actor.ts';
import type { Troupe } from './play.ts';
import type { Cast } from './stage.ts';

/** One department's verification with its transfer and the receipt for it, where anything is transferred. */
export async function verifyAndTransfer(troupe: Troupe, at: { no: string; organ: string; main: boolean }): Promise<void> {
  const handler = await verifyAndDeliver(troupe, at);
  await handler?.taps('保存', { on: /登记移送回执/, form: { result: 'accepted', no: '回执〔2026〕1号', signer: '收件人' } });
}

/** Two people, recusal declared, report written and signed by both, the head's decision, the delivery; answers who delivered it, nobody where nothing is transferred. */
export async function verifyAndDeliver(troupe: Troupe, at: { no: string; organ: string; main: boolean }): Promise<Actor | undefined> {
  const { stage } = troupe;
  const deputy = troupe.actor(stage.cast(at.organ, 'DEPUTY')[0] as Cast);
  const officers = stage.cast(at.organ, 'HANDLER').slice(0, 2).map((cast) => troupe.actor(cast));
  await deputy.sees(/指派核实人员/);
  await deputy.isRefused('确认指派', { on: /指派核实人员/, form: { people: officers.slice(0, 1).map((officer) => officer.cast.id) } });
  await deputy.taps('确认指派', { on: /指派核实人员/, form: { people: officers.map((officer) => officer.cast.id) } });
  const [writer, other] = officers as [Actor, Actor];
  for (const officer of officers) await officer.taps('无', { on: /与本案各方有无关系/ });
  const proposal = await destination(troupe, at);
  await writer.taps('保存并核对', {
    on: /核实情况报告/,
    form: { conclusion: 'partly', facts: '经调阅投标文件、询问有关人员，查明反映的主要情况部分属实。', law: '招标投标法实施条例有关条款', ...proposal, reason: '根据查明的事实和第十一条提出建议。' },
  });
  for (const officer of [writer, other]) await officer.taps('签名', { on: /核实情况报告/ });
  if (proposal.item === 'D0') {
    await deputy.taps('无需移送', { on: /核实/ });
    return undefined;
  }
  await approveAndDeliver(troupe, { ...at, writer });
  return writer;
}

async function approveAndDeliver(troupe: Troupe, at: { organ: string; writer: Actor }): Promise<void> {
  const head = troupe.actor(troupe.stage.cast(at.organ, 'HEAD')[0] as Cast);
  await head.sees(/移送审批/);
  await head.taps('批准移送', { on: /移送审批/ });
  const order = await at.writer.sees(/内完成移送|前完成移送/);
  const police = wordsOf(order.content).includes('24 小时') || wordsOf(order.content).includes('含节假日');
  await at.writer.taps('登记已移送', { on: /完成移送/, ...(police ? { form: { have: ['letter', 'report', 'things', 'other'], absent_tests: '检验鉴定尚未出具，出具后补送' } } : {}) });
}

/** What the verifiers would propose: the first destination of the rules that goes to somebody else; the departments that assist deal with their part themselves. */
async function destination(troupe: Troupe, at: { no: string; organ: string; main: boolean }): Promise<{ item: string; receiver: string }> {
  const matter = at.main ? await troupe.stage.app?.store.byNo(at.no) : undefined;
  const dest = matter ? ((matter.data as Matter).routing?.dest ?? []) : [];
  const receivers: Readonly<Record<string, string>> = { D3: 'GAJ', D2: 'JWJW', D1: 'JCY', D6: at.organ === 'ZJJ' ? 'SCJG' : 'ZJJ' };
  const item = Object.keys(receivers).find((code) => dest.includes(code));
  return item ? { item, receiver: receivers[item] ?? '' } : { item: 'D0', receiver: '' };
}
