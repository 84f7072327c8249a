import { describe, expect, it } from 'vitest';
import { brokenAt, canonical, digest } from '../../src/domain/audit.ts';
import { staffRoles, type StaffRole } from '../../src/domain/people.ts';
import { kinds, type Asker, type Document, type Flow, type Kind } from '../../src/domain/document.ts';
import { dutiesOf } from '../../src/domain/duties.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import { as, directory, worldAt } from './town.ts';
import { chanceFrom } from './walk/chance.ts';
import { inputFor } from './walk/inputs.ts';
import { askers, decided, later, leaves, rolesOf, walk, type Walked } from './walk/walk.ts';

const seed = 20261124;
const walks = new Map<Kind, Walked>();

/** The walk through a flow, made once. */
function walkOf(kind: Kind): Walked {
  const known = walks.get(kind) ?? walk(flows[kind], { seed, least: 1_500, most: 40_000 });
  walks.set(kind, known);
  return known;
}

/** One holder of every role, and those who have none of their own. */
const cast: readonly Asker[] = [
  ...staffRoles.flatMap((role) => ['GGZY', 'ZJJ', 'SLJ'].flatMap((organ) => [...directory.people.values()].find((person) => person.organ === organ && person.roles.includes(role))?.id ?? [])).map((id) => as(id)),
  ...askers.filter((asker) => asker.role !== 'person' || asker.reporter || asker.id === 'stranger'),
];
const authority = ['E-203', 'E-406', 'E-408', 'E-801', 'E-901'];
const named = (asker: Asker): string => (asker.role === 'person' ? asker.id : asker.role);

describe.each(kinds)('every act from every state by every role: %s', { timeout: 120_000 }, (kind) => {
  const flow: Flow<unknown> = flows[kind];
  const acts = [...new Set(flow.rows.map((row) => row.act))];

  it('every state is reached and every row is done by somebody', () => {
    const { docs, done } = walkOf(kind);
    expect(Object.keys(flow.states).filter((state) => !docs.has(state))).toEqual([]);
    expect(flow.rows.filter((row) => !done.has(row)).map((row) => `${row.act} ${JSON.stringify(row.given ?? {})}`)).toEqual([]);
  });

  it('every state that is not final has a way out', () => {
    // A book that is kept for good has no end, and so nothing to come to.
    if (!flow.final.length) return;
    const left = new Set(walkOf(kind).steps.filter(({ before, after }) => before.state !== after.state).map(({ before }) => before.state));
    expect(Object.keys(flow.states).filter((state) => !flow.final.includes(state) && !left.has(state))).toEqual([]);
  });

  it('an act without a row is E-900, one of somebody else\'s a refusal of authority, and what is refused changes nothing', () => {
    const chance = chanceFrom(seed);
    const wrong: string[] = [];
    for (const [state, docs] of walkOf(kind).docs) {
      for (const act of acts) {
        const doc = chance.among(docs);
        for (const asker of cast) wrong.push(...(asked(doc, { act, asker, chance }) ? [] : [`${state} ${act} ${named(asker)}`]));
      }
    }
    expect(wrong).toEqual([]);
  });

  it('what is done follows a row of the table, and its trail is whole', () => {
    for (const { before, after, row, by } of walkOf(kind).steps.slice(-400)) {
      const entry = after.audit.at(-1);
      expect([leaves(row, before.state, flow), entry?.from, entry?.to, after.version, after.audit.length]).toEqual([true, before.state, after.state, before.version + 1, before.audit.length + 1]);
      expect(row.by.some((role) => rolesOf(flow, by, { doc: before, now: new Date(after.updatedAt) }).includes(role))).toBe(true);
      expect(Object.keys(flow.states)).toContain(after.state);
      expect(brokenAt(after.audit)).toBeUndefined();
    }
  });

  /** Asks for an act with an input that might do; whether the answer is one of those that the rules allow. */
  function asked(doc: Document, { act, asker, chance }: { act: string; asker: Asker; chance: ReturnType<typeof chanceFrom> }): boolean {
    const now = later(doc, chance);
    const here = flow.rows.filter((row) => row.act === act && leaves(row, doc.state, flow));
    const any = here[0] ?? flow.rows.find((row) => row.act === act);
    const input = any && chance.happens(0.7) ? inputFor(any, { doc, now, chance }) : {};
    const was = canonical(doc);
    const decision = decided(flow, doc, { act, by: asker, input, cause: `asked-${digest([doc.id, doc.version, act, named(asker)])}`, now });
    if (canonical(doc) !== was || decision.kind === 'repeated') return false;
    const hidden = asker.role === 'person' && !asker.reporter && flow.hidden(doc, asker.id, directory);
    const entitled = here.some((row) => row.by.some((role) => rolesOf(flow, asker, { doc, now }).includes(role)));
    const left = hidden && asker.role === 'person' ? (flow.leftTo?.(doc, asker.id, directory) ?? []) : [];
    const leftOpen = here.some((row) => row.by.some((role) => left.includes(role)));
    if (decision.kind === 'done') return entitled && (!hidden || leftOpen);
    const { refusal, denied } = decision;
    if (denied && (denied.code !== 'DENIED' || denied.from !== doc.state || denied.to !== doc.state || !authority.includes(refusal.code))) return false;
    if (hidden && !leftOpen) return refusal.code === (asker.role === 'person' && flow.recused?.(doc, asker.id) ? 'E-801' : 'E-902');
    // What does not exist is answered to people as what they may not know of.
    if (!here.length) return refusal.code === (doc.state === 'new' && asker.role === 'person' ? 'E-902' : (flow.instead?.(doc, act)?.code ?? 'E-900')) && !denied;
    return entitled || authority.includes(refusal.code);
  }
});

describe('who never acts', () => {
  const open = (role: StaffRole): string[] => kinds.flatMap((kind) => flows[kind].rows.filter((row) => row.by.includes(role)).map((row) => `${kind}.${row.act}`));
  it('ADMIN acts on accounts alone, on nothing that holds a case', () => expect(open('ADMIN').filter((act) => !/^(organ|handover)\./.test(act))).toEqual([]));
  it('AUDITOR changes nothing: he takes the trail away to read it', () => expect(open('AUDITOR')).toEqual(['matter.exportTrail']));
});

describe('Article 11\'s gate on every way there is', () => {
  const steps = () => walkOf('referral').steps;
  it('nobody but the head, or the acting head within his appointment, ever approves, and never one who verified', () => {
    const approvals = steps().filter(({ row }) => row.act === 'approve');
    expect(approvals.length).toBeGreaterThan(3);
    for (const { before, by, after } of approvals) {
      const { verifiers, report } = before.data as { verifiers: { id: string; signedHash: string }[]; report: { hash: string } };
      const signers = verifiers.filter(({ signedHash }) => signedHash === report.hash).map(({ id }) => directory.people.get(id)?.identity ?? id);
      expect(new Set(signers).size).toBeGreaterThanOrEqual(2);
      const approver = by.role === 'person' ? directory.people.get(by.id) : undefined;
      expect(approver?.roles.some((role) => ['HEAD', 'ACTING_HEAD'].includes(role)) || (before.data as { decider: string }).decider === approver?.id).toBe(true);
      expect(signers).not.toContain(approver?.identity ?? approver?.id);
      expect(after.state).not.toBe('v.working');
    }
  });
  it('a verification that ended with its part leaves no limit, no alarm and no duty, and loses nothing that was found', () => {
    const endings = steps().filter(({ row }) => row.act === 'end');
    expect(new Set(endings.map(({ before }) => before.state))).toEqual(new Set(['v.none', 'v.working', 'v.done']));
    for (const { before, after } of endings) {
      const approved = (before.data as Referral).decisions.some(({ what }) => what === 'approve');
      expect([after.state, after.alarms, after.clocks.filter(({ stoppedAt }) => !stoppedAt)]).toEqual([approved ? 'v.decided' : 'v.ended', [], []]);
      expect([...directory.people.keys()].flatMap((id) => dutiesOf(after, id, worldAt(new Date(after.updatedAt))))).toEqual([]);
      expect({ ...(after.data as Referral), ended: null, collecting: [] }).toEqual({ ...(before.data as Referral), ended: null, collecting: [] });
    }
  });
  it('no transfer is opened but by an approval', () => {
    const opening = steps().filter(({ before, after }) => after.effects.slice(before.effects.length).some(({ job }) => job === 'open-transfer'));
    expect(opening.length).toBeGreaterThan(0);
    expect([...new Set(opening.map(({ row }) => row.act))]).toEqual(['approve']);
  });
});
