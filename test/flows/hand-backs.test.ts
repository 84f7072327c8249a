import { describe, expect, it } from 'vitest';
import { glance, wordsOf } from '../../sandbox/script/card-words.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Forward } from '../../src/domain/forward/forward.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import { running } from '../../src/domain/time/clocks.ts';
import { chooses, forwarded, passes, quiet, registered, stageFor } from './stage.ts';

describe('a department whose limit stands still', () => {
  const { stage, on } = stageFor('standing-still');
  let no = '';
  const branch = async () => ((await stage().app.store.search({ kind: 'forward', text: no, limit: 9 })) as Document<Forward>[])[0];
  const due = async () => (await branch())?.clocks.findLast((clock) => clock.rule === 'T03')?.due.dueDate;
  const verifying = async () => running((await stage().app.store.search({ kind: 'referral', text: no, limit: 1 }))[0]?.clocks ?? [], 'T07');

  it('asks for 中止 with a ground and a document; the Center agrees, and neither its limit nor that of the verification is counted from that day', async () => {
    no = await forwarded(stage(), on('ggzy-clerk1'), { matter: await registered(stage(), on('ggzy-staff1'), '青格勒学校综合楼'), organs: ['ZJJ'] });
    const liaison = on('zjj-liaison');
    await liaison.taps('签收', { on: '举报件转办单' });
    await quiet(stage());
    await on('zjj-deputy').taps('确认指派', { on: /指派核实人员/, form: { people: ['zjj-officer1', 'zjj-officer2'].map((who) => stage().person(who).id) } });
    await quiet(stage());
    expect([await due(), (await verifying())?.due.dueDate]).toEqual(['2026-12-14', '2026-12-14']);
    await chooses(stage(), liaison, '申请中止', '举报件转办单');
    await quiet(stage());
    await liaison.taps('申请中止', { on: /中止/, form: { ground: 'test', document: '鉴定委托书〔2026〕3号', reason: '等待工程造价鉴定' } });
    await quiet(stage());
    await on('ggzy-clerk1').taps('同意', { on: /申请中止/ });
    await quiet(stage());
    expect([(await branch())?.state, (await branch())?.clocks.find((clock) => clock.rule === 'T03')?.pausedFrom]).toEqual(['suspended', '2026-11-23']);
    expect((await verifying())?.pausedFrom).toBe('2026-11-23');
    expect(wordsOf((await on('zjj-officer1').sees(/回避声明[^]*起不计入期限/)).content)).toContain('自 11月23日（周一）起不计入期限');
    await on('zjj-officer1').says('我的待办');
    expect(wordsOf((await on('zjj-officer1').sees('我的待办')).content)).toContain(`核实　${no}　期限中止`);
  });

  it('goes on with 恢复办理, and the days between are not counted', async () => {
    await passes(stage(), '2026-12-01T10:00:00+08:00');
    await on('zjj-liaison').taps('恢复办理', { on: /中止|已中止/ });
    await quiet(stage());
    expect([(await branch())?.state, await due()]).toEqual(['accepted', '2026-12-22']);
    expect([(await verifying())?.pausedFrom, (await verifying())?.due.dueDate]).toEqual([undefined, '2026-12-22']);
    expect(wordsOf((await on('zjj-officer1').sees(/回避声明[^]*完成核实/)).content)).toContain('12月22日');
  });

  it('hears that the 转办 was taken back; the matter is with the Center again, with its own limit anew', async () => {
    const clerk = on('ggzy-clerk1');
    await on('zjj-officer1').taps('无', { on: /与本案各方有无关系/ });
    await on('zjj-officer1').taps('保存并核对', { on: /核实情况报告/, form: { conclusion: 'partly', facts: '三家投标文件由同一台电脑制作，机器码一致。', law: '招标投标法实施条例40条', item: 'D6', receiver: 'SCJG', reason: '涉嫌串通投标' } });
    await quiet(stage());
    const by = { role: 'person', id: clerk.cast.id, ref: '', reporter: false } as const;
    const taken = await stage().app.handle({ kind: 'forward', id: (await branch())?.id ?? '', act: 'cancel', by, input: { reason: '转错单位，应为交通局' }, cause: 'back' });
    expect(taken.ok).toBe(true);
    await quiet(stage());
    const matter = (await stage().app.store.byNo(no)) as Document<Matter>;
    expect([matter.state, matter.clocks.findLast((clock) => clock.rule === 'T01')?.due.dueDate]).toEqual(['registered', '2026-12-03']);
    expect(wordsOf((await on('zjj-liaison').sees(/撤回转办/)).content)).toContain('转错单位');
    await clerk.sees(new RegExp(`分办.*${no}`));
  });

  it('its verification ends within the turn: grey cards that say who and why, no button, no limit, no duty, no reminder', async () => {
    const [ended] = await stage().app.store.search({ kind: 'referral', text: no, limit: 9 });
    expect([ended?.state, ended?.clocks.filter((clock) => !clock.stoppedAt), ended?.alarms]).toEqual(['v.ended', [], []]);
    for (const who of ['zjj-officer1', 'zjj-officer2', 'zjj-deputy']) {
      const seen = (await on(who).sees(/撤回转办[^]*转错单位[^]*不再需要您办理/)).content;
      expect(glance(seen).buttons, who).toEqual([]);
      await on(who).says('我的待办');
      await on(who).sees('现在没有需要您办理的事项');
    }
  });

  it('sent to the same department again, it is verified afresh, with the former report beside', async () => {
    const by = { role: 'person', id: on('ggzy-clerk1').cast.id, ref: '', reporter: false } as const;
    const sent = await stage().app.handle({ kind: 'matter', id: (await stage().app.store.byNo(no))?.id ?? '', act: 'send', by, input: { organs: ['ZJJ'], days: 15 }, cause: 'again' });
    expect(sent.ok).toBe(true);
    await quiet(stage());
    await on('zjj-liaison').taps('签收', { on: /转办单[^]*现在要做/ });
    await quiet(stage());
    const found = (await stage().app.store.search({ kind: 'referral', text: no, limit: 9 })) as Document<Referral>[];
    expect(found.map(({ state }) => state).toSorted()).toEqual(['v.ended', 'v.none']);
    expect(found.find(({ state }) => state === 'v.none')?.data).toMatchObject({ report: { version: 0 }, former: { version: 1, signed: false } });
    expect(wordsOf((await on('zjj-deputy').sees(/指派核实人员[^]*此前核实过本件/)).content)).toContain('第 1 版');
  });
});

describe('a matter that the Center verifies with a department', () => {
  const { stage, on } = stageFor('joint-story');
  let no = '';
  const matter = async () => (await stage().app.store.byNo(no)) as Document<Matter>;

  it('is begun by the head of the Center from its timeline, and the limit of 转办 ends', async () => {
    no = (await registered(stage(), on('ggzy-staff1'), '青格勒学校综合楼')).no;
    await quiet(stage());
    const head = on('ggzy-head');
    await head.says(`查 ${no}`);
    await chooses(stage(), head, '会同核实', new RegExp(`${no} 进展`));
    await head.taps('启动核实', { on: /会同行政监督部门核实并移送/, form: { co: ['ZJJ'] } });
    await quiet(stage());
    expect([(await matter()).state, (await matter()).clocks.filter((clock) => !clock.stoppedAt)]).toEqual(['verifying', []]);
    await on('ggzy-staff1').sees(/中心会同主管部门核实/);
  });

  it('is verified by two, decided by the head, and ends by itself; its reporter hears that it was verified', async () => {
    const people = ['zjj-officer1', 'zjj-officer2'];
    await on('ggzy-deputy').taps('确认指派', { on: /指派核实人员/, form: { people: people.map((who) => stage().person(who).id) } });
    for (const who of people) await on(who).taps('无', { on: /与本案各方有无关系/ });
    await on('zjj-officer1').taps('保存并核对', { on: /核实情况报告/, form: { conclusion: 'untrue', facts: '经调阅投标文件、询问有关人员，未查实所反映的问题。', law: '招标投标法实施条例40条', item: 'D6', receiver: 'SCJG', reason: '建议不移送' } });
    for (const who of people) await on(who).taps('签名', { on: /核实情况报告/ });
    await quiet(stage());
    const head = on('ggzy-head');
    await head.taps('不批准', { on: /移送审批/ });
    await head.taps('提交不批准', { on: /不批准移送/, form: { reason: '未查实所反映的问题，不需要移送' } });
    await quiet(stage());
    expect([(await matter()).state, (await matter()).data.told]).toEqual(['closed', '已会同有关部门依法核实处理']);
    expect(wordsOf((await on('ggzy-staff1').sees(new RegExp(`^${no} 已办结`))).content)).toContain('已会同有关部门依法核实处理');
  });
});

describe('a matter that two departments hand back', () => {
  const { stage, on } = stageFor('twice');
  let no = '';

  it('comes before a consultation: the second application proposes one by itself, and the clerk is told so', async () => {
    no = await forwarded(stage(), on('ggzy-clerk1'), { matter: await registered(stage(), on('ggzy-staff1'), '青格勒学校综合楼'), organs: ['ZJJ'] });
    for (const [who, suggest] of [['zjj-liaison', 'JTJ'], ['jtj-liaison', 'ZJJ']] as const) {
      await on(who).taps('申请退回', { on: '举报件转办单' });
      await on(who).taps('申请退回', { on: '不属本单位办理', form: { suggest, reason: '不属本单位监督的工程' } });
      await quiet(stage());
      if (who === 'zjj-liaison') await on('ggzy-clerk1').taps('同意并改派', { on: /申请退回/ });
      await quiet(stage());
    }
    await on('ggzy-clerk1').sees(/市交通局 申请退回[^]*已提交会商，召开后按会商结果办理/);
    const matter = (await stage().app.store.byNo(no)) as Document<Matter>;
    expect([matter.data.meetings.length, matter.data.forwards.map((part) => part.state)]).toEqual([1, ['returned', 'returnAsked']]);
  });
});
