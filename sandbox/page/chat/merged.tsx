import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { CardView } from '../card/card-view.tsx';
import { cardLocale } from '../card/localise.ts';
import { list, text, toNode, type Node } from '../card/shape.ts';
import { shortDay, wallTime } from '../kit/dates.ts';
import { Dialog } from '../kit/dialog.tsx';
import { t } from '../language/language.ts';
import { resourceUrl } from '../state/api-client.ts';
import { usePage } from '../state/context.ts';
import { newDraft } from '../state/store.ts';
import { summaryOf } from './message-text.ts';

const previewed = 4;

interface MergedProps {
  content: Node;
  /** Draws one forwarded message that is no card. */
  draw: (type: string, content: unknown) => ComponentChildren;
}

/** A forwarded bundle: its first lines, and all of it when opened. */
export function Merged({ content, draw }: MergedProps) {
  const { store } = usePage();
  const [open, setOpen] = useState(false);
  const children = list(content['children']);
  const nameOf = (id: string) => store.city.value?.people.find((each) => each.id === id)?.name ?? store.city.value?.apps.find((each) => each.appId === id || each.botId === id)?.name ?? t('somebody');
  return (
    <>
      <button type="button" class="bubble merged" onClick={() => setOpen(true)}>
        <b>{t('record')}</b>
        {children.slice(0, previewed).map((child, at) => <span key={at}>{t('says', { name: nameOf(text(child['from'])), text: summaryOf({ recalled: false, type: text(child['type']), content: child['content'] }) })}</span>)}
        <small>{t('recordCount', { count: children.length })}</small>
      </button>
      {open && (
        <Dialog title={t('record')} wide onClose={() => setOpen(false)}>
          <ul class="record-list">
            {children.map((child, at) => <li key={at}><RecordLine child={child} draw={draw} name={nameOf(text(child['from']))} /></li>)}
          </ul>
          <div class="dialog-acts"><button type="button" class="btn btn-main" autofocus onClick={() => setOpen(false)}>{t('close')}</button></div>
        </Dialog>
      )}
    </>
  );
}

/** One forwarded message; a card is drawn but does nothing, as on the platform. */
function RecordLine({ child, draw, name }: { child: Node; draw: MergedProps['draw']; name: string }) {
  const { store } = usePage();
  const [draft] = useState(() => newDraft(0));
  const at = Number(child['at'] ?? 0);
  const type = text(child['type']);
  const today = store.clock.value?.now ?? '';
  const scene = { draft, people: store.city.value?.people ?? [], members: [], today, sentAt: today, locale: cardLocale(), fileUrl: resourceUrl, tap: () => undefined };
  return (
    <>
      <p class="message-by"><span>{name}</span>{at > 0 && <time>{shortDay(at)} {wallTime(at).time}</time>}</p>
      {type === 'interactive' ? <div inert><CardView card={toNode(child['content'])} scene={scene} /></div> : draw(type, child['content'])}
    </>
  );
}
