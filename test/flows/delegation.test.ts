import { describe, expect, it } from 'vitest';
import { brokenAt } from '../../src/domain/audit.ts';
import { passes, quiet, registered, forwarded, stageFor } from './stage.ts';

describe('a liaison goes on leave', () => {
  const { stage, on } = stageFor('delegation', { startAt: '2026-11-24T09:00:00+08:00' });
  const idOf = (who: string) => stage().person(who).id;
  const sent = async (project: string) => {
    const matter = await registered(stage(), on('ggzy-staff1'), project);
    return { matter, no: await forwarded(stage(), on('ggzy-clerk1'), { matter, organs: ['ZJJ'] }) };
  };
  const form = (more: object = {}) => ({ delegate: idOf('zjj-officer1'), from: '2026-11-25 +0800', to: '2026-11-26 +0800', tasks: ['sign', 'feedback'], ...more });

  it('a head, who has nothing to delegate, is told so', async () => {
    await on('zjj-head').says('请假');
    expect(await on('zjj-head').hears('您没有可以交人代办的事项')).toBeDefined();
  });

  it('says 请假 with the days, is refused what cannot be, and sets it without losing what was chosen', async () => {
    const liaison = on('zjj-liaison');
    await liaison.says('我11月25日到26日出差，请刘洋代办');
    await liaison.sees(/请假期间由谁代办/);
    expect(await liaison.isRefused('确认代办', { form: form({ delegate: idOf('zjj-officer1'), to: '2026-11-24 +0800' }) })).toContain('结束日期早于开始日期');
    expect(JSON.stringify((await liaison.sees(/结束日期早于开始日期/)).content)).toContain('"initial_date":"2026-11-24"');
    await liaison.taps('确认代办', { form: form(), toast: '已设置，11月25日起由 刘洋 代办' });
    await quiet(stage());
    await on('zjj-officer1').sees(/代 王磊 办理[^]*由 刘洋 代办/);
  });

  it('a second delegation on the same days is refused with the way out', async () => {
    const liaison = on('zjj-liaison');
    await liaison.says('11月26日请假，萨仁代办');
    await liaison.sees('请假期间由谁代办');
    expect(await liaison.isRefused('确认代办', { on: '请假期间由谁代办', form: form({ delegate: idOf('zjj-backup'), from: '2026-11-26 +0800' }) })).toContain('已由 刘洋 代办，请先提前结束，或另选日期');
  });

  it('while it runs the delegate gets the card and signs in the name of both; the trail says so', async () => {
    await passes(stage(), '2026-11-25T09:00:30+08:00');
    const { matter, no } = await sent('青格勒学校综合楼');
    await on('zjj-officer1').says('我的待办');
    await on('zjj-officer1').sees(new RegExp(`签收　${no}[^]*代 王磊`));
    await on('zjj-officer1').taps('签收', { on: /举报件转办单[^]*青格勒学校综合楼/ });
    await quiet(stage());
    await on('zjj-liaison').sees(/刘洋 代 王磊 11月25日 \d\d:\d\d 签收/);
    const part = await stage().app.store.load('forward', `${matter.id}-f-zjj`);
    expect(part?.audit.find((entry) => entry.act === 'sign')?.by).toEqual({ role: 'LIAISON', id: idOf('zjj-officer1'), name: '刘洋', organ: 'ZJJ', for: { id: idOf('zjj-liaison'), name: '王磊' } });
    expect(brokenAt(part?.audit ?? [])).toBeUndefined();
  });

  it('ends by itself: the delegate loses the button, and a tap on an old card is refused', async () => {
    const { no } = await sent('桦霖小区外墙保温改造');
    const card = await on('zjj-officer1').sees(/举报件转办单[^]*桦霖小区/);
    await passes(stage(), '2026-11-27T00:00:30+08:00');
    await on('zjj-officer1').sees(/代 王磊 办理[^]*到期自动结束/);
    const tap = async () => stage().client.tap({ as: idOf('zjj-officer1'), message: card.id, at: { text: '签收' } });
    const said = await tap().then((answer) => answer.toast?.content ?? answer.error?.text ?? '', (fault: Error) => fault.message);
    expect(said).not.toContain('已签收');
    await on('zjj-officer1').says('我的待办');
    expect(JSON.stringify((await on('zjj-officer1').sees('我的待办')).content)).not.toContain(`签收　${no}`);
  });

  it('can be ended early, by a tap of either, and the days are free again', async () => {
    const liaison = on('zjj-liaison');
    await liaison.says('11月30日到12月4日请假，请萨仁代办');
    await liaison.sees(/请假期间由谁代办/);
    await liaison.taps('确认代办', { form: form({ delegate: idOf('zjj-backup'), from: '2026-11-30 +0800', to: '2026-12-04 +0800' }) });
    await quiet(stage());
    await on('zjj-backup').taps('提前结束', { on: /代 王磊 办理/ });
    await quiet(stage());
    await liaison.sees(/请假代办[^]*萨仁 11月\d+日 \d\d:\d\d 提前结束/);
    expect(stage().app.deps.directory.standIns).toEqual([]);
  });
});
