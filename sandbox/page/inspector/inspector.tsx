import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { LogEntry } from '../../api/inspector.ts';
import { usePage } from '../state/context.ts';
import { seconds } from '../kit/dates.ts';
import { FaultSwitch } from './fault-switch.tsx';
import { Icon } from '../kit/icons.tsx';

const kinds: Record<LogEntry['kind'], string> = { call: '调用', event: '事件', callback: '回调', answer: '应答' };
const filters = [
  { id: 'all', name: '全部' },
  { id: 'call', name: '调用' },
  { id: 'event', name: '事件' },
  { id: 'callback', name: '回调' },
  { id: 'bad', name: '只看违反' },
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
    <aside class="inspector" id="inspector" aria-label="检查器" tabIndex={-1}>
      <header>
        <h2>检查器</h2>
        <span class={`verdict${breaches > 0 ? ' is-bad' : ''}`}>违反 {breaches}</span>
        <FaultSwitch />
        <button type="button" class="btn-icon" aria-label="收起检查器" onClick={() => { store.inspector.value = false; }}><Icon name="close" /></button>
      </header>
      <div class="inspector-tools">
        <label class="search"><Icon name="search" size={16} /><input type="search" placeholder="筛选路径或标题" aria-label="筛选记录" value={query} onInput={(event) => setQuery(event.currentTarget.value)} /></label>
        <div class="segment" role="group" aria-label="记录种类">
          {filters.map((each) => <button type="button" key={each.id} aria-pressed={filter === each.id} onClick={() => setFilter(each.id)}>{each.name}</button>)}
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
    <div ref={box} class="log" role="log" aria-label="记录" tabIndex={0} onScroll={onScroll}>
      {rows.length === 0 && <p class="empty-line">还没有记录</p>}
      {rows.slice(-300).map((entry) => <LogRow key={entry.seq} entry={entry} />)}
    </div>
  );
}

function LogRow({ entry }: { entry: LogEntry }) {
  const [open, setOpen] = useState(false);
  const bad = entry.breaches.length > 0;
  const facts = [entry.status === undefined ? '' : String(entry.status), entry.code ? `码 ${entry.code}` : '', entry.tookMs === undefined ? '' : `${entry.tookMs} 毫秒`];
  return (
    <details class={`log-row${bad ? ' is-bad' : ''}`} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="log-top">
          <time>{seconds(entry.at)}</time>
          <i class={`log-kind log-${entry.kind}`}>{kinds[entry.kind]}</i>
          <b>{entry.title}</b>
          <span class={`verdict${bad ? ' is-bad' : ''}`}>{bad ? '违反' : '合规'}</span>
        </span>
        {entry.path !== undefined && <code class="log-path">{entry.method} {entry.path}</code>}
        {facts.some((fact) => fact !== '') && <span class="log-facts">{facts.filter((fact) => fact !== '').join('　')}</span>}
        {(entry.notes ?? []).map((note) => <span key={note} class="log-note">{note}</span>)}
        {entry.breaches.map((breach) => <span key={breach} class="breach">违反：{breach}</span>)}
      </summary>
      {open && <Payload name="请求" value={entry.request} />}
      {open && <Payload name="应答" value={entry.response} />}
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
