import { describe, expect, it } from 'vitest';
import type { StaffRole } from '../../../src/domain/people.ts';
import { capOf } from '../../../src/domain/push/push.ts';
import { isQuiet } from '../../../src/domain/time/quiet.ts';
import { clock, dateOf } from '../../../src/domain/time/time.ts';
import { directory, worldAt } from '../town.ts';
import { monthOf, type Month, type Rang } from './month.ts';

const days = 21;
const ordinary = monthOf({ seed: 20261124, days, perDay: 3 });
const crowded = monthOf({ seed: 11, days: 12, perDay: 16 });
const { calendar } = worldAt('2026-11-24T09:00:00+08:00');
const rolesOf = (who: string): readonly StaffRole[] => directory.people.get(who)?.roles ?? [];
const told = ({ who, at, urgency, cards }: Rang) => `${who} ${at.toISOString()} ${urgency} ${cards.join(',')}`;

/** What rang although nobody had asked for it at that moment. */
const unaskedIn = ({ rang }: Month): readonly Rang[] => rang.filter(({ urgency }) => urgency !== 'answer');

function grouped(list: readonly Rang[], key: (one: Rang) => string): [string, Rang[]][] {
  const groups = new Map<string, Rang[]>();
  for (const one of list) groups.set(key(one), [...(groups.get(key(one)) ?? []), one]);
  return [...groups];
}

describe.each([['an ordinary month', ordinary], ['a month with five times as much', crowded]])('%s in the life of a city, told by its phones', (_name, month) => {
  const unasked = unaskedIn(month);
  const ofPersonAndDay = grouped(unasked, ({ who, at }) => `${who} ${dateOf(at)}`);

  it('is one: matters verified, answered in time and late, meetings, and no act but late ones refused', () => {
    expect(month.acts).toBeGreaterThan(900);
    expect(new Set(unasked.flatMap(({ cards }) => cards.map((card) => card.split(' ')[0]))).size).toBeGreaterThan(9);
    expect([...new Set(month.refused)].filter((one) => !/ (sign|feedback|pass|signReport|approve) /.test(one))).toEqual([]);
  });
  it('nobody is disturbed at night or on a rest day but by an alarm', () => {
    expect(unasked.filter(({ urgency, at }) => urgency !== 'alarm' && isQuiet(at, calendar)).map(told)).toEqual([]);
  });
  it('nobody hears more in a day than his role\'s cap, but approvals and what is due today', () => {
    const over = ofPersonAndDay.filter(([key, list]) => list.filter(({ urgency }) => !['first', 'alarm'].includes(urgency)).length > capOf(rolesOf(key.split(' ')[0] ?? '')));
    expect(over.map(([key, list]) => `${key} ${list.length}`)).toEqual([]);
  });
  it('two are ten minutes apart, unless he showed that he had seen the first', () => {
    const close = grouped(unasked.filter(({ urgency }) => urgency !== 'alarm'), ({ who }) => who).flatMap(([, own]) => own.filter((one, index) => {
      const last = own[index - 1]?.at;
      return last && one.at.getTime() - last.getTime() < 600_000 && one.heardBefore.reactedAt < last.toISOString();
    }));
    expect(close.map(told)).toEqual([]);
  });
  it('a morning brings one list to each, however many limits are near', () => {
    const mornings = unasked.filter(({ at, urgency }) => urgency === 'morning' && clock(at) < '09:13');
    expect(grouped(mornings, ({ who, at }) => `${who} ${dateOf(at)}`).filter(([, list]) => list.length > 1).map(([key]) => key)).toEqual([]);
    expect(mornings.some(({ cards }) => cards.length >= 3)).toBe(true);
  });
  it('nothing is kept for ever: what waited has come, or its day has not', () => {
    expect(month.waiting.filter(({ until }) => until <= month.until.getTime()).map(({ place }) => place)).toEqual([]);
  });
});

describe('the caps hold something back', () => {
  it('of a crowded month somebody reached his', () => {
    const most = grouped(unaskedIn(crowded), ({ who, at }) => `${who} ${dateOf(at)}`).filter(([key, list]) => list.length >= capOf(rolesOf(key.split(' ')[0] ?? '')));
    expect(most.length).toBeGreaterThan(0);
  });
});

describe('an ordinary day', () => {
  /** The mean of a working day and the busiest one, of everybody who holds the role. */
  const tableOf = (role: StaffRole): { mean: number; most: number } => {
    const own = unaskedIn(ordinary).filter(({ who }) => rolesOf(who).includes(role));
    const each = grouped(own, ({ who, at }) => `${who} ${dateOf(at)}`).map(([, list]) => list.length);
    return { mean: own.length / (new Set(own.map(({ who }) => who)).size * days), most: Math.max(0, ...each) };
  };
  // Experience section 2, column 正常的一天: clerk own ≤ 6, liaison list and one for each new matter, verifier list and one, deputy list, head ≤ 2.
  const rows: [StaffRole, number][] = [['C_CLERK', 6], ['LIAISON', 3], ['HANDLER', 2], ['DEPUTY', 1], ['HEAD', 2]];
  it.each(rows)('of a %s is not louder than %i', (role, normal) => {
    const { mean, most } = tableOf(role);
    expect(mean).toBeGreaterThan(0);
    expect(mean).toBeLessThanOrEqual(normal);
    expect(most).toBeLessThanOrEqual(capOf([role]));
  });
});
