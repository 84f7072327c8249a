import { useState } from 'preact/hooks';
import type { ChatView } from '../../api/chats.ts';
import { ConfirmDialog } from '../kit/dialog.tsx';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';
import { usePage } from '../state/context.ts';
import { GroupDialog } from './group-dialog.tsx';
import { MemberList } from './member-list.tsx';

interface InfoProps {
  index: number;
  chat: ChatView;
  person: string;
}

/** The group: its name, its members, and what this person may do with it. */
export function GroupInfo({ index, chat, person }: InfoProps) {
  const [inviting, setInviting] = useState(false);
  return (
    <div class="panel-scroll group-info">
      <GroupName chat={chat} person={person} />
      {!chat.dissolved && <button type="button" class="btn" onClick={() => setInviting(true)}><Icon name="people" size={16} /> {t('invite')}</button>}
      <MemberList index={index} chat={chat} person={person} />
      {!chat.dissolved && <GroupEnds index={index} chat={chat} person={person} />}
      {inviting && <GroupDialog person={person} chat={chat} index={index} onClose={() => setInviting(false)} />}
    </div>
  );
}

function GroupName({ chat, person }: { chat: ChatView; person: string }) {
  const { actions } = usePage();
  const [name, setName] = useState(chat.name);
  const changed = name.trim() !== '' && name !== chat.name;
  return (
    <form class="group-name" onSubmit={(event) => { event.preventDefault(); if (changed) void actions.act('rename', { as: person, chat: chat.id, name }); }}>
      <label>{t('groupName')}<input class="field" maxLength={60} value={name} disabled={chat.dissolved} onInput={(event) => setName(event.currentTarget.value)} /></label>
      {changed && <button type="submit" class="btn btn-main">{t('save')}</button>}
    </form>
  );
}

/** Leaving and dissolving; both ask once more. */
function GroupEnds({ index, chat, person }: InfoProps) {
  const { actions } = usePage();
  const [asked, setAsked] = useState<'leave' | 'disband' | null>(null);
  const answer = (yes: boolean) => {
    const what = asked;
    setAsked(null);
    if (!yes || what === null) return;
    if (what === 'leave') actions.leaveChat(index);
    void actions.act(what, { as: person, chat: chat.id });
  };
  return (
    <div class="group-ends">
      <button type="button" class="btn" onClick={() => setAsked('leave')}>{t('leaveGroup')}</button>
      {chat.owner === person && <button type="button" class="btn btn-danger" onClick={() => setAsked('disband')}>{t('disbandGroup')}</button>}
      {asked !== null && <ConfirmDialog title={asked === 'leave' ? t('leaveGroup') : t('disbandGroup')} text={asked === 'leave' ? t('leaveText') : t('disbandText')} onAnswer={answer} />}
    </div>
  );
}
