import { z } from 'zod';
import { kinds, type Kind } from '../document.ts';

/** What was sent: a card of a document, drawn anew where it is sent again; a card of no document, words or a file, sent again as they were. */
export const sentForms = ['card', 'loose', 'text', 'file'] as const;
/** What was sent. */
export type SentForm = (typeof sentForms)[number];

/** 送达待人工确认: a message of which nobody knows whether it arrived, put before whoever caused it. */
export interface Delivery {
  /** The document it is about; the matter's number is its name. */
  about: { kind: Kind; id: string; no: string };
  /** The person who is asked, as live cards keep people: an open_id, or `reporter`. */
  asked: string;
  /** His organ, by which his lists find it; empty for a reporter. */
  organ: string;
  /** For whom the message was: an open_id, `reporter`, or `chat:oc_…`. */
  to: string;
  form: SentForm;
  /** Name and face of a card of a document. */
  card: string;
  face: string;
  /** What it was called: the title of the card, the name of the file, the words. */
  title: string;
  /** The words, or the card of no document as JSON. */
  words: string;
  /** Id of the kept file. */
  file: string;
  /** ISO instant of the first try. */
  since: string;
}

/** States of such a question. */
export const deliveryStates = { new: '未建立', 'q.asked': '送达待人工确认', 'q.arrived': '已确认收到', 'q.again': '已重新发送' } as const;

/** States after which nothing follows. */
export const deliveryFinal = ['q.arrived', 'q.again'];

const text = z.string().default('');

/** What the system tells of a message that may not have arrived. */
export const askInput = z.object({
  about: z.object({ kind: z.enum(kinds), id: z.string(), no: text }), asked: z.string().min(1), organ: text, to: z.string().min(1), form: z.enum(sentForms),
  card: text, face: text, title: text, words: text, file: text, since: z.string(),
});
