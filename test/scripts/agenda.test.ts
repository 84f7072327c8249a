import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AgendaView } from '../../sandbox/api/agenda.ts';
import { announceAlarms, announcedAlarms } from '../../scripts/agenda.ts';
import { forwarded, registered, stageFor } from '../flows/stage.ts';

const alarm = (stage: string, at: string, rule = 'T04') => ({ id: `${rule}-${stage}`, no: 'XS-20261123-0001', at, rule, stage, what: '会商' });

describe('alarms in words', () => {
  it('are due where a limit ends or is over, and reminders everywhere else', () => {
    const said = announcedAlarms([alarm('over1', '2026-11-25T01:00:00.000Z'), alarm('half', '2026-11-24T01:00:00.000Z')]);
    expect(said.map((entry) => entry.kind)).toEqual(['reminder', 'due']);
    expect(said[0]?.words).toMatch(/^XS-20261123-0001 .*提醒$/);
  });

  it('say the same thing of the same moment once', () => {
    expect(announcedAlarms([alarm('half', '2026-11-24T01:00:00.000Z'), alarm('before1', '2026-11-24T01:00:00.000Z')])).toHaveLength(1);
  });
});

describe('the clock of the demo', { timeout: 60_000 }, () => {
  const { stage, on } = stageFor('agenda');
  let stop: () => Promise<void>;
  beforeAll(async () => {
    stop = await announceAlarms({ mongo: stage().env['MONGODB_URI'] ?? '', url: stage().env['FEISHU_DOMAIN'] ?? '', everyMs: 200 });
  });
  afterAll(() => stop());

  it('knows by the number of the matter what the bot will remind of, and forgets it when it is done', async () => {
    const ahead = async () => ((await (await fetch(`${stage().env['FEISHU_DOMAIN']}/sandbox/agenda?workingDays=3`)).json()) as AgendaView).entries.map((entry) => entry.words);
    const matter = await registered(stage(), on('ggzy-staff1'), '青格勒学校综合楼');
    await forwarded(stage(), on('ggzy-clerk1'), { matter, organs: ['ZJJ'] });
    const signing = expect.stringMatching(new RegExp(`${matter.no} .*签收`)) as unknown;
    await expect.poll(ahead, { timeout: 5_000 }).toContainEqual(signing);
    await on('zjj-liaison').taps('签收', { on: /件转办单/ });
    await expect.poll(ahead, { timeout: 5_000 }).not.toContainEqual(signing);
  });
});
