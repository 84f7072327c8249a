import type { Document } from './document.ts';
import type { Directory, Role } from './people.ts';
import type { Refusal } from './refusal.ts';

/** What a flow says of a no where it can say it better than the machine. */
export interface Answers<D> {
  /** Whether somebody is out of it by recusal, and so may be told that (E-801) instead of nothing at all. */
  recused?(doc: Document<D>, personId: string): boolean;
  /** The roles that are left to somebody from whom it is hidden: he may do what they may, and sees nothing by it. */
  leftTo?(doc: Document<D>, personId: string, directory: Directory): readonly Role[];
  /** What to say of an act that the present state does not know, in place of E-900. */
  instead?(doc: Document<D>, act: string): Refusal | undefined;
  /** What to say of a button of an older round, by what it carries, in place of the plain 「内容已更新」. */
  overtaken?(doc: Document<D>, input: unknown): Refusal | undefined;
}
