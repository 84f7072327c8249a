import type { Actions } from './actions.ts';
import type { Store } from './store.ts';

/** Opens what the page's address names (`?app=`, `?chat=`, `?person=`, `?view=calendar|tasks`) for whoever stands in a column, as AppLinks do; a chat only for its members. */
export async function followAddress(query: URLSearchParams, store: Store, actions: Actions): Promise<void> {
  const standing = (at: number): boolean => store.columns.value[at]?.person != null;
  const index = standing(store.active.value) ? store.active.value : store.columns.value.findIndex((_, at) => standing(at));
  const person = store.columns.value[index]?.person;
  if (person == null) return;
  const [app, chat, other, view] = ['app', 'chat', 'person', 'view'].map((name) => query.get(name));
  await actions.loadChats(person);
  if (app != null) await actions.enterChat(index, { app });
  else if (chat != null && store.chats.value[person]?.some((each) => each.id === chat) === true) await actions.enterChat(index, { chat });
  else if (other != null && other !== person) await actions.openWith(index, other);
  else if (view === 'calendar' || view === 'tasks') actions.showView(index, view);
}
