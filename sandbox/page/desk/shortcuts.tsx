import { useEffect, useState } from 'preact/hooks';
import { usePage } from '../state/context.ts';
import { Dialog } from '../kit/dialog.tsx';
import type { Store } from '../state/store.ts';
import { t } from '../language/language.ts';

const helpEvent = 'sandbox-keys-help';

const keys = [
  ['/', 'keySearch'],
  ['Alt+1　Alt+2', 'keyColumns'],
  ['Alt+3', 'inspector'],
  ['j　k', 'keyMessages'],
  ['Enter', 'keyEnter'],
  ['Shift+Enter', 'keyNewLine'],
  ['Esc', 'keyEscape'],
  ['?', 'keyList'],
] as const;

/** Opens the list of keys. */
export function openKeysHelp(): void {
  window.dispatchEvent(new Event(helpEvent));
}

/** Binds the page's keys and gives the dialog that lists them, when it is open. */
export function useShortcuts() {
  const { store } = usePage();
  const [help, setHelp] = useState(false);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const act = actFor(event, store);
      if (act === null) return;
      event.preventDefault();
      act();
    };
    const onHelp = () => setHelp(true);
    window.addEventListener('keydown', onKeyDown);
    window.addEventListener(helpEvent, onHelp);
    return () => {
      window.removeEventListener('keydown', onKeyDown);
      window.removeEventListener(helpEvent, onHelp);
    };
  }, [store]);
  return help ? <KeysHelp store={store} onClose={() => setHelp(false)} /> : null;
}

function actFor(event: KeyboardEvent, store: Store): (() => void) | null {
  if (event.altKey && (event.key === '1' || event.key === '2')) return () => goToColumn(store, Number(event.key) - 1);
  if (event.altKey && event.key === '3') return () => toggleInspector(store);
  if (event.key === 'Escape' && !event.defaultPrevented) return wayBack(event.target);
  const typing = event.target instanceof HTMLElement && event.target.closest('input,textarea,select,[contenteditable]') !== null;
  if (typing || event.altKey || event.ctrlKey || event.metaKey) return null;
  const column = `#column-${store.active.value}`;
  if (event.key === 'Enter' && event.target instanceof HTMLElement && event.target.matches('.message')) return () => enterCard(event.target);
  if (!store.letterKeys.value) return null;
  if (event.key === '/') return () => document.querySelector<HTMLElement>(`${column} .chat-search`)?.focus();
  if (event.key === 'j') return () => stepMessage(column, 1);
  if (event.key === 'k') return () => stepMessage(column, -1);
  return event.key === '?' ? openKeysHelp : null;
}

/** Out of a card to its message, out of a message to the box in which one writes. */
function wayBack(target: EventTarget | null): (() => void) | null {
  if (!(target instanceof HTMLElement) || target.closest('dialog,.floating,.chat-panel') !== null) return null;
  const message = target.closest<HTMLElement>('.message');
  if (message === null) return null;
  if (message !== target) return () => message.focus();
  return () => message.closest('.chat-main')?.querySelector<HTMLElement>('.composer textarea')?.focus();
}

function goToColumn(store: Store, index: number): void {
  if (store.columns.value[index] === undefined) return;
  store.active.value = index;
  document.querySelector<HTMLElement>(`#column-${index}`)?.focus();
}

function toggleInspector(store: Store): void {
  store.inspector.value = !store.inspector.value;
  if (store.inspector.value) requestAnimationFrame(() => document.querySelector<HTMLElement>('#inspector')?.focus());
}

function enterCard(message: EventTarget | null): void {
  if (message instanceof HTMLElement) message.querySelector<HTMLElement>('.card button, .card input, .card textarea')?.focus();
}

function stepMessage(column: string, step: number): void {
  const messages = [...document.querySelectorAll<HTMLElement>(`${column} .message`)];
  const at = messages.findIndex((message) => message.contains(document.activeElement));
  const next = at === -1 ? messages.at(-1) : messages[at + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
}

function KeysHelp({ store, onClose }: { store: Store; onClose: () => void }) {
  return (
    <Dialog title={t('keyboard')} onClose={onClose}>
      <dl class="keys">
        {keys.map(([key, what]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{t(what)}</dd></div>)}
      </dl>
      <label class="check-line">
        <input type="checkbox" checked={store.letterKeys.value} onChange={(event) => { store.letterKeys.value = event.currentTarget.checked; }} /> {t('letterKeys')}
      </label>
      <div class="dialog-acts">
        <a class="btn" href="/gallery" target="_blank" rel="noopener">{t('galleryAt')}</a>
        <button type="button" class="btn btn-main" autofocus onClick={onClose}>{t('gotIt')}</button>
      </div>
    </Dialog>
  );
}
