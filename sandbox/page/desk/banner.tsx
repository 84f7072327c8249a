import { useState } from 'preact/hooks';
import { ClockBar } from './clock-bar.tsx';
import { usePage } from '../state/context.ts';
import { Floating } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { FaultButton, FaultPanel } from './fault-panel.tsx';
import { RecorderButton } from './recorder.tsx';
import { SavesDialog } from './saves.tsx';
import { openKeysHelp } from './shortcuts.tsx';
import { TourButton } from './tour-desk.tsx';
import type { Theme } from '../state/store.ts';
import { languages, t, type Word } from '../language/language.ts';

const themes: { id: Theme; name: Word; icon: string }[] = [
  { id: 'system', name: 'themeSystem', icon: 'screen' },
  { id: 'light', name: 'themeLight', icon: 'sun' },
  { id: 'dark', name: 'themeDark', icon: 'moon' },
];

/** The first line that can never be closed: this is a drill, not Feishu; with clock and page switches. */
export function Banner() {
  const { store } = usePage();
  const columns = store.columns;
  const [saves, setSaves] = useState(false);
  const [recorder, setRecorder] = useState(false);
  const toggleSecond = () => {
    const [first, second] = columns.value;
    if (first === undefined) return;
    store.active.value = 0;
    columns.value = second === undefined ? [first, { person: null, view: 'chats', chat: null }] : [first];
  };
  return (
    <header class="banner">
      <span class="mark" aria-hidden="true">{t('mark')}</span>
      <p class="banner-text"><strong>{t('drill')}</strong><span>{t('notFeishu')}</span><span class="wide-only">{t('invented')}</span></p>
      <ClockBar />
      <div class="banner-acts">
        <TourButton />
        <FaultButton />
        <button type="button" class="btn-icon wide-only" aria-label={t('saves')} title={t('saves')} onClick={() => setSaves(true)}><Icon name="box" /></button>
        <RecorderButton open={recorder} onOpen={() => setRecorder(true)} onClose={() => setRecorder(false)} />
        <button type="button" class="btn-icon wide-only" aria-pressed={columns.value.length > 1} aria-label={t('secondColumn')} title={t('secondColumn')} onClick={toggleSecond}>
          <Icon name="split" />
        </button>
        <button type="button" class="btn-icon wide-only" aria-pressed={store.inspector.value} aria-label={t('inspector')} title={t('inspectorKey')} onClick={() => { store.inspector.value = !store.inspector.value; }}>
          <Icon name="panel" />
        </button>
        <LanguageSwitch />
        <ThemeSwitch />
        <button type="button" class="btn-icon wide-only" aria-label={t('keyboard')} title={t('keyboardKey')} onClick={openKeysHelp}>
          <Icon name="keyboard" />
        </button>
        <PhoneMenu onSaves={() => setSaves(true)} onRecorder={() => setRecorder(true)} />
      </div>
      {saves && <SavesDialog onClose={() => setSaves(false)} />}
    </header>
  );
}

/** Names the other language in that language, so that it is found by whoever cannot read this one. */
export function LanguageSwitch() {
  const { store } = usePage();
  const other = languages.find((language) => language.id !== store.language.value) ?? languages[0];
  return (
    <button type="button" class="btn-icon language-switch wide-only" lang={other.tag} title={other.name} aria-label={other.name} onClick={() => { store.language.value = other.id; }}>
      {other.short}
    </button>
  );
}

/** Light, dark, or as the system has it. */
export function ThemeSwitch() {
  const { store } = usePage();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const current = themes.find((theme) => theme.id === store.theme.value);
  return (
    <>
      <button type="button" class="btn-icon wide-only" aria-haspopup="dialog" aria-label={t('themeNow', { name: t(current?.name ?? 'themeSystem') })} title={t('theme')} onClick={(event) => setAnchor(event.currentTarget)}>
        <Icon name={current?.icon ?? 'screen'} />
      </button>
      {anchor !== null && (
        <Floating anchor={anchor} label={t('theme')} align="end" onClose={() => setAnchor(null)}>
          {themes.map((theme) => (
            <button type="button" class="menu-item" key={theme.id} aria-pressed={theme.id === store.theme.value} onClick={() => { store.theme.value = theme.id; setAnchor(null); }}>
              <Icon name={theme.icon} /> {t(theme.name)}
            </button>
          ))}
        </Floating>
      )}
    </>
  );
}

/** On the phone everything of the first line that is no clock and no tour lies behind one button. */
function PhoneMenu({ onSaves, onRecorder }: { onSaves: () => void; onRecorder: () => void }) {
  const { store } = usePage();
  const [faults, setFaults] = useState<HTMLElement | null>(null);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const choose = (act: () => void) => {
    setAnchor(null);
    act();
  };
  return (
    <>
      <button type="button" class="btn-icon phone-only" aria-haspopup="dialog" aria-label={t('more')} onClick={(event) => setAnchor(event.currentTarget)}><Icon name="more" /></button>
      {anchor !== null && (
        <Floating anchor={anchor} label={t('more')} onClose={() => setAnchor(null)}>
          <button type="button" class="menu-item" onClick={() => choose(() => { store.inspector.value = true; })}><Icon name="panel" /> {t('inspector')}</button>
          <button type="button" class="menu-item" onClick={() => choose(onSaves)}><Icon name="box" /> {t('saves')}</button>
          <button type="button" class="menu-item" onClick={() => choose(onRecorder)}><Icon name="record" /> {t('recorder')}</button>
          <button type="button" class="menu-item" onClick={() => choose(() => setFaults(anchor))}><Icon name="wrench" /> {t('faults')}</button>
          {languages.filter((each) => each.id !== store.language.value).map((each) => (
            <button type="button" key={each.id} class="menu-item" lang={each.tag} onClick={() => choose(() => { store.language.value = each.id; })}><Icon name="chat" /> {each.name}</button>
          ))}
          {themes.map((theme) => (
            <button type="button" key={theme.id} class="menu-item" aria-pressed={theme.id === store.theme.value} onClick={() => choose(() => { store.theme.value = theme.id; })}><Icon name={theme.icon} /> {t(theme.name)}</button>
          ))}
        </Floating>
      )}
      {faults !== null && <FaultPanel anchor={faults} onClose={() => setFaults(null)} />}
    </>
  );
}
