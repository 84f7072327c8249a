import { useMemo, useState } from 'preact/hooks';
import { pinyin } from 'pinyin-pro';
import type { ChatView } from '../../api/chats.ts';
import { t } from '../language/language.ts';
import { Avatar } from '../people/avatar.tsx';

interface Place {
  chat: ChatView;
  person: string;
  words: string;
  write: (value: string) => void;
  input: { readonly current: HTMLTextAreaElement | null };
}

interface Mentionable {
  id: string;
  name: string;
  bot: boolean;
  keys: string;
}

const mostShown = 8;

/** People of a group that may be named after an @ while writing; the list opens at the @ and follows what is typed. */
export function useMention({ chat, person, words, write, input }: Place) {
  const [at, setAt] = useState(0);
  const [closed, setClosed] = useState('');
  const all = useMemo(() => mentionables(chat, person), [chat.members.length, person]);
  const started = chat.mode === 'group' ? /@([^\s@]*)$/.exec(words) : null;
  const wanted = (started?.[1] ?? '').toLowerCase();
  const shown = started === null || closed === words ? [] : all.filter((each) => each.keys.includes(wanted) && each.name !== started[1]).slice(0, mostShown);
  const take = (one: Mentionable) => {
    write(`${words.slice(0, words.length - wanted.length)}${one.name} `);
    setAt(0);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const one = shown[at] ?? shown[0];
    if (one === undefined || event.isComposing) return false;
    if (step !== undefined) setAt((at + step + shown.length) % shown.length);
    else if (event.key === 'Enter' || event.key === 'Tab') take(one);
    else if (event.key === 'Escape') setClosed(words);
    else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const begin = () => {
    write(words === '' || words.endsWith(' ') ? `${words}@` : `${words} @`);
    input.current?.focus();
  };
  const idsIn = (line: string) => all.filter((each) => line.includes(`@${each.name}`)).map((each) => each.id);
  return { shown, at, take, onKeyDown, begin, idsIn };
}

function mentionables(chat: ChatView, person: string): Mentionable[] {
  const everybody = { id: 'all', name: t('everybody'), bot: false };
  return [everybody, ...chat.members.filter((member) => member.id !== person)].map((each) => ({ ...each, keys: keysOf(each.name) }));
}

function keysOf(name: string): string {
  const full = pinyin(name, { toneType: 'none', type: 'array' }).join('');
  const first = pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' }).join('');
  return `${name}\n${full}\n${first}`.toLowerCase();
}

/** The open list of people to mention. */
export function MentionList({ mention }: { mention: Pick<ReturnType<typeof useMention>, 'shown' | 'at' | 'take'> }) {
  const { shown, at, take } = mention;
  if (shown.length === 0) return null;
  return (
    <div class="mention-list" role="listbox" aria-label={t('mention')}>
      {shown.map((one, place) => (
        <button type="button" role="option" key={one.id} tabIndex={-1} class="menu-item" aria-selected={place === at} onMouseDown={(event) => event.preventDefault()} onClick={() => take(one)}>
          <Avatar id={one.id} name={one.name} kind={one.id === 'all' ? 'group' : one.bot ? 'bot' : 'person'} size={24} /> {one.name}{one.bot && <i class="bot-tag">{t('bot')}</i>}
        </button>
      ))}
    </div>
  );
}
