import { useEffect, useRef } from 'preact/hooks';
import type { ChatView } from '../../api/chats.ts';
import { Icon } from '../kit/icons.tsx';
import { t, type Word } from '../language/language.ts';
import { usePage } from '../state/context.ts';
import type { Panel } from '../state/store.ts';
import { GroupInfo } from './group-info.tsx';
import { PinList } from './pin-list.tsx';
import { SearchPanel } from './search-panel.tsx';
import { ThreadPanel } from './thread-panel.tsx';

interface PanelProps {
  index: number;
  chat: ChatView;
  person: string;
  panel: Panel;
}

const titles: Record<Panel['kind'], Word> = { thread: 'threadTitle', info: 'groupInfo', pins: 'marks', search: 'searchInChat' };

/** What stands beside the messages: a thread, the group, marked messages or a search; Esc closes it. */
export function ChatPanel({ index, chat, person, panel }: PanelProps) {
  const { actions } = usePage();
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    const wanted = box.current?.querySelector<HTMLElement>('[autofocus]') ?? box.current;
    wanted?.focus({ preventScroll: true });
  }, [panel.kind]);
  const close = () => actions.showPanel(index, null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    close();
  };
  return (
    <aside ref={box} class="chat-panel" aria-label={t(titles[panel.kind])} tabIndex={-1} onKeyDown={onKeyDown}>
      <header><h3>{t(titles[panel.kind])}</h3><button type="button" class="btn-icon" aria-label={t('closePanel')} onClick={close}><Icon name="close" /></button></header>
      {panel.kind === 'thread' && <ThreadPanel key={panel.root} index={index} chat={chat} person={person} root={panel.root} />}
      {panel.kind === 'info' && <GroupInfo index={index} chat={chat} person={person} />}
      {panel.kind === 'pins' && <PinList index={index} chat={chat} person={person} />}
      {panel.kind === 'search' && <SearchPanel index={index} chat={chat} person={person} />}
    </aside>
  );
}
