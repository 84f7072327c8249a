import { describe, expect, it } from 'vitest';
import { decide } from '../../src/domain/decide.ts';
import type { Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import { changesSomething, differences } from '../../src/domain/organ/difference.ts';
import { bookId, directoryOn, officeFaults, type OrganBook } from '../../src/domain/organ/organ.ts';
import { headOf, nameOf, shortName, staffOf, type Directory, type Person } from '../../src/domain/people.ts';
import { after, as, blank, directory, run, worldAt } from './town.ts';

const people = new Map<string, Person>([...[...directory.people].filter(([id]) => id !== 'keeper-two'), ['admin', { id: 'admin', name: '田野', organ: 'GGZY', roles: ['ADMIN'], title: '' }]]);
const whole: Directory = { ...directory, people };
const membersOf = (organ: string) => staffOf(whole, organ).map(({ organ: _organ, ...member }) => member);
const kept = (organ: string): Document => after(blank('organ', bookId(organ)), { act: 'keep', by: as('system'), input: { organ, coordinates: organ === 'GGZY', members: membersOf(organ) } });
const world = (books: readonly Document[], now: string) => ({ ...worldAt(now), directory: { ...directoryOn(whole, books.map(({ data }) => data as OrganBook), now.slice(0, 10)), standIns: [] } });

/** Does an act on a book in a city where these books are kept; answers the book, or the sentence of the refusal. */
function does(doc: Document, act: { act: string; by: string; input?: object }, others: readonly Document[] = [], now = '2026-11-24T10:00:00+08:00'): Document | string {
  const command = { kind: 'organ' as const, id: doc.id, act: act.act, by: as(act.by), input: act.input ?? {}, cause: `${act.act}-${doc.version}` };
  const decision = decide(flows.organ, { doc, command, world: world([doc, ...others], now) });
  if (decision.kind === 'repeated') return 'repeated';
  return decision.kind === 'done' ? decision.doc : (decision.refusal.with['fields'] ?? decision.refusal.code);
}

function done(result: Document | string): Document {
  if (typeof result === 'string') throw new Error(result);
  return result;
}

describe('the book of an organ', () => {
  it('AC-1.2 a second coordinating organ is refused with E-105 until the first no longer coordinates', () => {
    const center = kept('GGZY');
    expect(does(kept('FGW'), { act: 'coordinate', by: 'admin' }, [center])).toBe('E-105');
    const released = done(does(center, { act: 'release', by: 'admin' }));
    expect((done(does(kept('FGW'), { act: 'coordinate', by: 'admin' }, [released])).data as OrganBook).coordinates).toBe(true);
  });
  it('a name holds from its day on: before it, and for what was sent under it, the old one stays', () => {
    const renamed = done(does(kept('ZJJ'), { act: 'rename', by: 'admin', input: { name: '鄂尔多斯市住建交通局', short: '市住建交通局', from: '2026-12-01' } }));
    const name = (now: string, day?: string) => shortName(world([renamed], now).directory, 'ZJJ', day);
    const before = shortName(directory, 'ZJJ');
    expect([name('2026-11-30T10:00:00+08:00'), name('2026-12-01T10:00:00+08:00'), name('2026-12-01T10:00:00+08:00', '2026-11-24')]).toEqual([before, '市住建交通局', before]);
    expect(does(renamed, { act: 'rename', by: 'admin', input: { name: '某局', short: '某局', from: '2026-11-01' } })).toBe('生效日期已过，请选今天或以后');
  });
  it('whoever left is no longer of the organ, and keeps his name', () => {
    const left = done(does(kept('ZJJ'), { act: 'leave', by: 'admin', input: { person: 'zjj-liaison', why: '调离' } }));
    const { directory: now } = world([left], '2026-11-24T10:00:00+08:00');
    expect([now.people.has('zjj-liaison'), nameOf(now, 'zjj-liaison')]).toEqual([false, 'zjj-liaison（已离任）']);
    expect(does(kept('GGZY'), { act: 'leave', by: 'admin', input: { person: 'admin' } })).toBe('不能停用本人，请由其他管理员办理');
  });
  it('an organ names its own liaison, and gives and takes no other role', () => {
    const named = done(does(kept('ZJJ'), { act: 'appoint', by: 'zjj-deputy', input: { person: 'zjj-new', roles: ['LIAISON', 'HEAD'] } }));
    expect((named.data as OrganBook).members.find(({ id }) => id === 'zjj-new')?.roles).toEqual(['LIAISON']);
    expect(does(kept('ZJJ'), { act: 'appoint', by: 'zjj-liaison', input: { person: 'zjj-new', roles: ['LIAISON'] } })).toBe('E-901');
    expect(does(kept('ZJJ'), { act: 'appoint', by: 'slj-deputy', input: { person: 'zjj-new', roles: ['LIAISON'] } })).toBe('E-901');
  });
  it('ADMIN, AUDITOR and VAULT stay three people: an edit that joins two is refused with what to do', () => {
    const center = kept('GGZY');
    expect(does(center, { act: 'appoint', by: 'admin', input: { person: 'auditor', roles: ['AUDITOR', 'VAULT'] } })).toBe('auditor 同时是审计员、举报人信息保管人，三者须为不同的人，请改由他人担任其中 1 项');
    const two = done(does(center, { act: 'appoint', by: 'admin', input: { person: 'staff', roles: ['VAULT'] } }));
    expect(does(two, { act: 'appoint', by: 'admin', input: { person: 'staff-two', roles: ['VAULT'] } })).toMatch(/有 3 名举报人信息保管人，最多 2 名，请减少 1 名$/);
  });
  it('two accounts of one person are one in what is kept apart', () => {
    const twice = [{ id: 'a', name: '甲', organ: 'GGZY', roles: ['ADMIN' as const], identity: 'x' }, { id: 'b', name: '甲', organ: 'ZJJ', roles: ['VAULT' as const], identity: 'x' }];
    expect(officeFaults(twice, (code) => code)).toHaveLength(1);
    expect(officeFaults(twice.map(({ identity: _identity, ...one }) => one), (code) => code)).toEqual([]);
  });
  it('a roster (排班) names people of the organ on days ahead', () => {
    const book = kept('ZJJ');
    const watch = (input: object) => does(book, { act: 'watch', by: 'zjj-liaison', input: { person: 'zjj-new', from: '2026-11-28', to: '2026-11-29', ...input } });
    expect((done(watch({})).data as OrganBook).watches).toHaveLength(1);
    expect([watch({ person: 'slj-one' }), watch({ to: '2026-11-27' }), watch({ from: '2026-11-20', to: '2026-11-21' })]).toEqual(['not-found', '结束日期早于开始日期，请改选', '日期已过，请选今天或以后']);
  });
  it('nobody but the administrator and the leaders may see into it: a clerk of another organ cannot 停用', () => {
    expect(run(kept('ZJJ'), { act: 'leave', by: as('clerk'), input: { person: 'zjj-new' } }).kind).toBe('refused');
  });
});

describe('what the organisation file would change', () => {
  const proposal = { digest: 'd1', lines: ['新增　王新（市住建局）　联络员'] };
  const proposed = (more: object = {}) => done(does(kept('GGZY'), { act: 'propose', by: 'admin', input: { ...proposal, ...more } }));
  it('核对组织文件 is the administrator\'s, is shown to him alone, and changes nobody by itself', () => {
    for (const by of ['chief', 'clerk', 'auditor', 'zjj-head']) expect(does(kept('GGZY'), { act: 'propose', by, input: proposal }), by).toBe('E-901');
    const doc = proposed();
    expect([(doc.data as OrganBook).members, doc.effects.filter(({ job }) => job === 'send-card').map(({ data }) => data)]).toEqual([(kept('GGZY').data as OrganBook).members, [expect.objectContaining({ person: 'admin', card: 'organ-file' })]]);
  });
  it('采用组织文件 takes exactly the file that was shown, once, and nothing where nothing would change', () => {
    expect([does(kept('GGZY'), { act: 'adopt', by: 'admin' }), does(proposed({ lines: [] }), { act: 'adopt', by: 'admin' }), does(proposed(), { act: 'adopt', by: 'chief' })]).toEqual(['stale', 'stale', 'E-901']);
    const adopted = done(does(proposed(), { act: 'adopt', by: 'admin' }));
    expect([adopted.effects.find(({ job }) => job === 'adopt-organ-file')?.data['digest'], does(adopted, { act: 'adopt', by: 'admin' })]).toEqual(['d1', 'stale']);
  });
  it('says who is new, what is different and who is missing; people who are only missing change nothing', () => {
    const file: Directory = { ...whole, people: new Map([...whole.people].filter(([id]) => id !== 'zjj-two').map(([id, one]) => [id, id === 'zjj-liaison' ? { ...one, roles: ['HANDLER'] } : one])) };
    expect(differences(whole, file)).toEqual(['变更　zjj-liaison（市住建局）　角色 联络员 改为 承办人', '不在文件中　zjj-two（市住建局）　不自动停用，请先交接']);
    expect([changesSomething(differences(whole, file)), changesSomething(differences(whole, { ...whole, people: new Map([...whole.people].slice(1)) })), changesSomething([])]).toEqual([true, false, false]);
  });
});

describe('主持工作', () => {
  it('an acting head decides within his appointment, before and after it the head does', () => {
    expect(['2026-11-30', '2026-12-01', '2026-12-31', '2027-01-01'].map((day) => headOf(directory, 'SLJ', day)?.id)).toEqual(['slj-head', 'slj-acting', 'slj-acting', 'slj-head']);
  });
});
