import { nameOn, type Directory, type Organ, type OrganName, type Person, type StaffRole, type Watch } from '../people.ts';

/** Somebody in an organ's book; `left` is the ISO day since which he is gone. */
export interface Member extends Omit<Person, 'organ'> { left?: string }

/** 单位名册: what is known of one organ over time; names and people are encrypted at rest. */
export interface OrganBook {
  organ: string;
  /** 牵头单位 (Article 1). */
  coordinates: boolean;
  chat: string;
  names: readonly OrganName[];
  members: readonly Member[];
  watches: readonly Watch[];
  /** What the organisation file would change, as it was shown to the administrator; only in the Center's book. */
  proposal: { digest: string; lines: readonly string[] };
}

/** States of an organ's book. */
export const organStates = { new: '未建立', 'o.kept': '在册' } as const;

/** The document that keeps an organ's book. */
export function bookId(organ: string): string {
  return `o-${organ.toLowerCase()}`;
}

/** The offices that are kept apart: each held by other people (三员分离). */
const offices = { ADMIN: '管理员', AUDITOR: '审计员', VAULT: '举报人信息保管人' } as const satisfies Partial<Record<StaffRole, string>>;
/** How many keepers of reporters' identities an organ may have. */
const mostKeepers = 2;

/** What is wrong with who holds the three offices among all people, each in a sentence that says what to do and with the account at which it shows; accounts of one person count as one. */
export function officeFaults(people: readonly Pick<Person, 'id' | 'name' | 'organ' | 'roles' | 'identity'>[], organName: (code: string) => string): readonly { id: string; words: string }[] {
  const joined = grouped(people, (person) => person.identity ?? person.id).flatMap((accounts) => {
    const held = (Object.keys(offices) as (keyof typeof offices)[]).filter((role) => accounts.some(({ roles }) => roles.includes(role)));
    return held.length > 1 ? [{ id: accounts[0]?.id ?? '', words: `${accounts[0]?.name ?? ''} 同时是${held.map((role) => offices[role]).join('、')}，三者须为不同的人，请改由他人担任其中 ${held.length - 1} 项` }] : [];
  });
  const many = grouped(people.filter(({ roles }) => roles.includes('VAULT')), ({ organ }) => organ).filter((list) => list.length > mostKeepers)
    .map((list) => ({ id: list[mostKeepers]?.id ?? '', words: `${organName(list[0]?.organ ?? '')}有 ${list.length} 名举报人信息保管人，最多 ${mostKeepers} 名，请减少 ${list.length - mostKeepers} 名` }));
  return [...joined, ...many];
}

function grouped<T>(list: readonly T[], by: (one: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const one of list) groups.set(by(one), [...(groups.get(by(one)) ?? []), one]);
  return [...groups.values()];
}

/** Who works in an organ on a day, by its book. */
export function staffOn({ organ, members }: Pick<OrganBook, 'organ' | 'members'>, today: string): Person[] {
  return members.filter(({ left }) => !left || left > today).map(({ left: _left, ...person }) => ({ ...person, organ }));
}

/** The directory as the books have it on a day; organs without a book stay as they are in `base`. */
export function directoryOn(base: Directory, books: readonly OrganBook[], today: string): Omit<Directory, 'standIns'> {
  const kept = new Map(books.map((book) => [book.organ, book]));
  const organs = new Map([...base.organs].map(([code, organ]) => [code, organOn(organ, kept.get(code), today)]));
  const present = [...base.organs.keys()].flatMap((code) => {
    const book = kept.get(code);
    return book ? staffOn(book, today) : [...base.people.values()].filter((person) => person.organ === code);
  });
  const gone = books.flatMap(({ organ, members }) => members.filter(({ left }) => left && left <= today).map((member) => ({ ...member, organ })));
  return {
    organs, people: new Map(present.map((person) => [person.id, person])), former: new Map(gone.map((person) => [person.id, person])),
    watches: new Map(books.map(({ organ, watches }) => [organ, watches])),
  };
}

function organOn(organ: Organ, book: OrganBook | undefined, today: string): Organ {
  if (!book) return organ;
  const { from: _from, ...named } = nameOn(book, today) ?? { from: '' };
  return { ...organ, ...named, names: book.names, coordinates: book.coordinates, ...(book.chat ? { chat: book.chat } : {}) };
}
