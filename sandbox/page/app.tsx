import { useEffect, useMemo } from 'preact/hooks';
import { Banner } from './desk/banner.tsx';
import { PersonColumn } from './desk/column.tsx';
import { usePage } from './state/context.ts';
import { Inspector } from './inspector/inspector.tsx';
import { NewsStrip } from './people/news-strip.tsx';
import { RideStrip } from './desk/clock-ride.tsx';
import { EmptyCity } from './desk/empty-city.tsx';
import { TourDesk } from './desk/tour-desk.tsx';
import { createSwipe } from './desk/swipe.ts';
import { useShortcuts } from './desk/shortcuts.tsx';
import { t } from './language/language.ts';

/** The whole page: banner, one or two persons, inspector. */
export function App() {
  const { store, actions } = usePage();
  const keysHelp = useShortcuts();
  const swipe = useMemo(() => createSwipe(store), [store]);
  const empty = store.city.value !== null && store.city.value.people.length === 0;
  useEffect(() => {
    if (!empty) return;
    const timer = setInterval(() => void actions.loadCity(), 3000);
    return () => clearInterval(timer);
  }, [empty]);
  return (
    <div class={`page${store.inspector.value ? ' with-inspector' : ''}`} data-active={store.active.value}>
      <Banner />
      {!store.connected.value && <p class="lost" role="status">{t('disconnected')}</p>}
      <RideStrip />
      <TourDesk />
      {!empty && <NewsStrip />}
      <main class="desk" {...swipe}>
        {empty ? <EmptyCity /> : store.columns.value.map((column, index) => <PersonColumn key={index} index={index} column={column} />)}
        {store.inspector.value && <Inspector />}
      </main>
      {keysHelp}
    </div>
  );
}
