import { describe, expect, it } from 'vitest';
import { articleOf, coverage, gapsOf } from '../../scripts/coverage/lines.ts';
import { articles, checks, notBuilt, papersElsewhere, withoutAct, withoutCard } from '../../scripts/coverage/regulation-data.ts';
import { papers } from '../../src/documents/index.ts';

const { lines, held } = coverage();
const named = held.filter(({ tests }) => tests.length);
const acts = lines.map(({ kind, row }) => `${kind}.${row.act}`);

describe('the regulation in the code', () => {
  it('leaves no act of people without a card that offers it and a test that does it: `npm run coverage:regulation` has nothing to list', () => {
    expect(lines.filter((line) => gapsOf(line).length).map((line) => `${line.kind}.${line.row.act} ${line.row.verb}: ${gapsOf(line).join(', ')}`)).toEqual([]);
  });

  it('has no fewer checks with a test named after them than before', () => expect(named.length).toBeGreaterThanOrEqual(17));

  it('calls nothing 不在本版 that has a test', () => expect(named.filter(({ outside }) => outside).map(({ check }) => check.id)).toEqual([]));

  it('says of each check without a test how it stands, and of no other', () => {
    expect(held.filter(({ check, tests, outside }) => (check.open !== undefined) !== (tests.length === 0 && !outside)).map(({ check }) => check.id)).toEqual([]);
  });

  it('leaves no article silently empty: it has acts, or says why not', () => {
    const silent = articles.filter(({ no }) => !lines.some((line) => articleOf(line) === no) && !(no in withoutAct) && !notBuilt.some(({ article }) => article === no));
    expect(silent).toEqual([]);
    expect(new Set(lines.map(articleOf)).size).toBeGreaterThan(3);
    expect(lines.filter((line) => !articles.some(({ no }) => no === articleOf(line)))).toEqual([]);
  });

  it('finds every paper at an act', () => {
    const found = new Set(lines.flatMap((line) => line.papers));
    expect(Object.values(papers).map(({ name }) => name).filter((name) => !found.has(name))).toEqual([]);
  });

  it('explains only acts and papers that there are', () => {
    expect([...Object.keys(withoutCard), ...Object.values(papersElsewhere)].filter((act) => !acts.includes(act))).toEqual([]);
    expect(lines.filter(({ kind, row, cards }) => `${kind}.${row.act}` in withoutCard && cards.length).map(({ row }) => row.act)).toEqual([]);
    expect(Object.keys(papersElsewhere).filter((paper) => !(paper in papers))).toEqual([]);
    expect(notBuilt.flatMap((one) => one.checks).filter((id) => !checks.some((check) => check.id === id))).toEqual([]);
  });
});
