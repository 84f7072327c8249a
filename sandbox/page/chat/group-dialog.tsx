import { useMemo, useState } from 'preact/hooks';
import type { ChatView } from '../../api/chats.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';
import { Avatar } from '../people/avatar.tsx';
import { createPersonSearch } from '../people/person-search.ts';
import { post } from '../state/api-client.ts';
import { usePage } from '../state/context.ts';

interface GroupProps {
  index: number;
  person: string;
  /** The group to invite into; absent makes a new one. */
  chat?: ChatView;
  onClose: () => void;
}

const mostShown = 60;

/** Chooses people and bots for a new group, or for one that is there. */
export function GroupDialog({ index, person, chat, onClose }: GroupProps) {
  const { actions } = usePage();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<string[]>([]);
  const [failed, setFailed] = useState('');
  const people = chosen.filter((id) => !id.startsWith('cli_'));
  const apps = chosen.filter((id) => id.startsWith('cli_'));
  const ready = chosen.length > 0 && (chat !== undefined || name.trim() !== '');
  const finish = async () => {
    try {
      if (chat !== undefined) await post('invite', { as: person, chat: chat.id, people, apps });
      else {
        const made = await post<{ chat: string }>('group', { as: person, name: name.trim(), people, apps });
        await actions.loadChats(person);
        await actions.enterChat(index, { chat: made.chat });
      }
      onClose();
    } catch (fault) {
      setFailed(fault instanceof Error ? fault.message : String(fault));
    }
  };
  return (
    <Dialog title={chat === undefined ? t('newGroup') : t('invite')} onClose={onClose}>
      {chat === undefined && <label class="group-name">{t('groupName')}<input class="field" autofocus maxLength={60} value={name} onInput={(event) => setName(event.currentTarget.value)} /></label>}
      <Candidates person={person} chat={chat} chosen={chosen} onChange={setChosen} />
      {failed !== '' && <p class="field-missing" role="alert">{failed}</p>}
      <div class="dialog-acts">
        <span class="quiet" role="status">{t('chosenCount', { count: chosen.length })}</span>
        <button type="button" class="btn" onClick={onClose}>{t('cancel')}</button>
        <button type="button" class="btn btn-main" disabled={!ready} onClick={() => void finish()}>{chat === undefined ? t('make') : t('invite')}</button>
      </div>
    </Dialog>
  );
}

interface CandidateProps {
  person: string;
  chat: ChatView | undefined;
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

function Candidates({ person, chat, chosen, onChange }: CandidateProps) {
  const { store } = usePage();
  const [query, setQuery] = useState('');
  const city = store.city.value;
  const inside = new Set([person, ...(chat?.members.map((member) => member.id) ?? [])]);
  const people = city?.people ?? [];
  const search = useMemo(() => createPersonSearch(people), [people]);
  const bots = (city?.apps ?? []).filter((app) => !inside.has(app.botId) && app.name.includes(query.trim())).map((app) => ({ id: app.appId, name: app.name, hint: t('bot'), kind: 'bot' as const }));
  const found = search(query).flatMap((group) => group.people).filter((each) => !inside.has(each.id)).map((each) => ({ id: each.id, name: each.name, hint: `${each.department} ${each.title}`, kind: 'person' as const }));
  const shown = [...bots, ...found].toSorted((a, b) => Number(chosen.includes(b.id)) - Number(chosen.includes(a.id))).slice(0, mostShown);
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <div class="picker-list">
      <label class="search">
        <Icon name="search" size={16} />
        <input type="search" placeholder={t('searchPeopleBy')} aria-label={t('searchPeople')} value={query} onInput={(event) => setQuery(event.currentTarget.value)} />
      </label>
      <div class="picker-rows" role="group" aria-label={t('members')}>
        {shown.map((each) => (
          <label key={each.id} class="person-option">
            <input type="checkbox" checked={chosen.includes(each.id)} onChange={() => toggle(each.id)} />
            <Avatar id={each.id} name={each.name} kind={each.kind} size={28} /><span>{each.name}</span><span class="quiet">{each.hint}</span>
          </label>
        ))}
        {shown.length === 0 && <p class="empty-line" role="status">{t('notFound')}</p>}
        {found.length > mostShown && <p class="empty-line">{t('searchForMore', { count: found.length })}</p>}
      </div>
    </div>
  );
}
