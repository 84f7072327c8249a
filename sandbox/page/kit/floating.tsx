import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

interface FloatingProps {
  anchor: HTMLElement | null;
  label: string;
  onClose: () => void;
  children: ComponentChildren;
  /** Width in px; absent = at least as wide as the anchor. */
  width?: number;
  align?: 'start' | 'end';
}

/** A panel in the top layer beside its anchor; Esc or a tap outside closes it and focus returns to the anchor. */
export function Floating({ anchor, label, onClose, children, width, align = 'start' }: FloatingProps) {
  const layer = useRef<HTMLDivElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const box = layer.current;
    if (box === null || panel.current === null) return;
    box.showPopover();
    if (anchor !== null) place(panel.current, anchor, { width, align });
    const wanted = panel.current.querySelector<HTMLElement>('[autofocus]');
    const first = wanted ?? panel.current.querySelector<HTMLElement>('input,select,[aria-selected=true],button,[tabindex]');
    (first ?? panel.current).focus({ preventScroll: true });
    return () => anchor?.focus({ preventScroll: true });
  }, [anchor]);
  useEffect(() => {
    const close = () => onClose();
    window.addEventListener('resize', close);
    return () => window.removeEventListener('resize', close);
  }, [onClose]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    onClose();
  };
  return (
    <div ref={layer} popover="manual" class="floating-layer" onKeyDown={onKeyDown} onClick={(event) => { if (event.target === layer.current) onClose(); }}>
      <div ref={panel} class="floating" role="dialog" aria-label={label} tabIndex={-1}>{children}</div>
    </div>
  );
}

function place(panel: HTMLElement, anchor: HTMLElement, wish: { width: number | undefined; align: 'start' | 'end' }): void {
  if (window.innerWidth < 720) return;
  const rect = anchor.getBoundingClientRect();
  const width = Math.min(wish.width ?? Math.max(rect.width, 168), window.innerWidth - 16);
  panel.style.width = `${width}px`;
  const left = wish.align === 'end' ? rect.right - width : rect.left;
  panel.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`;
  const below = window.innerHeight - rect.bottom - 12;
  const above = rect.top - 12;
  const height = panel.scrollHeight;
  if (height <= below || below >= above) {
    panel.style.top = `${rect.bottom + 4}px`;
    panel.style.maxHeight = `${below}px`;
  } else {
    panel.style.bottom = `${window.innerHeight - rect.top + 4}px`;
    panel.style.maxHeight = `${above}px`;
  }
}

/** Arrow keys, Home and End move between the options or menu items of a panel. */
export function moveAmong(event: KeyboardEvent, selector: string): void {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
  const box = event.currentTarget;
  if (!(box instanceof HTMLElement)) return;
  const items = [...box.querySelectorAll<HTMLElement>(selector)];
  const at = items.findIndex((item) => item === document.activeElement);
  const step = steps[event.key];
  const next = step !== undefined ? items[(at + step + items.length) % items.length] : { Home: items[0], End: items.at(-1) }[event.key];
  if (next === undefined || (event.target instanceof HTMLInputElement && step === undefined)) return;
  event.preventDefault();
  next.focus();
}
