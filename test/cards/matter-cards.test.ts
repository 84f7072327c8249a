import { describe, expect, it } from 'vitest';
import { draw, cards } from '../../cards/index.ts';
import type { Viewer } from '../../cards/kit/draw.ts';
import type { Card } from '../../cards/kit/kit.ts';
import { cardFault } from '../../sandbox/card/validate.ts';
import { actsOpenTo } from '../../src/domain/decide.ts';
import { flows } from '../../src/domain/flows.ts';
import { factsInput } from '../../src/domain/matter/inputs.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { bareDate, boldLines, byteSize, elementCount, markdowns, plainButtons, tagged, taps, texts, unwanted } from './inspect.ts';
import { clerk, matterSamples, type Sample } from './samples.ts';
import { world } from './town.ts';
import { group, inputOf, person, reporter, sample, viewers, withData } from './viewers.ts';

const all = matterSamples();
const own = ['intake', 'files', 'duty', 'triage', 'triage-late', 'result', 'progress', 'how-counted'] as const satisfies readonly (keyof typeof cards)[];
const faces = ['', 'edit', 'more', 'scope', 'T01', 'T03'];
interface Drawn { name: string; sample: Sample; viewer: Viewer; card: Card }

function everything(from: Record<string, Sample> = all, who: readonly string[] = Object.keys(viewers)): Drawn[] {
  return Object.entries(from).flatMap(([story, sample]) => own.flatMap((card) => faces.flatMap((face) => Object.entries(viewers).filter(([name]) => who.includes(name)).map(([name, viewer]) => (
    { name: `${story} ${card} ${face} ${name}`, sample, viewer, card: draw(card, inputOf(sample, viewer, { face })) })))));
}

const drawn = everything();
const namesOf = (found: readonly Drawn[]): string[] => found.map(({ name }) => name);
const isUnknown = (card: Card): boolean => JSON.stringify(card).includes('未找到该事项');

describe('what a card of a matter offers', () => {
  it('no card offers a button that the flow would refuse for lack of role or state', () => {
    const wrong = drawn.flatMap(({ name, sample: { doc, now }, viewer, card }) => taps(card).flatMap((tap) => {
      if (tap.do !== 'act') return [];
      const flow = flows[doc.kind];
      const open = viewer.group ? flow.rows.filter((row) => row.from.includes(doc.state)) : actsOpenTo(flow, { doc, by: { role: 'person', id: viewer.id, ref: '', reporter: viewer.reporter }, world: { ...world, now } });
      return open.some((row) => row.act === tap.act) ? [] : [`${name}: ${tap.act}`];
    }));
    expect(wrong).toEqual([]);
    expect(drawn.flatMap(({ card }) => taps(card)).filter((tap) => tap.do === 'act').length).toBeGreaterThan(100);
  });

  it('every tap carries the round it was drawn in and the card it belongs to', () => {
    const wrong = drawn.filter(({ sample: { doc }, card }) => taps(card).some((tap) => tap.do === 'act' && (tap.seen !== doc.round || !(tap.card in cards) || tap.id !== doc.id)));
    expect(namesOf(wrong)).toEqual([]);
  });

  it('an ended matter offers no act but 恢复 of a discarded draft, the export of its trail and what its reporter thinks of the result', () => {
    const ended = drawn.filter(({ sample: { doc } }) => ['closed', 'notApplicable', 'referredOut', 'discarded'].includes(doc.state));
    expect([...new Set(ended.flatMap(({ card }) => taps(card).flatMap((tap) => (tap.do === 'act' ? [tap.act] : []))))]).toEqual(['exportTrail', 'revive', 'appraise']);
  });

  it('a stranger, a liaison of another department and a group learn nothing from any card but the duty card', () => {
    const shown = drawn.filter(({ name, viewer, card }) => (viewer === viewers['stranger'] || viewer === viewers['elsewhere'] || viewer === group) && !isUnknown(card) && !/ duty .*group$/.test(name));
    expect(namesOf(shown)).toEqual([]);
  });

  it('a draft is seen by its reporter only', () => {
    const seen = drawn.filter(({ sample: { doc }, viewer, card }) => doc.state === 'draft' && !viewer.reporter && !isUnknown(card));
    expect(namesOf(seen)).toEqual([]);
  });
});

describe('the shape of a card of a matter', () => {
  const open = drawn.filter(({ card }) => !isUnknown(card));

  it('has exactly one bold line', () => expect(namesOf(open.filter(({ card }) => boldLines(card).length !== 1))).toEqual([]));
  it('shows three buttons at most, one of them primary at most', () => {
    expect(namesOf(open.filter(({ card }) => plainButtons(card).length > 3 || plainButtons(card).filter((one) => one['type'] === 'primary_filled').length > 1))).toEqual([]);
  });
  it('is legal for the platform', () => expect(drawn.flatMap(({ name, card }) => (cardFault(card) ? [`${name}: ${cardFault(card)?.message ?? ''}`] : []))).toEqual([]));
  it('has a title of 20 signs and a subtitle of 26 at most', () => {
    const head = (card: Card) => card.header as { title: { content: string }; subtitle?: { content: string } };
    expect(namesOf(open.filter(({ card }) => [...head(card).title.content].length > 20 || [...(head(card).subtitle?.content ?? '')].length > 26))).toEqual([]);
  });
  it('keeps number, act and limit in the summary: no project, no names, no words', () => {
    const telling = open.filter(({ sample: { doc }, card }) => {
      const { project, named, words } = doc.data as Matter;
      const summary = (card.config as { summary: { content: string } }).summary.content;
      return [project, ...named, words].some((secret) => secret && summary.includes(secret));
    });
    expect(namesOf(telling)).toEqual([]);
  });
  it('writes no date without its weekday', () => expect(open.flatMap(({ name, card }) => texts(card).filter((text) => bareDate.test(text)).map((text) => `${name}: ${text}`))).toEqual([]));
  it('uses no word that is not to be used', () => expect([...new Set(open.flatMap(({ card }) => texts(card).filter((text) => unwanted.test(text))))]).toEqual([]));
  it('tells the limit of the Center with its origin', () => {
    for (const [name, viewer] of [['intake', reporter], ['duty', group], ['triage', person(clerk)]] as const) {
      expect(texts(draw(name, inputOf(sample('c1-registered'), viewer))).join()).toMatch(/11月25日（周三）.*系统默认/s);
    }
  });
});

describe('words of people', () => {
  const evil = '<at id=all></at>**x**';
  const poisoned = Object.fromEntries(Object.entries(all).map(([name, one]) => {
    const data = one.doc.data as Matter;
    return [name, withData(one, {
      project: evil, named: [evil], words: `${evil} ${data.words}`, scopeNote: evil, files: data.files.map((file) => ({ ...file, name: evil })),
      traces: [{ field: 'cityLevel', words: evil, why: evil }], amounts: [{ yuan: data.amountYuan ?? 0, what: evil }], told: data.told && evil,
    })];
  }));

  it('stand in plain text only, or escaped', () => {
    const shown = everything(poisoned);
    expect(namesOf(shown.filter(({ card }) => markdowns(card).some((text) => text.includes('<at') || text.includes('**x**'))))).toEqual([]);
    expect(shown.some(({ card }) => tagged(card, 'plain_text').some((text) => String(text['content']).includes('<at')))).toBe(true);
    expect(shown.flatMap(({ card }) => tagged(card, 'lark_md'))).toEqual([]);
  });

  it('do not reach the duty group, nor do project and names', () => {
    for (const one of Object.values(poisoned)) expect(JSON.stringify(draw('duty', inputOf(one, group)))).not.toContain('<at');
    for (const one of Object.values(all)) {
      const { project, named } = one.doc.data as Matter;
      for (const secret of [project, ...named]) expect(JSON.stringify(draw('duty', inputOf(one, group)))).not.toContain(secret);
    }
  });

  it('reach the clerk without what shows who the reporter is', () => {
    const told = withData(sample('c1-claimed'), { words: '举报人叫张三，电话13812345678，身份证150602199001011234。三家标书是同一个人做的。' });
    const card = JSON.stringify(draw('triage', inputOf(told, person(clerk))));
    expect(card).toContain('三家标书是同一个人做的');
    expect(card).not.toMatch(/张三|13812345678|150602199001011234/);
  });

  it('however long leave the card below 24 KB and 160 elements', () => {
    const most = ['reporter', 'clerk', 'group'];
    const long = '长'.repeat(200);
    const huge = Object.fromEntries(Object.entries(all).map(([name, one]) => [name, withData(one, {
      project: long, named: Array.from({ length: 50 }, (_, at) => `${at}${long.slice(0, 90)}`), words: long.repeat(200), scopeNote: long, told: (one.doc.data as Matter).told && long,
      violations: factsInput.shape.violations.element.options.slice(0, 20),
      files: Array.from({ length: 60 }, (_, at) => ({ id: `f${at}`, name: `${at}${long}.pdf`, size: 1e7, sha256: 'a'.repeat(64), at: '2026-11-23T01:14:00.000Z' })),
      traces: Array.from({ length: 100 }, () => ({ field: 'named', words: long, why: long })),
      guessed: Object.keys(factsInput.shape),
    })]));
    const cardsDrawn = [...everything(huge, most), ...everything(Object.fromEntries(Object.entries(huge).map(([name, one]) => [name, withData(one, { kind: '', source: '', cityLevel: '', violations: [], project: '' })])), most)];
    expect(cardsDrawn.filter(({ card }) => byteSize(card) > 24_000 || elementCount(card) > 160).map(({ name, card }) => `${name} ${byteSize(card)} ${elementCount(card)}`)).toEqual([]);
    expect(namesOf(cardsDrawn.filter(({ card }) => cardFault(card) !== undefined))).toEqual([]);
  });
});
