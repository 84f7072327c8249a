import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';
import { usePage } from '../state/context.ts';
import { threadKey, type Outgoing } from '../state/store.ts';

/** What is on its way in a chat, with progress; what did not arrive keeps its reason and can be sent again. */
export function OutgoingList({ person, chat }: { person: string; chat: string }) {
  const { store } = usePage();
  const list = store.outgoing.value[threadKey(person, chat)] ?? [];
  return <>{list.filter((each) => each.failed !== undefined || each.file).map((each) => <OutgoingLine key={each.id} outgoing={each} />)}</>;
}

function OutgoingLine({ outgoing: { name, share, failed, send, drop } }: { outgoing: Outgoing }) {
  return (
    <div class={`sending${failed === undefined ? '' : ' is-failed'}`} role="status">
      <span class="sending-name" title={name}>{name}</span>
      {failed === undefined ? <progress max={1} value={share} aria-label={name} /> : <span class="sending-why">{failed}</span>}
      {failed !== undefined && <button type="button" class="btn btn-small" onClick={send}>{t('retry')}</button>}
      <button type="button" class="btn-icon" aria-label={failed === undefined ? t('cancelSending', { name }) : t('dropFailed', { name })} onClick={drop}><Icon name="close" size={14} /></button>
    </div>
  );
}
