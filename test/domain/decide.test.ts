import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brokenAt } from '../../src/domain/audit.ts';
import { decide } from '../../src/domain/decide.ts';
import { kinds, type Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import { after, as, blank, directory, refusal, run, worldAt } from './town.ts';

const facts = {
  kind: 'report', project: '青格勒学校综合楼', cityLevel: 'yes', category: 'GC-FJ', stage: 'DB', violations: ['CT'], subjects: ['TBR'], named: [], reported: [], amountYuan: 23860000,
  amounts: [], source: 'phone', anonymous: true, happened: '', flags: ['criminalThreshold'],
};
const reporter = as('staff', true);
const draft = (more: object = {}): Document => after(blank('matter', 'm'), { act: 'draft', by: as('staff'), input: { facts: { ...facts, ...more }, words: '原话', guessed: [], traces: [], urgent: false } });
const registered = (more: object = {}) => after(draft(more), { act: 'register', by: reporter }, '2026-11-23T09:20:00+08:00');
const sent = () => after(registered(), { act: 'send', by: as('clerk'), input: { organs: ['ZJJ'], days: 15 } });

describe('one command on one document', () => {
  it('the same cause a second time changes nothing and gives the same line', () => {
    const decision = run(draft(), { act: 'register', by: reporter, cause: 'tap-1' });
    if (decision.kind !== 'done') throw new Error('not registered');
    const again = run(decision.doc, { act: 'register', by: reporter, cause: 'tap-1' });
    expect(again).toEqual({ kind: 'repeated', entry: decision.entry });
  });
  it('a button of an earlier round is refused', () => expect(refusal(after(registered(), { act: 'claim', by: as('clerk') }), { act: 'send', by: as('clerk'), seen: 1, input: { organs: ['ZJJ'], days: 15 } })).toBe('stale'));
  it('an act that the state does not know is E-900', () => expect(refusal(draft(), { act: 'send', by: as('clerk') })).toBe('E-900'));
  it('an act of another role is refused and a stranger learns nothing more', () => expect(refusal(registered(), { act: 'send', by: as('zjj-liaison'), input: { organs: ['ZJJ'], days: 15 } })).toBe('E-901'));
  it('the trail is chained: any change of a line is found', () => {
    const doc = sent();
    expect(brokenAt(doc.audit)).toBeUndefined();
    expect(brokenAt(doc.audit.map((entry, index) => (index === 1 ? { ...entry, note: '改过' } : entry)))).toBe(2);
    expect(brokenAt(doc.audit.slice(1))).toBe(1);
  });
  it('the reporter stands on the trail as a pseudonym, never by name or id', () => {
    const line = registered().audit.find((entry) => entry.act === 'register');
    expect(line?.by).toEqual({ role: 'REPORTER', ref: 'ref-staff' });
  });
  it('effects carry ids only: no project, no words', () => expect(JSON.stringify(sent().effects)).not.toMatch(/青格勒|原话/));
});

describe('Article 9, sending on', () => {
  it('AC-9.1 is refused without a feedback limit (E-201)', () => expect(refusal(registered(), { act: 'send', by: as('clerk'), input: { organs: ['ZJJ'] } })).toBe('E-201'));
  it('AC-9.4 is refused to the organ reported (E-202)', () => expect(refusal(registered({ reported: ['SLJ'] }), { act: 'send', by: as('clerk'), input: { organs: ['SLJ'], days: 15, reason: '改选理由' } })).toBe('E-202'));
  it('AC-2.2 is refused while 市本级 is unknown (E-103)', () => expect(refusal(registered({ cityLevel: 'unknown' }), { act: 'send', by: as('clerk'), input: { organs: ['ZJJ'], days: 15 } })).toBe('E-103'));
  it('asks for a reason where the suggestion is not followed', () => {
    expect(refusal(registered(), { act: 'send', by: as('clerk'), input: { organs: ['SLJ'], days: 15 } })).toBe('reason');
    expect(after(registered(), { act: 'send', by: as('clerk'), input: { organs: ['SLJ'], days: 15, reason: '河道内的房屋' } }).audit.at(-1)?.note).toContain('河道内的房屋');
  });
  it('a limit in the past is refused', () => expect(refusal(registered(), { act: 'send', by: as('clerk'), input: { organs: ['ZJJ'], dueDate: '2026-11-24' } })).toBe('E-204'));
  it('ends the Center’s own limit and counts 15 working days to 12月15日', () => {
    const doc = sent();
    expect(doc.clocks.every((clock) => clock.stoppedAt)).toBe(true);
    expect((doc.data as { forwards: { dueDate: string }[] }).forwards[0]?.dueDate).toBe('2026-12-15');
  });
  it('a registration without 市本级 asks for it alone (E-103), without more asks for all (E-101)', () => {
    expect(refusal(draft({ cityLevel: '' }), { act: 'register', by: reporter })).toBe('E-103');
    expect(refusal(draft({ cityLevel: '', project: '' }), { act: 'register', by: reporter })).toBe('E-101');
  });
  it('people of the reported organ do not find the case', () => expect(refusal(after(registered({ reported: ['SLJ'] }), { act: 'claim', by: as('clerk') }), { act: 'claim', by: as('slj-head') })).toBe('E-902'));
});

describe('every act, every state, every person', () => {
  const everyone = [...directory.people.keys(), 'nobody', 'system', 'clock'];
  const acts = kinds.flatMap((kind) => flows[kind].rows.map((row) => ({ kind, act: row.act })));
  const anything = fc.record({ asked: fc.constantFrom(...acts), who: fc.constantFrom(...everyone), isReporter: fc.boolean(), kind: fc.constantFrom(...kinds), at: fc.nat(20), input: fc.object() });
  it('either a row decides or the answer is a refusal that writes nothing but a DENIED line', () => {
    fc.assert(
      fc.property(anything, ({ asked: { act }, who, isReporter, kind, at, input }) => {
        const states = Object.keys(flows[kind].states);
        const doc = { ...blank(kind, 'd', 'm'), state: states[at % states.length] ?? 'new', version: 3, round: 2 };
        const before = JSON.stringify(doc);
        const decision = decide(flows[kind], { doc, command: { kind, id: 'd', act, by: as(who, isReporter && who !== 'system' && who !== 'clock'), input, cause: 'c' }, world: worldAt('2026-11-24T10:00:00+08:00') });
        expect(JSON.stringify(doc)).toBe(before);
        if (decision.kind === 'done') {
          expect(flows[kind].rows.some((row) => row.act === act && (row.from.includes(doc.state) || row.from.includes('*')))).toBe(true);
          expect(decision.doc.audit).toHaveLength(1);
        } else if (decision.kind === 'refused') expect(decision.denied?.code ?? 'DENIED').toBe('DENIED');
      }),
      { numRuns: 3000 },
    );
  });
});
