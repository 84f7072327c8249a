import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { MessageView } from '../api.ts';
import { usePage } from './context.ts';
import { threadKey, type Thread } from './store.ts';

const near = 60;

interface Followed {
  person: string;
  chat: string;
  thread: Thread;
}

/** Keeps the newest message in view while the person is at the end; what does not fit is shown from its first line, and unread messages are shown from the first of them. Gives the box's ref, its scroll handler, how many came out of view, and the way to them. */
export function useFollow({ person, chat, thread }: Followed) {
  const { store } = usePage();
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const seen = useRef<Map<string, number> | null>(null);
  const [below, setBelow] = useState<string[]>([]);
  const show = (id: string | undefined) => {
    const flow = box.current;
    if (flow === null) return;
    flow.scrollTop = flow.scrollHeight;
    const message = id === undefined ? null : document.getElementById(`message-${id}`);
    if (message !== null && flow.contains(message) && topOf(message) < topOf(flow)) flow.scrollTop += topOf(message) - topOf(flow) - 10;
    atEnd.current = distance(flow) < near;
    setBelow([]);
  };
  useLayoutEffect(() => {
    const before = seen.current;
    seen.current = new Map(thread.items.map((each) => [each.id, each.revision]));
    if (before === null) return show(firstUnread(thread.items, { person, count: takeEntered(store.entered, threadKey(person, chat)) }));
    const redrawn = thread.items.find((each) => each.id === store.tapped.get(person) && (before.get(each.id) ?? each.revision) !== each.revision);
    if (redrawn !== undefined) keepTop(box.current, redrawn.id);
    const came = thread.items.slice(-5).filter((each) => !before.has(each.id));
    const [first] = came;
    if (first === undefined) return;
    if (atEnd.current || first.from.id === person) show(first.id);
    else setBelow((list) => [...list, ...came.map((each) => each.id)]);
  }, [thread.items]);
  useLayoutEffect(() => {
    const flow = box.current;
    if (flow === null) return;
    const watcher = new ResizeObserver(() => { if (atEnd.current) flow.scrollTop = flow.scrollHeight; });
    for (const child of [flow, ...flow.children]) watcher.observe(child);
    return () => watcher.disconnect();
  }, []);
  const onScroll = () => {
    const flow = box.current;
    if (flow === null) return;
    atEnd.current = distance(flow) < near;
    if (atEnd.current && below.length > 0) setBelow([]);
  };
  return { box, onScroll, below: below.length, showBelow: () => show(below[0]) };
}

/** The message from which an entering person reads; undefined = the end. */
function firstUnread(items: MessageView[], wish: { person: string; count: number }): string | undefined {
  const others = items.filter((each) => each.from.id !== wish.person && each.type !== 'system');
  return wish.count > 0 ? others.at(-Math.min(wish.count, others.length))?.id : undefined;
}

function takeEntered(entered: Map<string, number>, key: string): number {
  const count = entered.get(key) ?? 0;
  entered.delete(key);
  return count;
}

/** A card that grew under the finger shows its first line again. */
function keepTop(flow: HTMLElement | null, id: string): void {
  const message = document.getElementById(`message-${id}`);
  if (flow === null || message === null || !flow.contains(message)) return;
  const gap = topOf(message) - topOf(flow);
  if (gap < 0) flow.scrollTop += gap - 10;
}

function topOf(element: HTMLElement): number {
  return element.getBoundingClientRect().top;
}

function distance(flow: HTMLElement): number {
  return flow.scrollHeight - flow.scrollTop - flow.clientHeight;
}
