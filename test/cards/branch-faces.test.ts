import { describe, expect, it } from 'vitest';
import { inputFrom } from '../../cards/kit/forms.ts';
import type { Card, Tap } from '../../cards/kit/kit.ts';
import { decide } from '../../src/domain/decide.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { standing, type Meeting } from '../../src/domain/meeting/meeting.ts';
import { refuse } from '../../src/domain/refusal.ts';
import { plainForm } from '../../src/http/taps.ts';
import { changed } from './branch-story.ts';
import { forms, type FormPlace } from './branch-forms-data.ts';
import { drawn, part } from './branch-walk.ts';
import { boldLines, buttonTexts, nodes, tagged, taps, texts } from './inspect.ts';
import { staff } from './stage.ts';
import { group } from './viewers.ts';
import { world } from './town.ts';

type Act = Extract<Tap, { do: 'act' }>;
const shown = (card: Card): string => texts(card).join('\n').replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
const head = (card: Card): { template: string } => card.header as { template: string };

/** Sends a form as the platform does and lets the flow decide. */
function sends(at: FormPlace, form: Record<string, unknown>) {
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
