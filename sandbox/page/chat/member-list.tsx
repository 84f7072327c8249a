import { useRef, useState } from 'preact/hooks';
import type { ChatView } from '../../api/chats.ts';
import { Floating, moveAmong } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { useVirtual } from '../kit/virtual.ts';
import { t } from '../language/language.ts';
import { Avatar } from '../people/avatar.tsx';
import { usePage } from '../state/context.ts';
import { OpenBeside } from './chat-head.tsx';

interface ListProps {
  index: number;
  chat: ChatView;
  person: string;
}

type Member = ChatView['members'][number];

/** The members of a group, however many, with a search and what may be done about each. */
export function MemberList({ index, chat, person }: ListProps) {
  const [query, setQuery] = useState('');
  const box = useRef<HTMLUListElement>(null);
  const members = chat.members.filter((member) => member.name.includes(query.trim()));
  const { rows, height, measure } = useVirtual({ box, count: members.length, keyOf: (at) => members[at]?.id ?? '', heightOf: () => 44 });
  return (
    <section class="members" aria-label={t('members')}>
      <label class="search"><Icon name="search" size={16} /><input type="search" placeholder={t('searchMembers')} aria-label={t('searchMembers')} value={query} onInput={(event) => setQuery(event.currentTarget.value)} /></label>
      <ul ref={box} class="virtual-box" tabIndex={0} aria-label={t('members')}>
        <li aria-hidden="true" style={{ height: `${height}px` }} />
        {rows.map((row) => {
          const member = members[row.index];
          return member !== undefined && (
            <li key={row.key} ref={measure} data-index={row.index} class="virtual-row" style={{ transform: `translateY(${row.start}px)` }}>
              <MemberRow index={index} chat={chat} person={person} member={member} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function MemberRow({ index, chat, person, member }: ListProps & { member: Member }) {
  const { store } = usePage();
  const title = store.city.value?.people.find((each) => each.id === member.id);
  return (
    <div class="member">
      <Avatar id={member.id} name={member.name} kind={member.bot ? 'bot' : 'person'} size={30} />
      <span class="member-name">{member.name}{member.id === chat.owner && <i class="bot-tag">{t('owner')}</i>}{member.bot && <i class="bot-tag">{t('bot')}</i>}<small>{title === undefined ? '' : `${title.department} ${title.title}`}</small></span>
      {!member.bot && member.id !== person && <OpenBeside index={index} chat={chat} person={member.id} />}
      {member.id !== person && !chat.dissolved && <MemberMenu index={index} chat={chat} person={person} member={member} />}
    </div>
  );
}

function MemberMenu({ index, chat, person, member }: ListProps & { member: Member }) {
  const { store, actions } = usePage();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const act = (path: string, body: Record<string, unknown>) => {
    setAnchor(null);
    void actions.act(path, { as: person, chat: chat.id, ...body });
  };
  const app = store.city.value?.apps.find((each) => each.botId === member.id)?.appId;
  const owns = chat.owner === person;
  return (
    <>
      <button type="button" class="btn-icon" aria-haspopup="dialog" aria-label={t('aboutMember', { name: member.name })} onClick={(event) => setAnchor(event.currentTarget)}><Icon name="more" /></button>
      {anchor !== null && (
        <Floating anchor={anchor} label={t('aboutMember', { name: member.name })} width={200} align="end" onClose={() => setAnchor(null)}>
          <div onKeyDown={(event) => moveAmong(event, 'button')}>
            {!member.bot && <button type="button" class="menu-item" onClick={() => { setAnchor(null); void actions.openWith(index, member.id); }}>{t('talkAlone')}</button>}
            {!member.bot && owns && <button type="button" class="menu-item" onClick={() => act('owner', { person: member.id })}>{t('makeOwner')}</button>}
            {!member.bot && owns && <button type="button" class="menu-item" onClick={() => act('remove', { person: member.id })}>{t('removeMember')}</button>}
            {app !== undefined && <button type="button" class="menu-item" onClick={() => act('kick', { app })}>{t('removeMember')}</button>}
          </div>
        </Floating>
      )}
    </>
  );
}
