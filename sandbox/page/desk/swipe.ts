import type { Store } from '../state/store.ts';

const leastPx = 70;

/** On the phone a swipe to the side brings the other person; what scrolls sideways itself is left alone. */
export function createSwipe(store: Store) {
  let from: { x: number; y: number } | null = null;
  const onTouchStart = (event: TouchEvent) => {
    const [touch] = event.touches;
    const within = event.target instanceof HTMLElement ? event.target.closest('.table-scroll,pre,video,audio,input,textarea') : null;
    from = touch === undefined || event.touches.length > 1 || within !== null ? null : { x: touch.clientX, y: touch.clientY };
  };
  const onTouchEnd = (event: TouchEvent) => {
    const [touch] = event.changedTouches;
    const start = from;
    from = null;
    if (start === null || touch === undefined || window.innerWidth >= 720) return;
    const x = touch.clientX - start.x;
    if (Math.abs(x) < leastPx || Math.abs(x) < 2 * Math.abs(touch.clientY - start.y)) return;
    const next = store.active.value + (x < 0 ? 1 : -1);
    if (store.columns.value[next] !== undefined) store.active.value = next;
  };
  return { onTouchStart, onTouchEnd };
}
