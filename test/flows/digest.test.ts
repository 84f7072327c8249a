import { describe, expect, it } from 'vitest';
import { glance } from '../../sandbox/script/card-words.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import { tapsRow } from './press.ts';
import { chooses, forwarded, fromBot, passes, quiet, registered, saidIn, stageFor } from './stage.ts';

const titled = /^[^\n｜]*/;

describe('one list in the morning', () => {
  const { stage, on } = stageFor('digest', { startAt: '2026-11-24T09:00:00+08:00', economy: true });
  const titles = async (who: string) =>
    (await fromBot(stage(), stage().person(who))).filter((message) => message.type === 'interactive').map((message) => titled.exec(saidIn(message))?.[0] ?? '');
  const morning = async (day: string) => {
    await passes(stage(), `${day}T09:00:10+08:00`);
    await passes(stage(), `${day}T09:14:00+08:00`);
  };
  const sent = async (project: string) => {
    const matter = await registered(stage(), on('ggzy-staff1'), project);
    const no = await forwarded(stage(), on('ggzy-clerk1'), { matter, organs: ['ZJJ'] });
    await on('zjj-liaison').taps('签收', { on: new RegExp(`举报件转办单[^]*${project}`) });
    await quiet(stage());
    return no;
  };

  /** Brings a report that two have signed before the head, without a tap. */
  const laidBefore = async (id: string) => {
    const officers = ['zjj-officer1', 'zjj-officer2'] as const;
    const report = { conclusion: 'partly', facts: '经调阅投标文件、询问有关人员，查明主要情况部分属实。', law: '招标投标法实施条例', item: 'D6', receiver: 'SCJG', reason: '建议移送' };
    const acts: [act: string, who: string, input: object][] = [
      ['assign', 'zjj-deputy', { people: officers.map((who) => stage().person(who).id) }], ...officers.map((who): [string, string, object] => ['declare', who, { tied: 'none' }]),
      ['write', officers[0], report], ...officers.map((who): [string, string, object] => ['signReport', who, {}]),
    ];
    for (const [act, who, input] of acts) {
      const outcome = await stage().app.handle({ kind: 'referral', id, act, by: { role: 'person', id: stage().person(who).id, ref: '', reporter: false }, input, cause: `${id}-${act}-${who}` });
      expect(outcome.ok ? '' : outcome.refusal, act).toBe('');
    }
    await quiet(stage());
  };

  it('a person for whom one thing waits gets its own card', async () => {
    await sent('青格勒学校综合楼');
    const before = (await titles('zjj-liaison')).length;
    await morning('2026-12-01');
    expect((await titles('zjj-liaison')).slice(before)).toEqual(['还有 10 个工作日到期']);
  });

  it('what comes a minute after another message waits until ten minutes have passed, unless he is there', async () => {
    const before = (await titles('zjj-liaison')).length;
    const matter = await registered(stage(), on('ggzy-staff1'), '垚砾二中操场改造');
    await forwarded(stage(), on('ggzy-clerk1'), { matter, organs: ['ZJJ'] });
    expect((await titles('zjj-liaison')).slice(before)).toEqual([]);
    await passes(stage(), '2026-12-01T09:25:00+08:00');
    expect((await titles('zjj-liaison')).slice(before)).toEqual([expect.stringContaining('举报件转办单')]);
  });

  it('whoever reads his chat meanwhile gets it at once: it interrupts him no more', async () => {
    const before = (await titles('zjj-backup')).length;
    const chat = (await stage().client.chats(stage().person('zjj-backup').id)).find(({ mode }) => mode === 'p2p');
    const matter = await registered(stage(), on('ggzy-staff1'), '桦霖小区外墙保温改造');
    await forwarded(stage(), on('ggzy-clerk1'), { matter, organs: ['ZJJ'] });
    expect((await titles('zjj-backup')).slice(before)).toEqual([]);
    await stage().client.act('read', { as: stage().person('zjj-backup').id, chat: chat?.id ?? '' });
    await on('zjj-backup').sees(/举报件转办单[^]*桦霖小区外墙保温改造/);
    await quiet(stage());
    await stage().client.act('read', { as: stage().person('zjj-liaison').id, chat: (await stage().client.chats(stage().person('zjj-liaison').id)).find(({ mode }) => mode === 'p2p')?.id ?? '' });
    for (const project of ['垚砾二中操场改造', '桦霖小区外墙保温改造']) await on('zjj-liaison').taps('签收', { on: new RegExp(`举报件转办单[^]*${project}`) });
    await quiet(stage());
  });

  it('a person for whom several things wait gets one list and nothing else, however many limits are near', async () => {
    const before = (await titles('zjj-liaison')).length;
    await morning('2026-12-08');
    const came = (await titles('zjj-liaison')).slice(before);
    expect(came).toEqual(['今日提醒　12月8日（周二）']);
    const card = await on('zjj-liaison').sees('今日提醒');
    expect(saidIn(card).match(/反馈　XS-\d{8}-\d{4}/g)).toHaveLength(3);
  });

  it('what is overdue stands on top of the list, and whoever has one overdue matter only gets its own card', async () => {
    // The thirteenth day of the cards of the 1st brings their duties once more; after that the deputy has one matter that is late.
    for (const day of ['2026-12-14', '2026-12-15', '2026-12-16']) await morning(day);
    expect((await titles('zjj-deputy')).at(-1)).toMatch(/^已过反馈期限：XS-/);
    await morning('2026-12-23');
    expect(saidIn(await on('zjj-deputy').sees('今日提醒'))).toMatch(/已过期限 3/);
  });

  it('a reminder that was put off comes again at its hour, and no limit moves', async () => {
    const matter = await registered(stage(), on('ggzy-staff1'), '伊旗中学教学楼');
    await forwarded(stage(), on('ggzy-clerk1'), { matter, organs: ['ZJJ'] });
    const forward = async () => (await stage().app.store.ofMatter(matter.id)).find(({ kind }) => kind === 'forward');
    const due = (await forward())?.clocks.map((clock) => clock.due.dueDate);
    await passes(stage(), '2026-12-23T10:30:00+08:00');
    await chooses(stage(), on('zjj-liaison'), '推迟：明天 09:00', /举报件转办单[^]*伊旗中学教学楼/);
    await quiet(stage());
    const before = (await titles('zjj-liaison')).length;
    await passes(stage(), '2026-12-23T18:00:00+08:00');
    expect((await titles('zjj-liaison')).slice(before)).toEqual([]);
    await morning('2026-12-24');
    expect((await titles('zjj-liaison')).length).toBeGreaterThan(before);
    expect((await forward())?.clocks.map((clock) => clock.due.dueDate)).toEqual(due);
  });

  it('from the fourth open approval on the head gets one list, and each is decided alone from its own card', async () => {
    const head = on('zjj-head');
    await on('zjj-liaison').taps('签收', { on: /举报件转办单[^]*伊旗中学教学楼/ });
    await quiet(stage());
    const referrals = async () => (await stage().app.store.search({ kind: 'referral', organ: 'ZJJ', limit: 9 })) as Document<Referral>[];
    const before = (await titles('zjj-head')).length;
    for (const [index, { id }] of (await referrals()).entries()) {
      await laidBefore(id);
      await passes(stage(), `2026-12-24T${10 + index}:00:00+08:00`);
    }
    const own = expect.stringMatching(/^移送审批：YS-/) as string;
    expect((await titles('zjj-head')).slice(before)).toEqual([own, own, own, '移送审批　4 件']);
    const list = await head.sees('移送审批　4 件');
    expect(glance(list.content).buttons).toEqual(['从第一件开始']);
    const last = (await referrals()).flatMap(({ data }) => data.decisions.map(({ no }) => no)).toSorted().at(-1) ?? '';
    await tapsRow(stage(), head, { text: last, on: '移送审批　4 件' });
    await head.taps('批准移送', { on: new RegExp(`移送审批：${last}`) });
    await quiet(stage());
    expect((await referrals()).map(({ state, data }) => `${state} ${data.decisions[0]?.no === last ? 'last' : ''}`).toSorted()).toEqual(['v.decided last', 'v.done ', 'v.done ', 'v.done ']);
  });

  it('K40 whoever chose a later morning and large type gets his list at his hour and large, and no limit moves', async () => {
    const liaison = on('zjj-liaison');
    const limits = async () => (await stage().app.store.search({ kind: 'forward', organ: 'ZJJ', limit: 9 })).flatMap(({ clocks }) => clocks.map(({ due }) => due.dueAt));
    const before = { limits: await limits(), titles: (await titles('zjj-liaison')).length };
    await liaison.says('提醒设置');
    await liaison.taps('保存', { on: /^提醒设置/, form: { digest: '10:00', quiet: '20:00-08:00', size: 'large' }, toast: '已保存，期限不变' });
    expect(saidIn(await liaison.sees('已保存，期限不变'))).toMatch(/每日汇总　10:00[^]*免打扰　20:00 至次日 08:00[^]*卡片字号　大字/);
    await morning('2026-12-30');
    expect((await titles('zjj-liaison')).slice(before.titles)).toEqual([expect.stringMatching(/^提醒设置/)]);
    await passes(stage(), '2026-12-30T10:14:00+08:00');
    expect((await titles('zjj-liaison')).slice(before.titles + 1)).toEqual(['今日提醒　12月30日（周三）']);
    expect(JSON.stringify((await liaison.sees('今日提醒　12月30日')).content)).toContain('"text_size":"x-large"');
    expect(await limits()).toEqual(before.limits);
  });
});
