import { useState } from 'preact/hooks';
import type { ChatView } from '../../api/chats.ts';
import { t } from '../language/language.ts';
import { usePage } from '../state/context.ts';
import { threadKey } from '../state/store.ts';
import { ForwardDialog } from './forward-dialog.tsx';

/** In place of the composer while messages are chosen: how many, and what to do with them. */
export function SelectBar({ chat, person, chosen }: { chat: ChatView; person: string; chosen: string[] }) {
  const { store } = usePage();
  const [forwarding, setForwarding] = useState(false);
  const end = () => {
    const { [threadKey(person, chat.id)]: _ended, ...rest } = store.selection.value;
    store.selection.value = rest;
  };
  const order = store.threads.value[threadKey(person, chat.id)]?.items.map((each) => each.id) ?? [];
  const sorted = chosen.toSorted((a, b) => order.indexOf(a) - order.indexOf(b));
  return (
    <div class="select-bar" role="group" aria-label={t('chooseSeveral')}>
      <span role="status">{t('chosenCount', { count: chosen.length })}</span>
      <button type="button" class="btn btn-main" disabled={chosen.length === 0} onClick={() => setForwarding(true)}>{t('forwardMessage')}</button>
      <button type="button" class="btn" onClick={end}>{t('cancel')}</button>
      {forwarding && <ForwardDialog person={person} messages={sorted} onClose={() => setForwarding(false)} onSent={end} />}
    </div>
  );
}
