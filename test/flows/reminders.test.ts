import { describe, expect, it } from 'vitest';
import { sampleCases } from '../../scripts/tour/cases.ts';
import { wordsOf } from '../../scripts/tour/actor.ts';
import { countOf, stageFor } from './stage.ts';

describe('limits that nobody keeps', () => {
  const { stage, on } = stageFor('reminders', { startAt: '2026-11-24T09:00:00+08:00' });

  it('reminds, then reports the overdue matter to the deputy and then to the head, each once and in order', async () => {
    const reporter = on('ggzy-staff1');
    await reporter.says(sampleCases['C1']?.text ?? '');
    await reporter.sees(/请核对线索信息|还差几项/);
    await reporter.taps('确认登记');
    const clerk = on('ggzy-clerk1');
    await clerk.taps('我来办');
    await clerk.taps('转办', { form: { organs: ['ZJJ'], days: '15' } });
    const liaison = on('zjj-liaison');
    expect(wordsOf((await liaison.sees('举报件转办单')).content)).toContain('2026年12月15日（周二）');
    await stage().client.advance({ to: '2026-11-26T09:30:00+08:00' });
    await liaison.sees('请签收');
    await on('zjj-deputy').sees('请签收');
    await liaison.taps('签收');
    await stage().client.advance({ to: '2026-12-10T09:30:00+08:00' });
    await liaison.sees('个工作日到期');
    await stage().client.advance({ to: '2026-12-16T09:30:00+08:00' });
    await on('zjj-deputy').sees('已过反馈期限');
    await liaison.taps('说明原因', { on: '已过反馈期限' });
    await liaison.taps('提交说明', { form: { reason: 'test', expected: '2026-12-22 +0800' } });
    await stage().client.advance({ to: '2026-12-18T09:30:00+08:00' });
    const head = on('zjj-head');
    expect(wordsOf((await head.sees('逾期督办')).content)).toContain('等待检测鉴定');
    expect(await countOf(stage(), head.cast, '逾期督办')).toBe(1);
  }, 90_000);

  it('a jump over many limits brings each once', async () => {
    await stage().client.advance({ to: '2027-01-20T10:00:00+08:00' });
    const chief = stage().cast('GGZY', 'C_HEAD')[0];
    if (!chief) throw new Error('no head of the Center');
    await stage().client.waitFor(chief.id, (message) => message.type === 'interactive' && wordsOf(message.content).includes('逾期'), { timeoutMs: 10_000 });
    expect(await countOf(stage(), chief, '逾期督办')).toBe(1);
  }, 60_000);
});
