import { describe, expect, it } from 'vitest';
import { glance, wordsOf } from '../../sandbox/script/card-words.ts';
import { sampleCases } from '../../scripts/tour/cases.ts';
import type { Campaign } from '../../src/domain/campaign/campaign.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import type { Joint } from '../../src/domain/joint/joint.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { dateOf } from '../../src/domain/time/deadlines.ts';
import { bookId } from '../../src/domain/organ/organ.ts';
import { botOf, chooses, forwarded, fromBot, passes, quiet, saidIn, stageFor } from './stage.ts';

const members = ['slj', 'czj'] as const;

describe('what a meeting decides to do together', () => {
  const { stage, on } = stageFor('joint-work');
  const clerk = () => on('ggzy-clerk1');
  const chief = () => on('ggzy-head');
  const newest = async <D>(kind: 'meeting' | 'campaign' | 'joint') => (await stage().app.store.search({ kind, limit: 1 }))[0] as Document<D>;
  const matter = async () => (await stage().app.store.byNo(no)) as Document<Matter>;
  let no = '';

  it('E-503 a decision without organ or day is not recorded; 专项行动 and 联合执法 name who takes part', async () => {
    const reporter = on('ggzy-staff1');
    await reporter.says(sampleCases['C4']?.text ?? '');
    await reporter.taps('确认登记', { on: '引黄灌区节水改造二期' });
    no = /XS-\d{8}-\d{4}/.exec(wordsOf((await reporter.sees('已登记')).content))?.[0] ?? '';
    await forwarded(stage(), clerk(), { matter: await matter(), organs: ['SLJ', 'RSJ'] });
    await clerk().taps('会商', { on: no });
    await clerk().taps('发起', { on: new RegExp(`拟会商[^]*${no}`) });
    await quiet(stage());
    for (const organ of [...members, 'rsj']) await on(`${organ}-liaison`).taps('参加', { on: /会商通知/ });
    await passes(stage(), (await newest<Meeting>('meeting')).data.start);
    await clerk().taps('开始', { on: /HS-/ });
    await clerk().taps('开始', { on: /到会/, form: { organs: ['SLJ', 'CZJ'] } });
    await quiet(stage());
    const decided = { kind: 'campaign', what: '水利工程转包专项整治', organ: 'SLJ', co: ['CZJ'], dueDate: '2026-12-25 +0800' };
    const record = (form: Record<string, string | string[]>) => clerk().taps('记一条议定', { on: /项议定/, form: { ...decided, ...form } });
    await clerk().taps('记一条议定', { on: /每条议定写明责任单位/ });
    await expect(record({ organ: '' })).rejects.toThrow('E-503');
    await expect(record({ dueDate: '' })).rejects.toThrow('E-503');
    await expect(record({ co: [] })).rejects.toThrow('专项行动须选配合单位');
    await record({});
    await quiet(stage());
    await clerk().taps('记一条议定', { on: /会商进行中/ });
    await record({ kind: 'joint', what: '查清转包和欠薪', dueDate: '2026-12-18 +0800' });
    await quiet(stage());
    await clerk().taps('结束', { on: /会商进行中/ });
    await quiet(stage());
    for (const organ of members) await on(`${organ}-liaison`).taps('确认', { on: /会商纪要/ });
    await quiet(stage());
    expect([(await newest('campaign')).state, (await newest('joint')).state, (await matter()).data.campaign?.no]).toEqual(['z.plan', 'j.plan', (await newest('campaign')).no]);
  }, 120_000);

  it('a campaign goes to its departments when the head of the Center launches it, with one pinned card in its group', async () => {
    expect((await fromBot(stage(), stage().person('slj-liaison'))).map(saidIn).join()).not.toContain('专项行动任务');
    await on('slj-liaison').says('专项行动');
    await on('slj-liaison').sees('现在没有专项行动');
    await chief().says('专项行动');
    await chief().taps('部署', { on: /专项行动统筹/ });
    await quiet(stage());
    const { data } = await newest<Campaign>('campaign');
    expect([data.parts.map(({ organ }) => organ), data.missing, data.board !== '']).toEqual([['SLJ', 'CZJ'], [], true]);
    const group = (await stage().client.chats(stage().person('czj-liaison').id)).find(({ id }) => id === data.chat);
    expect(group?.name).toMatch(/^专项行动 ZX-\d{8}-\d{4}$/);
  }, 60_000);

  it('shows the progress of each department on that one card, edited in place', async () => {
    await on('slj-liaison').taps('签收', { on: /专项行动任务/ });
    await on('slj-liaison').taps('报进度', { on: /专项行动任务/ });
    await expect(on('slj-liaison').taps('报进度', { on: /累计数/, form: { checked: '8', found: '2', fixed: '3' } })).rejects.toThrow('整改数不能大于问题数');
    await on('slj-liaison').taps('报进度', { on: /累计数/, form: { checked: '8', found: '2', fixed: '1', words: '' } });
    await quiet(stage());
    const { data } = await newest<Campaign>('campaign');
    const cards = (await fromBot(stage(), stage().person('czj-liaison'), data.chat)).filter(({ type }) => type === 'interactive');
    expect(cards.map(({ id }) => id)).toEqual([data.board]);
    expect(cards.map(saidIn).join()).toMatch(/市水利局[^]*进行中[^]*8\/2\/1/);
    expect(cards.map(saidIn).join()).not.toMatch(/引黄|沄朔|XS-/);
  }, 60_000);

  it('its group that is disbanded by hand, or lost the bot, is gathered anew by one tap of the Center, and who becomes liaison comes into it with his card', async () => {
    const first = (await newest<Campaign>('campaign')).data.chat;
    await stage().app.deps.platform.disbandChat(first);
    await chief().says('专项行动');
    await chief().taps('重新建群', { on: /行动群被解散/ });
    await quiet(stage());
    const second = (await newest<Campaign>('campaign')).data.chat;
    await stage().client.act('kick', { as: stage().person('slj-liaison').id, chat: second, app: botOf(stage()) });
    await chief().says('专项行动');
    await chief().taps('重新建群', { on: /机器人被移出行动群/ });
    await quiet(stage());
    const { data } = await newest<Campaign>('campaign');
    expect(new Set([first, second, data.chat]).size).toBe(3);
    const named = stage().person('slj-officer2').id;
    await stage().app.handle({ kind: 'organ', id: bookId('SLJ'), act: 'appoint', by: { role: 'system' }, input: { person: named, roles: ['LIAISON', 'HANDLER'] }, cause: 'named' });
    await quiet(stage());
    expect((await stage().client.chats(named)).some(({ id }) => id === data.chat)).toBe(true);
    expect(wordsOf((await on('slj-officer2').sees(/专项行动任务/)).content)).toContain('12月');
    const cards = (await fromBot(stage(), stage().person('czj-liaison'), data.chat)).filter(({ type }) => type === 'interactive');
    expect(cards.map(({ id }) => id)).toEqual([data.board]);
  }, 90_000);

  it('joint enforcement goes from the minutes to the heads, to officers without relation, to actions and to its end', async () => {
    for (const organ of members) {
      const officers = [`${organ}-officer1`, `${organ}-officer2`];
      await on(`${organ}-liaison`).taps('报执法人员', { on: /联合执法启动/ });
      await expect(on(`${organ}-liaison`).taps('报送', { on: /持证执法人员/, form: { people: [stage().person(officers[0] ?? '').id], powers: '本单位职权和依据' } })).rejects.toThrow('执法人员不得少于 2 人');
      await on(`${organ}-liaison`).taps('报送', { on: /持证执法人员/, form: { people: officers.map((who) => stage().person(who).id), powers: '本单位职权和依据' } });
      await quiet(stage());
      for (const who of officers) await on(who).taps('无需回避', { on: /执法人员/ });
      await on(`${organ}-head`).taps('确认参与', { on: /联合执法启动/ });
      await quiet(stage());
    }
    expect((await newest<Joint>('joint')).state).toBe('j.acting');
    const lead = on('slj-liaison');
    await lead.taps('登记行动', { on: /联合执法统筹/ });
    const people = ['slj-officer1', 'slj-officer2'].map((who) => stage().person(who).id);
    await lead.taps('登记行动', { on: /登记一次行动/, form: { organ: 'SLJ', people, date: `${dateOf(stage().app.deps.now())} +0800`, power: '水法、招标投标法', what: '现场检查并制作笔录', result: '' } });
    await quiet(stage());
    for (const organ of members) {
      await on(`${organ}-liaison`).taps('报送结果', { on: /联合执法：/ });
      await on(`${organ}-liaison`).taps('报送结果', { on: /做了什么/, form: { words: '已按方案检查，情况见笔录和附件。', penalty: '', transfer: '', dishonest: '' } });
      await quiet(stage());
    }
    await lead.taps('提交汇总', { on: /联合执法统筹[^]*请牵头部门汇总/ });
    await lead.taps('提交汇总', { on: /汇总 \*/, form: { words: '两家单位均已检查，问题已责令改正。' } });
    await quiet(stage());
    await clerk().taps('办结', { on: /联合执法统筹[^]*已汇总/ });
    await clerk().taps('办结', { on: /结论/, form: { reason: '结果已汇总，处罚按程序进行' } });
    await quiet(stage());
    const ended = await newest<Joint>('joint');
    expect([ended.state, ended.data.actions.length]).toEqual(['j.closed', 1]);
    for (const who of ['slj-head', 'czj-head']) expect(wordsOf((await on(who).sees(/联合执法已办结/)).content)).toContain('市水利局');
  }, 120_000);

  it('AC-10.2 E-504 a second one needs trigger and paper; what was reported needs 重大, what an inspection tour found does not', async () => {
    await clerk().says(`查 ${no}`);
    await chooses(stage(), clerk(), '重大与联合执法', new RegExp(`${no} 进展`));
    await clerk().taps('启动联合执法', { on: /重大问题/ });
    const form = { trigger: 'reported', document: '举报件及附件', file: 'paper', lead: 'SLJ', members: ['CZJ'], goal: '再次检查整改', firstAt: '2026-12-30 09:30 +0800', dueDate: '2027-01-15 +0800' };
    const starts = (change: Record<string, string>) => clerk().taps('启动联合执法', { on: /通知各单位主要负责人/, form: { ...form, ...change } });
    await expect(starts({ file: '' })).rejects.toThrow('E-504');
    await expect(starts({ trigger: '' })).rejects.toThrow('E-504');
    await expect(starts({})).rejects.toThrow('须先标记为重大');
    await starts({ trigger: 'inspection', document: '鄂巡〔2026〕3号' });
    await quiet(stage());
    const second = await newest<Joint>('joint');
    expect([second.state, second.data.trigger, glance((await on('slj-head').sees(second.no)).content).title]).toEqual(['j.plan', 'inspection', `联合执法启动：${second.no}｜${no}`]);
  }, 60_000);

  it('reminds the department that is late, ends with the last report, and lets its group and its matters go', async () => {
    await passes(stage(), '2026-12-28T09:05:00+08:00');
    await on('czj-liaison').taps('说明原因', { on: /专项行动任务[^]*已过期限/ });
    await on('czj-liaison').taps('说明原因', { on: /预计日期/, form: { reason: 'staff', expected: '2026-12-29 +0800' } });
    for (const organ of members) {
      await on(`${organ}-liaison`).taps('报送结果', { on: /专项行动任务/ });
      await on(`${organ}-liaison`).taps('报送结果', { on: /报送本单位结果/, form: { checked: '10', found: '2', fixed: '2', words: '已排查全部在建水利工程，两处问题均已整改。' } });
    }
    await quiet(stage());
    await chief().says('专项行动');
    await chief().taps('结束专项行动', { on: /各单位已报送/ });
    await chief().taps('结束专项行动', { on: /总结/, form: { words: '问题均已整改，线索按程序办理。' } });
    await quiet(stage());
    const ended = await newest<Campaign>('campaign');
    const group = (await stage().client.chats(stage().person('czj-liaison').id)).find(({ id }) => id === ended.data.chat);
    expect([ended.state, ended.data.cases.length, (await matter()).data.campaign, group?.dissolved]).toEqual(['z.closed', 1, null, true]);
  }, 90_000);
});
