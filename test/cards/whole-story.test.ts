import { describe, expect, it } from 'vitest';
import { draw } from '../../cards/index.ts';
import type { Card } from '../../cards/kit/kit.ts';
import { cardFault } from '../../sandbox/card/validate.ts';
import type { Document } from '../../src/domain/document.ts';
import { bareDate, boldLines, byteSize, elementCount, plainButtons, texts, unwanted } from './inspect.ts';
import { samples, type Sample } from './samples.ts';
import { world } from './town.ts';
import { viewers } from './viewers.ts';

const stories = Object.entries(samples());

function matterOf({ doc, related }: Sample): Document | undefined {
  return doc.kind === 'matter' ? doc : related.find((one) => one.kind === 'matter');
}

const timelines = stories.flatMap(([name, story]) => {
  const doc = matterOf(story);
  return doc ? Object.entries(viewers).map(([who, viewer]) => ({ name: `${name} progress ${who}`, card: draw('progress', { doc, viewer, face: '', related: story.related, world: { ...world, now: story.now } }) })) : [];
});
const receipts = stories.flatMap(([name, story]) => {
  const doc = matterOf(story);
  return doc && viewers['reporter'] ? ['intake', 'result', 'files'].map((card) => ({ name: `${name} ${card}`, card: draw(card, { doc, viewer: viewers['reporter'] ?? { id: '', reporter: true, group: false }, face: '', world: { ...world, now: story.now } }) })) : [];
});
const limits = stories.flatMap(([name, story]) => [story.doc, ...story.related].flatMap((doc) => doc.clocks.flatMap((limit) => Object.entries(viewers).map(([who, viewer]) => (
  { name: `${name} ${doc.kind} ${limit.rule} ${who}`, card: draw('how-counted', { doc, viewer, face: limit.rule, world: { ...world, now: story.now } }) })))));
const all: readonly { name: string; card: Card }[] = [...timelines, ...receipts, ...limits];
const shown = all.filter(({ card }) => !JSON.stringify(card).includes('未找到该事项'));
const failing = (wrong: (card: Card) => boolean): string[] => shown.filter(({ card }) => wrong(card)).map(({ name }) => name);

describe('timeline, receipt and count of days in every state of every document', () => {
  it('are legal for the platform and small', () => {
    expect(failing((card) => cardFault(card) !== undefined || byteSize(card) > 24_000 || elementCount(card) > 160)).toEqual([]);
    expect(shown.length).toBeGreaterThan(200);
  });
  it('have one bold line, three buttons at most, one primary', () => {
    expect(failing((card) => boldLines(card).length !== 1 || plainButtons(card).length > 3 || plainButtons(card).filter((one) => one['type'] === 'primary_filled').length > 1)).toEqual([]);
  });
  it('are written in our words, every date with its weekday', () => {
    const told = new Set(Object.values(samples()).map(({ doc }) => (doc.data as { words?: string }).words));
    expect([...new Set(shown.flatMap(({ card }) => texts(card).filter((text) => !told.has(text) && (unwanted.test(text) || bareDate.test(text)))))]).toEqual([]);
  });
  it('tell the reporter no person, no receiver, no decision', () => {
    const told = [...receipts, ...timelines.filter(({ name }) => name.endsWith(' reporter'))];
    expect(told.filter(({ card }) => /王磊|李娜|刘洋|其其格|巴特尔|张海|公安局(?!（)|批准|指派/.test(texts(card).filter((text) => !text.startsWith('建议承办')).join())).map(({ name }) => name)).toEqual([]);
  });
});
