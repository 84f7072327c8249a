import type { ChatView, MessageView } from '../../api/chats.ts';
import { CardView } from '../card/card-view.tsx';
import type { CardScene } from '../card/scene.ts';
import { cardLocale } from '../card/localise.ts';
import { toNode } from '../card/shape.ts';
import { useTapping } from '../card/tapping.tsx';
import { t } from '../language/language.ts';
import { resourceUrl } from '../state/api-client.ts';
import { usePage } from '../state/context.ts';
import { draftOf } from '../state/store.ts';

interface CardMessageProps {
  chat: ChatView;
  person: string;
  message: MessageView;
}

const lifeMs = 14 * 86_400_000;

/** A card in a chat: draws it, brings each act to the sandbox and says when the platform no longer takes taps on it. */
export function CardMessage({ chat, person, message }: CardMessageProps) {
  const { store, actions } = usePage();
  const draft = draftOf(store, person, message);
  const { tap, question } = useTapping(draft, (asked) => actions.tap({ person, message: message.id, ...asked }));
  const today = store.clock.value?.now ?? new Date().toISOString();
  const scene: CardScene = {
    draft,
    people: store.city.value?.people ?? [],
    members: chat.members.filter((member) => !member.bot).map((member) => member.id),
    today,
    sentAt: message.at,
    locale: cardLocale(),
    fileUrl: resourceUrl,
    tap,
  };
  return (
    <div class="card-whole">
      <CardView card={toNode(message.content)} scene={scene} />
      {Date.parse(today) - Date.parse(message.at) > lifeMs && <p class="card-expired">{t('cardExpired')}</p>}
      {question}
    </div>
  );
}
