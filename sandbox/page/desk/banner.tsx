import { useState } from 'preact/hooks';
import { ClockBar } from './clock-bar.tsx';
import { usePage } from '../state/context.ts';
import { Floating } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { openKeysHelp } from './shortcuts.tsx';
import type { Theme } from '../state/store.ts';

const themes: { id: Theme; name: string; icon: string }[] = [
  { id: 'system', name: '跟随系统', icon: 'screen' },
  { id: 'light', name: '浅色', icon: 'sun' },
  { id: 'dark', name: '深色', icon: 'moon' },
];

/** The first line that can never be closed: this is a drill, not Feishu; with clock and page switches. */
export function Banner() {
  const { store } = usePage();
  const columns = store.columns;
  const toggleSecond = () => {
    const [first, second] = columns.value;
    if (first === undefined) return;
    store.active.value = 0;
    columns.value = second === undefined ? [first, { person: null, view: 'chats', chat: null }] : [first];
  };
  return (
    <header class="banner">
      <span class="mark" aria-hidden="true">沙</span>
      <p class="banner-text"><strong>沙盘演练</strong><span>不是真实飞书</span><span class="wide-only">数据均为虚构</span></p>
      <ClockBar />
      <div class="banner-acts">
        <button type="button" class="btn-icon wide-only" aria-pressed={columns.value.length > 1} aria-label="第二栏" title="第二栏" onClick={toggleSecond}>
          <Icon name="split" />
        </button>
        <button type="button" class="btn-icon" aria-pressed={store.inspector.value} aria-label="检查器" title="检查器（Alt+3）" onClick={() => { store.inspector.value = !store.inspector.value; }}>
          <Icon name="panel" />
        </button>
        <ThemeSwitch />
        <button type="button" class="btn-icon wide-only" aria-label="键盘操作" title="键盘操作（?）" onClick={openKeysHelp}>
          <Icon name="keyboard" />
        </button>
      </div>
    </header>
  );
}

function ThemeSwitch() {
  const { store } = usePage();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const current = themes.find((theme) => theme.id === store.theme.value);
  return (
    <>
      <button type="button" class="btn-icon" aria-haspopup="dialog" aria-label={`浅色深色：${current?.name ?? ''}`} title="浅色深色" onClick={(event) => setAnchor(event.currentTarget)}>
        <Icon name={current?.icon ?? 'screen'} />
      </button>
      {anchor !== null && (
        <Floating anchor={anchor} label="浅色深色" align="end" onClose={() => setAnchor(null)}>
          {themes.map((theme) => (
            <button type="button" class="menu-item" key={theme.id} aria-pressed={theme.id === store.theme.value} onClick={() => { store.theme.value = theme.id; setAnchor(null); }}>
              <Icon name={theme.icon} /> {theme.name}
            </button>
          ))}
        </Floating>
      )}
    </>
  );
}
