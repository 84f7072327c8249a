import { begin, changed, clerk, report, signed, verified, type Begin, type Story } from './branch-story.ts';
import type { Sample } from './samples.ts';

/** Every state of the parts of a matter by name (`kind state detail`), each made by the flows themselves. */
export function branchSamples(): Record<string, Sample> {
  const taken: Record<string, Sample> = {};
  for (const tell of [limits, returns, extensions, feedbacks, verification, decisions, transfers, ownHandling, meetings]) tell(() => begin(taken));
  return {
    ...taken,
    'referral v.done own': changed(taken['referral v.done flagged'], ({ brief, ...rest }) => ({ ...rest, brief: { ...(brief as object), flags: [] } })),
    'forward returnAsked twice': changed(taken['forward returnAsked twice'], (data) => ({ ...data, returns: 1 })),
  };
}

function limits(start: Begin): void {
  const { stage, take, does } = start();
  take('sent');
  stage.at('2026-11-26T09:00:00+08:00');
  take('sent late');
  stage.at('2026-12-16T09:00:00+08:00');
  take('sent overdue');
  does('forward', 'cancel', clerk, { reason: '重复来件，并入前件' });
  take('cancelled');
  const story = signed(start);
  story.take('accepted');
  story.stage.at('2026-12-10T09:00:00+08:00');
  story.take('accepted soon');
  story.stage.at('2026-12-16T09:00:00+08:00');
  story.take('accepted over1');
  story.does('forward', 'explain', 'zjj-liaison', { reason: 'test', expected: '2026-12-25' });
  story.stage.at('2026-12-18T09:00:00+08:00');
  story.take('accepted over3 explained');
  story.stage.at('2026-12-22T09:00:00+08:00');
  story.take('accepted over5');
}

function returns(start: Begin): void {
  const { stage, take, does } = signed(start);
  stage.at('2026-11-26T10:00:00+08:00');
  does('forward', 'askReturn', 'zjj-liaison', { reason: '该项目为公路附属房屋，由交通部门招标', suggest: 'JTJ' });
  take('returnAsked');
  does('forward', 'agreeReturn', clerk);
  take('returned');
  const again = stage.ofMatter('c1').filter((doc) => doc.kind === 'forward').at(-1);
  if (!again) throw new Error('nothing was rerouted');
  stage.does({ kind: 'forward', id: again.id, act: 'askReturn', by: 'jtj-liaison', input: { reason: '学校建筑不归交通', suggest: 'FGW' } });
  take('returnAsked twice', 'forward', again.id);
  const denied = signed(start);
  denied.does('forward', 'askReturn', 'zjj-liaison', { reason: '认为不属本单位', suggest: 'JTJ' });
  denied.does('forward', 'denyReturn', clerk, { reason: '学校综合楼属房屋建筑，请继续办理' });
  denied.take('accepted after denial');
}

function extensions(start: Begin): void {
  const ask = { dueDate: '2026-12-29', reason: '等待工程造价鉴定，预计 12月25日出具' };
  const { stage, take, does } = signed(start);
  stage.at('2026-12-10T10:00:00+08:00');
  does('forward', 'askExtension', 'zjj-liaison', ask);
  take('extendAsked');
  stage.at('2026-12-18T10:00:00+08:00');
  take('extendAsked overdue');
  does('forward', 'agreeExtension', clerk);
  take('accepted extended');
  const denied = signed(start);
  denied.does('forward', 'askExtension', 'zjj-liaison', ask);
  denied.does('forward', 'denyExtension', clerk, { reason: '鉴定可先行取样，请按原时限' });
  denied.take('accepted extension denied');
}

const answer = { conclusion: 'partly', facts: '三家投标文件的编制软件锁号一致，已固定证据。', basis: '招标投标法实施条例40条', decisionNo: '鄂住建罚〔2026〕8号', tell: 'result' };

function feedbacks(start: Begin): void {
  const story = verified(start, 'D0', '由本部门依法处理');
  story.does('referral', 'approve', 'zjj-head');
  story.take('accepted verified');
  story.does('forward', 'saveFeedback', 'zjj-liaison', { facts: '先写一半的事实', tell: '' });
  story.take('accepted draft');
  story.does('forward', 'feedback', 'zjj-liaison', answer);
  story.take('feedbackIn');
  story.does('forward', 'sendBack', clerk, { reason: '请补充处罚决定书的送达日期' });
  story.take('accepted sent back');
  story.does('forward', 'feedback', 'zjj-liaison', answer);
  story.does('forward', 'pass', clerk);
  story.take('closed');
}

function verification(start: Begin): void {
  const { stage, take, does } = signed(start);
  const taking = (name: string) => take(name, 'referral');
  taking('v.none');
  stage.at('2026-11-25T09:00:00+08:00');
  does('referral', 'assign', 'zjj-deputy', { people: ['zjj-officer1', 'zjj-officer2'] });
  taking('v.working new');
  does('referral', 'declare', 'zjj-officer1', { relation: 'recuse', why: '近三年任职于岚戈建设' });
  taking('v.working recused');
  does('referral', 'assign', 'zjj-deputy', { people: ['zjj-officer2', 'zjj-officer3'] });
  for (const id of ['zjj-officer2', 'zjj-officer3']) does('referral', 'declare', id, { relation: 'none' });
  taking('v.working declared');
  does('referral', 'write', 'zjj-officer2', { ...report, law: '', item: '' });
  taking('v.working gaps');
  does('referral', 'write', 'zjj-officer2', { ...report, item: 'D3', receiver: 'GAJ' });
  does('referral', 'signReport', 'zjj-officer2');
  taking('v.working half signed');
  take('accepted verifying');
  stage.at('2026-12-18T09:00:00+08:00');
  taking('v.working late');
}

function decisions(start: Begin): void {
  const reason = '机器码一致的鉴定结论尚缺，请补充';
  const story = verified(start, 'D3');
  story.stage.at('2026-12-10T09:00:00+08:00');
  story.take('v.done police', 'referral');
  story.stage.at('2026-12-16T09:00:00+08:00');
  story.take('v.done late', 'referral');
  story.does('referral', 'refuse', 'zjj-head', { reason });
  story.take('t.refused', 'referral');
  const back = verified(start, 'D3');
  back.does('referral', 'back', 'zjj-head', { reason });
  back.take('v.working back', 'referral');
  const other = verified(start, 'D6');
  other.take('v.done other', 'referral');
  other.does('referral', 'approve', 'zjj-head');
  other.take('t.approved other', 'referral');
}

function transfers(start: Begin): void {
  const sent = (): Story => {
    const story = verified(start, 'D3');
    story.stage.at('2026-12-10T16:20:00+08:00');
    story.does('referral', 'approve', 'zjj-head');
    return story;
  };
  const { stage, take, does } = sent();
  take('t.approved', 'referral');
  stage.at('2026-12-11T15:40:00+08:00');
  take('t.approved last hour', 'referral');
  stage.at('2026-12-11T17:00:00+08:00');
  take('t.approved late', 'referral');
  does('referral', 'transfer', 'zjj-officer1', { have: ['letter', 'report', 'things', 'other'], absent: '检验鉴定意见预计下周出具' });
  take('t.sent', 'referral');
  stage.at('2026-12-25T09:00:00+08:00');
  take('t.sent late', 'referral');
  does('referral', 'attachReceipt', 'zjj-officer1', { id: 'f1', sha256: 'ab'.repeat(32) });
  take('t.sent with image', 'referral');
  for (const result of ['supplement', 'returned', 'accepted', 'redirected'] as const) {
    const story = sent();
    story.does('referral', 'transfer', 'zjj-officer1', { have: ['letter'], absent: '其余材料随后补送' });
    story.does('referral', 'receipt', 'zjj-officer1', { result, no: '鄂公（经）收〔2026〕7号', date: '2026-12-12', signer: '赵警官' });
    story.take(`receipt ${result}`, 'referral');
  }
}

function ownHandling(start: Begin): void {
  const story = verified(start, 'D0', '情节较轻，由本部门处理');
  story.take('v.done flagged', 'referral');
  story.does('referral', 'approve', 'zjj-head');
  story.take('v.closed by head', 'referral');
}

function meetings(start: Begin): void {
  const { stage, take, does, convene } = start();
  const taking = (name: string) => take(name, 'meeting');
  convene();
  taking('c.notified');
  does('meeting', 'arranged', 'system', { chat: 'oc_1', event: 'ev_1', board: 'om_1', link: 'https://example.com/event' });
  does('meeting', 'reply', 'zjj-liaison', { reply: 'yes' });
  does('meeting', 'reply', 'czj-liaison', { reply: 'swap', person: 'czj-officer1', note: '分管采购的同志参加' });
  taking('c.notified replied');
  does('meeting', 'move', 'ggzy-secretary', { start: '2026-12-07 15:00', place: '', reason: '' });
  taking('c.notified moved');
  for (const organ of ['zjj', 'jtj', 'czj']) does('meeting', 'reply', `${organ}-liaison`, { reply: 'yes' });
  stage.at('2026-12-07T15:02:00+08:00');
  does('meeting', 'start', 'ggzy-secretary', { organs: ['ZJJ', 'CZJ'] });
  taking('c.held');
  does('meeting', 'resolve', 'ggzy-secretary', { what: '核实转包事实', organ: 'ZJJ', person: 'zjj-deputy', dueDate: '2026-12-18' });
  does('meeting', 'resolve', 'ggzy-secretary', { what: '查清拨付依据', organ: 'CZJ', person: '', dueDate: '2026-12-11' });
  taking('c.held resolved');
  stage.at('2026-12-07T16:30:00+08:00');
  does('meeting', 'finish', 'ggzy-secretary');
  taking('c.minutes');
  stage.at('2026-12-11T09:00:00+08:00');
  does('meeting', 'dissent', 'zjj-liaison', { dissent: '我单位认为应先停工检测，再定责任' });
  taking('c.minutes half');
  does('meeting', 'confirm', 'czj-liaison');
  taking('c.confirmed');
  stage.at('2026-12-16T09:00:00+08:00');
  taking('c.confirmed late');
  does('meeting', 'done', 'czj-liaison', { id: 'r2' });
  taking('c.confirmed one done');
  does('meeting', 'done', 'zjj-liaison', { id: 'r1' });
  taking('c.done');
  const off = start();
  off.convene();
  off.does('meeting', 'cancel', 'ggzy-secretary', { reason: '两部门已书面达成一致' });
  off.take('c.cancelled', 'meeting');
}
