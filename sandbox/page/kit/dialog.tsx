import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../language/language.ts';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
  /** As wide as the window allows, for pictures and lists. */
  wide?: boolean;
}

/** Opens a dialog over the page while its component stands, and gives the focus back to where it was. */
export function useModal() {
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const shown = box.current;
    const before = document.activeElement;
    shown?.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
  return box;
}

/** A modal dialog with a heading; Esc closes it, focus stays inside. */
export function Dialog({ title, onClose, children, wide = false }: DialogProps) {
  const box = useModal();
  return (
    <dialog ref={box} class={`dialog${wide ? ' is-wide' : ''}`} aria-label={title} onClick={(event) => { if (event.target === box.current) onClose(); }} onCancel={(event) => { event.preventDefault(); onClose(); }}>
      <h2>{title}</h2>
      {children}
    </dialog>
  );
}

interface ConfirmProps {
  title: string;
  text: string;
  onAnswer: (yes: boolean) => void;
}

/** The platform's second question before an act: title, consequence, 取消 and 确认. */
export function ConfirmDialog({ title, text, onAnswer }: ConfirmProps) {
  return (
    <Dialog title={title} onClose={() => onAnswer(false)}>
      <p>{text}</p>
      <div class="dialog-acts">
        <button type="button" class="btn" onClick={() => onAnswer(false)}>{t('cancel')}</button>
        <button type="button" class="btn btn-main" autofocus onClick={() => onAnswer(true)}>{t('confirm')}</button>
      </div>
    </Dialog>
  );
}
