import { Avatar } from './avatar.tsx';
import { usePage } from '../state/context.ts';
import { newsOf, type News } from './news.ts';

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
    <nav class={`news${news.length === 0 ? ' no-news' : ''}`} aria-label="新消息">
      <b>新消息</b>
      {news.length === 0 && <span class="quiet">{hint(store.columns.value.every((column) => column.person === null) ? store.city.value?.apps[0]?.name : undefined)}</span>}
      {news.slice(0, most).map((each) => <Chip key={each.person.id} news={each} index={index} onOpen={() => open(each.person.id)} />)}
      {others > 0 && <span class="quiet" title={news.slice(most).map((each) => each.person.name).join('、')}>另有 {others} 人</span>}
    </nav>
  );
}

/** `bot` is named while nobody was chosen yet. */
function hint(bot: string | undefined): string {
  return bot === undefined ? '谁收到新消息，谁就出现在这里，点一下切换过去' : `先在下面选一个人，给「${bot}」发一句话；谁收到新消息，谁就出现在这里`;
}

function Chip({ news, index, onOpen }: { news: News; index: number; onOpen: () => void }) {
  const { person, count } = news;
  return (
    <button type="button" class="news-chip" title={`${person.department}　${person.title}`} aria-label={`${person.name} 有 ${count} 条新消息，在第 ${index + 1} 栏打开`} onClick={onOpen}>
      <Avatar id={person.id} name={person.name} kind="person" size={22} />
      <span>{person.name}</span>
      <span class="quiet wide-only">{person.title}</span>
      <b class="badge">{count > 99 ? '99+' : count}</b>
    </button>
  );
}
