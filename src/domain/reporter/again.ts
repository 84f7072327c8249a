import type { Document } from '../document.ts';
import type { Facts, Matter } from '../matter/matter.ts';
import { isSameStory, similarity } from '../matter/merge/likeness.ts';

/** As long after the first telling a person is asked whether he means the same matter, in milliseconds. */
const day = 24 * 3_600_000;
/** From this share of common pairs of characters on, words are the same story where one of the two names no project. */
const sameWords = 0.8;
const open = ['registered', 'verifying', 'forwarded', 'reported', 'shelved'];

/** The newest matter of the same person, of the last 24 hours and still open, that tells the same story; he decides whether it is (experience 4). */
export function toldBefore(mine: readonly Document<Matter>[], told: { facts: Facts; words: string }, now: Date): Document<Matter> | undefined {
  const compared = { ...told.facts, words: told.words, reportedPeople: [], routing: null };
  return mine.find(({ state, createdAt, data }) =>
    open.includes(state) && now.getTime() - Date.parse(createdAt) < day && (isSameStory(data, compared) || (!(data.project && compared.project) && similarity(data.words, told.words) >= sameWords)));
}
