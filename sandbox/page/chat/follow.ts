import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MessageView } from '../../api/chats.ts';
import { usePage } from '../state/context.ts';
import { threadKey, type Thread, type Unread } from '../state/store.ts';

const near = 60;

interface Followed {
  person: string;
  chat: string;
  thread: Thread;
}

/** Keeps what came since the person last touched the chat in view, from its first line, while he is at the end; an entering person reads from the first unread message. Gives the box's ref and handlers, how many messages came out of view, and the way to them. */
export function useFollow({ person, chat, thread }: Followed) {
  const { store } = usePage();
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const untouched = useRef<string | undefined>(undefined);
  const seen = useRef<Map<string, number> | null>(null);
  const [below, setBelow] = useState<string[]>([]);
  const show = (id: string | undefined, came: MessageView[] = []) => {
    const flow = box.current;
    if (flow === null) return;
    flow.scrollTop = flow.scrollHeight;
    if (id !== undefined) keepTop(flow, id);
    atEnd.current = distance(flow) < near;
    setBelow(atEnd.current ? [] : came.map((each) => each.id).filter((each) => isBelow(flow, each)));
  };
  useLayoutEffect(() => {
    const before = seen.current;
    seen.current = new Map(thread.items.map((each) => [each.id, each.revision]));
    if (before === null) {
      untouched.current = firstUnread(thread.items, person, takeEntered(store.entered, threadKey(person, chat)));
      return show(untouched.current);
    }
    const redrawn = thread.items.find((each) => each.id === store.tapped.get(person) && (before.get(each.id) ?? each.revision) !== each.revision);
    if (redrawn !== undefined) keepTop(box.current, redrawn.id);
    const came = thread.items.slice(-5).filter((each) => !before.has(each.id));
    const [first] = came;
    if (first === undefined) return;
    if (first.from.id === person || untouched.current === undefined) untouched.current = first.id;
    if (atEnd.current || first.from.id === person) show(untouched.current, came);
    else setBelow((list) => [...list, ...came.map((each) => each.id)]);
  }, [thread.items]);
  useLayoutEffect(() => {
    const flow = box.current;
    if (flow === null) return;
    const watcher = new ResizeObserver(() => { if (atEnd.current) show(untouched.current); });
    for (const child of [flow, ...flow.children]) watcher.observe(child);
    return () => watcher.disconnect();
  }, []);
  const onScroll = () => {
    const flow = box.current;
    if (flow === null) return;
    atEnd.current = distance(flow) < near;
    if (atEnd.current && below.length > 0) setBelow([]);
  };
  const onTouch = () => { untouched.current = undefined; };
  const handlers = { onScroll, onWheel: onTouch, onPointerDown: onTouch, onKeyDown: onTouch };
  return { box, handlers, below: below.length, showBelow: () => show(below[0]) };
}

/** The message from which an entering person reads; undefined = the end. */
function firstUnread(items: MessageView[], person: string, unread: Unread): string | undefined {
  const others = items.filter((each) => each.from.id !== person && each.type !== 'system' && each.at <= unread.until);
  return unread.count > 0 ? others.at(-Math.min(unread.count, others.length))?.id : undefined;
}

function takeEntered(entered: Map<string, Unread>, key: string): Unread {
  const unread = entered.get(key) ?? { count: 0, until: '' };
  entered.delete(key);
  return unread;
}

/** A card that grew under the finger shows its first line again. */
function keepTop(flow: HTMLElement | null, id: string): void {
  const message = document.getElementById(`message-${id}`);
  if (flow === null || message === null || !flow.contains(message)) return;
  const gap = topOf(message) - topOf(flow);
  if (gap < 0) flow.scrollTop += gap - 10;
}

function isBelow(flow: HTMLElement, id: string): boolean {
  const message = document.getElementById(`message-${id}`);
  return message !== null && flow.contains(message) && topOf(message) > flow.getBoundingClientRect().bottom - near;
}

function topOf(element: HTMLElement): number {
  return element.getBoundingClientRect().top;
}

function distance(flow: HTMLElement): number {
  return flow.scrollHeight - flow.scrollTop - flow.clientHeight;
}
