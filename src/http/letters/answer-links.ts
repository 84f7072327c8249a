import { timingSafeEqual } from 'node:crypto';
import type { Document } from '../../domain/document.ts';
import { letterAsks } from '../../domain/meeting/letters.ts';
import type { Meeting } from '../../domain/meeting/meeting.ts';
import type { Transfer } from '../../domain/transfer/transfer.ts';

/** Where the link on a letter leads, by the kind of document that the letter is of. */
export const pages = { transfer: 'receipt', meeting: 'meeting' } as const;
/** A kind of document whose letters carry a link. */
export type LetterKind = keyof typeof pages;

/** What a link is for: a document, the organ where each organ has its own letter, and which of the letters. */
export interface LinkTarget { kind: LetterKind; id: string; organ: string; serial: number }

/** Makes and reads the one-time addresses on letters. Whether one still holds is known to the document alone. */
export interface AnswerLinks {
  /** The present link of a document's letter (`about` is the organ); undefined where nothing can be answered, or no public address is set. */
  urlOf(doc: Document, about: string): string | undefined;
  /** Where a token on the page of a kind leads; undefined where we did not sign it. */
  read(kind: LetterKind, token: string): LinkTarget | undefined;
}

const shape = /^([A-Za-z0-9-]{1,120})\.(?:([A-Z0-9]{1,10})\.)?(\d{1,4})\.([0-9a-f]{40})$/;

/** `sign` answers a keyed hash in hex; without `base` letters have no link. */
export function createAnswerLinks({ base, sign, now }: { base: string | undefined; sign(text: string): string; now(): Date }): AnswerLinks {
  const named = ({ id, organ, serial }: LinkTarget): string => [id, organ, String(serial)].filter(Boolean).join('.');
  const mac = (target: LinkTarget): string => sign(`${target.kind} ${named(target)}`).slice(0, 40);
  return {
    urlOf(doc, about) {
      const target = presentLink(doc, about, now());
      return base && target ? `${base}/${pages[target.kind]}/${named(target)}.${mac(target)}` : undefined;
    },
    read(kind, token) {
      const [, id = '', organ = '', serial = '', given = ''] = shape.exec(token) ?? [];
      const target = { kind, id, organ, serial: Number(serial) };
      return given && timingSafeEqual(Buffer.from(given), Buffer.from(mac(target))) ? target : undefined;
    },
  };
}

function presentLink(doc: Document, about: string, now: Date): LinkTarget | undefined {
  if (doc.kind === 'transfer') return { kind: doc.kind, id: doc.id, organ: '', serial: (doc as Document<Transfer>).data.link.serial };
  if (doc.kind !== 'meeting' || !about) return undefined;
  const serial = (doc as Document<Meeting>).data.letter;
  return letterAsks(doc as Document<Meeting>, { organ: about, serial }, now) && { kind: doc.kind, id: doc.id, organ: about, serial };
}
