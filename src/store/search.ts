import type { QueryFilter } from 'mongoose';
import { kinds, type Document, type Kind } from '../domain/document.ts';
import { gramsOf, normal } from './grams.ts';
import type { Keys } from './keys.ts';
import type { Shape } from './rows.ts';
import type { Row } from './schemas.ts';
import type { createDocuments } from './documents.ts';

/** What is looked for; every given part must hold. `person` is an open_id that the data names. */
export interface Search { kind?: Kind; text?: string; organ?: string; states?: readonly string[]; person?: string; limit: number }

/** Finds documents by number, matter, or words, without the database ever seeing the words. */
export function createSearch(keys: Keys, shapes: Readonly<Record<Kind, Shape>>, documents: Pick<ReturnType<typeof createDocuments>, 'every'>) {
  const newest = { createdAt: -1 as const, _id: 1 as const };
  return {
    /** The document with that number, matters first. */
    async byNo(no: string): Promise<Document | undefined> {
      return no === '' ? undefined : (await documents.every({ no }, { sort: newest, limit: 1 }))[0];
    },

    /** Every document of a matter, the matter first, then by age. */
    async ofMatter(matter: string): Promise<Document[]> {
      const found = await documents.every({ matter }, { sort: { createdAt: 1, _id: 1 }, limit: 200 });
      return found.sort((a, b) => Number(b.kind === 'matter') - Number(a.kind === 'matter') || order(a, b));
    },

    /** Newest first. Text of fewer than two letters finds nothing. */
    async search(query: Search): Promise<Document[]> {
      const text = query.text === undefined ? undefined : normal(query.text);
      if (text !== undefined && [...text].length < 2) return [];
      const found = await documents.every(filterOf(keys, query), {
        sort: newest, limit: text === undefined ? query.limit : query.limit * 3, among: query.kind ? [query.kind] : kinds,
      });
      return found
        .filter((doc) => text === undefined || shapes[doc.kind].find(doc).some((word) => normal(word).includes(text)))
        .sort((a, b) => order(b, a))
        .slice(0, query.limit);
    },
  };
}

function filterOf(keys: Keys, { text, organ, states, person }: Search): QueryFilter<Row> {
  return {
    ...(text === undefined ? {} : { grams: { $all: gramsOf(keys, [text]) } }),
    ...(organ === undefined ? {} : { organs: organ }),
    ...(states === undefined ? {} : { state: { $in: [...states] } }),
    ...(person === undefined ? {} : { people: person }),
  };
}

function order(a: Document, b: Document): number {
  return a.createdAt < b.createdAt ? -1 : a.createdAt > b.createdAt ? 1 : 0;
}
