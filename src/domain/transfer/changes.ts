import type { z } from 'zod';
import { actorId } from '../audit.ts';
import type { Document, EffectRequest, Situation, World } from '../document.ts';
import { post, redraw, toPerson, toRole } from '../effects.ts';
import { shortName } from '../people.ts';
import type { deliveryInput, wayInput } from './inputs.ts';
import { isToPolice, materials, type Material, type Receipt, type Transfer } from './transfer.ts';

const linkDays = 14;

/** A new one-time link of the letter, good for a fortnight. */
export function freshLink(serial: number, world: World): Transfer['link'] {
  return { serial: serial + 1, used: false, until: linkEnd(world) };
}

/** When a link that is handed over now ends (ISO). */
export function linkEnd(world: World): string {
  return new Date(world.now.getTime() + linkDays * 86_400_000).toISOString();
}

/** The document after an answer of the receiving organ: the one before is kept, an image that was sent already belongs to it, a used link is used up. */
export function answeredBy({ doc, by }: Situation<Transfer, unknown>, receipt: Omit<Receipt, 'by'>): Partial<Transfer> {
  const { data } = doc;
  return {
    receipt: { ...receipt, file: receipt.file || (data.receipt.result ? '' : data.receipt.file), by: actorId(by) },
    earlier: data.receipt.result ? [...data.earlier, data.receipt] : data.earlier,
    link: by.role === 'outside' ? { ...data.link, used: true } : data.link,
  };
}

/** The way that was taken after 不予立案, added to those before. */
export function answered({ doc, input, world }: Situation<Transfer, z.output<typeof wayInput>>): Partial<Transfer> {
  return input.way ? { answers: [...doc.data.answers, { way: input.way, at: world.now.toISOString(), no: world.numbers['移复'] ?? world.numbers['移监'] ?? '' }] } : {};
}

/** A card to everybody who handles it, but not to whoever is recused. */
export function toHandlers(doc: Document<Transfer>, card: string): EffectRequest[] {
  return doc.data.handlers.filter((id) => !doc.data.out.includes(id)).map((id) => toPerson(id, card));
}

/** What follows every step that others have to know of. */
export function told(): EffectRequest[] {
  return [post('tell-transfer'), post('tell-matter'), redraw()];
}

/** After an answer: the handlers have the next step on their card, the head reads how it stands. */
export function afterAnswer({ doc, world }: Pick<Situation<Transfer, unknown>, 'doc' | 'world'>): EffectRequest[] {
  return [...toHandlers(doc, 'receipt-form'), ...toRole(world.directory, { organ: doc.data.organ, roles: ['HEAD'] }, 'receipt-form'), ...told()];
}

/** 市公安局，鄂住建移〔2026〕5号，抄送市检察院；缺 …: what the trail says of a delivery. */
export function deliveryNote({ doc, input, world }: Situation<Transfer, z.output<typeof deliveryInput>>): string {
  const copy = isToPolice(doc.data) ? `，抄送${shortName(world.directory, 'JCY')}` : '';
  const absent = Object.keys(input.absent).map((material) => materials[material as Material]);
  return `${shortName(world.directory, doc.data.receiver)}，${doc.data.letterNo}${copy}${absent.length ? `；缺${absent.join('、')}，已说明` : ''}`;
}
