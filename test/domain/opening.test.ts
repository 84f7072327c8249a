import { describe, expect, it } from 'vitest';
import { decide, type Decision } from '../../src/domain/decide.ts';
import type { Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import { patienceMs, type Opening } from '../../src/domain/opening/opening.ts';
import { after, as, blank, directory, refusal, worldAt } from './town.ts';

const opening = { matterNo: 'XS-20261123-0001', reported: [], reportedPeople: [], out: [], pastCenter: false };
const reason = '需当面核对原件，转达提问不能解决';
const at = '2026-11-24T10:00:00+08:00';
const ready = (more: object = {}): Document<Opening> => after(blank('opening', 'm-v-1', 'm'), { act: 'open', by: as('system'), input: { ...opening, ...more } }) as Document<Opening>;
const does = (doc: Document, act: string, who: string, input: object = {}): Document<Opening> => after(doc, { act, by: as(who), input }, at) as Document<Opening>;
const asked = (): Document<Opening> => does(ready(), 'ask', 'keeper', { reason });
const agreed = (): Document<Opening> => does(asked(), 'agree', 'keeper-two');
const ends = (doc: Document): string | undefined => doc.alarms.at(-1)?.at;
const fires = (doc: Document): Document => after(doc, { act: 'alarm', by: as('clock'), input: { ...doc.alarms.at(-1) } }, ends(doc));

describe('申请查阅举报人信息', () => {
  it('is a keeper\'s with a reason of ten characters; the head of the Center, its clerk and auditor are none', () => {
    expect(refusal(ready(), { act: 'ask', by: as('keeper'), input: { reason: '想知道' } })).toBe('input');
    for (const who of ['chief', 'clerk', 'auditor', 'admin', 'zjj-head']) expect(refusal(ready(), { act: 'ask', by: as(who), input: { reason } }), who).toBe('E-901');
    expect(asked().state).toBe('o.asked');
  });
  it('is refused where no second keeper may agree: he is recused, or the words report him', () => {
    expect(refusal(ready({ out: ['keeper-two'] }), { act: 'ask', by: as('keeper'), input: { reason } })).toBe('not-found');
    expect(refusal(ready({ out: ['keeper'] }), { act: 'ask', by: as('keeper'), input: { reason } })).toBe('E-902');
  });
  it('alone is enough where the city set vaultConsent to false, and shows nothing by itself', () => {
    const world = worldAt(at);
    const command = { kind: 'opening' as const, id: 'm-v-1', act: 'ask', by: as('keeper'), input: { reason }, cause: 'c' };
    const decision = decide(flows.opening, { doc: ready(), command, world: { ...world, settings: { ...world.settings, vaultConsent: false } } }) as Decision<Opening>;
    expect(decision).toMatchObject({ kind: 'done', doc: { state: 'o.agreed' } });
    expect(decision.kind === 'done' && decision.effects.some(({ job }) => job === 'show-identity')).toBe(false);
  });
});

describe('同意查阅, 不同意查阅', () => {
  it('同意查阅 is another keeper\'s: whoever asked is refused with E-901, under a second account too, and each attempt is DENIED on the trail', () => {
    for (const act of ['agree', 'refuse']) expect(refusal(asked(), { act, by: as('keeper'), input: { reason: '我自己同意' } }), act).toBe('E-901');
    const people = new Map([...directory.people].map(([id, person]) => [id, id.startsWith('keeper') ? { ...person, identity: 'one' } : person]));
    const command = { kind: 'opening' as const, id: 'm-v-1', act: 'agree', by: as('keeper-two'), input: {}, cause: 'c' };
    expect(decide(flows.opening, { doc: asked(), command, world: { ...worldAt(at), directory: { ...directory, people } } })).toMatchObject({ kind: 'refused', refusal: { code: 'E-901' }, denied: { code: 'DENIED' } });
  });
  it('同意查阅 lets whoever asked see it once within a day, and nobody else', () => {
    expect([agreed().data.second, Date.parse(ends(agreed()) ?? '') - Date.parse(at)]).toEqual(['keeper-two', patienceMs['o.agreed']]);
    expect(refusal(agreed(), { act: 'show', by: as('keeper-two') })).toBe('E-901');
    const shown = does(agreed(), 'show', 'keeper');
    expect([shown.state, shown.effects.filter(({ job }) => job === 'show-identity').length, refusal(shown, { act: 'show', by: as('keeper') })]).toEqual(['o.shown', 1, 'E-900']);
    expect([fires(shown).state, fires(agreed()).state]).toEqual(['o.closed', 'o.lapsed']);
  });
  it('不同意查阅 needs a sentence, tells whoever asked, and ends it for good', () => {
    expect(refusal(asked(), { act: 'refuse', by: as('keeper-two'), input: { reason: '不' } })).toBe('input');
    const refused = does(asked(), 'refuse', 'keeper-two', { reason: '提问转达就够了' });
    expect([refused.state, refused.alarms, refused.data.refusedFor]).toEqual(['o.refused', [], '提问转达就够了']);
    expect(refused.effects.at(-2)?.data).toMatchObject({ person: 'keeper', card: 'opening' });
    for (const act of ['show', 'agree']) expect(refusal(refused, { act, by: as('keeper-two') }), act).toBe('E-900');
  });
  it('what nobody answers in three days lapses', () => {
    expect(Date.parse(ends(asked()) ?? '') - Date.parse(at)).toBe(patienceMs['o.asked']);
    expect(fires(asked()).state).toBe('o.lapsed');
  });
  it('neither trail nor effects hold an identity: there is none on the document', () => {
    expect(Object.keys(does(agreed(), 'show', 'keeper').data).toSorted()).toEqual(['asker', 'matterNo', 'out', 'pastCenter', 'reason', 'refusedFor', 'reported', 'reportedPeople', 'second', 'shownAt']);
  });
});
