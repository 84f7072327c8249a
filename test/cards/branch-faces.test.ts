import { describe, expect, it } from 'vitest';
import { inputFrom } from '../../cards/kit/forms.ts';
import type { CardName } from '../../cards/index.ts';
import type { Card, Tap } from '../../cards/kit/kit.ts';
import { decide } from '../../src/domain/decide.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { standing, type Meeting } from '../../src/domain/meeting/meeting.ts';
import { refuse } from '../../src/domain/refusal.ts';
import { plainForm } from '../../src/http/taps.ts';
import { changed } from './branch-story.ts';
import { drawn, part } from './branch-walk.ts';
import { boldLines, buttonTexts, nodes, tagged, taps, texts } from './inspect.ts';
import { staff } from './stage.ts';
import { group } from './viewers.ts';
import { world } from './town.ts';

type Act = Extract<Tap, { do: 'act' }>;
const shown = (card: Card): string => texts(card).join('\n').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
const head = (card: Card): { template: string } => card.header as { template: string };

/** Sends a form as the platform does and lets the flow decide. */
function sends(at: { sample: string; card: CardName; who: string; face?: string; act: string }, form: Record<string, unknown>) {
  const sample = part(at.sample);
  const card = drawn(sample, at.card, at.who, { face: at.face ?? '' });
  const tap = tagged(card, 'form').flatMap((one) => taps(one)).find((one): one is Act => one.do === 'act' && one.act === at.act);
  if (!tap) throw new Error(`no ${at.act} in a form of ${at.card}`);
  const fields = new Set(nodes(tagged(card, 'form')).map((node) => node['name']));
  const unknown = Object.keys(form).filter((name) => !fields.has(name));
  if (unknown.length) throw new Error(`no field ${unknown.join()}`);
  const input = { ...tap.input, ...inputFrom({ kind: sample.doc.kind, act: tap.act }, plainForm(form)) };
  const numbers = { 核: '一号', 移审: '二号', 移: '三号', paper: '四号', 'YS p1': 'YS-20261209-0001' };
  return decide(flows[sample.doc.kind], { doc: sample.doc, command: { kind: sample.doc.kind, id: sample.doc.id, act: tap.act, by: staff(at.who), input, cause: 'form', seen: sample.doc.round }, world: { ...world, now: sample.now, numbers } });
}

const forms: [string, Parameters<typeof sends>[0], Record<string, unknown>][] = [
  ['申请退回', { sample: 'forward sent', card: 'forward', who: 'zjj-liaison', face: 'return', act: 'askReturn' }, { suggest: 'JTJ', reason: '该项目由交通部门招标' }],
  ['撤回转办', { sample: 'forward sent', card: 'forward', who: 'ggzy-clerk1', face: 'cancel', act: 'cancel' }, { reason: '重复来件' }],
  ['申请延期', { sample: 'forward accepted', card: 'due-soon', who: 'zjj-liaison', face: 'extend', act: 'askExtension' }, { dueDate: '2026-12-29 +0800', reason: '等待造价鉴定' }],
  ['说明原因', { sample: 'forward accepted over1', card: 'overdue', who: 'zjj-head', face: 'explain', act: 'explain' }, { reason: 'test', expected: '2026-12-25 +0800' }],
  ['不同意退回', { sample: 'forward returnAsked', card: 'return-asked', who: 'ggzy-clerk1', face: 'deny', act: 'denyReturn' }, { reason: '请继续办理' }],
  ['不同意延期', { sample: 'forward extendAsked', card: 'extension-asked', who: 'ggzy-clerk1', face: 'deny', act: 'denyExtension' }, { reason: '请按原时限' }],
  ['提交反馈', { sample: 'forward accepted verified', card: 'feedback', who: 'zjj-liaison', act: 'feedback' }, { conclusion: 'partly', facts: '三家投标文件由同一台电脑制作。', basis: '条例40条', decisionNo: '', tell: 'result' }],
  ['存草稿', { sample: 'forward accepted verifying', card: 'feedback', who: 'zjj-liaison', act: 'saveFeedback' }, { facts: '先写一半' }],
  ['退回补充', { sample: 'forward feedbackIn', card: 'feedback-check', who: 'ggzy-clerk1', face: 'back', act: 'sendBack' }, { reason: '请补充送达日期' }],
  ['指派核实', { sample: 'referral v.none', card: 'assign', who: 'zjj-deputy', act: 'assign' }, { people: ['zjj-officer1', 'zjj-officer2'] }],
  ['申请回避', { sample: 'referral v.working new', card: 'verify', who: 'zjj-officer1', face: 'recuse', act: 'declare' }, { relation: 'R2', why: '近三年任职于岚戈建设' }],
  ['说明回避', { sample: 'referral v.done police', card: 'approval', who: 'zjj-head', face: 'recuse', act: 'declare' }, { relation: 'R1', why: '亲属在该单位任职' }],
  ['提出回避', { sample: 'referral v.working declared', card: 'recusal', who: 'zjj-deputy', face: 'raise', act: 'raise' }, { person: 'zjj-officer2', source: 'party', relation: 'R4', why: '当事人申请其回避' }],
  ['无此情形，说明', { sample: 'referral v.done recusal raised', card: 'recusal', who: 'zjj-officer3', face: 'explain', act: 'sayRecusal' }, { why: '没有参与过该项目' }],
  ['登记上级决定', { sample: 'referral v.done head recused', card: 'recusal', who: 'zjj-deputy', act: 'superior' }, { agree: 'yes', document: '鄂府办〔2026〕31号', decider: 'zjj-deputy' }],
  ['更换人员', { sample: 'referral v.working new', card: 'assign', who: 'zjj-deputy', face: 'again', act: 'change' }, { people: ['zjj-officer2', 'zjj-officer3'], why: 'absence' }],
  ['增加去向', { sample: 'referral v.working half signed', card: 'verify', who: 'zjj-officer2', face: 'add', act: 'propose' }, { item: 'D6', receiver: 'SCJG', reason: '资质另行处理' }],
  ['起草报告', { sample: 'referral v.working declared', card: 'verify', who: 'zjj-officer2', act: 'write' }, { conclusion: 'partly', facts: '三家投标文件由同一台电脑制作。', law: '条例40条', item: 'D3', receiver: 'GAJ', reason: '涉嫌串通投标' }],
  ['不批准', { sample: 'referral v.done police', card: 'approval', who: 'zjj-head', face: 'refuse', act: 'refuse' }, { choice: '证据不足以移送', reason: '机器码鉴定结论尚缺，不足以移送' }],
  ['退回补充核实', { sample: 'referral v.done police', card: 'approval', who: 'zjj-head', face: 'back', act: 'back' }, { choice: '证据需补充', reason: '机器码鉴定结论尚缺，请补充核实' }],
  ['向核实人员提问', { sample: 'referral v.done police', card: 'approval', who: 'zjj-head', face: 'ask', act: 'ask' }, { words: '机器码是谁提取的？' }],
  ['答复提问', { sample: 'referral v.done asked', card: 'verify', who: 'zjj-officer2', act: 'answer' }, { words: '由中心技术人员提取' }],
  ['登记已移送', { sample: 'transfer t.approved', card: 'transfer', who: 'zjj-officer1', act: 'deliver' }, { have: ['letter', 'report', 'things', 'other'], absent_tests: '鉴定意见预计下周出具' }],
  ['登记回执', { sample: 'transfer t.sent', card: 'receipt-form', who: 'zjj-officer1', act: 'receipt' }, { result: 'accepted', no: '收〔2026〕7号', date: '2026-12-12 +0800', signer: '赵警官' }],
  ['已补充', { sample: 'transfer receipt supplement', card: 'receipt-form', who: 'zjj-officer1', act: 'supplied' }, { what: '补充资金往来材料' }],
  ['登记立案', { sample: 'transfer receipt accepted', card: 'receipt-form', who: 'zjj-officer1', face: 'answer', act: 'receipt' }, { result: 'filed', no: '鄂公立〔2026〕88号', date: '2026-12-15 +0800', signer: '赵警官' }],
  ['提请复议', { sample: 'transfer t.declined', card: 'receipt-form', who: 'zjj-officer1', act: 'answer' }, { way: 'review' }],
  ['复议结果', { sample: 'transfer t.review', card: 'receipt-form', who: 'zjj-officer1', act: 'reviewed' }, { result: 'upheld', no: '鄂公复〔2026〕2号', date: '2026-12-18 +0800' }],
  ['登记处罚决定', { sample: 'transfer t.filed', card: 'receipt-form', who: 'zjj-officer1', face: 'punish', act: 'punish' }, { no: '鄂住建罚〔2026〕8号', date: '2026-12-14 +0800' }],
  ['登记结果', { sample: 'transfer t.filed handed over', card: 'receipt-form', who: 'zjj-officer1', face: 'outcome', act: 'conclude' }, { no: '鄂检诉〔2027〕3号', words: '已移送审查起诉' }],
  ['受理', { sample: 'complaint received', card: 'complaint', who: 'zjj-officer1', face: 'accept', act: 'accept' }, { complainant: '朔砾路桥', respondent: '青格勒学校', checks: ['standing', 'time', 'prior', 'signed'] }],
  ['不予受理', { sample: 'complaint received', card: 'complaint', who: 'zjj-liaison', face: 'reject', act: 'reject' }, { ground: 'late', words: '公示期满第二十日才提出', complainant: '朔砾路桥' }],
  ['告知向他部门投诉', { sample: 'complaint received', card: 'complaint', who: 'zjj-liaison', face: 'redirect', act: 'redirect' }, { organ: 'JTJ', words: '项目为公路附属房屋' }],
  ['要求补正', { sample: 'complaint procurement received', card: 'complaint', who: 'czj-liaison', face: 'fix', act: 'fix' }, { words: '请补交质疑函及答复', dueDate: '2026-11-30 +0800' }],
  ['暂停项目', { sample: 'complaint accepted', card: 'complaint', who: 'zjj-deputy', face: 'pause', act: 'pause' }, { until: '2026-12-31 +0800', reason: '防止签订合同造成损失' }],
  ['鉴定中止', { sample: 'complaint accepted', card: 'complaint', who: 'zjj-liaison', face: 'suspend', act: 'suspend' }, { ground: 'appraisal', document: '鄂鉴委〔2026〕12号' }],
  ['登记撤回', { sample: 'complaint accepted', card: 'complaint', who: 'zjj-liaison', face: 'withdraw', act: 'withdraw' }, { reason: '投诉人书面申请撤回' }],
  ['不准撤回', { sample: 'complaint withdrawing', card: 'complaint', who: 'zjj-liaison', face: 'deny', act: 'deny' }, { reason: '已查实业绩合同不存在' }],
  ['作出决定', { sample: 'complaint accepted', card: 'complaint', who: 'zjj-officer1', face: 'decide', act: 'decide' }, { result: 'dismissed', ground: 'forged', facts: '经核实，所附检测报告系伪造。', basis: '条例61条3款', remedies: '可自收到之日起 60 日内申请行政复议' }],
  ['督办', { sample: 'complaint received late', card: 'complaint', who: 'ggzy-head', face: 'urge', act: 'urge' }, { reason: '受理期限已过，请尽快办理' }],
  ['改派人员', { sample: 'meeting c.notified', card: 'invitation', who: 'zjj-liaison', face: 'swap', act: 'reply' }, { person: 'zjj-officer1', note: '' }],
  ['请假', { sample: 'meeting c.notified', card: 'invitation', who: 'zjj-liaison', face: 'leave', act: 'reply' }, { person: 'zjj-deputy', note: '出差' }],
  ['改期', { sample: 'meeting c.notified', card: 'secretary', who: 'ggzy-secretary', face: 'move', act: 'move' }, { start: '2026-12-07 15:00 +0800', place: '', reason: '' }],
  ['取消会商', { sample: 'meeting c.notified', card: 'secretary', who: 'ggzy-secretary', face: 'cancel', act: 'cancel' }, { reason: '已书面一致' }],
  ['开始', { sample: 'meeting c.notified', card: 'secretary', who: 'ggzy-secretary', face: 'start', act: 'start' }, { organs: ['ZJJ', 'CZJ'] }],
  ['记一条议定', { sample: 'meeting c.held', card: 'board', who: 'ggzy-secretary', face: 'resolve', act: 'resolve' }, { what: '查清拨付依据', organ: 'CZJ', person: 'czj-officer1', dueDate: '2026-12-11 +0800' }],
  ['不同意见', { sample: 'meeting c.minutes', card: 'minutes', who: 'zjj-liaison', face: 'dissent', act: 'dissent' }, { dissent: '应先停工检测' }],
];

describe('the forms of the parts', () => {
  it.each(forms)('%s as the platform sends it is what the flow wants', (_name, at, form) => {
    const decision = sends(at, form);
    expect(decision.kind === 'refused' ? decision.refusal : decision.kind).toBe('done');
  });

  it.each(forms)('%s refused comes back with every character typed and the reason on top', (_name, at, form) => {
    const typed = Object.fromEntries(Object.entries(plainForm(form)).map(([name, value]) => [name, value === '' ? '原样保留' : value]));
    const card = drawn(at.sample, at.card, at.who, { face: at.face ?? '', typed, refusal: refuse('E-101', { missing: '一项' }) });
    expect(shown(card)).toContain('请先补充：一项');
    const fields = nodes(tagged(card, 'form')).filter((node) => typeof node['name'] === 'string');
    for (const [name, value] of Object.entries(typed)) {
      const field = fields.find((node) => node['name'] === name);
      const kept = field?.['selected_values'] ?? field?.['initial_option'] ?? field?.['initial_date'] ?? field?.['initial_datetime'] ?? field?.['default_value'];
      const wanted = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value) ? value.slice(0, 16).replace('T', ' ') : value;
      expect([name, kept]).toEqual([name, wanted]);
    }
  });

  it('a chosen reason does not count towards the ten characters of a refusal', () => {
    const decision = sends({ sample: 'referral v.done police', card: 'approval', who: 'zjj-head', face: 'refuse', act: 'refuse' }, { choice: '证据不足以移送', reason: '不够' });
    expect(decision.kind === 'refused' && decision.refusal.code).toBe('E-407');
  });

  it('a resolution typed in the group is not shown to it again', () => {
    const card = drawn('meeting c.held', 'board', group, { face: 'resolve', typed: { what: '不得外传的内容' } });
    expect(JSON.stringify(card)).not.toContain('不得外传的内容');
    expect(tagged(card, 'input').every((field) => field['required'] === true)).toBe(true);
  });
});

describe('who sees what', () => {
  it('people of a reported organ see that nothing was found, and nothing to tap', () => {
    for (const [name, card] of [['forward accepted over1', 'overdue'], ['referral v.done police', 'approval'], ['transfer t.approved late', 'late-transfer']] as const) {
      const hidden = changed(part(name), ({ brief, ...rest }) => ({ ...rest, brief: { ...(brief as object), reported: ['ZJJ'] } }));
      const seen = drawn(hidden, card, 'zjj-head');
      expect(shown(seen)).toContain('未找到');
      expect(JSON.stringify(seen)).not.toMatch(/XS-|YS-|青格勒/);
      expect(taps(seen)).toEqual([]);
    }
  });

  it('a recused verifier sees neither the report nor the parties', () => {
    expect(shown(drawn('referral v.working recused', 'verify', 'zjj-officer1'))).toContain('未找到');
    expect(JSON.stringify(drawn('referral v.working recused', 'verify', 'zjj-officer1'))).not.toContain('岚戈');
  });

  it('the Center learns of a late transfer without its contents', () => {
    const seen = JSON.stringify(drawn('transfer t.approved late', 'late-transfer', 'ggzy-head'));
    expect(seen).toContain('应于 12月11日（周五）16&#58;20 前'.replace(' 前', ''));
    expect(seen).not.toMatch(/青格勒|岚戈|机器码|公安/);
  });

  it('nobody but the head reads why he refused', () => {
    expect(shown(drawn('referral t.refused', 'approval', 'zjj-head'))).toContain('机器码一致的鉴定结论尚缺');
    for (const who of ['zjj-deputy', 'zjj-officer1', 'zjj-liaison', 'ggzy-auditor']) {
      const seen = (['approval', 'verify', 'no-transfer'] as const).map((card) => shown(drawn('referral t.refused', card, who))).join();
      expect(seen).toContain('已决定不移送');
      expect(seen).not.toMatch(/鉴定结论尚缺|不批准/);
    }
  });

  it('whoever may not decide is told who does, and sees no button', () => {
    const seen = drawn('referral v.done police', 'approval', 'zjj-deputy');
    expect(shown(seen)).toContain('仅主要负责人可审批，本案由 巴特尔 审批');
    expect(buttonTexts(seen)).toEqual([]);
  });

  it('a head who verified cannot approve the report he verified', () => {
    const both = changed(part('referral v.done police'), ({ verifiers, ...rest }) => ({ ...rest, verifiers: (verifiers as { id: string }[]).map((one, index) => (index === 0 ? { ...one, id: 'zjj-head' } : one)) }));
    const seen = drawn(both, 'approval', 'zjj-head');
    expect(shown(seen)).toContain('您是本案核实人员，不能审批');
    expect(buttonTexts(seen)).toEqual([]);
  });
});

describe('faces by state', () => {
  it('a second return cannot be agreed to, only brought before a meeting', () => {
    expect(buttonTexts(drawn('forward returnAsked', 'return-asked', 'ggzy-clerk1'))).toEqual(['同意并改派', '不同意', '提交会商']);
    const second = drawn('forward returnAsked twice', 'return-asked', 'ggzy-clerk1');
    expect(buttonTexts(second)).toEqual(['不同意']);
    expect(shown(second)).toContain('已提交会商，召开后按会商结果办理');
    const { doc, related, now } = part('forward returnAsked twice');
    const declined = related.map((other) => (other.kind === 'matter' ? { ...other, data: { ...(other as Document<Matter>).data, meetings: [{ id: 'c', no: '', state: 'c.declined' }] } } : other));
    const left = drawn({ doc, related: declined, now }, 'return-asked', 'ggzy-clerk1');
    expect(buttonTexts(left)).toEqual(['提交会商', '不同意']);
    expect(shown(left)).toContain('已两次退回，须会商确定');
  });

  it('a return brought before a meeting is answered on its own card by the matter', () => {
    const { doc, related, now } = part('forward returnAsked');
    const matter = related.find((other) => other.kind === 'matter');
    const tap = taps(drawn('forward returnAsked', 'return-asked', 'ggzy-clerk1')).find((one): one is Act => one.do === 'act' && one.act === 'convene');
    if (!matter || !tap) throw new Error('nothing to convene');
    const decision = decide(flows.matter, { doc: matter, command: { kind: 'matter', id: tap.id, act: 'convene', by: staff('ggzy-clerk1'), input: tap.input, cause: 'c' }, world: { ...world, now, numbers: {} } });
    expect(decision.kind).toBe('done');
    const after = decision.kind === 'done' ? decision.doc : matter;
    const card = drawn({ doc: after as Document, related: [after as Document, ...related.filter((other) => other.id !== matter.id && other.id !== doc.id), doc], now }, 'return-asked', 'ggzy-clerk1');
    expect(shown(card)).toContain('已提交会商，召开后按会商结果办理');
    expect(buttonTexts(card)).not.toContain('提交会商');
  });

  it('an overdue card is orange at first and red from the third working day, and shows what was explained', () => {
    const first = drawn('forward accepted over1', 'overdue', 'zjj-liaison');
    expect([head(first).template, shown(first)]).toEqual(['orange', expect.stringContaining('12月18日（周五）仍未反馈，将报主要负责人。')]);
    const third = drawn('forward accepted over3 explained', 'overdue', 'zjj-head');
    expect([head(third).template, shown(third)]).toEqual(['red', expect.stringContaining('12月22日（周二）仍未反馈，由中心发督办函。')]);
    expect(shown(third)).toContain('部门说明（12月16日 王磊）：等待检测鉴定，预计 12月25日（周五）');
    expect(buttonTexts(third)).toContain('说明原因');
  });

  it('a reminder turns into what is true by then', () => {
    expect(shown(drawn('forward accepted over1', 'due-soon', 'zjj-liaison'))).toContain('已过反馈期限');
    expect(shown(drawn('forward accepted', 'unsigned', 'zjj-liaison'))).toContain('王磊 11月24日 15:20 签收');
    expect(shown(drawn('forward closed', 'overdue', 'zjj-liaison'))).not.toContain('过期');
  });

  it('a feedback waits for the open referral, and its commitments start empty', () => {
    expect(buttonTexts(drawn('forward accepted verifying', 'feedback', 'zjj-liaison'))).toEqual(['存草稿']);
    const card = drawn('forward accepted verified', 'feedback', 'zjj-liaison');
    expect(tagged(card, 'select_static').map((field) => [field['name'], field['initial_option']])).toEqual([['conclusion', 'partly'], ['tell', undefined]]);
  });

  it('only people of the organ who neither approve nor are recused can be assigned, with their licence marked', () => {
    const names = (name: string) => tagged(drawn(name, 'assign', 'zjj-deputy'), 'multi_select_static').flatMap((field) => field['options'] as { text: { content: string } }[]).map((option) => option.text.content);
    expect(names('referral v.none')).toContain('刘洋（证）');
    expect(names('referral v.none')).not.toContain('张海');
    expect(names('referral v.working recused')).not.toContain('刘洋（证）');
    expect(shown(drawn('referral v.working recused', 'assign', 'zjj-deputy'))).toContain('未列出：审批人 2 人、需要回避 1 人');
  });

  it('the time left is true when drawn, the end always', () => {
    expect(JSON.stringify(drawn('transfer t.approved last hour', 'transfer', 'zjj-officer1').header)).toContain('请在 40 分钟内完成移送');
    for (const name of ['transfer t.approved', 'transfer t.approved last hour']) expect(boldLines(drawn(name, 'transfer', 'zjj-officer1')).join().replaceAll('&#58;', ':')).toContain('截止 12月11日（周五）16:20（含节假日）');
    expect(tagged(drawn('transfer t.approved', 'transfer', 'zjj-head'), 'form')).toEqual([]);
  });

  it('a moved meeting names both times, a cancelled one offers nothing', () => {
    expect(shown(drawn('meeting c.notified moved', 'invitation', 'zjj-liaison'))).toContain('原定 12月1日（周二）15:00，改为 12月7日（周一）15:00');
    expect(taps(drawn('meeting c.cancelled', 'invitation', 'zjj-liaison'))).toEqual([]);
  });

  it('each task is closed by its own organ alone', () => {
    const done = (who: string, face: string) => taps(drawn('meeting c.confirmed', 'task', who, { face })).filter((tap): tap is Act => tap?.do === 'act').map((tap) => tap.input);
    expect(done('zjj-liaison', 'r1')).toEqual([{ id: 'r1' }]);
    expect(done('zjj-liaison', 'r2')).toEqual([]);
    expect(standing(part('meeting c.confirmed').doc.data as Meeting).length).toBe(2);
  });
});
