import { useEffect, useState } from 'preact/hooks';
import type { BriefEntry, LogEntry, Replayed } from '../../api/inspector.ts';
import { seconds, shortDay } from '../kit/dates.ts';
import { copyText } from '../kit/copy.ts';
import { Icon } from '../kit/icons.tsx';
import { SkeletonLines } from '../kit/skeleton.tsx';
import { t } from '../language/language.ts';
import { ask, post } from '../state/api-client.ts';
import { usePage } from '../state/context.ts';
import { JsonTree } from './json-tree.tsx';

interface DetailProps {
  seq: number;
  /** All entries known, to find the other attempts of an event. */
  known: readonly BriefEntry[];
  onChoose: (seq: number) => void;
}

/** One entry whole: its verdict in words, headers, request and answer side by side, and what can be done with it again. */
export function LogDetail({ seq, known, onChoose }: DetailProps) {
  const [entry, setEntry] = useState<LogEntry | null | 'gone'>(null);
  const [query, setQuery] = useState('');
  useEffect(() => {
    setEntry(null);
    void ask<LogEntry>(`log/${seq}`).then(setEntry, () => setEntry('gone'));
  }, [seq]);
  if (entry === null) return <section class="detail"><SkeletonLines /></section>;
  if (entry === 'gone') return <section class="detail"><p class="empty-line">{t('entryGone')}</p></section>;
  return (
    <section class="detail" aria-label={entry.title}>
      <DetailHead entry={entry} />
      <Verdict entry={entry} />
      <Attempts entry={entry} known={known} onChoose={onChoose} />
      <label class="search"><Icon name="search" size={16} /><input type="search" placeholder={t('searchJson')} aria-label={t('searchJson')} value={query} onInput={(event) => setQuery(event.currentTarget.value)} /></label>
      <div class="sides">
        <Side name={entry.kind === 'event' || entry.kind === 'callback' ? t('pushed') : t('request')} value={entry.request} query={query} />
        <Side name={entry.kind === 'event' ? t('ack') : t('response')} value={entry.response} query={query} />
        {entry.headers !== undefined && <Side name={t('headers')} value={entry.headers} query={query} />}
      </div>
    </section>
  );
}

function DetailHead({ entry }: { entry: LogEntry }) {
  const { actions } = usePage();
  const [done, setDone] = useState('');
  const copyCurl = () => actions.attempt('', async () => {
    const answer = await fetch(`/sandbox/log/${entry.seq}/curl`);
    if (!answer.ok) return actions.tell('', { type: 'warning', text: ((await answer.json()) as { error: string }).error });
    await copyText(await answer.text());
    setDone(t('copied'));
  });
  const replay = () => actions.attempt('', async () => {
    const again = await post<Replayed>(`log/${entry.seq}/replay`, {});
    setDone(again.pushed ? t('pushedAgain') : t('replayedAs', { status: again.status }));
  });
  const { kind, method, path } = entry;
  return (
    <>
      <h3>{shortDay(entry.at)} {seconds(entry.at)}　{entry.title}</h3>
      {path !== undefined && <code class="detail-path">{method} {path}</code>}
      <div class="detail-acts">
        <button type="button" class="btn btn-small" disabled={kind === 'answer'} onClick={() => void copyCurl()}><Icon name="copy" size={15} /> {t('copyCurl')}</button>
        <button type="button" class="btn btn-small" disabled={kind !== 'call' && kind !== 'event'} onClick={() => void replay()}>{t('replay')}</button>
        <a class="btn btn-small" href={`/sandbox/log/${entry.seq}/fixture`} download>{t('asFixture')}</a>
        <span role="status" class="quiet">{done}</span>
      </div>
    </>
  );
}

function Verdict({ entry }: { entry: LogEntry }) {
  const facts = [
    entry.status === undefined ? '' : `HTTP ${entry.status}`,
    entry.code === undefined ? '' : t('code', { code: entry.code }),
    entry.tookMs === undefined ? '' : t('milliseconds', { count: entry.tookMs }),
    entry.app ?? '',
  ].filter((fact) => fact !== '');
  return (
    <div class="detail-verdict">
      {entry.breaches.length === 0 && <p class="is-good"><Icon name="done" size={16} /> {t('conforms')}</p>}
      {entry.breaches.map((breach) => <p key={breach} class="breach"><Icon name="warning" size={16} /> {t('breachOf', { text: breach })}</p>)}
      {(entry.notes ?? []).map((note) => <p key={note} class="log-note">{note}</p>)}
      {facts.length > 0 && <p class="quiet">{facts.join('　')}</p>}
    </div>
  );
}

/** The same event as it was pushed before and after. */
function Attempts({ entry, known, onChoose }: { entry: LogEntry; known: readonly BriefEntry[]; onChoose: (seq: number) => void }) {
  const same = entry.event === undefined || entry.event === '' ? [] : known.filter((each) => each.event === entry.event);
  if (same.length < 2) return null;
  return (
    <div class="attempts">
      <b>{t('attempts', { count: same.length })}</b>
      {same.map((each) => (
        <button type="button" key={each.seq} class="btn btn-small" aria-pressed={each.seq === entry.seq} onClick={() => onChoose(each.seq)}>
          {seconds(each.at)} {each.status ?? t('noAck')}
        </button>
      ))}
    </div>
  );
}

function Side({ name, value, query }: { name: string; value: unknown; query: string }) {
  return (
    <section class="side" aria-label={name}>
      <h4>{name}</h4>
      {value === undefined || value === '' ? <p class="quiet">{t('nothing')}</p> : <JsonTree value={value} query={query} />}
    </section>
  );
}
