import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../language/language.ts';

const openTo = 2;

/** JSON that can be folded; what holds the searched words is open and marked. JSON inside strings is unfolded like any other. */
export function JsonTree({ value, query }: { value: unknown; query: string }) {
  return <div class="json" tabIndex={0}><JsonNode value={value} depth={0} query={query.trim().toLowerCase()} /></div>;
}

interface NodeProps {
  name?: string;
  value: unknown;
  depth: number;
  query: string;
}

function JsonNode({ name, value, depth, query }: NodeProps) {
  const inner = typeof value === 'string' ? jsonIn(value) : undefined;
  const shown = inner ?? value;
  const key = name === undefined ? null : <><span class="json-key"><Marked text={name} query={query} /></span>: </>;
  if (shown === null || typeof shown !== 'object') return <p class="json-line">{key}<Leaf value={shown} query={query} /></p>;
  const entries = Object.entries(shown);
  const marks = Array.isArray(shown) ? '[ ]' : '{ }';
  if (entries.length === 0) return <p class="json-line">{key}{marks}</p>;
  return (
    <Fold open={depth < openTo} found={query !== '' && JSON.stringify(shown).toLowerCase().includes(query)} summary={<>{key}<span class="json-count">{marks} {entries.length}{inner === undefined ? '' : `　${t('jsonInString')}`}</span></>}>
      {entries.map(([each, child]) => <JsonNode key={each} name={each} value={child} depth={depth + 1} query={query} />)}
    </Fold>
  );
}

/** Children are drawn only while it is open. */
function Fold({ open, found, summary, children }: { open: boolean; found: boolean; summary: ComponentChildren; children: ComponentChildren }) {
  const [wanted, setWanted] = useState<boolean | null>(null);
  const shown = wanted ?? (open || found);
  return (
    <details open={shown} onToggle={(event) => { if (event.currentTarget.open !== shown) setWanted(event.currentTarget.open); }}>
      <summary>{summary}</summary>
      {shown && <div class="json-inner">{children}</div>}
    </details>
  );
}

function Leaf({ value, query }: { value: unknown; query: string }) {
  const kind = value === null ? 'null' : typeof value;
  return <span class={`json-${kind}`}><Marked text={typeof value === 'string' ? `"${value}"` : String(value)} query={query} /></span>;
}

function Marked({ text, query }: { text: string; query: string }) {
  const at = query === '' ? -1 : text.toLowerCase().indexOf(query);
  if (at < 0) return <>{text}</>;
  return <>{text.slice(0, at)}<mark>{text.slice(at, at + query.length)}</mark>{text.slice(at + query.length)}</>;
}

function jsonIn(source: string): object | undefined {
  if (!/^\s*[[{]/.test(source)) return undefined;
  try {
    const parsed: unknown = JSON.parse(source);
    return typeof parsed === 'object' && parsed !== null ? parsed : undefined;
  } catch {
    return undefined;
  }
}
