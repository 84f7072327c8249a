/** Width and height of a picture in pixels, for PNG, GIF, BMP and JPEG; undefined when they cannot be told. */
export function imageSize(bytes: Buffer, mime: string): { width: number; height: number } | undefined {
  if (mime === 'image/png' && bytes.length >= 24) return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (mime === 'image/gif' && bytes.length >= 10) return { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  if (mime === 'image/bmp' && bytes.length >= 26) return { width: bytes.readInt32LE(18), height: Math.abs(bytes.readInt32LE(22)) };
  return mime === 'image/jpeg' ? jpegSize(bytes) : undefined;
}

/** The frame header of a JPEG, found by walking its segments. */
function jpegSize(bytes: Buffer): { width: number; height: number } | undefined {
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff;) {
    const marker = bytes[at + 1] ?? 0;
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
