import { describe, expect, it } from 'vitest';
import { glance, partsOf, wordsOf } from '../../sandbox/script/card-words.ts';
import { sampleCases } from '../../scripts/tour/cases.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { addWorkingDays, dateOf } from '../../src/domain/time/deadlines.ts';
import { instantAt } from '../../src/domain/time/time.ts';
import { forwarded, fromBot, passes, quiet, saidIn, stageFor } from './stage.ts';

describe('a consultation', () => {
  const { stage, on } = stageFor('meetings');
  let meeting: Document<Meeting>;
  const at = (msBefore: number) => new Date(Date.parse(meeting.data.start) - msBefore).toISOString();
  const lines = async () => (await fromBot(stage(), stage().person('ggzy-secretary'), meeting.data.chat)).filter((message) => message.type === 'text').map(saidIn);

  it('is convened for a matter of several departments, with one group named by its number only', async () => {
    const reporter = on('ggzy-staff1');
    await reporter.says(sampleCases['C4']?.text ?? '');
    await reporter.taps('确认登记', { on: '引黄灌区节水改造二期' });
    const no = /XS-\d{8}-\d{4}/.exec(wordsOf((await reporter.sees('已登记')).content))?.[0] ?? '';
    const clerk = on('ggzy-clerk1');
    const matter = (await stage().app.store.byNo(no)) as Document;
    await forwarded(stage(), clerk, { matter, organs: ['SLJ', 'RSJ'] });
    await clerk.taps('会商', { on: no });
    await clerk.taps('发起', { on: new RegExp(`拟会商[^]*${no}`) });
    await quiet(stage());
    meeting = (await stage().app.store.search({ kind: 'meeting', limit: 1 }))[0] as Document<Meeting>;
    const chats = await stage().client.chats(stage().person('ggzy-secretary').id);
    const group = chats.find((chat) => chat.id === meeting.data.chat);
    expect(group?.name).toBe(`会商 ${meeting.no}`);
    const said = (await fromBot(stage(), stage().person('slj-liaison'), meeting.data.chat)).map(saidIn).join('\n');
    expect(said).not.toMatch(/引黄灌区|沄朔市政|包工头/);
  });

  it('two people of one organ answer at once: one answer', async () => {
    const message = (await on('slj-liaison').sees('会商通知')).id;
    const other = (await on('slj-backup').sees('会商通知')).id;
    await Promise.all([['slj-liaison', message], ['slj-backup', other]].map(([who, card]) => stage().client.tap({ as: stage().person(who ?? '').id, message: card ?? '', at: { text: '参加' }, confirmed: true })));
    await quiet(stage());
    const now = (await stage().app.store.load('meeting', meeting.id)) as Document<Meeting>;
    expect(now.data.guests.find((guest) => guest.organ === 'SLJ')?.reply).toBe('yes');
  });

  it('a form that is opened while the card is on its way to be drawn again stays open', async () => {
    const { client, person } = stage();
    await client.faults({ seed: 7, apiSlow: { ms: 1_500, only: 'PATCH *' } });
    await on('rsj-liaison').taps('参加', { on: '会商通知' });
    await on('ggzy-clerk1').taps('改期', { on: meeting.no });
    await client.faults({ seed: 7 });
    await quiet(stage());
    const shown = await client.lastCard(person('ggzy-clerk1').id, (message) => wordsOf(message.content).includes('改期后请各单位重新回复'));
    expect(partsOf(shown?.content).map((part) => part.name)).toContain('start');
  });

  it('reminds its group on the morning of the working day before, an hour and ten minutes before, each once, and not earlier', async () => {
    const before = (await lines()).length;
    const eve = instantAt(addWorkingDays(dateOf(new Date(meeting.data.start)), -1, stage().app.deps.calendar), '09:00').getTime();
    const moments: [number, string][] = [[Date.parse(meeting.data.start) - eve, '会商提醒'], [3_600_000, '1 小时后开始'], [600_000, '10 分钟后开始']];
    for (const [index, [ms, words]] of moments.entries()) {
      await passes(stage(), at(ms + 60_000));
      expect(await lines()).toHaveLength(before + index);
      await passes(stage(), at(ms - 5_000));
      const now = await lines();
      expect(now).toHaveLength(before + index + 1);
      expect(now.at(-1)).toContain(words);
    }
  });

  it('reminds nobody after it began', async () => {
    const before = (await lines()).length;
    await passes(stage(), at(-3_600_000));
    expect(await lines()).toHaveLength(before);
  });

  it('whose group is disbanded by others while it is held goes on without it, and its convener reads so', async () => {
    const does = async (who: string, act: string, input: object) =>
      expect(await stage().app.handle({ kind: 'meeting', id: meeting.id, act, by: { role: 'person', id: stage().person(who).id, ref: '', reporter: false }, input, cause: `${who} ${act} ${JSON.stringify(input)}` })).toMatchObject({ ok: true });
    await does('ggzy-clerk1', 'start', { organs: ['SLJ', 'RSJ'] });
    await quiet(stage());
    // People cannot do that to a group of the bot, but the administration of the tenant can.
    await stage().app.deps.platform.disbandChat(meeting.data.chat);
    await on('ggzy-clerk1').sees(/会商进行中[^]*会商群已不在/);
    for (const organ of ['SLJ', 'RSJ']) await does('ggzy-clerk1', 'resolve', { kind: 'other', what: '提供水费收缴资料', organ, dueDate: '2026-12-25' });
    await does('ggzy-clerk1', 'finish', {});
    for (const who of ['slj-liaison', 'rsj-liaison']) await does(who, 'confirm', {});
    await quiet(stage());
    expect((await stage().app.store.load('meeting', meeting.id))?.state).toBe('c.confirmed');
  });

  it('a task that is ticked in the list of the platform is done, unticked it is open again, and the last tick ends the meeting', async () => {
    const ticks = async (who: string, done: boolean) => {
      const as = stage().person(who).id;
      const task = (await stage().client.tasks(as)).find(({ summary }) => summary.includes(meeting.no));
      await stage().client.act('task', { as, guid: task?.guid ?? '', done });
      await quiet(stage());
      const { state, data } = (await stage().app.store.load('meeting', meeting.id)) as Document<Meeting>;
      return [state, ...data.resolutions.map(({ doneBy }) => doneBy)];
    };
    expect(await ticks('slj-liaison', true)).toEqual(['c.confirmed', '飞书任务', '']);
    expect(await ticks('slj-liaison', false)).toEqual(['c.confirmed', '', '']);
    expect(await ticks('slj-liaison', true)).toEqual(['c.confirmed', '飞书任务', '']);
    expect(await ticks('rsj-liaison', true)).toEqual(['c.done', '飞书任务', '飞书任务']);
  });

  it('a jump past its beginning sends no reminder of what has begun', async () => {
    const reporter = on('ggzy-staff2');
    await reporter.says((sampleCases['C4']?.text ?? '').replace('引黄灌区节水改造二期', '引黄灌区节水改造三期'));
    await reporter.taps('确认登记', { on: '引黄灌区节水改造三期' });
    const no = /XS-\d{8}-\d{4}/.exec(wordsOf((await reporter.sees(/已登记[^]*三期/)).content))?.[0] ?? '';
    const clerk = on('ggzy-clerk1');
    await forwarded(stage(), clerk, { matter: (await stage().app.store.byNo(no)) as Document, organs: ['SLJ', 'RSJ'] });
    await clerk.taps('会商', { on: no });
    await clerk.taps('发起', { on: new RegExp(`拟会商[^]*${no}`) });
    await quiet(stage());
    meeting = ((await stage().app.store.search({ kind: 'meeting', limit: 9 })) as Document<Meeting>[]).find((doc) => doc.data.matterNos.includes(no)) as Document<Meeting>;
    await passes(stage(), at(-2 * 3_600_000));
    expect((await lines()).filter((line) => /会商提醒|后开始/.test(line))).toEqual([]);
  });

  it('is one live card for each person and in the group', async () => {
    for (const who of ['slj-liaison', 'rsj-liaison', 'ggzy-clerk1']) {
      const cards = (await fromBot(stage(), stage().person(who))).filter((message) => message.type === 'interactive' && saidIn(message).includes(meeting.no) && glance(message.content).buttons.length > 0 && !/已失效|^今日提醒/.test(saidIn(message)));
      const chats = cards.map((card) => card.chat);
      expect(new Set(chats).size, who).toBe(chats.length);
    }
  });
});
