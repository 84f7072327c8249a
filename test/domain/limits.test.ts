import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOrgFile } from '../../src/feishu/org-file.ts';
import { defaultSettings } from '../../src/domain/settings.ts';
import { startClock } from '../../src/domain/time/clocks.ts';
import { limits } from '../../src/domain/time/limits.ts';
import { limitsElsewhere } from './limits-elsewhere-data.ts';
import { worldAt } from './town.ts';

const domain = join(import.meta.dirname, '../../src/domain');
const starts = /\{ rule: [^}\n]*|return [^\n]*'T37' : 'T08'[^\n]*/g;

/** Limits that a row starts: what its text asks a clock for. The lodging of a complaint counts limits without starting them. */
function startedByRows(): Set<string> {
  const files = readdirSync(domain, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts') && !file.endsWith('lodging.ts'));
  const asked = files.flatMap((file) => [...readFileSync(join(domain, file), 'utf8').matchAll(starts)].map(([text]) => text));
  return new Set(asked.flatMap((text) => text.match(/T\d{2}/g) ?? []));
}

describe('the sixty limits', () => {
  const started = startedByRows();

  it('each is started by a row, or is named among those that belong elsewhere', () => {
    expect(Object.keys(limits).filter((id) => !started.has(id) && !(id in limitsElsewhere))).toEqual([]);
    expect(started.size).toBeGreaterThan(20);
  });

  it('none is named as belonging elsewhere although a row starts it', () => {
    expect(Object.keys(limitsElsewhere).filter((id) => started.has(id))).toEqual([]);
  });
});

describe('limits that a city sets', () => {
  const org = (set: object): string => JSON.stringify({ measures: { limits: set }, organs: [] });
  const at = (set: Record<string, number>) => ({ ...worldAt('2026-11-23T10:00:00+08:00'), settings: { ...defaultSettings, limits: set } });

  it('count from the next start, and say where they come from', () => {
    const own = startClock({ rule: 'T04' }, at({ T04: 2 }));
    expect([own.due.dueDate, own.amount, own.origin]).toEqual(['2026-11-25', 2, '本市设定']);
    const usual = startClock({ rule: 'T04' }, at({}));
    expect([usual.due.dueDate, usual.amount, usual.origin]).toEqual(['2026-11-24', 1, '系统默认']);
  });

  it('are read from the organisation file', () => {
    expect(readOrgFile(org({ T04: 2, T07: 20 })).limits).toEqual({ T04: 2, T07: 20 });
  });

  it('are refused where the law, the Center or another organ sets the limit, and where they are no count', () => {
    const said = (set: object): string => {
      try {
        readOrgFile(org(set));
        return '';
      } catch (fault) {
        return fault instanceof Error ? fault.message : '';
      }
    };
    expect(said({ T16: 40 })).toContain('T16 不能由本市设定');
    expect(said({ T03: 10 })).toContain('T03 不能由本市设定');
    expect(said({ T40: 5 })).toContain('T40 不能由本市设定');
    expect(said({ T99: 5 })).toContain('没有编号为 T99 的期限');
    expect(said({ T04: 0 })).toContain('T04 须为 1 至 120 的整数');
  });
});
