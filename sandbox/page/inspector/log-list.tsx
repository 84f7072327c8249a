import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { BriefEntry } from '../../api/inspector.ts';
import { seconds } from '../kit/dates.ts';
import { useVirtual } from '../kit/virtual.ts';
import { t } from '../language/language.ts';

interface ListProps {
  rows: BriefEntry[];
  /** Number of the entry that is open, 0 for none. */
  chosen: number;
  onChoose: (seq: number) => void;
}

const rowHeight = 46;
const kindNames = { call: 'kindCall', event: 'kindEvent', callback: 'kindCallback', answer: 'kindAnswer' } as const;
const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };

/** The record, newest at the end and in view; thousands of rows of which only those in view are drawn. Arrow keys move the choice. */
export function LogList({ rows, chosen, onChoose }: ListProps) {
  const box = useRef<HTMLDivElement>(null);
  const { virtual, rows: drawn, height } = useVirtual({ box, count: rows.length, keyOf: (at) => String(rows[at]?.seq ?? at), heightOf: () => rowHeight });
  const follows = useFollowEnd(box, rows, chosen);
  const at = rows.findIndex((row) => row.seq === chosen);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at, { align: 'auto' });
  }, [chosen]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = rows[Math.max(0, Math.min(rows.length - 1, (at < 0 ? rows.length : at) + step))];
    if (next !== undefined) onChoose(next.seq);
  };
  return (
    <div ref={box} class="log" role="listbox" aria-label={t('log')} tabIndex={0} aria-activedescendant={at < 0 ? undefined : `log-${chosen}`} onScroll={follows} onKeyDown={onKeyDown}>
      {rows.length === 0 && <p class="empty-line">{t('emptyLog')}</p>}
      <div role="presentation" style={{ height: `${height}px`, position: 'relative' }}>
        {drawn.map(({ index, start }) => {
          const entry = rows[index];
          return entry === undefined ? null : <LogRow key={entry.seq} entry={entry} top={start} place={{ index, of: rows.length }} chosen={entry.seq === chosen} onChoose={onChoose} />;
        })}
      </div>
    </div>
  );
}

/** Stays at the newest entry until somebody scrolls away or opens one. */
function useFollowEnd(box: { current: HTMLDivElement | null }, rows: BriefEntry[], chosen: number): () => void {
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    if (atEnd.current && chosen === 0 && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [rows.at(-1)?.seq, rows.length]);
  return () => {
    const list = box.current;
    if (list !== null) atEnd.current = list.scrollHeight - list.scrollTop - list.clientHeight < rowHeight;
  };
}

interface RowProps {
  entry: BriefEntry;
  top: number;
  place: { index: number; of: number };
  chosen: boolean;
  onChoose: (seq: number) => void;
}

function LogRow({ entry, top, place, chosen, onChoose }: RowProps) {
  const bad = entry.breaches.length > 0;
  const answer = [entry.code ? String(entry.code) : '', entry.status === undefined ? '' : String(entry.status), entry.tookMs === undefined ? '' : t('milliseconds', { count: entry.tookMs })];
  return (
    <div id={`log-${entry.seq}`} class={`log-row${bad ? ' is-bad' : ''}`} role="option" aria-selected={chosen} aria-posinset={place.index + 1} aria-setsize={place.of} style={{ top: `${top}px`, height: `${rowHeight}px` }} onClick={() => onChoose(entry.seq)}>
      <span class="log-top">
        <time>{seconds(entry.at)}</time>
        <i class={`log-kind log-${entry.kind}`}>{t(kindNames[entry.kind])}</i>
        <b>{entry.title}</b>
        {(entry.notes ?? []).length > 0 && <i class="log-noted" title={(entry.notes ?? []).join('\n')}>{t('noted')}</i>}
        <span class={`verdict${bad ? ' is-bad' : ''}`}>{bad ? t('breach') : t('conforms')}</span>
      </span>
      <span class="log-under">
        {bad ? <span class="breach">{entry.breaches.join('；')}</span> : <code>{entry.method} {entry.path}</code>}
        <span class="log-facts">{answer.filter((fact) => fact !== '').join(' ')}</span>
      </span>
    </div>
  );
}
