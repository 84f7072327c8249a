import { useState } from 'preact/hooks';
import { Dialog } from '../kit/dialog.tsx';
import { t } from '../language/language.ts';
import { post } from '../state/api-client.ts';
import { usePage } from '../state/context.ts';
import { DestinationList, type Destination } from './chat-picker.tsx';

interface ForwardProps {
  person: string;
  messages: string[];
  onClose: () => void;
  /** Called when everything was sent. */
  onSent?: () => void;
}

/** Where to forward messages to; several of them one by one or as one bundle. */
export function ForwardDialog({ person, messages, onClose, onSent }: ForwardProps) {
  const { actions } = usePage();
  const [merged, setMerged] = useState(messages.length > 1);
  const send = async (to: Destination) => {
    onClose();
    await actions.attempt(person, async () => {
      const chat = to.chat ?? (await post<{ chat: string }>('open', { as: person, person: to.person })).chat;
      await post('forward', { as: person, to: chat, messages, merged });
      actions.tell(person, { type: 'success', text: t('forwardedTo', { name: to.name }) });
      onSent?.();
    });
  };
  return (
    <Dialog title={messages.length > 1 ? t('forwardSeveral', { count: messages.length }) : t('forwardTitle')} onClose={onClose}>
      {messages.length > 1 && (
        <div class="segment" role="group" aria-label={t('howToForward')}>
          <button type="button" aria-pressed={merged} onClick={() => setMerged(true)}>{t('merged')}</button>
          <button type="button" aria-pressed={!merged} onClick={() => setMerged(false)}>{t('oneByOne')}</button>
        </div>
      )}
      <DestinationList person={person} onPick={(to) => void send(to)} />
      <div class="dialog-acts"><button type="button" class="btn" onClick={onClose}>{t('cancel')}</button></div>
    </Dialog>
  );
}
