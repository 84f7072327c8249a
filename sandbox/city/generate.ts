import type { CityPlan, Generation } from '../api/city.ts';
import { createDice, type Dice } from '../dice.ts';
import { refuse } from '../people/refusal.ts';
import { familyNames, givenNames, mongolianNames, organisations, posts } from './names-data.ts';

const MOST_PEOPLE = 5000;
/** Every third person or so has a Mongolian name. */
const MONGOLIAN = 0.3;

function pick<T>(dice: Dice, from: ArrayLike<T>): T {
  return from[Math.floor(dice() * from.length)] as T;
}

/** Names that nobody else in the city has, as long as there are any. */
function createNamer(dice: Dice): () => string {
  const taken = new Set<string>();
  const draw = (): string => (dice() < MONGOLIAN ? pick(dice, mongolianNames) : pick(dice, familyNames) + pick(dice, givenNames));
  return () => {
    let name = draw();
    for (let tries = 0; taken.has(name) && tries < 50; tries += 1) name = draw();
    taken.add(name);
    return name;
  };
}

function titleOf(place: number, head: string): string {
  if (place === 0) return head;
  return (posts[place - 1] ?? posts.at(-1) ?? '').replace('{head}', head);
}

/** The code and name of the n-th organisation; past the list they are branches of the ones before. */
function organisation(index: number): { code: string; name: string; head: string } {
  const [code, name, head] = organisations[index % organisations.length] ?? ['', '', ''];
  const round = Math.floor(index / organisations.length);
  return round === 0 ? { code, name: `市${name}`, head } : { code: `${code}${round + 1}`, name: `${name}第${round}分局`, head };
}

function whole(name: string, value: unknown, [least, most]: [number, number]): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most) return value;
  throw refuse(400, `${name} 应为 ${least} 到 ${most} 的整数`);
}

/** Departments with people of realistic Chinese and Mongolian names and titles, the same for the same seed; throws 400 on numbers that cannot be. */
export function generate(wish: Generation): CityPlan['departments'] {
  const count = whole('organisations', wish.organisations ?? 17, [1, 200]);
  const people = whole('people', wish.people ?? 300, [count, MOST_PEOPLE]);
  const seed = whole('seed', wish.seed ?? 1, [0, 2 ** 31]);
  const dice = createDice(seed);
  const name = createNamer(dice);
  // Organisations differ in size: weights from 1 to 2, and everybody gets a head.
  const weights = Array.from({ length: count }, () => 1 + dice());
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const sizes = weights.map((weight) => 1 + Math.floor((weight / sum) * (people - count)));
  for (let index = 0, left = people - sizes.reduce((total, size) => total + size, 0); left > 0; index += 1, left -= 1) {
    sizes[index % count] = (sizes[index % count] ?? 0) + 1;
  }
  let serial = 0;
  return sizes.map((size, index) => {
    const { code, name: called, head } = organisation(index);
    const staff = Array.from({ length: size }, (_, place) => {
      const userId = `${code}-${place + 1}`;
      serial += 1;
      return {
        userId,
        name: name(),
        title: titleOf(place, head),
        email: `${userId}@city.example`,
        mobile: `1990000${String(serial).padStart(4, '0')}`,
      };
    });
    return { code, name: called, people: staff };
  });
}
