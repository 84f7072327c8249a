import { isSamePerson, type Directory, type Person } from '../people.ts';

/** A person of the directory whom the words of a matter name: surely reported, to be asked about, or found not to be meant. */
export interface ReportedPerson {
  name: string;
  /** Code of his organ. Not called `organ`, so that no index of the database says who is reported. */
  of: string;
  is: 'yes' | 'asked' | 'no';
}

/** Places and common words that begin or end like a name. */
const lookalikes = ['呼和浩特', '呼和木独', '乌兰察布', '乌兰木伦', '乌兰镇', '查干淖尔', '巴彦淖尔', '白音敖包', '宝音图', '高丽参', '石磊石'];
/** What stands between somebody's organ and his name: at most a section and a title. */
const between = 14;
const told = /(向|找|跟|给|告诉|联系|转告|问了?)[^，。；、\s]{0,4}$/;
const helper = /^.{0,2}(接的?(电话|访)|接到|记录|接待|登记|转述|转来|代录)/;

/**
 * People of the directory whom the words name. Name and organ together are a sure hit; a name alone, or somebody to whom it was only told,
 * is to be asked about, and counts as reported until it is answered.
 */
export function readReportedPeople(words: string, directory: Directory): ReportedPerson[] {
  if (!words) return [];
  const named = [...directory.people.values()].filter((person) => words.includes(person.name));
  const longer = [...named.map((person) => person.name), ...lookalikes];
  const found = named.flatMap((person) => {
    const places = placesOf(words, person.name, longer);
    return places.length ? [{ name: person.name, of: person.organ, is: places.some((at) => isSure(words, { person, at }, directory)) ? 'yes' : 'asked' } as const] : [];
  });
  // 「市住建局王磊」 is not also the 王磊 of another organ.
  const sure = new Set(found.filter((one) => one.is === 'yes').map((one) => one.name));
  return found.filter((one) => one.is === 'yes' || !sure.has(one.name)).filter((one, at, all) => all.findIndex((other) => other.name === one.name && other.of === one.of) === at);
}

/** What is known and what was newly read, together; an answer once given stays. */
export function withRead(known: readonly ReportedPerson[], read: readonly ReportedPerson[]): ReportedPerson[] {
  return [...known, ...read.filter((one) => !known.some((other) => other.name === one.name && other.of === one.of))];
}

const weight: Readonly<Record<ReportedPerson['is'], number>> = { no: 0, asked: 1, yes: 2 };

/** Whom several matters report, as one list: whoever is meant in any of them, or may be, is kept from all that they share. */
export function reportedInAny(lists: readonly (readonly ReportedPerson[])[]): ReportedPerson[] {
  const known = new Map<string, ReportedPerson>();
  for (const one of lists.flat()) {
    const before = known.get(`${one.of} ${one.name}`);
    if (!before || weight[one.is] > weight[before.is]) known.set(`${one.of} ${one.name}`, one);
  }
  return [...known.values()];
}

/** Whether a person, under whichever account, is reported or may be. */
export function isReportedPerson(reported: readonly ReportedPerson[], personId: string, directory: Directory): boolean {
  const shut = reported.filter((one) => one.is !== 'no');
  if (!shut.length) return false;
  return [...directory.people.values()].some((person) => shut.some((one) => one.name === person.name && one.of === person.organ) && isSamePerson(directory, person.id, personId));
}

// Where a name stands by itself, not inside a longer name or a place.
function placesOf(words: string, name: string, longer: readonly string[]): number[] {
  const places: number[] = [];
  for (let at = words.indexOf(name); at >= 0; at = words.indexOf(name, at + 1)) if (!isInside(words, { name, at }, longer)) places.push(at);
  return places;
}

function isInside(words: string, { name, at }: { name: string; at: number }, longer: readonly string[]): boolean {
  return longer.some((other) => {
    const shift = other.length > name.length ? other.indexOf(name) : -1;
    return shift >= 0 && at >= shift && words.startsWith(other, at - shift);
  });
}

function isSure(words: string, { person, at }: { person: Person; at: number }, directory: Directory): boolean {
  const organ = directory.organs.get(person.organ);
  const called = [organ?.name, organ?.short, organ?.short.replace(/^市/, ''), ...(organ?.aliases ?? [])].filter((one): one is string => (one ?? '').length > 1);
  const before = /[^，。；！？\n]*$/.exec(words.slice(Math.max(0, at - 40), at))?.[0] ?? '';
  const after = words.slice(at + person.name.length, at + person.name.length + between + 10);
  const ahead = called.map((one) => before.lastIndexOf(one)).filter((found) => found >= 0 && before.length - found <= between + 8);
  const behind = called.some((one) => new RegExp(`^[（(，]?(是|系|，)?市?${one}`).test(after));
  if (!ahead.length && !behind) return false;
  const lead = ahead.length ? before.slice(0, Math.max(...ahead)) : before;
  return !told.test(lead) && !helper.test(after);
}
