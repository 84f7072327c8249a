import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LogEntry } from '../../api/inspector.ts';
import { usePage } from '../state/context.ts';
import { seconds } from '../kit/dates.ts';
import { FaultSwitch } from './fault-switch.tsx';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';

const kinds = { call: 'kindCall', event: 'kindEvent', callback: 'kindCallback', answer: 'kindAnswer' } as const;
const filters = [
  { id: 'all', name: 'all' },
  { id: 'call', name: 'kindCall' },
  { id: 'event', name: 'kindEvent' },
  { id: 'callback', name: 'kindCallback' },
  { id: 'bad', name: 'onlyBreaches' },
] as const;

type FilterId = (typeof filters)[number]['id'];

/** What goes over the wire between sandbox and bot, each with its verdict against the contract. */
export function Inspector() {
  const { store } = usePage();
  const [filter, setFilter] = useState<FilterId>('all');
  const [query, setQuery] = useState('');
  const breaches = store.log.value.reduce((sum, entry) => sum + entry.breaches.length, 0);
  const rows = store.log.value.filter((entry) => fits(entry, filter) && searchable(entry).includes(query.trim().toLowerCase()));
  return (
    <aside class="inspector" id="inspector" aria-label={t('inspector')} tabIndex={-1}>
      <header>
        <h2>{t('inspector')}</h2>
        <span class={`verdict${breaches > 0 ? ' is-bad' : ''}`}>{t('breaches', { count: breaches })}</span>
        <FaultSwitch />
        <button type="button" class="btn-icon" aria-label={t('closeInspector')} onClick={() => { store.inspector.value = false; }}><Icon name="close" /></button>
      </header>
      <div class="inspector-tools">
        <label class="search"><Icon name="search" size={16} /><input type="search" placeholder={t('filterBy')} aria-label={t('filterLog')} value={query} onInput={(event) => setQuery(event.currentTarget.value)} /></label>
        <div class="segment" role="group" aria-label={t('logKinds')}>
          {filters.map((each) => <button type="button" key={each.id} aria-pressed={filter === each.id} onClick={() => setFilter(each.id)}>{t(each.name)}</button>)}
        </div>
      </div>
      <LogList rows={rows} />
    </aside>
  );
}

function fits(entry: LogEntry, filter: FilterId): boolean {
  if (filter === 'all') return true;
  if (filter === 'bad') return entry.breaches.length > 0;
  return filter === 'callback' ? entry.kind === 'callback' || entry.kind === 'answer' : entry.kind === filter;
}

function searchable(entry: LogEntry): string {
  return `${entry.title} ${entry.method ?? ''} ${entry.path ?? ''} ${entry.code ?? ''}`.toLowerCase();
}

function LogList({ rows }: { rows: LogEntry[] }) {
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  useLayoutEffect(() => {
    if (atEnd.current && box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  }, [rows.at(-1)?.seq]);
  const onScroll = () => {
    const list = box.current;
    if (list !== null) atEnd.current = list.scrollHeight - list.scrollTop - list.clientHeight < 40;
  };
  return (
    <div ref={box} class="log" role="log" aria-label={t('log')} tabIndex={0} onScroll={onScroll}>
      {rows.length === 0 && <p class="empty-line">{t('emptyLog')}</p>}
      {rows.slice(-300).map((entry) => <LogRow key={entry.seq} entry={entry} />)}
    </div>
  );
}

function LogRow({ entry }: { entry: LogEntry }) {
  const [open, setOpen] = useState(false);
  const bad = entry.breaches.length > 0;
  const facts = [entry.status === undefined ? '' : String(entry.status), entry.code ? t('code', { code: entry.code }) : '', entry.tookMs === undefined ? '' : t('milliseconds', { count: entry.tookMs })];
  return (
    <details class={`log-row${bad ? ' is-bad' : ''}`} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="log-top">
          <time>{seconds(entry.at)}</time>
          <i class={`log-kind log-${entry.kind}`}>{t(kinds[entry.kind])}</i>
          <b>{entry.title}</b>
          <span class={`verdict${bad ? ' is-bad' : ''}`}>{bad ? t('breach') : t('conforms')}</span>
        </span>
        {entry.path !== undefined && <code class="log-path">{entry.method} {entry.path}</code>}
        {facts.some((fact) => fact !== '') && <span class="log-facts">{facts.filter((fact) => fact !== '').join('　')}</span>}
        {(entry.notes ?? []).map((note) => <span key={note} class="log-note">{note}</span>)}
        {entry.breaches.map((breach) => <span key={breach} class="breach">{t('breachOf', { text: breach })}</span>)}
      </summary>
      {open && <Payload name={t('request')} value={entry.request} />}
      {open && <Payload name={t('response')} value={entry.response} />}
    </details>
  );
}

function Payload({ name, value }: { name: string; value: unknown }) {
  if (value === undefined) return null;
  return (
    <div class="payload">
      <p>{name}</p>
      <pre tabIndex={0}>{typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</pre>
    </div>
  );
}
