import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/domain/document.ts';
import { isSameStory, likenessOf, mayJoin, similarity } from '../../src/domain/matter/merge/likeness.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { after, as, blank, refusal } from './town.ts';

const words = '市本级青格勒学校综合楼施工标，岚戈建设、沄朔市政的标书是同一个人做的';
const facts: Matter = { ...(blank('matter', 'm').data as Matter), kind: 'report', project: '青格勒学校综合楼', violations: ['CT'], named: ['岚戈建设'], words, cityLevel: 'yes', category: 'GC-FJ', clerk: 'clerk' };
const matter = (id: string, more: Partial<Matter> = {}, state = 'registered'): Document => ({ ...blank('matter', id), no: `XS-20261123-000${id}`, state, data: { ...facts, ...more } });
const known = { id: '1', no: 'XS-20261123-0001', state: 'registered', project: '青格勒学校综合楼', why: ['project', 'words'], same: true };
const second = (more: object = {}) => after(after({ ...matter('2'), state: 'draft' }, { act: 'register', by: as('someone', true), input: { source: 'heard' } }), { act: 'alike', by: as('system'), input: { found: [{ ...known, ...more }] } });
const merged = () => after(second(), { act: 'merge', by: as('clerk'), input: { into: '1' } }) as Document<Matter>;
const followed = (doc: Document, more: object) => after(doc, { act: 'followed', by: as('system'), input: { state: 'registered', told: '', organs: [], dueDate: '', ...more } }) as Document<Matter>;

describe('whether two matters may be one', () => {
  it('is said with its reasons: project, names, words', () => {
    expect(likenessOf(facts, facts)).toEqual(['project', 'names', 'words']);
    expect(likenessOf(facts, { ...facts, project: '康巴什体育馆', words: '康巴什体育馆的材料以次充好，工人说水泥标号不够' })).toEqual(['names']);
    expect(likenessOf({ ...facts, named: [] }, { ...facts, project: '“青格勒学校综合楼”施工', words: '另有说法' })).toEqual(['project']);
    expect(likenessOf(facts, { ...facts, project: '达拉特二中', named: ['某公司'], words: '达拉特二中食堂的采购指定了品牌' })).toEqual([]);
  });
  it('short words are never alike, and no project is no common project', () => {
    expect(similarity('有人围标', '有人围标')).toBe(0);
    expect(likenessOf({ ...facts, project: '', named: [], words: '' }, { ...facts, project: '', named: [], words: '' })).toEqual([]);
  });
  it('same project and same facts need both', () => {
    expect(isSameStory(facts, { ...facts, words: '' })).toBe(true);
    expect(isSameStory(facts, { ...facts, words: '', violations: ['ZL'] })).toBe(false);
    expect(isSameStory(facts, { ...facts, project: '康巴什体育馆' })).toBe(false);
  });
  it('never joins a 投诉, nor a matter to one that its own reported organ handles', () => {
    expect(mayJoin(facts, facts)).toBe(true);
    expect(mayJoin({ ...facts, kind: 'complaint' }, facts)).toBe(false);
    expect(mayJoin({ ...facts, reported: ['ZJJ'] }, facts)).toBe(false);
    expect(mayJoin(facts, { ...facts, reported: ['ZJJ'] })).toBe(true);
  });
});

describe('并案', () => {
  it('is the Center\'s, into a matter that was found to be alike, and ends the limits of the merged one', () => {
    expect(refusal(second(), { act: 'merge', by: as('zjj-liaison'), input: { into: '1' } })).toBe('E-901');
    expect(refusal(second(), { act: 'merge', by: as('clerk'), input: { into: '9' } })).toBe('not-found');
    const before = second();
    const doc = after(before, { act: 'merge', by: as('clerk'), input: { into: '1' } }) as Document<Matter>;
    expect([before.clocks.filter((clock) => !clock.stoppedAt).map((clock) => clock.rule), doc.clocks.filter((clock) => !clock.stoppedAt)]).toEqual([['T01'], []]);
    expect([doc.state, doc.no, doc.data.into?.no]).toEqual(['merged', before.no, 'XS-20261123-0001']);
  });
  it('asks for a reason where project and facts do not plainly agree', () => {
    const unlike = second({ same: false, why: ['names'] });
    expect(refusal(unlike, { act: 'merge', by: as('clerk'), input: { into: '1' } })).toBe('reason');
    expect(after(unlike, { act: 'merge', by: as('clerk'), input: { into: '1', reason: '项目名写法不同，确为一件' } }).state).toBe('merged');
  });
  it('tells its reporter, and afterwards what the other matter may tell, without its number', () => {
    expect(merged().effects.some((effect) => effect.data['to'] === 'reporter')).toBe(true);
    const ended = followed(merged(), { state: 'closed', told: '查实部分问题，已依法处理' });
    expect([ended.data.told, ended.effects.at(-2)?.data['card']]).toEqual(['查实部分问题，已依法处理', 'result']);
  });
  it('brings its evidence along, under its number, and loses none when it is taken back', () => {
    const file = { id: 'f', name: '照片.jpg', size: 3, sha256: 'a'.repeat(64), at: '2026-11-23T01:00:00.000Z' };
    const parent = after(matter('1'), { act: 'absorb', by: as('system'), input: { id: '2', no: 'XS-20261123-0002', files: [file] } }) as Document<Matter>;
    expect([parent.data.files, parent.data.merged]).toEqual([[{ ...file, from: 'XS-20261123-0002' }], [{ id: '2', no: 'XS-20261123-0002' }]]);
    const parted = after(parent, { act: 'part', by: as('system'), input: { id: '2', no: 'XS-20261123-0002' } }) as Document<Matter>;
    expect([parted.data.files.map((each) => [each.id, each.removed]), parted.data.merged]).toEqual([[['f', true]], []]);
  });
  it('lets the merged ones know of every step of the matter that goes on', () => {
    const parent = after(matter('1', { routing: null }), { act: 'absorb', by: as('system'), input: { id: '2', no: 'XS-20261123-0002', files: [] } });
    expect(parent.effects.map((effect) => effect.job)).toContain('tell-merged');
    const sent = after(parent, { act: 'send', by: as('clerk'), input: { organs: ['ZJJ'], days: 15 } });
    expect(sent.effects.slice(parent.effects.length).map((effect) => effect.job)).toContain('tell-merged');
    expect(after(matter('3', { routing: null }), { act: 'send', by: as('clerk'), input: { organs: ['ZJJ'], days: 15 } }).effects.map((effect) => effect.job)).not.toContain('tell-merged');
  });
  it('can be taken back until the other matter has gone on; the limit then counts from its first day', () => {
    const limit = second().clocks[0];
    const back = after(followed(merged(), {}), { act: 'unmerge', by: as('clerk') }, '2026-11-25T10:00:00+08:00');
    expect([back.state, back.clocks.at(-1)?.startedAt, back.clocks.at(-1)?.due.dueDate, back.clocks.at(-1)?.stoppedAt]).toEqual(['registered', limit?.startedAt, limit?.due.dueDate, undefined]);
    expect(refusal(followed(followed(merged(), {}), { state: 'forwarded' }), { act: 'unmerge', by: as('clerk') })).toBe('input');
  });
  it('is not done to a matter into which another was merged', () => {
    const parent = after(second(), { act: 'absorb', by: as('system'), input: { id: '7', no: 'XS-20261123-0007', files: [] } });
    expect(refusal(parent, { act: 'merge', by: as('clerk'), input: { into: '1' } })).toBe('input');
  });
});
