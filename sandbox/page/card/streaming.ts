import { useEffect, useState } from 'preact/hooks';
import type { Pace } from './scene.ts';
import { text, toNode, within, type Node } from './shape.ts';

/** The typewriter of a card in streaming mode, undefined for any other card; 70 ms and one character where the card says nothing. */
export function paceOf(config: Node): Pace | undefined {
  if (config['streaming_mode'] !== true) return undefined;
  const wish = toNode(config['streaming_config']);
  return {
    everyMs: within(forPc(wish['print_frequency_ms']), [10, 5000], 70),
    step: within(forPc(wish['print_step']), [1, 1000], 1),
    strategy: text(wish['print_strategy']) === 'delay' ? 'delay' : 'fast',
  };
}

function forPc(value: unknown): unknown {
  const given = toNode(value);
  return given['pc'] ?? given['default'];
}

interface Typed {
  words: string;
  shown: number;
}

/** As much of the words as the typewriter has reached; what stood there from the start, what replaces rather than continues, and everything without a pace or where motion is unwelcome comes at once. */
export function useTyped(words: string, pace: Pace | undefined): string {
  const still = pace === undefined || matchMedia('(prefers-reduced-motion: reduce)').matches;
  const [typed, setTyped] = useState<Typed>({ words, shown: words.length });
  const now = typed.words === words ? typed : turned(typed, words, pace);
  if (now !== typed) setTyped(now);
  const done = still || now.shown >= words.length;
  useEffect(() => {
    if (done || pace === undefined) return;
    const timer = setTimeout(() => setTyped({ words, shown: now.shown + pace.step }), pace.everyMs);
    return () => clearTimeout(timer);
  }, [done, now.shown, words]);
  return done ? words : words.slice(0, now.shown);
}

function turned(before: Typed, words: string, pace: Pace | undefined): Typed {
  if (!words.startsWith(before.words)) return { words, shown: words.length };
  return { words, shown: pace?.strategy === 'fast' ? before.words.length : Math.min(before.shown, before.words.length) };
}
