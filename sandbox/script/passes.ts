import type { ClockMove } from '../api/clock.ts';

const units: Record<string, (count: number) => ClockMove> = {
  个工作日: (count) => ({ workingDays: count }),
  工作日: (count) => ({ workingDays: count }),
  天: (count) => ({ days: count }),
  个小时: (count) => ({ hours: count }),
  小时: (count) => ({ hours: count }),
  分钟: (count) => ({ minutes: count }),
  秒: (count) => ({ minutes: count / 60 }),
};

/** A move of the clock in words: 「9 个工作日」, 「3 天」, 「2 小时」, 「30 分钟」, or the ISO time to go to; throws on anything else. */
export function moveOf(words: string): ClockMove {
  const found = /^(\d+(?:\.\d+)?)\s*(\D+)$/.exec(words.trim());
  const unit = units[found?.[2]?.trim() ?? ''];
  if (unit !== undefined) return unit(Number(found?.[1]));
  if (Number.isNaN(Date.parse(words))) throw new Error(`no such time: ${words}; say 9 个工作日, 3 天, 2 小时, 30 分钟 or an ISO time`);
  return { to: words };
}
