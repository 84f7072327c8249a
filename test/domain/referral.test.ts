import { describe, expect, it } from 'vitest';
import { running } from '../../src/domain/time/clocks.ts';
import type { Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import { toldToForward, toldToMatter } from '../../src/domain/standing.ts';
import { assigned, decides, declared, opened, report, signed, written } from './gate-story.ts';
import { after, as, directory, refusal, run, worldAt } from './town.ts';

const assigning = (people: readonly string[]) => ({ act: 'assign', by: as('zjj-deputy'), input: { people } });
const cardsOf = (doc: Document) => doc.effects.filter((effect) => effect.job === 'send-card').map((effect) => `${String(effect.data['card'])} ${String(effect.data['person'])}`);

describe('核实人员', () => {
  it('AC-11.1 one verifier is refused with E-401', () => expect(refusal(opened(), assigning(['zjj-one']))).toBe('E-401'));
  it('AC-11.2 two accounts of the same person are refused with E-401', () => {
    expect(refusal(opened(), assigning(['zjj-one', 'zjj-one']))).toBe('E-401');
    expect(refusal(opened(), assigning(['zjj-one', 'zjj-one-phone']))).toBe('E-401');
    expect(refusal(opened(), assigning(['zjj-one', 'zjj-one-phone', 'zjj-two']))).toBe('E-401');
  });
  it('the one who approves cannot verify (E-403), nor can the deputy, nor whoever is appointed to head the department', () => {
    for (const id of ['zjj-head', 'zjj-deputy']) expect(refusal(opened(), assigning(['zjj-one', id])), id).toBe('E-403');
    expect(refusal(opened('SLJ'), { act: 'assign', by: as('slj-deputy'), input: { people: ['slj-one', 'slj-acting'] } }, '2026-12-01T10:00:00+08:00')).toBe('E-403');
  });
  it('somebody of another department cannot verify', () => expect(refusal(opened(), assigning(['zjj-one', 'slj-one']))).toBe('not-found'));
  it('a suspected crime needs licensed officers, also where only the report says so', () => {
    expect(refusal(opened(), assigning(['zjj-one', 'zjj-new']))).toBe('input');
    const plain = after(opened('ZJJ', { dest: ['D6'], flags: [] }), assigning(['zjj-one', 'zjj-new']));
    const known = ['zjj-one', 'zjj-new'].reduce<Document>((doc, id) => after(doc, { act: 'declare', by: as(id), input: { tied: 'none' } }), plain);
    expect(refusal(after(known, { act: 'write', by: as('zjj-one'), input: report }), { act: 'signReport', by: as('zjj-one') })).toBe('input');
  });
  it('only the deputy of the same department assigns', () => expect(refusal(opened(), { ...assigning(['zjj-one', 'zjj-two']), by: as('slj-deputy') })).toBe('E-901'));
  it('where a department has no deputy, its head assigns in his place and gets the card; elsewhere he does not', () => {
    expect(cardsOf(opened('NMJ'))).toEqual(['assign nmj-head']);
    expect(after(opened('NMJ'), { act: 'assign', by: as('nmj-head'), input: { people: ['nmj-one', 'nmj-two'] } }).state).toBe('v.working');
    expect(refusal(opened(), { ...assigning(['zjj-one', 'zjj-two']), by: as('zjj-head') })).toBe('E-901');
  });
  it('a change of verifiers needs a reason, tells the head, keeps the limit, and the new one has to sign', () => {
    const one = after(written(), { act: 'signReport', by: as('zjj-one') });
    expect(refusal(one, { act: 'change', by: as('zjj-deputy'), input: { people: ['zjj-one', 'zjj-three'] } })).toBe('input');
    expect(refusal(one, { act: 'change', by: as('zjj-deputy'), input: { people: ['zjj-one', 'zjj-two'], why: 'absence' } })).toBe('input');
    const changed = after(one, { act: 'change', by: as('zjj-deputy'), input: { people: ['zjj-one', 'zjj-three'], why: 'absence' } });
    expect(changed.audit.at(-1)?.code).toBe('VER_CHANGE');
    expect(cardsOf(changed)).toContain('assign zjj-head');
    expect(running(changed.clocks, 'T07')).toEqual(running(one.clocks, 'T07'));
    expect(refusal(changed, { act: 'signReport', by: as('zjj-three') })).toBe('input');
    expect(refusal(changed, { act: 'write', by: as('zjj-two'), input: report })).toBe('E-901');
  });
});

describe('核实情况报告', () => {
  it('is not written before the declaration on recusal', () => expect(refusal(assigned(), { act: 'write', by: as('zjj-one'), input: report })).toBe('input'));
  it('cannot be signed while something is missing', () => expect(refusal(written({ law: '' }), { act: 'signReport', by: as('zjj-one') })).toBe('E-101'));
  it('a change after a signature is a new version that voids it', () => {
    const one = after(written(), { act: 'signReport', by: as('zjj-one') });
    const changed = after(one, { act: 'write', by: as('zjj-two'), input: { ...report, reason: '另有理由' } }) as Document<Referral>;
    expect([changed.data.report.version, changed.data.report.hash === (one as Document<Referral>).data.report.hash]).toEqual([2, false]);
    expect(after(changed, { act: 'signReport', by: as('zjj-two') }).state).toBe('v.working');
  });
  it('once all have signed nobody can change it any more', () => {
    for (const act of ['write', 'propose', 'drop']) expect(refusal(signed(), { act, by: as('zjj-one'), input: { ...report, proposal: 'p1' } }), act).toBe('E-900');
  });
  it('goes to the head when the last verifier has signed, not before, and its limit is the three days of the police', () => {
    expect(after(written(), { act: 'signReport', by: as('zjj-one') }).state).toBe('v.working');
    expect(signed().state).toBe('v.done');
    expect(cardsOf(signed())).toContain('approval zjj-head');
    expect([running(signed().clocks, 'T37') !== undefined, running(signed({ item: 'D6', receiver: 'SCJG' }).clocks, 'T08') !== undefined]).toEqual([true, true]);
  });
  it('may have several destinations, each once, each under a number of its own', () => {
    const also = { item: 'D6', receiver: 'SCJG', reason: '资质另行处理' };
    const doc = signed({}, [also]);
    expect(doc.data.decisions.map(({ proposal, what }) => [proposal, what])).toEqual([['p1', ''], ['p2', '']]);
    expect(new Set(doc.data.decisions.map(({ no }) => no)).size).toBe(2);
    const twice = after(written(), { act: 'propose', by: as('zjj-one'), input: also });
    expect(refusal(twice, { act: 'propose', by: as('zjj-two'), input: also })).toBe('input');
    expect(refusal(written(), { act: 'propose', by: as('zjj-one'), input: { item: 'D3', receiver: '', reason: '再移送一次公安' } })).toBe('input');
  });
});

describe('what changes while it is written', () => {
  const two = () => after(written(), { act: 'propose', by: as('zjj-one'), input: { item: 'D6', receiver: 'SCJG', reason: '资质另行处理' } }) as ReturnType<typeof written>;
  it('去掉去向 voids the signatures, and the last destination stays', () => {
    const half = after(two(), { act: 'signReport', by: as('zjj-one') });
    const shorter = after(half, { act: 'drop', by: as('zjj-two'), input: { proposal: 'p2' } }) as ReturnType<typeof written>;
    expect([shorter.data.report.proposals.map(({ id }) => id), shorter.data.report.version]).toEqual([['p1'], two().data.report.version + 1]);
    expect(shorter.data.verifiers.filter(({ signedHash }) => signedHash === shorter.data.report.hash)).toEqual([]);
    expect(refusal(shorter, { act: 'drop', by: as('zjj-two'), input: { proposal: 'p1' } })).toBe('input');
  });
  it('添加证据 is for the verifiers alone', () => {
    expect(refusal(written(), { act: 'collect', by: as('zjj-deputy') })).toBe('E-901');
    expect(after(written(), { act: 'collect', by: as('zjj-two') }).audit.at(-1)?.code).toBe('EVIDENCE_WAIT');
  });
});

describe('移送审批', () => {
  const two = () => signed({}, [{ item: 'D6', receiver: 'SCJG', reason: '资质另行处理' }]);

  it('AC-11.3 a deputy\'s approval is refused with E-406 and kept as DENIED', () => {
    const decision = run(signed(), { act: 'approve', by: as('zjj-deputy'), input: { proposal: 'p1' } });
    expect(decision.kind === 'refused' && [decision.refusal.code, decision.denied?.code]).toEqual(['E-406', 'DENIED']);
  });
  it('the head of another department cannot approve', () => expect(refusal(signed(), { act: 'approve', by: as('slj-head'), input: { proposal: 'p1' } })).toBe('E-406'));
  it('an approval given on an older version of the report is refused', () => expect(refusal(signed(), { act: 'approve', by: as('zjj-head'), input: { proposal: 'p1', hash: 'older' } })).toBe('new-version'));
  it('one who verified never approves, under any of his accounts, even when he heads the department by then (E-408)', () => {
    const doc = signed();
    const withHead = { ...doc, data: { ...doc.data, verifiers: doc.data.verifiers.map((one, index) => (index ? one : { ...one, id: 'zjj-head' })) } };
    expect(refusal(withHead, { act: 'approve', by: as('zjj-head'), input: { proposal: 'p1' } })).toBe('E-408');
  });
  it('an acting head decides within his written appointment and not a day longer', () => {
    const people = ['slj-one', 'slj-two'];
    const begun = after(opened('SLJ'), { act: 'assign', by: as('slj-deputy'), input: { people } });
    const known = people.reduce<Document>((doc, id) => after(doc, { act: 'declare', by: as(id), input: { tied: 'none' } }), begun);
    const doc = people.reduce<Document>((done, id) => after(done, { act: 'signReport', by: as(id) }), after(known, { act: 'write', by: as('slj-one'), input: report }));
    const by = (id: string) => ({ act: 'approve', by: as(id), input: { proposal: 'p1' } });
    expect(refusal(doc, by('slj-acting'), '2026-11-30T23:59:00+08:00')).toBe('E-406');
    expect(refusal(doc, by('slj-head'), '2026-12-01T09:00:00+08:00')).toBe('E-406');
    expect(after(doc, by('slj-acting'), '2026-12-31T23:00:00+08:00').state).toBe('v.decided');
    expect(refusal(doc, by('slj-acting'), '2027-01-01T00:00:00+08:00')).toBe('E-406');
  });
  it('AC-11.4 a refusal needs ten characters, ends in 已决定不移送, and tells the Center that alone', () => {
    expect(refusal(signed(), { act: 'refuse', by: as('zjj-head'), input: { proposal: 'p1', reason: '证据不足' } })).toBe('E-407');
    const refused = decides(signed(), 'refuse', { reason: '现有证据不足以证明串通投标' });
    expect(refused.state).toBe('t.refused');
    expect(flows.referral.states['t.refused']).toBe('已决定不移送');
    const told = JSON.stringify(toldToMatter(refused));
    expect(told).toContain('t.refused');
    expect(told).not.toMatch(/证据不足|GAJ|公安|同一人/);
    expect(flows.referral.roles(refused, 'clerk', { directory, now: worldAt('2026-11-24T10:00:00+08:00').now })).toEqual([]);
  });
  it('sending back voids the signatures, starts the limit anew and keeps the number', () => {
    const doc = signed();
    const back = decides(doc, 'back', { reason: '请补充核实资金往来情况' });
    expect([back.state, back.data.verifiers.every((verifier) => verifier.signedHash === ''), running(back.clocks, 'T07') !== undefined]).toEqual(['v.working', true, true]);
    const again = ['zjj-one', 'zjj-two'].reduce<Document>((done, id) => after(done, { act: 'signReport', by: as(id) }), after(back, { act: 'write', by: as('zjj-two'), input: report }));
    expect((again as Document<Referral>).data.decisions.map(({ no }) => no)).toEqual(doc.data.decisions.map(({ no }) => no));
  });
  it('each destination is decided by itself, and each approved one becomes a transfer', () => {
    const first = decides(two(), 'approve');
    expect([first.state, running(first.clocks, 'T37') !== undefined]).toEqual(['v.done', true]);
    expect(refusal(first, { act: 'approve', by: as('zjj-head'), input: { proposal: 'p1' } })).toBe('stale');
    expect(refusal(first, { act: 'back', by: as('zjj-head'), input: { proposal: 'p2', reason: '请补充核实资质情况再报' } })).toBe('input');
    const both = decides(first, 'refuse', { proposal: 'p2', reason: '资质问题由本部门自行处理' });
    expect([both.state, running(both.clocks, 'T37')]).toEqual(['v.decided', undefined]);
    expect(both.effects.filter((effect) => effect.job === 'open-transfer').map((effect) => effect.data['proposal'])).toEqual(['p1']);
    expect((toldToForward(both).input as { transfers: object[] }).transfers).toHaveLength(1);
  });
  it('a button that was drawn before the first decision no longer decides the second', () => {
    const doc = two();
    expect(refusal(decides(doc, 'approve'), { act: 'approve', by: as('zjj-head'), input: { proposal: 'p2' }, seen: doc.round })).toBe('stale');
  });
  it('what may be a crime is not closed by the deputy, only by the head (以罚代移, 移送规定11条)', () => {
    const own = signed({ item: 'D0', receiver: '' });
    expect(refusal(own, { act: 'noTransfer', by: as('zjj-deputy') })).toBe('E-406');
    expect(decides(own, 'approve').state).toBe('v.closed');
  });
  it('the deputy closes what nobody suspects to be a crime', () => {
    const plain = after(opened('ZJJ', { dest: ['D6'], flags: [] }), assigning(['zjj-one', 'zjj-two']));
    const known = ['zjj-one', 'zjj-two'].reduce<Document>((doc, id) => after(doc, { act: 'declare', by: as(id), input: { tied: 'none' } }), plain);
    const own = ['zjj-one', 'zjj-two'].reduce<Document>((doc, id) => after(doc, { act: 'signReport', by: as(id) }), after(known, { act: 'write', by: as('zjj-one'), input: { ...report, item: 'D0' } }));
    expect(cardsOf(own)).toContain('no-transfer zjj-deputy');
    expect(after(own, { act: 'noTransfer', by: as('zjj-deputy') }).state).toBe('v.closed');
  });
});

describe('回避', () => {
  const out = () => after(declared(), { act: 'raise', by: as('zjj-deputy'), input: { person: 'zjj-one', source: 'found', relation: 'R2', why: '三年内任职于投标单位' } });
  const now = worldAt('2026-11-24T10:00:00+08:00').now;

  it('whoever is named is out at once: he finds nothing, and the others go on', () => {
    expect(refusal(out(), { act: 'write', by: as('zjj-one'), input: report })).toBe('E-801');
    expect(flows.referral.hidden(out(), 'zjj-one', directory)).toBe(true);
    expect(after(out(), { act: 'write', by: as('zjj-two'), input: report }).state).toBe('v.working');
    expect(refusal(after(out(), { act: 'write', by: as('zjj-two'), input: report }), { act: 'signReport', by: as('zjj-two') })).toBe('E-401');
  });
  it('a verifier who declared a relation cannot be assigned again (E-402)', () => {
    const recused = after(assigned(), { act: 'declare', by: as('zjj-one'), input: { tied: 'recuse', relation: 'R2', why: '近三年任职于被反映单位' } });
    expect(refusal(recused, { act: 'change', by: as('zjj-deputy'), input: { people: ['zjj-one', 'zjj-three'], why: 'recusal' } })).toBe('E-402');
  });
  it('the head decides, never on himself; a refused application opens the case again', () => {
    expect(cardsOf(out())).toEqual(expect.arrayContaining(['recusal zjj-head', 'assign zjj-deputy', 'recusal zjj-one']));
    expect(refusal(out(), { act: 'decideRecusal', by: as('zjj-deputy'), input: { person: 'zjj-one', agree: 'yes' } })).toBe('E-901');
    const denied = after(out(), { act: 'decideRecusal', by: as('zjj-head'), input: { person: 'zjj-one', agree: 'no' } });
    expect(flows.referral.hidden(denied, 'zjj-one', directory)).toBe(false);
    const agreed = after(out(), { act: 'decideRecusal', by: as('zjj-head'), input: { person: 'zjj-one', agree: 'yes' } });
    expect(flows.referral.hidden(agreed, 'zjj-one', directory)).toBe(true);
    expect(refusal(agreed, { act: 'decideRecusal', by: as('zjj-head'), input: { person: 'zjj-one', agree: 'no' } })).toBe('stale');
  });
  it('the head\'s own recusal is decided by the superior organ, whose document names who decides instead', () => {
    const recused = after(signed(), { act: 'declare', by: as('zjj-head'), input: { tied: 'recuse', relation: 'R1', why: '亲属在投标单位任职' } });
    expect(refusal(recused, { act: 'approve', by: as('zjj-head'), input: { proposal: 'p1' } })).toBe('E-801');
    expect(refusal(recused, { act: 'decideRecusal', by: as('zjj-head'), input: { person: 'zjj-head', agree: 'no' } })).toBe('E-801');
    expect(refusal(recused, { act: 'approve', by: as('zjj-deputy'), input: { proposal: 'p1' } })).toBe('E-406');
    const document = '鄂府办〔2026〕31号';
    expect(refusal(recused, { act: 'superior', by: as('zjj-deputy'), input: { agree: 'yes', document, decider: '' } })).toBe('input');
    expect(refusal(recused, { act: 'superior', by: as('zjj-deputy'), input: { agree: 'yes', document, decider: 'zjj-one' } })).toBe('E-402');
    const named = after(recused, { act: 'superior', by: as('zjj-liaison'), input: { agree: 'yes', document, decider: 'zjj-deputy' } });
    expect(flows.referral.roles(named, 'zjj-deputy', { directory, now })).toContain('HEAD');
    expect(after(named, { act: 'approve', by: as('zjj-deputy'), input: { proposal: 'p1' } }).state).toBe('v.decided');
    expect(named.audit.at(-1)?.note).toContain(document);
  });
  it('a recused person finds neither the department\'s part nor the matter', () => {
    const told = toldToForward(out() as Document<Referral>).input as { out: string[] };
    expect(told.out).toEqual(['zjj-one']);
    expect(JSON.stringify(toldToMatter(out()).input)).toContain('zjj-one');
  });
});

describe('what an approval rests on', () => {
  const three = ['zjj-one', 'zjj-two', 'zjj-three'];

  it('a verifier whose recusal was refused has to sign too (E-404), and the head can send the report back for that', () => {
    const begun = after(opened(), assigning(three));
    const known = three.reduce<Document>((doc, id) => after(doc, { act: 'declare', by: as(id), input: { tied: 'none' } }), begun);
    const out = after(known, { act: 'raise', by: as('zjj-deputy'), input: { person: 'zjj-three', source: 'party', relation: 'R4', why: '当事人申请其回避' } });
    const ready = ['zjj-one', 'zjj-two'].reduce<Document>((doc, id) => after(doc, { act: 'signReport', by: as(id) }), after(out, { act: 'write', by: as('zjj-one'), input: report }));
    const back = after(ready, { act: 'decideRecusal', by: as('zjj-head'), input: { person: 'zjj-three', agree: 'no' } });
    expect(refusal(back, { act: 'approve', by: as('zjj-head'), input: { proposal: 'p1' } })).toBe('E-404');
    expect(decides(back, 'back', { reason: '请回避申请未准的人员一并签名' }).state).toBe('v.working');
  });
  it('a verifier who is out leaves one too few, and the approval is refused (E-401)', () => {
    const out = after(signed(), { act: 'raise', by: as('zjj-deputy'), input: { person: 'zjj-one', source: 'found', relation: 'R2', why: '三年内任职于投标单位' } });
    expect(refusal(out, { act: 'approve', by: as('zjj-head'), input: { proposal: 'p1' } })).toBe('E-401');
  });
  it('evidence whose bytes changed stops signature and approval (E-405) until it is sent again, and then all sign anew', () => {
    const file = (id: string) => ({ id, name: 'a.pdf', size: 1, sha256: id.repeat(64).slice(0, 64), at: '2026-11-24T02:00:00.000Z' });
    const one = after(after(written(), { act: 'attach', by: as('zjj-one'), input: file('a') }), { act: 'signReport', by: as('zjj-one') }) as Document<Referral>;
    const broken = after(one, { act: 'checked', by: as('system'), input: { broken: ['a'] } });
    expect(refusal(broken, { act: 'signReport', by: as('zjj-two') })).toBe('E-405');
    const mended = after(broken, { act: 'attach', by: as('zjj-two'), input: file('b') }) as Document<Referral>;
    expect([mended.data.evidence.map(({ id }) => id), mended.data.broken, mended.data.report.version, mended.data.report.hash === one.data.report.hash]).toEqual([['b'], [], one.data.report.version + 1, false]);
    expect(refusal(after(signed(), { act: 'checked', by: as('system'), input: { broken: ['a'] } }), { act: 'approve', by: as('zjj-head'), input: { proposal: 'p1' } })).toBe('E-405');
  });
});
