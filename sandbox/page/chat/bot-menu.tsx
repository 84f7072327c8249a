import { useState } from 'preact/hooks';
import type { ChatView } from '../../api/chats.ts';
import type { MenuEntry } from '../../api/city.ts';
import { usePage } from '../state/context.ts';
import { Floating, moveAmong } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';

/** The bot's menu under a one-to-one chat: up to three entries, some with children. */
export function BotMenu({ chat, person }: { chat: ChatView; person: string }) {
  const { store } = usePage();
  const app = store.city.value?.apps.find((each) => each.appId === chat.appId);
  if (app === undefined || app.menu.length === 0) return null;
  return (
    <div class="bot-menu" role="group" aria-label={t('botMenu')}>
      {app.menu.map((entry) => <MenuButton key={entry.name} entry={entry} app={app.appId} person={person} />)}
    </div>
  );
}

function MenuButton({ entry, app, person }: { entry: MenuEntry; app: string; person: string }) {
  const { actions } = usePage();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const children = entry.children ?? [];
  const press = (key: string) => {
    setAnchor(null);
    void actions.act('menu', { as: person, app, key });
  };
  const onClick = (button: HTMLElement) => {
    if (children.length > 0) setAnchor(button);
    else if (entry.key !== undefined) press(entry.key);
  };
  return (
    <>
      <button type="button" class="bot-menu-item" aria-haspopup={children.length > 0 ? 'dialog' : undefined} onClick={(event) => onClick(event.currentTarget)}>
        {children.length > 0 && <Icon name="menu" size={14} />} {entry.name}
      </button>
      {anchor !== null && (
        <Floating anchor={anchor} label={entry.name} onClose={() => setAnchor(null)}>
          <div onKeyDown={(event) => moveAmong(event, 'button')}>
            {children.map((child) => <button type="button" key={child.key} class="menu-item" onClick={() => press(child.key)}>{child.name}</button>)}
          </div>
        </Floating>
      )}
    </>
  );
}
