import { describe, expect, it } from 'vitest';
import { cardFault } from '../../sandbox/card/validate.ts';
import { card, illegal, legal, words } from './card-samples-data.ts';

describe('the card validator', () => {
  it.each(illegal)('refuses %s with %i', (_what, code, value) => {
    expect(cardFault(value)?.code).toBe(code);
  });
  it.each(legal)('accepts %s', (_what, value) => {
    expect(cardFault(value)).toBeUndefined();
  });
  it('refuses people and images that do not exist', () => {
    const around = { knowsPerson: (id: string) => id === 'ou_1', ownsImage: () => false };
    expect(cardFault(card({ tag: 'markdown', content: '<at id=ou_1></at>' }), around)).toBeUndefined();
    expect(cardFault(card({ tag: 'markdown', content: '<at id=ou_2></at>' }), around)?.code).toBe(100290);
    expect(cardFault(card({ tag: 'img', img_key: 'x', alt: words('') }), around)?.code).toBe(200570);
  });
});
