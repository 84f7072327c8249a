import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/** Shows words beside its content while the pointer or the focus is on it; Esc hides them. The control itself should carry them as `aria-description`. */
export function Tipped({ words, children }: { words: string; children: ComponentChildren }) {
  const host = useRef<HTMLSpanElement>(null);
  const [shown, setShown] = useState(false);
  if (words === '') return <>{children}</>;
  const show = () => setShown(true);
  const hide = () => setShown(false);
  return (
    <span ref={host} class="tipped" onPointerEnter={show} onPointerLeave={hide} onFocusIn={show} onFocusOut={hide} onKeyDown={(event) => { if (event.key === 'Escape') hide(); }}>
      {children}
      {shown && host.current !== null && <Bubble words={words} host={host.current} />}
    </span>
  );
}

function Bubble({ words, host }: { words: string; host: HTMLElement }) {
  const bubble = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    const shown = bubble.current;
    if (shown === null) return;
    shown.showPopover();
    const at = host.getBoundingClientRect();
    const size = shown.getBoundingClientRect();
    const left = at.left + (at.width - size.width) / 2;
    shown.style.left = `${Math.max(8, Math.min(left, window.innerWidth - size.width - 8))}px`;
    shown.style.top = `${at.top - size.height - 6 < 8 ? at.bottom + 6 : at.top - size.height - 6}px`;
  }, [words]);
  return <span ref={bubble} popover="manual" role="tooltip" class="tip">{words}</span>;
}
