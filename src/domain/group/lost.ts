import { z } from 'zod';
import { refuse, type Refusal } from '../refusal.ts';
import type { World } from '../document.ts';
import { nameOf } from '../people.ts';

/** What may be lost from outside: a group, the bot's place in it, a member, or what else its document has on the platform. */
export const losses = { group: '群被解散', bot: '机器人被移出群', member: '有人离开群', event: '日程被删除', eventMoved: '日程被改期' } as const;

/** What was lost; `who` did it where the platform says so, of members they are themselves; `start` is where an event was moved to, as ISO instant. */
export interface Lost { what: keyof typeof losses; who: readonly string[]; at: string; start: string }

/** A document with a group of its own on the platform. */
export interface Grouped { chat: string; board: string; lost: Lost | null }

/** What is told of a loss. */
export const lostInput = z.object({ what: z.enum(Object.keys(losses) as [keyof typeof losses]), who: z.array(z.string()).default([]), start: z.string().default('') });

type Told = z.output<typeof lostInput>;

/** Whether a loss is news: not told already, and of members only those who belong there. */
export function isNoNews({ lost }: Pick<Grouped, 'lost'>, { what, who }: Told, expected: readonly string[]): Refusal | undefined {
  const same = lost?.what === what && who.every((id) => lost.who.includes(id));
  return same || (what === 'member' && !who.some((id) => expected.includes(id))) ? refuse('stale') : undefined;
}

/** The loss as it is kept: members who left one after the other are named together. */
export function withLoss({ lost }: Pick<Grouped, 'lost'>, { what, who, start }: Told, now: Date): Lost {
  const before = lost?.what === 'member' && what === 'member' ? lost.who : [];
  return { what, who: [...new Set([...before, ...who])], at: now.toISOString(), start };
}

/** 群被解散：王磊, for the trail. */
export function lossNote({ what, who }: Told, { directory }: Pick<World, 'directory'>): string {
  return `${losses[what]}${who.length ? `：${who.map((id) => nameOf(directory, id)).join('、')}` : ''}`;
}
