import { begin, changed, clerk, signed, verified, type Begin } from './branch-story.ts';
import { decide, decisions, endings, ownHandling, transfers, verification } from './gate-samples.ts';
import { complaintSamples } from './complaint-samples.ts';
import { campaigns } from './campaign-samples.ts';
import { enforcements } from './joint-samples.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import type { Sample } from './samples.ts';

/** Every state of the parts of a matter by name (`kind state detail`), each made by the flows themselves. */
export function branchSamples(): Record<string, Sample> {
  const taken: Record<string, Sample> = {};
  for (const tell of [limits, returns, extensions, suspensions, feedbacks, verification, decisions, endings, transfers, ownHandling, meetings, enforcements]) tell(() => begin(taken));
  campaigns(taken);
  return {
    ...taken,
    ...complaintSamples(),
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

function suspensions(start: Begin): void {
  const ask = { ground: 'test', document: '鄂鉴委〔2026〕12号', reason: '委托造价鉴定' };
  const { stage, take, does } = signed(start);
  stage.at('2026-12-01T10:00:00+08:00');
  does('forward', 'askSuspension', 'zjj-liaison', ask);
  take('suspendAsked');
  does('forward', 'agreeSuspension', clerk);
  take('suspended');
  stage.at('2026-12-10T10:00:00+08:00');
  does('forward', 'resume', 'zjj-liaison');
  take('accepted resumed');
  const denied = signed(start);
  denied.does('forward', 'askSuspension', 'zjj-liaison', ask);
  denied.does('forward', 'denySuspension', clerk, { reason: '鉴定不影响其他事项办理' });
  denied.take('accepted suspension denied');
}

const answer = { conclusion: 'partly', facts: '三家投标文件的编制软件锁号一致，已固定证据。', basis: '招标投标法实施条例40条', decisionNo: '鄂住建罚〔2026〕8号', tell: 'result' };

function feedbacks(start: Begin): void {
  const story = verified(start, 'D0', '由本部门依法处理');
  decide(story, 'approve');
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

/** An organ without an account among those invited: it answers by letter, confirms by letter, and has a task. */
function byLetter(start: Begin): void {
  const { stage, take, does, convene } = start();
  const taking = (name: string) => take(name, 'meeting');
  convene(['ZJJ', 'XFJ']);
  does('meeting', 'call', 'ggzy-secretary');
  taking('c.notified letter');
  does('meeting', 'replyByLetter', 'ggzy-secretary', { organ: 'XFJ', reply: 'yes', name: '赵敏', title: '副局长', phone: '0477-8580000' });
  taking('c.notified letter answered');
  does('meeting', 'reply', 'zjj-liaison', { reply: 'yes' });
  stage.at('2026-12-01T15:02:00+08:00');
  does('meeting', 'start', 'ggzy-secretary', { organs: ['ZJJ', 'XFJ'] });
  does('meeting', 'resolve', 'ggzy-secretary', { what: '答复信访人', organ: 'XFJ', person: '', dueDate: '2026-12-11' });
  does('meeting', 'finish', 'ggzy-secretary');
  taking('c.minutes letter');
  does('meeting', 'confirm', 'zjj-liaison');
  does('meeting', 'answerByLetter', 'ggzy-secretary', { organ: 'XFJ', answer: 'ok', name: '赵敏' });
  taking('c.confirmed letter');
}

const slots = ['2026-12-01T07:00:00.000Z', '2026-12-01T01:30:00.000Z', '2026-12-02T07:00:00.000Z'].map((at, index) => ({ start: at, free: ['ZJJ', 'JTJ', 'CZJ'].slice(index) }));

function meetings(start: Begin): void {
  const { stage, take, does, convene } = start();
  const taking = (name: string) => take(name, 'meeting');
  convene();
  taking('c.proposed new');
  does('meeting', 'found', 'system', { times: slots });
  taking('c.proposed');
  does('meeting', 'poll', 'ggzy-secretary');
  taking('c.proposed polled');
  does('meeting', 'times', 'zjj-liaison', { starts: [slots[0]?.start] });
  taking('c.proposed answered');
  does('meeting', 'call', 'ggzy-secretary');
  taking('c.notified');
  does('meeting', 'arranged', 'system', { step: 'group', chat: 'oc_1' });
  does('meeting', 'arranged', 'system', { step: 'members', joined: 7, wanted: 8, missing: ['czj-liaison'] });
  does('meeting', 'arranged', 'system', { step: 'board', board: 'om_1' });
  does('meeting', 'arranged', 'system', { step: 'event', failed: 193002 });
  taking('c.notified half set up');
  does('meeting', 'retry', 'ggzy-secretary', { step: 'event' });
  does('meeting', 'arranged', 'system', { step: 'event', event: 'ev_1', link: 'https://example.com/event' });
  for (const step of ['notice', 'invite']) does('meeting', 'arranged', 'system', { step });
  does('meeting', 'lost', 'system', { what: 'event' });
  taking('c.notified lost');
  does('meeting', 'restore', 'ggzy-secretary');
  does('meeting', 'reply', 'zjj-liaison', { reply: 'yes' });
  does('meeting', 'reply', 'czj-liaison', { reply: 'swap', person: 'czj-officer1', note: '分管采购的同志参加' });
  does('meeting', 'position', 'zjj-liaison', { question: 'q1', stance: 'yes', reason: '属本局监督范围' });
  does('meeting', 'position', 'czj-liaison', { question: 'q1', stance: 'no', reason: '应先核清资金来源' });
  const first = (stage.get('c1-c-1').data as Meeting).materials[0]?.id ?? '';
  does('meeting', 'openMaterial', 'ggzy-secretary', { id: first, organs: ['ZJJ'] });
  taking('c.notified replied');
  does('meeting', 'move', 'ggzy-secretary', { start: '2026-12-07 15:00', place: '', reason: '' });
  taking('c.notified moved');
  for (const organ of ['zjj', 'jtj', 'czj']) does('meeting', 'reply', `${organ}-liaison`, { reply: 'yes' });
  stage.at('2026-12-07T15:02:00+08:00');
  does('meeting', 'start', 'ggzy-secretary', { organs: ['ZJJ', 'CZJ'] });
  taking('c.held');
  does('meeting', 'resolve', 'ggzy-secretary', { what: '核实转包事实', organ: 'ZJJ', person: 'zjj-deputy', dueDate: '2026-12-18' });
  does('meeting', 'resolve', 'ggzy-secretary', { what: '查清拨付依据', organ: 'CZJ', person: '', dueDate: '2026-12-11' });
  does('meeting', 'resolve', 'ggzy-secretary', { kind: 'joint', what: '现场检查', organ: 'ZJJ', co: ['CZJ'], dueDate: '2026-12-16' });
  does('meeting', 'strike', 'ggzy-secretary', { id: 'r3', reason: '改由各单位分别检查' });
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
  byLetter(start);
  const off = start();
  off.convene();
  off.does('meeting', 'call', 'ggzy-secretary');
  off.does('meeting', 'cancel', 'ggzy-secretary', { reason: '两部门已书面达成一致' });
  off.take('c.cancelled', 'meeting');
}
