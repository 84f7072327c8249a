import { timingSafeEqual } from 'node:crypto';
import type { Document } from '../domain/document.ts';
import type { Transfer } from '../domain/transfer/transfer.ts';

/** What a valid link leads to: the transfer, and which of its links it is. */
export interface LinkTarget { id: string; serial: number }

/** Makes and reads the one-time addresses on transfer letters. Whether one still holds is known to the transfer alone. */
export interface ReceiptLinks {
  /** The present link of a transfer; undefined where no public address is set. */
  urlOf(doc: Document<Transfer>): string | undefined;
  /** Where a token leads; undefined where we did not sign it. */
  read(token: string): LinkTarget | undefined;
}

const shape = /^([A-Za-z0-9-]{1,120})\.(\d{1,4})\.([0-9a-f]{40})$/;

/** `sign` answers a keyed hash in hex; without `base` letters have no link. */
export function createReceiptLinks({ base, sign }: { base: string | undefined; sign(text: string): string }): ReceiptLinks {
  const mac = ({ id, serial }: LinkTarget): string => sign(`${id}.${serial}`).slice(0, 40);
  return {
    urlOf: ({ id, data }) => (base ? `${base}/receipt/${id}.${data.link.serial}.${mac({ id, serial: data.link.serial })}` : undefined),
    read(token) {
      const [, id = '', serial = '', given = ''] = shape.exec(token) ?? [];
      const target = { id, serial: Number(serial) };
      return given && timingSafeEqual(Buffer.from(given), Buffer.from(mac(target))) ? target : undefined;
    },
  };
}
