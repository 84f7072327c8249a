const scenes: [sky: string, hill: string][] = [['#9fd3e8', '#2f6f6a'], ['#f6cf9b', '#8a5a3c'], ['#cdd9f3', '#46568f'], ['#d6ecc9', '#4b7d3a'], ['#f3c9c4', '#8f3d3a'], ['#d9cff0', '#57418c']];

/** The invented pictures and the sound of the gallery by their keys; '' for any other key, as if it had been lost. */
export function galleryFile(key: string): string {
  const number = /^img_gallery_(\d)$/.exec(key)?.[1];
  if (number !== undefined) return picture(Number(number) - 1);
  return key === 'file_gallery_sound' ? sound() : 'data:,';
}

function picture(at: number): string {
  const [sky, hill] = scenes[at % scenes.length] ?? ['#9fd3e8', '#2f6f6a'];
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 400" width="640" height="400"><rect width="640" height="400" fill="${sky}"/><circle cx="${120 + at * 80}" cy="90" r="44" fill="#fff" opacity=".75"/><path d="M0 300 160 170l110 90 130-140 240 210v70H0Z" fill="${hill}"/><path d="M0 340q160-60 320 0t320 0v60H0Z" fill="#fff" opacity=".3"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(drawing)}`;
}

let made: string | undefined;

/** Three seconds of a soft tone as a WAV file. */
function sound(): string {
  made ??= URL.createObjectURL(new Blob([wave(3, 8000)], { type: 'audio/wav' }));
  return made;
}

function wave(seconds: number, rate: number): ArrayBuffer {
  const count = seconds * rate;
  const bytes = new ArrayBuffer(44 + count);
  const view = new DataView(bytes);
  const write = (at: number, word: string) => [...word].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  write(0, 'RIFF');
  view.setUint32(4, 36 + count, true);
  write(8, 'WAVEfmt ');
  [16, 0x10001, rate, rate, 0x80001].forEach((field, index) => view.setUint32(16 + index * 4, field, true));
  write(36, 'data');
  view.setUint32(40, count, true);
  for (let at = 0; at < count; at += 1) view.setUint8(44 + at, 128 + Math.round(40 * Math.sin((at / rate) * 2 * Math.PI * 440)));
  return bytes;
}
