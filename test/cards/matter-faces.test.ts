import { describe, expect, it } from 'vitest';
import { draw } from '../../cards/index.ts';
import { inputFrom } from '../../cards/kit/forms.ts';
import type { DrawInput, Viewer } from '../../cards/kit/draw.ts';
import { holdsForm } from '../../cards/kit/kit.ts';
import { decide } from '../../src/domain/decide.ts';
import type { Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import { factsInput } from '../../src/domain/matter/inputs.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { refuse } from '../../src/domain/refusal.ts';
import { boldLines, buttonTexts, markdowns, nodes, tagged, taps, texts, untouched } from './inspect.ts';
import { clerk, keeper } from './samples.ts';
import { reporterId, staff } from './stage.ts';
import { personWith, world } from './town.ts';
import { group, inputOf, person, reporter, sample, withData } from './viewers.ts';

describe('K01, K02, K24: a draft', () => {
  const show = (name: string, rest: Partial<DrawInput> = {}) => draw('intake', inputOf(sample(name), reporter, rest));

  it('with everything found asks for a look and one tap', () => {
    expect(buttonTexts(show('c1-draft'))).toEqual(['确认登记', '修改', '记录对象', '不是线索', '稍后再说']);
    expect(holdsForm(show('c1-draft'))).toBe(false);
    expect(texts(show('c1-draft')).join()).toMatch(/岚戈建设、沄朔市政、垚砾建工？.*2386万元（中标价）？/s);
  });
  it('with something missing unfolds only what is missing or doubtful', () => {
    expect(Object.keys(untouched(show('vague-draft')))).toEqual(['cityLevel', 'project', 'category', 'subjects']);
    expect(boldLines(show('vague-draft'))[0]).toContain('还差 1 项：是否市本级'.replace(/：/g, '：'));
  });
  it('of a banner says that the measures do not apply', () => expect(texts(show('banner-draft')).join()).toContain('项目属达拉特旗，非市本级交易活动'));
  it('never guesses 市本级', () => expect(untouched(show('vague-draft'))['cityLevel']).toBe(''));

  it('handed in again after a refusal shows every typed value and what is missing', () => {
    const typed = { project: '一中操场改造', kind: 'report', cityLevel: '', violations: ['CT', 'GK'], named: '甲公司、乙公司', amountYuan: '约三千', source: 'heard' };
    const card = show('vague-draft', { face: 'edit', typed, refusal: refuse('E-101', { missing: '是否市本级' }, ['cityLevel']) });
    expect(untouched(card)).toMatchObject(typed);
    expect(markdowns(card)[0]).toContain('请先补充：是否市本级');
  });

  it('holds forms whose names are fields of the registration, and untouched they register what they show', () => {
    for (const [name, face] of [['c1-draft', 'edit'], ['c1-draft', 'more'], ['vague-draft', 'edit'], ['vague-draft', '']] as const) {
      const form = untouched(show(name, { face }));
      expect(Object.keys(form).filter((key) => !(key in factsInput.shape))).toEqual([]);
      const input = inputFrom({ kind: 'matter', act: 'register' }, form);
      const shown = Object.fromEntries(Object.keys(input).map((key) => [key, (sample(name).doc.data as Matter)[key as keyof Matter]]));
      expect(input).toEqual(shown);
    }
  });
});

describe('K30: 分办', () => {
  const show = (name: string, rest: Partial<DrawInput> = {}) => draw('triage', inputOf(sample(name), person(clerk), rest));

  it('chooses the department beforehand, never the limit', () => expect(untouched(show('c1-claimed'))).toMatchObject({ organs: ['ZJJ'], days: '', dueDate: '' }));
  it('shows the words to nobody but those who may send', () => {
    const audit = draw('triage', inputOf(sample('c1-claimed'), person(personWith('GGZY', 'AUDITOR').id)));
    expect(texts(audit).join()).not.toMatch(/岚戈|青格勒/);
  });
  it('leaves the department open where a person must confirm it', () => {
    const data = sample('c1-claimed').doc.data as Matter;
    const unsure = withData(sample('c1-claimed'), { routing: data.routing && { ...data.routing, needConfirm: true } });
    expect(untouched(draw('triage', inputOf(unsure, person(clerk))))['organs']).toEqual([]);
  });
  it('does not offer the organ that is itself reported', () => {
    const reported = withData(sample('c1-claimed'), { reported: ['JTJ'] });
    const options = tagged(draw('triage', inputOf(reported, person(clerk))), 'multi_select_static').flatMap((field) => (field['options'] as { value: string }[]).map((option) => option.value));
    expect(options).toContain('ZJJ');
    expect(options).not.toContain('JTJ');
  });
  it('sends by the very day that its option showed', () => {
    const { doc, now } = sample('c1-claimed');
    const select = nodes(show('c1-claimed')).find((node) => node['name'] === 'days');
    const option = (select?.['options'] as { value: string; text: { content: string } }[] | undefined)?.[1];
    expect(option?.text.content).toBe('15 个工作日：12月14日（周一）');
    const input = inputFrom({ kind: 'matter', act: 'send' }, { ...untouched(show('c1-claimed')), days: option?.value });
    const later = new Date(now.getTime() + 86_400_000);
    const done = decide(flows.matter, { doc, command: { kind: 'matter', id: doc.id, act: 'send', by: staff(clerk), input, cause: 'tap' }, world: { ...world, now: later, numbers: { ZJJ: '鄂公资转〔2026〕12号' } } });
    expect(done).toMatchObject({ kind: 'done', doc: { state: 'forwarded', data: { forwards: [{ organ: 'ZJJ', dueDate: '2026-12-14' }] } } });
  });
  it('without a limit is refused by name, and the form comes back as it was', () => {
    const { doc, now } = sample('c1-claimed');
    const typed = { ...untouched(show('c1-claimed')), requirement: '请核实标书编制人' };
    const refused = decide(flows.matter, { doc, command: { kind: 'matter', id: doc.id, act: 'send', by: staff(clerk), input: inputFrom({ kind: 'matter', act: 'send' }, typed), cause: 'tap' }, world: { ...world, now, numbers: {} } });
    expect(refused).toMatchObject({ kind: 'refused', refusal: { code: 'E-201' } });
    if (refused.kind !== 'refused') return;
    const again = show('c1-claimed', { typed, refusal: refused.refusal });
    expect(markdowns(again)[0]).toContain('未设置反馈时限，不能转办');
    expect(untouched(again)['requirement']).toBe('请核实标书编制人');
  });
  it('asks for 市本级 first where it is not clear, and offers 告知不适用 only outside it', () => {
    expect(buttonTexts(show('unclear-registered'))).toContain('确认市本级');
    expect(holdsForm(show('unclear-registered'))).toBe(false);
    expect(buttonTexts(show('banner-registered'))).toContain('告知不适用');
    expect(buttonTexts(show('c1-claimed'))).not.toContain('告知不适用');
    expect(buttonTexts(draw('triage', inputOf(sample('officer-registered'), person(keeper))))).toContain('转送纪检监察');
    expect(buttonTexts(show('officer-registered'))).toEqual([]);
  });
  it('offers 会商 where two departments are concerned and none is called', () => {
    expect(buttonTexts(show('c4-registered'))).toContain('会商');
    expect(buttonTexts(show('c1-claimed'))).not.toContain('会商');
  });
});

describe('K28, K29, K33, K35, K44', () => {
  it('the receipt always says in bold what comes next', () => {
    const bold = (name: string) => boldLines(draw('intake', inputOf(sample(name), reporter)))[0];
    expect(bold('c1-registered')).toBe('**下一步：中心 11月25日（周三）前转给主管部门**');
    expect(bold('c1-forwarded')).toBe('**下一步：市住建局 12月15日（周二）前反馈办理结果**');
    expect(bold('c4-forwarded')).toContain('市水利局、市人社局 12月15日（周二）前');
    expect(bold('c1-closed')).toBe('**查实部分问题，已依法处理**');
  });
  it('the duty card says who took the matter and loses its button', () => {
    const card = draw('duty', inputOf(sample('c1-claimed'), group));
    expect(texts(card).join()).toContain('李娜 11月23日（周一）09:24 领办');
    expect(taps(card)).toEqual([]);
  });
  it('of a matter for discipline inspection the duty group learns the number alone', () => {
    expect(texts(draw('duty', inputOf(sample('officer-registered'), group))).join()).not.toMatch(/水利|受贿|纪委|举报（/);
  });
  it('the timeline names persons to staff, organs to the reporter, roles to the auditor', () => {
    const of = (viewer: Viewer) => texts(draw('progress', inputOf(sample('c1-signed'), viewer))).join('\n');
    expect(of(person(clerk))).toContain('签收　王磊（市住建局）　11月24日（周二）15:20　第九条');
    expect(of(reporter)).toContain('转办　市交易中心');
    expect(of(reporter)).not.toMatch(/王磊|李娜/);
    expect(of(person(personWith('GGZY', 'AUDITOR').id))).not.toMatch(/王磊|李娜|改选/);
    for (const viewer of [reporter, person(clerk)]) expect(of(viewer)).not.toContain(reporterId);
  });
  it('the timeline puts what is to be done first and says whether the trail holds', () => {
    const lines = texts(draw('progress', inputOf(sample('c1-signed'), person(clerk))));
    expect(lines.findIndex((line) => line.startsWith('待办　'))).toBeLessThan(lines.findIndex((line) => line.startsWith('已办　')));
    expect(lines.join()).toContain('链式校验通过');
    const { doc } = sample('c1-signed');
    const forged = { ...doc, audit: doc.audit.map((entry, at) => (at === 1 ? { ...entry, note: '改过' } : entry)) } as Document;
    expect(texts(draw('progress', { ...inputOf(sample('c1-signed'), person(clerk)), doc: forged, related: [forged] })).join()).toContain('留痕校验未通过');
  });
  it('the timeline leaves out parts that the viewer may not see', () => {
    const of = (viewer: Viewer) => texts(draw('progress', inputOf(sample('c4-forwarded'), viewer))).join('\n');
    expect(of(person(personWith('SLJ', 'LIAISON').id))).not.toContain('反馈结果　市人社局');
    expect(of(person(clerk))).toContain('反馈结果　市人社局');
  });
  it('a limit is explained day by day, for any kind of document', () => {
    const { related, now } = sample('c1-signed');
    const forward = related.find((one) => one.kind === 'forward');
    if (!forward) throw new Error('no forward');
    const card = draw('how-counted', { doc: forward, viewer: person(personWith('ZJJ', 'LIAISON').id), face: 'T03', world: { ...world, now } });
    expect(texts(card).join('\n')).toMatch(/12月15日（周二）是怎么算的[\s\S]*15 个工作日，指定到 12月15日（周二）（中心设定）|15 个工作日/);
    expect(texts(card)).toContain('11月28日（周六）至 11月29日（周日）　周末，不计');
    expect(texts(card)).toContain('12月14日（周一）至 12月15日（周二）　第 14–15 日');
    expect(JSON.stringify(draw('how-counted', { doc: forward, viewer: person(personWith('LCJ', 'LIAISON').id), face: 'T03', world: { ...world, now } }))).toContain('未找到该事项');
  });
  it('the result tells what may be told and nothing of persons', () => {
    const card = draw('result', inputOf(sample('c1-closed'), reporter));
    expect(boldLines(card)).toEqual(['**查实部分问题，已依法处理**']);
    expect(texts(card).join()).not.toMatch(/王磊|李娜|岚戈/);
  });
});
