import { crc32, deflateSync } from 'node:zlib';
import { AlignmentType, ImageRun, Paragraph } from 'docx';
import { encode } from 'uqr';
import type { Block } from './sheet.ts';
import { remark } from './text.ts';

/** Points of a side on paper: 34 mm, which a phone reads at arm's length. */
const side = 128;

/** A code to be scanned with the line that says what it is for. */
export function scanned({ url, text }: Extract<Block, { kind: 'qr' }>): Paragraph[] {
  const image = new ImageRun({ type: 'png', data: qrPng(url), transformation: { width: side, height: side }, altText: { name: '二维码', title: '二维码', description: `${text} ${url}` } });
  return [new Paragraph({ alignment: AlignmentType.LEFT, keepNext: true, children: [image] }), remark(text)];
}

/** A QR code as a black and white PNG, four points a module with its quiet border; the same text always gives the same bytes. */
export function qrPng(text: string): Buffer {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const scale = 4;
  const row = Math.ceil((size * scale) / 8);
  const pixels = Buffer.alloc((row + 1) * size * scale);
  data.forEach((line, y) => {
    const bits = Buffer.alloc(row);
    for (let x = 0; x < size * scale; x += 1) if (!line[Math.floor(x / scale)]) bits[x >> 3] = (bits[x >> 3] ?? 0) | (128 >> (x & 7));
    for (let copy = 0; copy < scale; copy += 1) bits.copy(pixels, (y * scale + copy) * (row + 1) + 1);
  });
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size * scale, 0);
  head.writeUInt32BE(size * scale, 4);
  head.set([1, 0, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', deflateSync(pixels)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
  const out = Buffer.alloc(named.length + 8);
  out.writeUInt32BE(body.length, 0);
  named.copy(out, 4);
  out.writeUInt32BE(crc32(named), named.length + 4);
  return out;
}
