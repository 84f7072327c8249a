import { describe, expect, it } from 'vitest';
import type { Forward } from '../../src/domain/forward/forward.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import { forwarded, passes, quiet, registered, saidIn, stageFor } from './stage.ts';

const officers = ['zjj-officer1', 'zjj-officer2'];

describe('somebody leaves in the middle of a case', () => {
  const { stage, on } = stageFor('people', { startAt: '2026-11-24T09:00:00+08:00' });
  const idOf = (who: string) => stage().person(who).id;
  let id = '';
  let no = '';
  const load = async (kind: 'forward' | 'referral') => stage().app.store.load(kind, `${id}-f-zjj${kind === 'referral' ? '-y' : ''}`);

  it('a case is verified by two', async () => {
    const matter = await registered(stage(), on('ggzy-staff1'), '青格勒学校综合楼');
    id = matter.id;
    no = await forwarded(stage(), on('ggzy-clerk1'), { matter, organs: ['ZJJ'] });
    await on('zjj-liaison').taps('签收', { on: /举报件转办单/ });
    await on('zjj-deputy').taps('确认指派', { on: /指派核实人员/, form: { people: officers.map(idOf) } });
    for (const who of officers) await on(who).taps('无', { on: /与本案各方有无关系/ });
    await quiet(stage());
    expect((await load('referral'))?.state).toBe('v.working');
  });

  it('a verifier who has left the tenant is out of the directory, and his deputy and the administrator get all that was his', async () => {
    await stage().client.act('resign', { person: idOf('zjj-officer1') });
    await on('zjj-deputy').sees(/刘洋 的在办事项交接[^]*核实人员/);
    await on('ggzy-admin').sees(/刘洋 的在办事项交接/);
    await quiet(stage());
    expect(stage().app.deps.directory.people.has(idOf('zjj-officer1'))).toBe(false);
  });

  it('what cannot be taken over comes back with the reason and stays without owner', async () => {
    await on('zjj-deputy').taps('确认交接', { on: /刘洋 的在办事项交接/, form: { to: idOf('zjj-officer2') } });
    await quiet(stage());
    expect(saidIn(await on('zjj-deputy').sees(/未能交接：核实人员不得少于2人/))).toContain('1 件还没有人接办');
  });

  it('is given to a colleague: both numbers and limit stay, earlier acts stay his, and the case goes on to the head', async () => {
    const before = await load('referral');
    await on('zjj-deputy').taps('确认交接', { on: /刘洋 的在办事项交接/, form: { to: idOf('zjj-officer3') }, toast: /已交接 1 件，已告知 额尔敦/ });
    await on('zjj-officer3').sees(/交给您 1 件/);
    await quiet(stage());
    const after = await load('referral');
    expect(after?.clocks).toEqual(before?.clocks);
    expect((after?.data as Referral | undefined)?.verifiers.map((verifier) => verifier.id)).toEqual([idOf('zjj-officer3'), idOf('zjj-officer2')]);
    expect(after?.audit.filter((entry) => 'id' in entry.by && entry.by.id === idOf('zjj-officer1')).map((entry) => [entry.act, 'name' in entry.by && entry.by.name])).toEqual([['declare', '刘洋']]);
    await on('zjj-officer3').taps('无', { on: /与本案各方有无关系/ });
    await on('zjj-officer3').taps('保存并核对', { on: /核实情况报告/, form: { conclusion: 'partly', facts: '查明三家投标文件由同一人编制', law: '条例40条', item: 'D3', reason: '涉嫌串通投标' } });
    for (const who of ['zjj-officer3', 'zjj-officer2']) await on(who).taps('签名', { on: /核实情况报告/ });
    await on('zjj-head').sees(/移送审批/);
  });

  it('AC-3.3 a department without liaison: the centre is warned, the part waits with its clock running, and goes out as soon as one is named', async () => {
    for (const who of ['slj-liaison', 'slj-backup']) await stage().client.act('resign', { person: idOf(who) });
    await quiet(stage());
    const matter = await registered(stage(), on('ggzy-staff1'), '桦霖小区外墙保温改造');
    await on('ggzy-clerk1').taps('我来办', { on: new RegExp(`新来件.*${matter.no}`) });
    const triage = await on('ggzy-clerk1').sees(new RegExp(`分办.*${matter.no}`));
    const days = JSON.stringify(triage.content).match(/"(15:\d{4}-\d{2}-\d{2})"/)?.[1] ?? '15';
    await on('ggzy-clerk1').taps('转办', { on: new RegExp(`分办.*${matter.no}`), form: { organs: ['SLJ'], days, reason: '由水利部门监管' } });
    await on('ggzy-clerk1').sees(/市水利局没有联络员，指定后自动送达/);
    await on('ggzy-head').sees(/市水利局没有联络员/);
    await quiet(stage());
    const waiting = await stage().app.store.load('forward', `${matter.id}-f-slj`);
    expect([waiting?.state, waiting?.clocks.map((clock) => clock.rule)]).toEqual(['unnamed', ['T01']]);
    await passes(stage(), '2026-11-26T10:00:00+08:00');
    await on('slj-deputy').sees(/没有联络员，转来的件收不到，请指定/);
    await on('slj-deputy').taps('任免人员', { on: /单位名册/ });
    await on('slj-deputy').taps('确认任免', { on: /任免人员/, form: { person: idOf('slj-officer1'), roles: ['LIAISON', 'HANDLER'] } });
    await on('slj-officer1').sees(/举报件转办单[^]*桦霖小区/);
    await quiet(stage());
    const sent = await stage().app.store.load('forward', `${matter.id}-f-slj`);
    expect([sent?.state, sent?.clocks.filter((clock) => !clock.stoppedAt).map((clock) => clock.rule)]).toEqual(['sent', ['T03', 'T04']]);
    expect((sent?.data as Forward | undefined)?.dueDate).toBe('2026-12-17');
  });

  it('the administrator asks for a hand-over by words, and gives item by item', async () => {
    await on('ggzy-admin').says('交接 李娜');
    const card = await on('ggzy-admin').sees(/李娜 的在办事项交接/);
    expect(saidIn(card)).toContain(`${no}　经办`);
    expect(saidIn(card)).not.toContain('青格勒');
  });
});
