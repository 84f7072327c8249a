import type { Kind } from '../document.ts';

/** One thing that was somebody's to do: a document that names him, or a duty of his role that nobody else holds. */
export interface Item {
  id: string;
  kind: Kind;
  doc: string;
  /** The number under which people know it. */
  no: string;
  /** 转办 as clerk, 核实人员, 签收 …. */
  what: string;
  /** ISO date, or empty. */
  dueDate: string;
  /** Whether the document names him; else it is a duty of his role. */
  named: boolean;
  /** The role that it takes, where it is a duty of a role. */
  role: string;
  /** To whom it was given, empty before. */
  to: string;
  state: '' | 'given' | 'done' | 'refused';
  /** Why it could not be given to that person. */
  why: string;
  /** Open_ids of those who may not know of the document: they neither see the item nor get it. */
  kept: readonly string[];
}

/** 工作交接: what somebody leaves, and to whom it goes. Numbers and states only, nothing of the contents. */
export interface Handover { person: string; name: string; organ: string; why: string; items: readonly Item[] }

/** States of a hand-over. */
export const handoverStates = { new: '未建立', 'w.open': '待交接', 'w.done': '已交接' } as const;

/** The items that somebody may know of: what is kept from him does not exist for him. */
export function itemsFor({ items }: Pick<Handover, 'items'>, person: string): readonly Item[] {
  return items.filter(({ kept }) => !kept.includes(person));
}

/** What has no owner yet. */
export function openItems({ items }: Pick<Handover, 'items'>): readonly Item[] {
  return items.filter(({ state }) => state === '' || state === 'refused');
}
