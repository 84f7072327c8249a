import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/domain/time/calendar.ts';
import { holidayYears } from '../../src/domain/time/holidays.ts';
import { createHandle } from '../../src/handle.ts';
import { createRecountTurn } from '../../src/queue/loops.ts';
import { command, flows, testHandle, testStore, worldAt } from '../store/fixture.ts';

let at: Awaited<ReturnType<typeof testStore>>;
beforeAll(async () => {
  at = await testStore('recount');
});
afterAll(() => at.close());

const notice = createCalendar(holidayYears(JSON.stringify({ 2027: { source: '放假安排', off: ['2027-01-01', '2027-01-04'], work: [] } })));

describe('a limit over a year whose notice is not known', () => {
  it('is provisional, and counted anew once when the notice is there', async () => {
    const first = testHandle(at.store);
    await first(command('open', { id: 'm1' }));
    await first(command('limit', { id: 'm1', input: { amount: 30 } }));
    const before = await at.store.load('matter', 'm1');
    expect(before?.clocks[0]?.due).toMatchObject({ dueDate: '2027-01-05', provisional: true });

    const handle = createHandle({ store: at.store, flows, number: at.store.number, world: () => ({ ...worldAt(new Date('2026-12-01T01:00:00Z')), calendar: notice }), nudge: () => undefined });
    const turn = createRecountTurn({ store: at.store, handle, calendar: notice, mine: async () => true });
    await turn();
    await turn();
    const doc = await at.store.load('matter', 'm1');
    expect(doc?.clocks[0]?.due).toMatchObject({ dueDate: '2027-01-06', provisional: false });
    expect(doc?.alarms.find((alarm) => alarm.stage === 'dueDay')?.at).toBe('2027-01-06T01:00:00.000Z');
    expect(doc?.audit.filter((entry) => entry.act === 'recount').map((entry) => entry.note)).toEqual(['放假安排已导入，期限由 1月5日（周二）调整为 1月6日（周三）']);
    expect(await at.store.provisional(10)).toEqual([]);
  });

  it('stays as it is while the notice is missing', async () => {
    const handle = testHandle(at.store);
    await handle(command('open', { id: 'm2' }));
    await handle(command('limit', { id: 'm2', input: { amount: 30 } }));
    await createRecountTurn({ store: at.store, handle, calendar: worldAt(new Date()).calendar, mine: async () => true })();
    expect((await at.store.load('matter', 'm2'))?.audit.map((entry) => entry.act)).toEqual(['open', 'limit']);
  });
});
