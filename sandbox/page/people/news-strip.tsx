import { Avatar } from './avatar.tsx';
import { usePage } from '../state/context.ts';
import { newsOf, type News } from './news.ts';
import { t } from '../language/language.ts';

const most = 5;

/** Who has something new and stands in no column; a tap opens him in the column that nobody is working in. */
export function NewsStrip() {
  const { store, actions } = usePage();
  const news = newsOf(store);
  const others = news.length - most;
  const index = store.columns.value.length > 1 && store.columns.value[0]?.person !== null ? 1 - store.active.value : 0;
  const open = (id: string) => {
    store.active.value = index;
    actions.choosePerson(index, id);
  };
  return (
    <nav class={`news${news.length === 0 ? ' no-news' : ''}`} aria-label={t('news')}>
      <b>{t('news')}</b>
      {news.length === 0 && <span class="quiet">{hint(store.columns.value.every((column) => column.person === null) ? store.city.value?.apps[0]?.name : undefined)}</span>}
      {news.slice(0, most).map((each) => <Chip key={each.person.id} news={each} index={index} onOpen={() => open(each.person.id)} />)}
      {others > 0 && <span class="quiet" title={news.slice(most).map((each) => each.person.name).join(t('comma'))}>{t('moreNews', { count: others })}</span>}
    </nav>
  );
}

/** `bot` is named while nobody was chosen yet. */
function hint(bot: string | undefined): string {
  return bot === undefined ? t('newsHint') : t('newsFirst', { bot });
}

function Chip({ news, index, onOpen }: { news: News; index: number; onOpen: () => void }) {
  const { person, count } = news;
  return (
    <button type="button" class="news-chip" title={`${person.department}　${person.title}`} aria-label={t('newsChip', { name: person.name, count, number: index + 1 })} onClick={onOpen}>
      <Avatar id={person.id} name={person.name} kind="person" size={22} />
      <span>{person.name}</span>
      <span class="quiet wide-only">{person.title}</span>
      <b class="badge">{count > 99 ? '99+' : count}</b>
    </button>
  );
}
