import { useState } from 'preact/hooks';
import type { ChatView, MessageView } from '../../api/chats.ts';
import { CardView } from '../card/card-view.tsx';
import type { CardScene, TapExtras } from '../card/scene.ts';
import { toNode, type Path } from '../card/shape.ts';
import { usePage } from '../state/context.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { draftOf } from '../state/store.ts';

interface CardMessageProps {
  chat: ChatView;
  person: string;
  message: MessageView;
}

interface Question {
  title: string;
  text: string;
  again: () => void;
}

/** A card in a chat: draws it and brings each act to the sandbox, with the confirm question and the busy state between. */
export function CardMessage({ chat, person, message }: CardMessageProps) {
  const { store, actions } = usePage();
  const [question, setQuestion] = useState<Question | null>(null);
  const draft = draftOf(store, person, message);
  const tap = async (path: Path, extras: TapExtras, confirmed: boolean) => {
    if (draft.busy.value !== null) return;
    draft.busy.value = path.join('/');
    const answer = await actions.tap({ person, message: message.id, at: path, ...extras, ...(confirmed ? { confirmed } : {}) });
    draft.busy.value = null;
    draft.missing.value = answer.missing ?? [];
    if (answer.outcome === 'confirm') {
      setQuestion({ title: answer.confirm?.title ?? '', text: answer.confirm?.text ?? '', again: () => void tap(path, extras, true) });
    }
  };
  const scene: CardScene = {
    draft,
    people: store.city.value?.people ?? [],
    members: chat.members.filter((member) => !member.bot).map((member) => member.id),
    today: store.clock.value?.now ?? new Date().toISOString(),
    tap: (path, extras) => void tap(path, extras, false),
  };
  return (
    <>
      <CardView card={toNode(message.content)} scene={scene} />
      {question !== null && (
        <ConfirmDialog title={question.title} text={question.text} onAnswer={(yes) => {
          setQuestion(null);
          if (yes) question.again();
        }} />
      )}
    </>
  );
}
