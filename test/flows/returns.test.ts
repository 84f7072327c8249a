import { describe, expect, it } from 'vitest';
import { glance, wordsOf } from '../../sandbox/script/card-words.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Forward } from '../../src/domain/forward/forward.ts';
import { forwarded, quiet, registered, stageFor } from './stage.ts';

describe('what a department may ask for', () => {
  const { stage, on } = stageFor('returns');
  const branches = async (no: string) => (await stage().app.store.search({ kind: 'forward', text: no, limit: 9 })) as Document<Forward>[];
  const dueOf = (doc: Document | undefined) => doc?.clocks.findLast((clock) => clock.rule === 'T03')?.due.dueDate;
  const sent = async (reporter: string, project: string) => forwarded(stage(), on('ggzy-clerk1'), { matter: await registered(stage(), on(reporter), project), organs: ['ZJJ'] });

  it('a return without a reason or another organ is refused (E-206), and what was typed stays', async () => {
    await sent('ggzy-staff1', '青格勒学校综合楼');
    const liaison = on('zjj-liaison');
    await liaison.taps('签收', { on: '举报件转办单' });
    await quiet(stage());
    await liaison.taps('申请退回', { on: '举报件转办单' });
    expect(await liaison.isRefused('申请退回', { on: '不属本单位办理', form: { reason: '属于交通工程' } })).toContain('E-206');
    expect(JSON.stringify((await liaison.sees('不属本单位办理')).content)).toContain('属于交通工程');
  });

  it('a return asked for goes to the clerk who sent it, while the limit runs on', async () => {
    const liaison = on('zjj-liaison');
    await liaison.taps('申请退回', { on: '不属本单位办理', form: { suggest: 'JTJ', reason: '属于交通工程' } });
    await quiet(stage());
    const card = await on('ggzy-clerk1').sees('申请退回');
    expect(wordsOf(card.content)).toContain('建议改派：市交通局');
    const no = /XS-\d{8}-\d{4}/.exec(wordsOf(card.content))?.[0] ?? '';
    expect((await branches(no))[0]?.clocks.find((clock) => clock.rule === 'T03')?.stoppedAt).toBeUndefined();
  });

  it('agreed, it goes to the other department with a new limit, and the first one is done with it', async () => {
    const clerk = on('ggzy-clerk1');
    await clerk.taps('同意并改派', { on: '申请退回' });
    await quiet(stage());
    const card = await on('jtj-liaison').sees('转办单');
    const no = /XS-\d{8}-\d{4}/.exec(JSON.stringify(card.content))?.[0] ?? '';
    const states = Object.fromEntries((await branches(no)).map((branch) => [branch.data.organ, branch.state]));
    expect(states).toEqual({ ZJJ: 'returned', JTJ: 'sent' });
    const liaison = on('zjj-liaison');
    await liaison.says('我的待办');
    await liaison.sees('现在没有需要您办理的事项');
  });

  it('a second return is not agreed by a clerk but brought before a consultation (E-207)', async () => {
    const second = on('jtj-liaison');
    await second.taps('申请退回', { on: '转办单' });
    await second.taps('申请退回', { on: '不属本单位办理', form: { suggest: 'ZJJ', reason: '并非交通工程' } });
    await quiet(stage());
    const card = await on('ggzy-clerk1').sees(/市交通局 申请退回/);
    expect(wordsOf(card.content)).toContain('已两次退回，已提交会商');
    expect(glance(card.content).buttons).not.toContain('同意并改派');
    const no = /XS-\d{8}-\d{4}/.exec(JSON.stringify(card.content))?.[0] ?? '';
    const asked = (await branches(no)).find((branch) => branch.data.organ === 'JTJ');
    const by = { role: 'person', id: stage().person('ggzy-clerk1').id, ref: '', reporter: false } as const;
    const outcome = await stage().app.handle({ kind: 'forward', id: asked?.id ?? '', act: 'agreeReturn', by, input: {}, cause: 'forced' });
    expect(outcome.ok ? '' : outcome.refusal.code).toBe('E-207');
  });

  it('a return that is denied leaves the limit as it was and tells the department why', async () => {
    const no = await sent('ggzy-staff2', '康巴什体育馆教学楼');
    const liaison = on('zjj-liaison');
    await liaison.taps('签收', { on: new RegExp(`转办单[^]*康巴什体育馆`) });
    await quiet(stage());
    const before = dueOf((await branches(no))[0]);
    await liaison.taps('申请退回', { on: /已签收|转办单[^]*康巴什体育馆/ });
    await liaison.taps('申请退回', { on: '不属本单位办理', form: { suggest: 'FGW', reason: '建议由发改办理' } });
    await quiet(stage());
    const clerk = on('ggzy-clerk1');
    await clerk.taps('不同意', { on: new RegExp(`市住建局 申请退回 ${no}`) });
    await clerk.taps('不同意', { on: '原时限继续计算', form: { reason: '房屋建筑由住建监督，请继续办理' } });
    await quiet(stage());
    const branch = (await branches(no))[0];
    expect(branch?.state).toBe('accepted');
    expect(dueOf(branch)).toBe(before);
    expect(wordsOf((await liaison.sees('房屋建筑由住建监督')).content)).toContain('中心意见');
  });

  it('an extension to a day before the limit is refused (E-204)', async () => {
    const liaison = on('zjj-liaison');
    await liaison.taps('申请延期', { on: '房屋建筑由住建监督' });
    expect(await liaison.isRefused('申请延期', { on: '延至', form: { dueDate: '2026-11-30 +0800', reason: '等待造价鉴定' } })).toContain('E-204');
  });

  it('an extension agreed moves the limit, once and no more (E-302)', async () => {
    const liaison = on('zjj-liaison');
    await liaison.taps('申请延期', { on: '延至', form: { dueDate: '2026-12-31 +0800', reason: '等待造价鉴定，预计月底出具' } });
    await quiet(stage());
    const card = await on('ggzy-clerk1').sees('延期申请');
    expect(wordsOf(card.content)).toContain('改为 12月31日（周四）');
    await on('ggzy-clerk1').taps('同意', { on: '延期申请' });
    await quiet(stage());
    const branch = (await stage().app.store.search({ kind: 'forward', organ: 'ZJJ', states: ['accepted'], limit: 9 }))[0] as Document<Forward>;
    expect(dueOf(branch)).toBe('2026-12-31');
    const by = { role: 'person', id: liaison.cast.id, ref: '', reporter: false } as const;
    const outcome = await stage().app.handle({ kind: 'forward', id: branch.id, act: 'askExtension', by, input: { dueDate: '2027-01-15', reason: '还要再等几天' }, cause: 'again' });
    expect(outcome.ok ? '' : outcome.refusal.code).toBe('E-302');
  });

  it('an extension denied leaves the limit, and the department may go on', async () => {
    const no = await sent('ggzy-staff3', '伊旗中学教学楼');
    const liaison = on('zjj-liaison');
    await liaison.taps('签收', { on: /转办单[^]*伊旗中学/ });
    await quiet(stage());
    const before = dueOf((await branches(no))[0]);
    await liaison.taps('申请延期', { on: /伊旗中学/ });
    await liaison.taps('申请延期', { on: new RegExp(`申请延期：${no}`), form: { dueDate: '2027-01-08 +0800', reason: '人员变动，需要时间' } });
    await quiet(stage());
    const clerk = on('ggzy-clerk1');
    await clerk.taps('不同意', { on: new RegExp(`延期申请：${no}`) });
    await clerk.taps('不同意', { on: /不同意延期/, form: { reason: '理由不足，请按期反馈' } });
    await quiet(stage());
    const branch = (await branches(no))[0];
    expect([branch?.state, dueOf(branch)]).toEqual(['accepted', before]);
  });
});
