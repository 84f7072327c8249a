import { useState } from 'preact/hooks';
import type { ChatView } from '../../api/chats.ts';
import { MonthPicker } from '../card/month-picker.tsx';
import { Floating } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';
import { usePage } from '../state/context.ts';
import type { Panel } from '../state/store.ts';
import { chatTitle } from './chat-face.ts';
import { memberName } from './message-text.ts';

interface HeadProps {
  index: number;
  chat: ChatView;
  person: string;
}

/** The name of a chat, who writes in it, and the ways to search it, to go to a day and to see who is in it. */
export function ChatHead({ index, chat, person }: HeadProps) {
  const { store, actions } = usePage();
  const app = store.city.value?.apps.find((each) => each.appId === chat.appId);
  const typing = store.typing.value[chat.id];
  return (
    <header class="chat-head">
      <button type="button" class="btn-icon phone-only" aria-label={t('backToChats')} onClick={() => actions.leaveChat(index)}><Icon name="left" /></button>
      <h2>{chatTitle(chat, person)}</h2>
      {chat.mode === 'group' && <span class="quiet">{t('memberCount', { count: chat.members.length })}</span>}
      {app !== undefined && app.connections > 0 && <span class="link-state" title={t('online')}><span class="sr">{t('online')}</span></span>}
      <span class="typing" role="status">{typing !== undefined && typing !== person && t('typingNow', { name: memberName(chat, typing) })}</span>
      <HeadActs index={index} chat={chat} person={person} />
    </header>
  );
}

function HeadActs({ index, chat, person }: HeadProps) {
  const { store, actions } = usePage();
  const shown = store.columns.value[index]?.panel ?? null;
  const toggle = (panel: Panel) => actions.showPanel(index, shown?.kind === panel.kind ? null : panel);
  const other = chat.members.find((member) => member.id !== person && !member.bot);
  return (
    <div class="head-acts">
      {chat.mode === 'p2p' && other !== undefined && <OpenBeside index={index} chat={chat} person={other.id} />}
      <button type="button" class="btn-icon" aria-pressed={shown?.kind === 'search'} aria-label={t('searchInChat')} title={t('searchInChat')} onClick={() => toggle({ kind: 'search' })}><Icon name="search" /></button>
      <DateJump chat={chat} person={person} />
      {chat.pins.length > 0 && <button type="button" class="btn-icon" aria-pressed={shown?.kind === 'pins'} aria-label={t('marks')} title={t('marks')} onClick={() => toggle({ kind: 'pins' })}><Icon name="pin" /></button>}
      {chat.mode === 'group' && <button type="button" class="btn-icon" aria-pressed={shown?.kind === 'info'} aria-label={t('groupInfo')} title={t('groupInfo')} onClick={() => toggle({ kind: 'info' })}><Icon name="people" /></button>}
    </div>
  );
}

/** Brings the other person of a chat into the other column, in the same chat. */
export function OpenBeside({ index, chat, person }: { index: number; chat: ChatView; person: string }) {
  const { store, actions } = usePage();
  const beside = 1 - index;
  const open = async () => {
    if (store.columns.value.length < 2) store.columns.value = [...store.columns.value, { person: null, view: 'chats', chat: null, panel: null }];
    actions.change(beside, { person, view: 'chats', chat: null, panel: null });
    store.active.value = beside;
    await actions.loadChats(person);
    await actions.enterChat(beside, { chat: chat.id });
  };
  return <button type="button" class="btn-icon" aria-label={t('openBeside')} title={t('openBeside')} onClick={() => void open()}><Icon name="split" /></button>;
}

/** Goes to the first message of a day. */
function DateJump({ chat, person }: { chat: ChatView; person: string }) {
  const { store, actions } = usePage();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const go = async (date: string) => {
    setAnchor(null);
    await actions.jump(person, chat.id, { from: `${date}T00:00:00+08:00` });
    const first = store.threads.value[`${person} ${chat.id}`]?.items[0];
    if (first !== undefined) store.aimed.value = { person, chat: chat.id, message: first.id, at: Date.now() };
  };
  return (
    <>
      <button type="button" class="btn-icon" aria-haspopup="dialog" aria-label={t('goToDay')} title={t('goToDay')} onClick={(event) => setAnchor(event.currentTarget)}><Icon name="calendar" /></button>
      {anchor !== null && (
        <Floating anchor={anchor} label={t('goToDay')} width={292} align="end" onClose={() => setAnchor(null)}>
          <MonthPicker value="" today={store.clock.value?.now ?? new Date().toISOString()} onChoose={(date) => void go(date)} />
        </Floating>
      )}
    </>
  );
}
