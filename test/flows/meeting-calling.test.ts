import { describe, expect, it } from 'vitest';
import { glance, wordsOf } from '../../sandbox/script/card-words.ts';
import { sampleCases } from '../../scripts/tour/cases.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { addWorkingDays, dateOf } from '../../src/domain/time/deadlines.ts';
import { botOf, chooses, forwarded, fromBot, passes, quiet, saidIn, stageFor } from './stage.ts';

describe('a consultation from the wish to the call', () => {
  const { stage, on } = stageFor('meeting-calling');
  let no = '';
  const secretary = () => on('ggzy-secretary');
  const meeting = async () => (await stage().app.store.search({ kind: 'meeting', limit: 1 }))[0] as Document<Meeting>;
  const morning = async (days: number) => `${addWorkingDays(dateOf(stage().app.deps.now()), days, stage().app.deps.calendar)}T08:31:00+08:00`;

  it('is wished in words by a department, which gets day, hour and organs filled in and is told of the notice', async () => {
    const reporter = on('ggzy-staff1');
    await reporter.says((sampleCases['C1']?.text ?? '').replace(/“[^”]*”/, '“第三中学操场”'));
    await reporter.taps('确认登记', { on: /核对线索信息/ });
    no = /XS-\d{8}-\d{4}/.exec(wordsOf((await reporter.sees('已登记')).content))?.[0] ?? '';
    await forwarded(stage(), on('ggzy-clerk1'), { matter: (await stage().app.store.byNo(no)) as Document, organs: ['ZJJ'] });
    await on('zjj-liaison').says('明天下午三点开个会，把公安、住建、财政都叫上');
    const card = await on('zjj-liaison').sees(/提请会商/);
    expect(wordsOf(card.content)).toContain('11月24日（周二）15:00');
    expect(wordsOf(card.content)).toContain('按规定应提前 3 个工作日通知');
    expect(JSON.stringify(card.content)).toContain('["GAJ","ZJJ","CZJ"]');
  }, 60_000);

  it('is refused at short notice without a reason, and called by nobody but the Center', async () => {
    const liaison = on('zjj-liaison');
    await expect(liaison.taps('提请会商', { on: /提请会商/, form: { organs: ['GAJ', 'ZJJ', 'CZJ'], urgent: 'normal', reason: '需要共同研判' } })).rejects.toThrow('按规定应提前 3 个工作日通知');
    await liaison.taps('提请会商', { on: /提请会商/, form: { organs: ['GAJ', 'ZJJ', 'CZJ'], start: '', urgent: 'normal', reason: '需要共同研判资金去向' } });
    await quiet(stage());
    const asked = await meeting();
    expect([asked.state, asked.data.why, asked.data.chat]).toEqual(['c.proposed', 'asked', '']);
    const card = await secretary().sees(/拟会商/);
    expect(wordsOf(card.content)).toMatch(/市住建局 .* 提请[^]*需要共同研判资金去向/);
    expect(wordsOf(card.content)).toContain('可到 3/3 家');
  }, 60_000);

  it('is put to the organs; where no time suits, once again with other times by itself', async () => {
    await secretary().taps('征询时间', { on: /拟会商/ });
    await quiet(stage());
    const first = (await meeting()).data.times.map((slot) => slot.start);
    for (const who of ['zjj-liaison', 'gaj-liaison', 'czj-liaison']) await on(who).taps('都不行', { on: /会商时间征询/ });
    await quiet(stage());
    const now = await meeting();
    expect(now.data.poll?.round).toBe(2);
    expect(now.data.times.filter((slot) => first.includes(slot.start))).toEqual([]);
    await on('zjj-liaison').sees(/第二次征询/);
  }, 90_000);

  it('is called by one tap at the time that suits most', async () => {
    const second = (await meeting()).data.times[1]?.start ?? '';
    for (const who of ['zjj-liaison', 'gaj-liaison', 'czj-liaison']) await on(who).taps('提交', { on: /第二次征询/, form: Object.fromEntries((await meeting()).data.times.map((slot) => [`at_${Date.parse(slot.start).toString(36)}`, slot.start === second])) });
    await quiet(stage());
    await secretary().taps('发起', { on: /拟会商[^]*可到 3/ });
    await quiet(stage());
    const called = await meeting();
    expect([called.state, called.data.start, called.data.setUp.done.length]).toEqual(['c.notified', second, 6]);
    expect(wordsOf((await secretary().sees(/建群 · 拉人 \d+/)).content)).toContain('邀请');
  }, 90_000);

  it('somebody who leaves its group is named to the secretary and brought back by one tap', async () => {
    const { chat } = (await meeting()).data;
    await stage().client.act('leave', { as: stage().person('zjj-liaison').id, chat });
    await secretary().sees(/离开了会商群/);
    await secretary().taps('请回群', { on: /离开了会商群/ });
    await quiet(stage());
    expect((await stage().client.chats(stage().person('zjj-liaison').id)).some((one) => one.id === chat)).toBe(true);
  }, 60_000);

  it('an event deleted by hand is noticed the next working morning and restored by one tap', async () => {
    await stage().app.deps.platform.cancelEvent((await meeting()).data.event);
    await passes(stage(), await morning(1));
    await secretary().taps('恢复日程', { on: /日程被删除（操作人不详）/ });
    await quiet(stage());
    const events = await stage().client.calendar(stage().person('zjj-liaison').id);
    expect(events.filter((event) => !event.cancelled).map((event) => new Date(event.start).toISOString())).toContain((await meeting()).data.start);
    expect((await meeting()).data.lost).toBeNull();
  }, 60_000);

  it('an event moved by hand is noticed the next working morning and moved back by one tap', async () => {
    const { platform } = stage().app.deps;
    const { event, start, end, place } = (await meeting()).data;
    const later = (at: string) => new Date(Date.parse(at) + 3_600_000).toISOString();
    await platform.moveEvent(event, { title: '会商', start: later(start), end: later(end), place });
    await passes(stage(), await morning(1));
    await secretary().taps('恢复日程', { on: /日程被改到 .*（操作人不详）/ });
    await quiet(stage());
    expect([(await platform.readEvent(event))?.start, (await meeting()).data.lost]).toEqual([start, null]);
  }, 60_000);

  it('somebody who is removed from its group by others is named to the secretary; who does not belong there is nobody\'s loss', async () => {
    const { chat } = (await meeting()).data;
    await stage().client.act('invite', { as: stage().person('ggzy-secretary').id, chat, people: [stage().person('swj-officer1').id], apps: [] });
    const { platform } = stage().app.deps;
    await platform.removeFromChat(chat, [stage().person('swj-officer1').id]);
    await quiet(stage());
    expect((await meeting()).data.lost).toBeNull();
    await platform.removeFromChat(chat, [stage().person('czj-liaison').id]);
    await secretary().taps('知道了', { on: /离开了会商群/ });
    await quiet(stage());
    expect((await meeting()).data.lost).toBeNull();
  }, 60_000);

  it('a group that was disbanded is made anew, with everybody in it', async () => {
    const before = (await meeting()).data.chat;
    await stage().app.deps.platform.disbandChat(before);
    await secretary().taps('重新建群', { on: /会商群被解散/ });
    await quiet(stage());
    const { chat, setUp } = (await meeting()).data;
    expect(chat).not.toBe(before);
    expect([setUp.joined, setUp.missing]).toEqual([setUp.wanted, []]);
  }, 60_000);

  it('a group that lost the bot is made anew, with one live card in it', async () => {
    const before = (await meeting()).data.chat;
    await stage().client.act('kick', { as: stage().person('ggzy-secretary').id, chat: before, app: botOf(stage()) });
    await secretary().taps('重新建群', { on: /机器人被移出会商群/ });
    await quiet(stage());
    const { chat } = (await meeting()).data;
    expect(chat).not.toBe(before);
    const cards = (await fromBot(stage(), stage().person('ggzy-secretary'), chat)).filter((message) => message.type === 'interactive');
    expect(cards.map((card) => glance(card.content).title.split('｜')[0])).toEqual([`会商　${(await meeting()).no}`]);
  }, 60_000);

  it('positions stand in the group by organ, their reasons do not', async () => {
    await on('zjj-liaison').taps('参加', { on: /会商通知/ });
    await on('zjj-liaison').taps('填会前意见', { on: /已回复/ });
    await on('zjj-liaison').taps('提交意见', { on: /会前意见/, form: { stance: 'no', reason: '应先核清资金来源再研究' } });
    await quiet(stage());
    const board = (await fromBot(stage(), stage().person('ggzy-secretary'), (await meeting()).data.chat)).map(saidIn).join('\n');
    expect(board).toContain('不同意 市住建局');
    expect(board).not.toContain('资金来源');
  }, 60_000);

  it('cancelled, it reminds nobody any more and its event is gone; an invitation that was on its way says so', async () => {
    const by = { role: 'person', id: stage().person('ggzy-secretary').id, ref: '', reporter: false } as const;
    await stage().client.faults({ seed: 7, apiSlow: { ms: 2_500, only: 'POST /im/v1/messages' } });
    await stage().app.handle({ kind: 'meeting', id: (await meeting()).id, act: 'nudge', by, input: {}, cause: 'nudged' });
    await chooses(stage(), secretary(), '取消会商', /安排[^]*建群/);
    await secretary().taps('取消会商', { on: /取消理由/, form: { reason: '各单位已书面达成一致' } });
    await stage().client.faults({ seed: 7 });
    await quiet(stage());
    const invitation = (await fromBot(stage(), stage().person('czj-liaison'))).filter((message) => saidIn(message).includes('会商通知　')).at(-1);
    expect(saidIn(invitation as NonNullable<typeof invitation>)).toContain('会商已取消');
    const { start, chat } = (await meeting()).data;
    await passes(stage(), new Date(Date.parse(start) - 60_000).toISOString());
    const lines = (await fromBot(stage(), stage().person('ggzy-secretary'), chat)).filter((message) => message.type === 'text').map(saidIn);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('会商已取消');
    expect((await stage().client.calendar(stage().person('zjj-liaison').id)).filter((event) => !event.cancelled && new Date(event.start).toISOString() === start)).toEqual([]);
  }, 60_000);
});
