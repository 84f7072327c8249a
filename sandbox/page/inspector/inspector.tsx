import { useMemo, useState } from 'preact/hooks';
import type { BriefEntry } from '../../api/inspector.ts';
import { Icon } from '../kit/icons.tsx';
import { t, type Word } from '../language/language.ts';
import { post } from '../state/api-client.ts';
import { usePage } from '../state/context.ts';
import { LogDetail } from './detail.tsx';
import { codesIn, everything, filtered, nextBreach, type Filter, type KindFilter } from './filter.ts';
import { LogList } from './log-list.tsx';

const kinds: readonly { id: KindFilter; name: Word }[] = [
  { id: 'all', name: 'all' },
  { id: 'call', name: 'kindCall' },
  { id: 'event', name: 'kindEvent' },
  { id: 'callback', name: 'kindCallback' },
];

/** What goes over the wire between sandbox and bot, each with its verdict against the contract. */
export function Inspector() {
  const { store } = usePage();
  const [filter, setFilter] = useState<Filter>(everything);
  const [frozen, setFrozen] = useState<BriefEntry[] | null>(null);
  const [chosen, setChosen] = useState(0);
  const [wide, setWide] = useState(false);
  const entries = frozen ?? store.log.value;
  const rows = useMemo(() => filtered(entries, filter), [entries, filter]);
  const choose = (seq: number) => setChosen(seq === chosen ? 0 : seq);
  return (
    <aside class={`inspector${wide ? ' is-wide' : ''}${chosen > 0 ? ' has-detail' : ''}`} id="inspector" aria-label={t('inspector')} tabIndex={-1}>
      <InspectorHead entries={entries} wide={wide} onWide={() => setWide(!wide)} onBreach={() => {
        const next = nextBreach(entries, chosen);
        if (next === undefined) return;
        if (!rows.includes(next)) setFilter(everything);
        setChosen(next.seq);
      }} />
      <InspectorTools filter={filter} entries={entries} onFilter={setFilter} />
      <LogBar rows={rows.length} frozen={frozen} onFreeze={() => setFrozen(frozen === null ? store.log.value : null)} onClear={() => { setFrozen(null); setChosen(0); }} />
      <div class="inspector-body">
        <LogList rows={rows} chosen={chosen} onChoose={choose} />
        {chosen > 0 && <LogDetail seq={chosen} known={entries} onChoose={setChosen} />}
      </div>
    </aside>
  );
}

function InspectorHead({ entries, wide, onWide, onBreach }: { entries: readonly BriefEntry[]; wide: boolean; onWide: () => void; onBreach: () => void }) {
  const { store } = usePage();
  const count = entries.reduce((sum, entry) => sum + entry.breaches.length, 0);
  return (
    <header>
      <h2>{t('inspector')}</h2>
      <button type="button" class={`verdict${count > 0 ? ' is-bad' : ''}`} disabled={count === 0} title={count > 0 ? t('nextBreach') : undefined} onClick={onBreach}>{t('breaches', { count })}</button>
      <button type="button" class="btn-icon wide-only" aria-pressed={wide} aria-label={t('sideBySide')} title={t('sideBySide')} onClick={onWide}><Icon name="split" /></button>
      <button type="button" class="btn-icon" aria-label={t('closeInspector')} onClick={() => { store.inspector.value = false; }}><Icon name="close" /></button>
    </header>
  );
}

interface ToolsProps {
  filter: Filter;
  entries: readonly BriefEntry[];
  onFilter: (filter: Filter) => void;
}

function InspectorTools({ filter, entries, onFilter }: ToolsProps) {
  const { store } = usePage();
  const apps = store.city.value?.apps ?? [];
  const codes = useMemo(() => codesIn(entries), [entries]);
  return (
    <div class="inspector-tools">
      <label class="search"><Icon name="search" size={16} /><input type="search" placeholder={t('filterBy')} aria-label={t('filterLog')} value={filter.text} onInput={(event) => onFilter({ ...filter, text: event.currentTarget.value })} /></label>
      <div class="segment" role="group" aria-label={t('logKinds')}>
        {kinds.map((each) => <button type="button" key={each.id} aria-pressed={filter.kind === each.id} onClick={() => onFilter({ ...filter, kind: each.id })}>{t(each.name)}</button>)}
      </div>
      <div class="inspector-choices">
        <label class="check"><input type="checkbox" checked={filter.onlyBad} onChange={(event) => onFilter({ ...filter, onlyBad: event.currentTarget.checked })} /> {t('onlyBreaches')}</label>
        <select class="field" aria-label={t('codeFilter')} value={filter.code} onChange={(event) => onFilter({ ...filter, code: event.currentTarget.value })}>
          <option value="">{t('allCodes')}</option>
          {codes.map((code) => <option key={code} value={code}>{code}</option>)}
        </select>
        {apps.length > 1 && (
          <select class="field" aria-label={t('appFilter')} value={filter.app} onChange={(event) => onFilter({ ...filter, app: event.currentTarget.value })}>
            <option value="">{t('allApps')}</option>
            {apps.map((app) => <option key={app.appId} value={app.appId}>{app.name}</option>)}
          </select>
        )}
      </div>
    </div>
  );
}

interface BarProps {
  rows: number;
  frozen: BriefEntry[] | null;
  onFreeze: () => void;
  onClear: () => void;
}

function LogBar({ rows, frozen, onFreeze, onClear }: BarProps) {
  const { store, actions } = usePage();
  const fresh = frozen === null ? 0 : (store.log.value.at(-1)?.seq ?? 0) - (frozen.at(-1)?.seq ?? 0);
  const clear = () => actions.attempt('', async () => {
    await post('log/clear', {});
    store.log.value = [];
    onClear();
  });
  return (
    <div class="log-bar">
      <span class="quiet" role="status">{frozen === null ? t('rowCount', { count: rows }) : t('pausedWith', { count: fresh })}</span>
      <button type="button" class="btn-icon" aria-pressed={frozen !== null} aria-label={t('pauseLog')} title={t('pauseLog')} onClick={onFreeze}><Icon name="pause" size={16} /></button>
      <button type="button" class="btn-icon" aria-label={t('clearLog')} title={t('clearLog')} onClick={() => void clear()}><Icon name="trash" size={16} /></button>
    </div>
  );
}
