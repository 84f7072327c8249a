import { describe, expect, it } from 'vitest';
import { forwarded, fromBot, passes, quiet, registered, saidIn, stageFor } from './stage.ts';

const titled = /^[^\n｜]*/;

describe('one list in the morning', () => {
  const { stage, on } = stageFor('digest', { startAt: '2026-11-24T09:00:00+08:00' });
  const titles = async (who: string) =>
    (await fromBot(stage(), stage().person(who))).filter((message) => message.type === 'interactive').map((message) => titled.exec(saidIn(message))?.[0] ?? '');
  const sent = async (project: string) => {
    const matter = await registered(stage(), on('ggzy-staff1'), project);
    const no = await forwarded(stage(), on('ggzy-clerk1'), { matter, organs: ['ZJJ'] });
    await on('zjj-liaison').taps('签收', { on: new RegExp(`举报件转办单[^]*${project}`) });
    await quiet(stage());
    return no;
  };

  it('a person for whom one thing waits gets its own card', async () => {
    await sent('青格勒学校综合楼');
    const before = (await titles('zjj-liaison')).length;
    await passes(stage(), '2026-12-01T09:00:30+08:00');
    expect((await titles('zjj-liaison')).slice(before)).toEqual(['还有 10 个工作日到期']);
  });

  it('a person for whom several things wait gets one list and nothing else, however many limits are near', async () => {
    await sent('桦霖小区外墙保温改造');
    const before = (await titles('zjj-liaison')).length;
    await passes(stage(), '2026-12-08T09:00:30+08:00');
    const came = (await titles('zjj-liaison')).slice(before);
    expect(came).toEqual(['今日提醒　12月8日（周二）']);
    const card = await on('zjj-liaison').sees('今日提醒');
    expect(saidIn(card).match(/反馈　XS-\d{8}-\d{4}/g)).toHaveLength(2);
  });

  it('what is overdue still comes as its own card to each who must hear of it', async () => {
    await passes(stage(), '2026-12-16T09:01:00+08:00');
    expect((await titles('zjj-deputy')).at(-1)).toMatch(/^已过反馈期限：XS-/);
  });
});
