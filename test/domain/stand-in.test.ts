import { describe, expect, it } from 'vitest';
import { assign } from '../../cards/referral/assign.ts';
import { insteadOf } from '../../jobs/cards/instead-of.ts';
import { dutiesOf } from '../../src/domain/duties.ts';
import type { Document } from '../../src/domain/document.ts';
import { hasOpenDeputy } from '../../src/domain/forward/access.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import { opened, signed } from './gate-story.ts';
import { after, as, directory, refusal, worldAt } from './town.ts';

const at = '2026-11-24T10:00:00+08:00';
const world = worldAt(at);
const officers = { people: ['zjj-one', 'zjj-two'] };
const reported = (name: string, is = 'yes'): Document<Referral> => opened('ZJJ', { reportedPeople: [{ name, of: 'ZJJ', is }] });
const assigning = (who: string) => ({ act: 'assign', by: as(who), input: officers });
const instead = (doc: Document, who: string): string[] => insteadOf(who, doc, { directory, now: () => world.now });

describe('where the only 分管负责人 must not know of a case', () => {
  it('whom the words report does not find it (E-902), and the 主要负责人 assigns in his place', () => {
    expect([refusal(reported('zjj-deputy'), assigning('zjj-deputy')), refusal(reported('zjj-deputy'), assigning('zjj-head'))]).toEqual(['E-902', 'done']);
    expect(refusal(reported('zjj-deputy', 'asked'), assigning('zjj-head')), 'a name that is still asked about shuts out as well').toBe('done');
  });
  it('as long as he may know of it the head assigns nobody', () => {
    expect([refusal(opened(), assigning('zjj-head')), refusal(reported('zjj-deputy', 'no'), assigning('zjj-head')), refusal(reported('zjj-deputy', 'no'), assigning('zjj-deputy'))]).toEqual(['E-901', 'E-901', 'done']);
  });
  it('so it is where he is recused, until the head has found him not tied', () => {
    const out = after(opened(), { act: 'raise', by: as('zjj-liaison'), input: { person: 'zjj-deputy', source: 'found', relation: 'R2', why: '三年内任职于投标单位' } });
    expect([hasOpenDeputy(out as Document<Referral>, directory), refusal(out, assigning('zjj-head'))]).toEqual([false, 'done']);
    const back = after(out, { act: 'decideRecusal', by: as('zjj-head'), input: { person: 'zjj-deputy', agree: 'no' } });
    expect([refusal(back, assigning('zjj-head')), refusal(back, assigning('zjj-deputy'))]).toEqual(['E-901', 'done']);
  });
  it('the card that would have gone to him goes to the head, who has it among his duties and reads why it is his', () => {
    const doc = reported('zjj-deputy');
    expect([instead(doc, 'zjj-deputy'), instead(opened(), 'zjj-deputy'), instead(doc, 'zjj-liaison')]).toEqual([['zjj-head'], [], []]);
    expect([dutiesOf(doc, 'zjj-head', world).map(({ verb }) => verb), dutiesOf(doc, 'zjj-deputy', world)]).toEqual([['指派核实'], []]);
    const read = (one: Document<Referral>, id: string) => JSON.stringify(assign({ doc: one, related: [], viewer: { id, reporter: false, group: false }, face: '', world }));
    expect(read(doc, 'zjj-head')).toContain('分管负责人不参与本件，由您指派');
    expect(read(opened(), 'zjj-deputy')).not.toContain('分管负责人不参与本件');
  });
});

describe('where the 主要负责人 is the one concerned', () => {
  const named = { agree: 'yes', document: '鄂府办〔2026〕31号', decider: 'zjj-deputy' };
  const headOut = (): Document => after(signed(), { act: 'raise', by: as('zjj-liaison'), input: { person: 'zjj-head', source: 'found', relation: 'R5', why: '来件反映本单位主要负责人' } });

  it('neither he nor a deputy approves before the superior organ has named somebody', () => {
    expect([refusal(headOut(), { act: 'approve', by: as('zjj-head'), input: { proposal: 'p1' } }), refusal(headOut(), { act: 'approve', by: as('zjj-deputy'), input: { proposal: 'p1' } })]).toEqual(['E-902', 'E-406']);
  });
  it('then whom it named approves, on its document, and nobody else', () => {
    const doc = after(headOut(), { act: 'superior', by: as('zjj-liaison'), input: named });
    expect(after(doc, { act: 'approve', by: as('zjj-deputy'), input: { proposal: 'p1' } }).audit.at(-1)).toMatchObject({ act: 'approve', by: { id: 'zjj-deputy' } });
    expect([refusal(doc, { act: 'approve', by: as('zjj-head'), input: { proposal: 'p1' } }), refusal(doc, { act: 'approve', by: as('zjj-liaison'), input: { proposal: 'p1' } })]).toEqual(['E-902', 'E-406']);
  });
  it('one who verified is not named', () => {
    expect(refusal(headOut(), { act: 'superior', by: as('zjj-liaison'), input: { ...named, decider: 'zjj-one' } })).toBe('E-402');
  });
});
