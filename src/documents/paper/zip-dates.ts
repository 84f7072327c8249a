const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endRecord = 0x06054b50;
/** 1 January 1980 0:00, the first moment that a zip can name. */
const date = 0x0021;

/** The same zip with every entry dated 1 January 1980, so that equal contents are equal bytes; throws where it is not a plain zip. */
export function withFixedDates(zip: Uint8Array): Buffer {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== endRecord) throw new Error('zip: no end record');
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== centralHeader) throw new Error('zip: no central header');
    const local = bytes.readUInt32LE(at + 42);
    if (bytes.readUInt32LE(local) !== localHeader) throw new Error('zip: no local header');
    stamp(bytes, at + 12);
    stamp(bytes, local + 10);
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return bytes;
}

function stamp(bytes: Buffer, at: number): void {
  bytes.writeUInt16LE(0, at);
  bytes.writeUInt16LE(date, at + 2);
}
