import type { BriefEntry } from '../../api/inspector.ts';

export type KindFilter = 'all' | 'call' | 'event' | 'callback';

/** What of the record is to be seen; '' lets everything through. */
export interface Filter {
  kind: KindFilter;
  app: string;
  code: string;
  text: string;
  onlyBad: boolean;
}

/** Everything is seen. */
export const everything: Filter = { kind: 'all', app: '', code: '', text: '', onlyBad: false };

/** The entries a filter lets through, in their order. Every word of the text must occur in title, path, codes, notes or breaches. */
export function filtered(entries: readonly BriefEntry[], filter: Filter): BriefEntry[] {
  const words = filter.text.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return entries.filter((entry) => {
    if (filter.onlyBad && entry.breaches.length === 0) return false;
    if (filter.app !== '' && entry.app !== filter.app) return false;
    if (filter.code !== '' && String(entry.code ?? entry.status ?? '') !== filter.code) return false;
    if (!kindFits(entry, filter.kind)) return false;
    const source = words.length === 0 ? '' : searchable(entry);
    return words.every((word) => source.includes(word));
  });
}

function kindFits({ kind }: BriefEntry, wanted: KindFilter): boolean {
  if (wanted === 'all') return true;
  return wanted === 'callback' ? kind === 'callback' || kind === 'answer' : kind === wanted;
}

function searchable({ title, method, path, status, code, event, breaches, notes }: BriefEntry): string {
  return [title, method, path, status, code, event, ...breaches, ...(notes ?? [])].join(' ').toLowerCase();
}

/** The codes (or HTTP statuses, where there is no code) that occur, by frequency. */
export function codesIn(entries: readonly BriefEntry[]): string[] {
  const counts = new Map<string, number>();
  for (const entry of entries) {
    const code = String(entry.code ?? entry.status ?? '');
    if (code !== '') counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1]).map(([code]) => code);
}

/** The next entry with a breach after a number, from the beginning again after the last one. */
export function nextBreach(entries: readonly BriefEntry[], after: number): BriefEntry | undefined {
  const bad = entries.filter((entry) => entry.breaches.length > 0);
  return bad.find((entry) => entry.seq > after) ?? bad[0];
}
