import { describe, expect, it } from 'vitest';
import { cards } from '../../cards/index.ts';
import { catalogue } from '../../scripts/gallery/catalogue.ts';
import { galleryPage } from '../../scripts/gallery/sheet.ts';
import { allShots, faultOf, mostBytes } from '../../scripts/gallery/shots.ts';

const shots = allShots();

describe('the gallery of cards', () => {
  it('forgets no card of the registry', () => {
    expect(Object.keys(cards).filter((name) => !catalogue.some((entry) => entry.card === name))).toEqual([]);
    expect(Object.keys(cards).filter((name) => !shots.some((shot) => shot.name === name))).toEqual([]);
  });
  it('shows no card that breaks a rule of the platform', () => expect(shots.flatMap((shot) => (faultOf(shot) ? [shot.id] : []))).toEqual([]));
  it('tells a card that is illegal or too large from a good one', () => {
    const good = shots[0]?.card;
    if (!good) throw new Error('no card');
    expect(faultOf({ card: { ...good, body: { elements: [{ tag: 'note' }] } } })).toContain('note');
    expect(faultOf({ card: { ...good, body: { elements: [{ tag: 'markdown', content: '长'.repeat(mostBytes) }] } } })).toContain('超过');
  });
  it('names each picture once and points to it in every look', () => {
    expect(new Set(shots.map(({ id }) => id)).size).toBe(shots.length);
    const page = galleryPage(shots.slice(0, 2), [{ name: 'phone', title: '手机', theme: 'light', width: 375 }, { name: 'night', title: '深色', theme: 'dark', width: 375 }]);
    for (const { id } of shots.slice(0, 2)) expect(page).toContain(`src="${id}-night.png"`);
  });
});
