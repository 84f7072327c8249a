import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/document.ts';
import { actsOpenTo } from '../../src/domain/decide.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import { timelineOf } from '../../src/domain/timeline.ts';
import { declared } from './gate-story.ts';
import { after, as, directory, refusal, worldAt } from './town.ts';

const { now } = worldAt('2026-11-24T10:00:00+08:00');
const raised = (relation = 'R2') => after(declared(), { act: 'raise', by: as('zjj-deputy'), input: { person: 'zjj-one', source: 'found', relation, why: '三年内任职于投标单位' } }) as Document<Referral>;
const says = (stand: string, why = '') => ({ act: 'sayRecusal', by: as('zjj-one'), input: { stand, why } });
const openTo = (doc: Document, who: string) => actsOpenTo(flows.referral as never, { doc, by: as(who), world: { directory, now } }).map(({ act }) => act);

describe('无此情形，说明', () => {
  it('is all that is left to whoever others named: he stays out until the head decides', () => {
    expect([...new Set(openTo(raised(), 'zjj-one'))]).toEqual(['sayRecusal']);
    const said = after(raised(), says('untied', '只是同名，未在该单位任职')) as Document<Referral>;
    expect(said.data.recusals[0]).toMatchObject({ decided: '', said: { stand: 'untied', why: '只是同名，未在该单位任职' } });
    expect([flows.referral.hidden(said, 'zjj-one', directory), refusal(said, { act: 'write', by: as('zjj-one'), input: {} })]).toEqual([true, 'E-801']);
    const back = after(said, { act: 'decideRecusal', by: as('zjj-head'), input: { person: 'zjj-one', agree: 'no' } });
    expect(flows.referral.hidden(back, 'zjj-one', directory)).toBe(false);
  });
  it('needs a sentence, 申请回避 does not', () => {
    expect(refusal(raised(), says('untied', '无'))).toBe('input');
    expect((after(raised(), says('tied')) as Document<Referral>).data.recusals[0]?.said?.stand).toBe('tied');
  });
  it('is nobody else\'s, and nothing for whoever applied himself or was decided on', () => {
    expect(refusal(raised(), { ...says('untied', '他没有此情形'), by: as('zjj-two') })).toBe('E-901');
    const own = after(declared(), { act: 'declare', by: as('zjj-one'), input: { tied: 'recuse', relation: 'R2', why: '近三年任职于被反映单位' } });
    expect(refusal(own, says('untied', '又想了想，没有关系'))).toBe('E-801');
    const decided = after(raised(), { act: 'decideRecusal', by: as('zjj-head'), input: { person: 'zjj-one', agree: 'yes' } });
    expect(refusal(decided, says('untied', '没有此情形'))).toBe('E-801');
  });
  it('is not offered to one who is himself reported: he must not learn that there is a case', () => {
    expect([openTo(raised('R5'), 'zjj-one'), refusal(raised('R5'), says('untied', '没有此情形'))]).toEqual([[], 'E-902']);
  });
  it('stands on the trail under his name and in the timeline without it', () => {
    const said = after(raised(), says('untied', '只是同名，未在该单位任职'));
    expect(said.audit.at(-1)).toMatchObject({ code: 'VER_RECUSE_SAY', by: { id: 'zjj-one' }, note: '已提交负责人决定' });
    const line = timelineOf([said], { id: 'zjj-two', bare: false }, { directory, now }).lines.at(-1);
    expect([line?.entry.act, line?.hidden]).toEqual(['sayRecusal', true]);
  });
});
