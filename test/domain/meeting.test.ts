import { describe, expect, it } from 'vitest';
import { running } from '../../src/domain/time/clocks.ts';
import type { Document } from '../../src/domain/document.ts';
import { route } from '../../src/domain/competence/routing.ts';
import cases from './sample-cases.json' with { type: 'json' };
import { after, as, blank, refusal } from './town.ts';

const guests = ['ZJJ', 'SLJ'].map((organ) => ({ organ, person: `${organ.toLowerCase()}-liaison` }));
const opening = { matterNos: ['XS-20261123-0001'], topic: '转包', convener: 'secretary', place: '三楼', start: '2026-11-30T07:00:00.000Z', end: '2026-11-30T08:30:00.000Z', guests };
const secretary = as('secretary');
const proposed = (): Document => after(blank('meeting', 'c', 'm'), { act: 'open', by: as('system'), input: opening });
const called = (): Document => after(proposed(), { act: 'call', by: secretary });
const held = (): Document => after(called(), { act: 'start', by: secretary, input: { organs: ['ZJJ', 'SLJ'] } });
const resolved = (): Document => after(held(), { act: 'resolve', by: secretary, input: { what: '核实转包事实', organ: 'ZJJ', dueDate: '2026-12-18' } });
const minuted = (): Document => after(resolved(), { act: 'finish', by: secretary });
const agreed = (): Document => ['zjj-liaison', 'slj-head'].reduce((doc, who) => after(doc, { act: 'confirm', by: as(who) }), minuted());

describe('会商 (Article 10)', () => {
  it('AC-10.1 is proposed where several departments are concerned: C4 brings together SLJ, RSJ and CZJ', () => {
    const found = cases.filter((one) => one.id === 'C4').map((one) => route(one));
    expect(found.map(({ consult, depts, co }) => ({ consult, invited: [...depts, ...co] }))).toEqual([{ consult: true, invited: ['SLJ', 'RSJ', 'CZJ'] }]);
  });
  it('a resolution names what, organ and day, and minutes have at least one (E-503)', () => {
    expect(refusal(held(), { act: 'finish', by: secretary })).toBe('E-503');
    for (const lost of ['what', 'organ', 'dueDate']) expect(refusal(held(), { act: 'resolve', by: secretary, input: { what: '核实', organ: 'ZJJ', dueDate: '2026-12-18', [lost]: '' } }), lost).toBe('E-503');
    expect([minuted().state, running(minuted().clocks, 'T12') !== undefined]).toEqual(['c.minutes', true]);
  });
  it('确认纪要: minutes hold once every organ present has answered, and only then are tasks given out', () => {
    const first = after(minuted(), { act: 'confirm', by: as('zjj-liaison') });
    const tasks = (doc: Document): number => doc.effects.filter(({ job }) => job === 'make-task').length;
    expect([first.state, tasks(first)]).toEqual(['c.minutes', 0]);
    expect([agreed().state, tasks(agreed()), running(agreed().clocks, 'T12')]).toEqual(['c.confirmed', 1, undefined]);
  });
  it('任务办结 is for the organ of the task alone', () => {
    expect(refusal(agreed(), { act: 'done', by: as('slj-liaison'), input: { id: 'r1' } })).toBe('E-901');
    expect(after(agreed(), { act: 'done', by: as('zjj-liaison'), input: { id: 'r1' } }).state).toBe('c.done');
  });
});
