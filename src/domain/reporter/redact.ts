import { readIdentity } from '../intake/facts.ts';

const traits = [/(?<!\d)1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}(?!\d)/g, /(?<!\d)\d{17}[\dXx](?!\d)/g, /[\w.+-]+@[\w-]+\.[\w.]+/g];
const hidden = '（已隐去）';

/** The words without what may show who the reporter is: names after 举报人 and the like, telephone and identity numbers, addresses of mail; also his own names, where they are known. */
export function redacted(words: string, own: readonly string[] = []): string {
  const bare = own.filter((name) => name.length > 1).reduce((rest, name) => rest.replaceAll(name, hidden), words);
  let text = traits.reduce((rest, trait) => rest.replace(trait, hidden), bare);
  for (let left = 20; left > 0; left -= 1) {
    const found = readIdentity(text)?.words;
    if (!found) return text;
    text = text.replaceAll(found, hidden);
  }
  return text;
}
