import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MessageView } from '../../api/chats.ts';
import { useVirtual } from '../kit/virtual.ts';
import { usePage } from '../state/context.ts';
import { threadKey, type Thread } from '../state/store.ts';

/** So near to an edge of what is loaded, the next page is read. */
const reach = 8;
/** So near to the end counts as the end, px. */
const endPx = 60;
/** So long after a touch a scroll is still the person's, ms. */
const handMs = 1500;
/** So far from the end the way to it is offered, px. */
const farPx = 500;

interface Followed {
  box: { readonly current: HTMLDivElement | null };
  person: string;
  chat: string;
  thread: Thread;
}

/** Expected heights before a message was drawn once, px. */
function heightOf(message: MessageView | undefined): number {
  if (message === undefined || message.recalled || message.type === 'system') return 40;
  return { interactive: 260, image: 270, post: 140, merge_forward: 170 }[message.type] ?? 76;
}

/** Whether the person is at the end of the list, and what he has not touched since; only his hand leads away from the end, rows that are measured for the first time do not. */
function useHand(isAtEnd: () => boolean) {
  const untouched = useRef<string | undefined>(undefined);
  const atEnd = useRef(true);
  const touchedAt = useRef(-Infinity);
  const onTouch = () => {
    if (untouched.current !== undefined) atEnd.current = isAtEnd();
    untouched.current = undefined;
    touchedAt.current = performance.now();
  };
  const onScroll = () => {
    if (isAtEnd()) atEnd.current = true;
    else if (performance.now() - touchedAt.current < handMs) atEnd.current = false;
  };
  const onDrag = (event: PointerEvent) => { if (event.buttons > 0) onTouch(); };
  return { untouched, atEnd, onScroll, touch: { onWheel: onTouch, onPointerDown: onTouch, onPointerMove: onDrag, onTouchMove: onTouch, onKeyDown: onTouch } };
}

/** Does something whenever the list itself becomes higher or lower: a keyboard opens, a line comes above it. */
function useResize(box: Followed['box'], work: () => void): void {
  const latest = useRef(work);
  latest.current = work;
  useLayoutEffect(() => {
    const watcher = new ResizeObserver(() => latest.current());
    if (box.current !== null) watcher.observe(box.current);
    return () => watcher.disconnect();
  }, []);
}

/** Reads older and newer pages when the person comes near them. */
function usePages({ person, chat, thread }: Omit<Followed, 'box'>, rows: { index: number }[]): void {
  const { actions } = usePage();
  const first = rows[0]?.index;
  const last = rows.at(-1)?.index;
  useEffect(() => {
    if (first !== undefined && first < reach && thread.more) void actions.loadOlder(person, chat);
    if (last !== undefined && last > thread.items.length - reach && thread.newer) void actions.loadNewer(person, chat);
  }, [first, last, thread.items.length]);
}

/**
 * Follows a chat: an entering person reads from the first unread message; what came since he last touched the chat stays in view
 * from its first line while he is at the end; a message that he asked for is brought into view.
 */
export function useFollow({ box, person, chat, thread }: Followed) {
  const { store, actions } = usePage();
  const { items } = thread;
  const list = useVirtual({ box, count: items.length, keyOf: (at) => items[at]?.id ?? '', heightOf: (at) => heightOf(items[at]), anchored: true, follows: !thread.newer, padding: 10 });
  const { virtual } = list;
  const { untouched, atEnd, onScroll, touch } = useHand(() => !thread.newer && virtual.isAtEnd(endPx));
  const seen = useRef<Map<string, number> | null>(null);
  const [below, setBelow] = useState(0);
  usePages({ person, chat, thread }, list.rows);
  const show = (id: string | undefined, align: 'start' | 'center' = 'start') => {
    const at = items.findIndex((each) => each.id === id);
    if (at >= 0) virtual.scrollToIndex(at, { align });
    else if (box.current !== null) box.current.scrollTop = box.current.scrollHeight;
  };
  // The end of what is loaded is no end while newer messages wait behind it.
  const stay = () => { if (atEnd.current && !thread.newer) show(untouched.current); };
  useLayoutEffect(() => {
    const before = seen.current;
    seen.current = new Map(items.map((each) => [each.id, each.revision]));
    if (before === null) {
      untouched.current = store.entered.get(threadKey(person, chat));
      return show(untouched.current);
    }
    const redrawn = items.findIndex((each) => each.id === store.tapped.get(person) && (before.get(each.id) ?? each.revision) !== each.revision);
    if (redrawn >= 0 && (virtual.measurementsCache[redrawn]?.start ?? Infinity) < (virtual.scrollOffset ?? 0)) virtual.scrollToIndex(redrawn, { align: 'start' });
    const came = before.size === 0 ? [] : items.slice(-5).filter((each) => !before.has(each.id));
    const [first] = came;
    if (first === undefined || items.at(-1)?.id !== came.at(-1)?.id || thread.newer) return;
    if (first.from.id === person || untouched.current === undefined) untouched.current = first.id;
    if (atEnd.current || first.from.id === person) show(untouched.current);
    else setBelow((count) => count + came.length);
  }, [items]);
  useLayoutEffect(() => {
    // Rows drawn for the first time turn out higher or lower than expected.
    stay();
  }, [list.height]);
  useResize(box, stay);
  useLayoutEffect(() => {
    const { value } = store.aimed;
    if (value === null || value.person !== person || value.chat !== chat || !items.some((each) => each.id === value.message)) return;
    atEnd.current = false;
    show(value.message, 'center');
  }, [store.aimed.value, items.length > 0]);
  const toEnd = () => {
    setBelow(0);
    untouched.current = undefined;
    atEnd.current = true;
    if (thread.newer) void actions.loadMessages(person, chat).then(() => show(undefined));
    else show(undefined);
  };
  const note = () => {
    onScroll();
    if (atEnd.current && below > 0) setBelow(0);
  };
  return { ...list, below, far: virtual.getDistanceFromEnd() > farPx, toEnd, handlers: { ...touch, onScroll: note } };
}
