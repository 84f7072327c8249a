import { describe, expect, it } from 'vitest';
import { glance } from '../../sandbox/script/card-words.ts';
import { sampleCases } from '../../scripts/tour/cases.ts';
import { effectJobs } from '../../jobs/index.ts';
import type { EffectJob } from '../../jobs/define.ts';
import { wordsOf } from '../../sandbox/script/card-words.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { forwarded, fromBot, quiet, saidIn, stageFor } from './stage.ts';

/** Where effects were interrupted: before their result was recorded, and before they were struck off. */
const interrupted = new Map<string, string>();

/** Every job of a meeting stops twice, as when the process dies: after its calls to the platform, and after their result was recorded; the queue does it again. */
const doomed: Record<string, EffectJob> = Object.fromEntries(Object.entries(effectJobs).map(([name, job]) => [name, {
  ...job,
  run: async (task, deps) => {
    const stop = (moment: string): void => {
      if (task.doc.kind !== 'meeting' || interrupted.has(`${task.effect} ${moment}`)) return;
      interrupted.set(`${task.effect} ${moment}`, name === 'set-up' ? `set-up ${String((task.data as { step: string }).step)}` : name);
      throw new Error('interrupted');
    };
    const handle: typeof deps.handle = async (command) => {
      stop('recording');
      return deps.handle(command);
    };
    await job.run(task, { ...deps, handle });
    stop('settling');
  },
} satisfies EffectJob]));

describe('setting up a meeting that is interrupted after every effect', () => {
  const { stage, on } = stageFor('meeting-interrupted', { given: { effectJobs: doomed } });
  let meeting: Document<Meeting>;

  it('ends with one group, one event, one pinned card, and each person one invitation and one notice', async () => {
    const reporter = on('ggzy-staff1');
    await reporter.says(sampleCases['C4']?.text ?? '');
    await reporter.taps('确认登记', { on: '引黄灌区节水改造二期' });
    const no = /XS-\d{8}-\d{4}/.exec(wordsOf((await reporter.sees('已登记')).content))?.[0] ?? '';
    const clerk = on('ggzy-clerk1');
    await forwarded(stage(), clerk, { matter: (await stage().app.store.byNo(no)) as Document, organs: ['SLJ', 'RSJ'] });
    await clerk.taps('会商', { on: no });
    await clerk.taps('发起', { on: new RegExp(`拟会商[^]*${no}`) });
    await quiet(stage(), 90_000);
    meeting = (await stage().app.store.search({ kind: 'meeting', limit: 1 }))[0] as Document<Meeting>;
    expect(meeting.data.setUp.done).toEqual(['group', 'members', 'board', 'event', 'notice', 'invite']);
    const chats = (await stage().client.chats(stage().person('ggzy-clerk1').id)).filter((chat) => chat.name === `会商 ${meeting.no}`);
    expect(chats).toHaveLength(1);
    const boards = (await fromBot(stage(), stage().person('ggzy-secretary'), meeting.data.chat)).filter((message) => message.type === 'interactive');
    expect(boards).toHaveLength(1);
    for (const who of ['slj-liaison', 'slj-backup', 'rsj-liaison', 'czj-liaison']) {
      const got = await fromBot(stage(), stage().person(who));
      expect(got.filter((message) => message.type === 'interactive' && glance(message.content).title.includes('会商通知')), who).toHaveLength(1);
      expect(got.filter((message) => message.type === 'file' && saidIn(message).includes('会商会议通知')), who).toHaveLength(1);
      expect(await stage().client.calendar(stage().person(who).id), who).toHaveLength(1);
    }
  }, 180_000);

  it('was interrupted at every step', () => {
    const seen = new Set(interrupted.values());
    for (const step of ['find-times', 'send-card', 'tell-matter', 'redraw', ...['group', 'members', 'board', 'event', 'notice', 'invite'].map((name) => `set-up ${name}`)]) expect(seen, step).toContain(step);
  });

  it('has one line on the trail for each step', () => {
    const lines = meeting.audit.filter((entry) => entry.act === 'arranged').map((entry) => entry.note.split('，')[0]);
    expect(lines).toEqual(['建群', '拉人', '置顶', '日程', '通知', '邀请']);
  });
});
