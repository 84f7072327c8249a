import type { ComponentChildren } from 'preact';
import { createPortal } from 'preact/compat';
import { useModal } from '../kit/dialog.tsx';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';

interface LightboxProps {
  title: string;
  onClose: () => void;
  children: ComponentChildren;
}

/** A picture or chart over the whole screen; Esc, the cross or a tap beside it closes it. */
export function Lightbox({ title, onClose, children }: LightboxProps) {
  const box = useModal();
  const onTap = (event: MouseEvent) => {
    event.stopPropagation();
    if (event.target === box.current) onClose();
  };
  return createPortal(
    <dialog ref={box} class="lightbox" aria-label={title} onClick={onTap} onCancel={(event) => { event.preventDefault(); onClose(); }}>
      <button type="button" class="btn-icon lightbox-close" aria-label={t('close')} autofocus onClick={onClose}><Icon name="close" size={22} /></button>
      {children}
      {title !== '' && <p>{title}</p>}
    </dialog>,
    document.body,
  );
}
