import { strFromU8, unzipSync } from 'fflate';

/** A docx taken apart: its parts as text. */
export interface Opened { part(path: string): string; paths: string[]; text: string; all: string }

/** Opens a docx; `text` is the body's text line by line, `all` the text of every part with runs. */
export function opened(bytes: Uint8Array): Opened {
  const files = unzipSync(bytes);
  const part = (path: string): string => (files[path] ? strFromU8(files[path]) : '');
  const paths = Object.keys(files);
  return { part, paths, text: textOf(part('word/document.xml')), all: paths.filter((path) => path.endsWith('.xml')).map((path) => part(path)).join('\n') };
}

/** The text of a part, one line a paragraph. */
export function textOf(xml: string): string {
  return xml.split('</w:p>').map((piece) => [...piece.matchAll(/<w:t[ >][^<]*|<w:t>[^<]*/g)].map(([hit]) => hit.replace(/^<w:t[^>]*>/, '')).join('')).join('\n')
    .replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

/** Every run of a part that shows something. */
export function runsOf(xml: string): string[] {
  return (xml.match(/<w:r>.*?<\/w:r>|<w:r .*?<\/w:r>/gs) ?? []).filter((run) => /<w:t[ >]|<w:instrText|<w:pict/.test(run));
}

/** Whether these words stand in the text in this order. */
export function inOrder(text: string, words: readonly string[]): string {
  let from = 0;
  for (const word of words) {
    const at = text.indexOf(word, from);
    if (at < 0) return text.includes(word) ? `${word} stands too early` : `${word} is missing`;
    from = at + word.length;
  }
  return 'in order';
}
