import { z } from 'zod';
import type { Document, Row } from '../../../src/domain/document.ts';
import { flows } from '../../../src/domain/flows.ts';
import { dateOf } from '../../../src/domain/time/time.ts';
import { directory } from '../town.ts';
import type { Chance } from './chance.ts';

/** JSON Schema as far as inputs of rows use it. */
interface Shape { type?: string; format?: string; enum?: unknown[]; const?: unknown; anyOf?: Shape[]; oneOf?: Shape[]; items?: Shape; properties?: Record<string, Shape>; required?: string[]; pattern?: string; minItems?: number; minLength?: number; maxLength?: number; minimum?: number; maximum?: number }

/** Where an input is made up: the document it is for, the time, and chance. */
export interface Setting { doc: Document; now: Date; chance: Chance; whole?: boolean }

const shapes = new WeakMap<z.ZodType, Shape>();
const people = [...directory.people.keys()];
const organs = ['ZJJ', 'SLJ', 'RSJ', 'CZJ', 'NMJ', 'GGZY', 'GAJ'];
const states = Object.values(flows).flatMap((flow) => Object.keys(flow.states));
const finals = Object.values(flows).flatMap((flow) => flow.final);
const sentence = '经核对有关情况，需要这样办理';

/** An input for a row, made up from the row's own schema and from words that the document already holds: people, organs, ids, days. */
export function inputFor(row: Row<unknown>, setting: Setting): unknown {
  let shape = shapes.get(row.input);
  if (!shape) {
    shape = z.toJSONSchema(row.input, { io: 'input', unrepresentable: 'any' }) as Shape;
    shapes.set(row.input, shape);
  }
  const made = valueOf(shape, '', { ...setting, whole: setting.chance.happens(0.6) });
  return row.given ? { ...(made as object), ...row.given } : made;
}

function valueOf(shape: Shape, name: string, setting: Setting): unknown {
  const { chance } = setting;
  if (shape.const !== undefined) return shape.const;
  if (shape.enum) return chance.among(shape.enum);
  const either = shape.anyOf ?? shape.oneOf;
  if (either) return valueOf(chance.among(setting.whole || chance.happens(0.7) ? either.filter((each) => each.const !== '') : either), name, setting);
  switch (shape.type) {
    case 'object':
      return objectOf(shape, name, setting);
    case 'array':
      return listOf(shape, name, setting);
    case 'boolean':
      return chance.happens(0.5);
    case 'integer':
    case 'number':
      return Math.min(shape.maximum ?? 20, Math.max(shape.minimum ?? 1, chance.among([0, 1, 2, 5, 10, 15])));
    case 'null':
      return null;
    default:
      return wordFor(shape, name, setting);
  }
}

function objectOf(shape: Shape, _name: string, setting: Setting): object {
  const fields = Object.entries(shape.properties ?? {}).filter(([field]) => shape.required?.includes(field) || setting.whole || setting.chance.happens(0.7));
  return Object.fromEntries(fields.map(([field, of]) => [field, valueOf(of, field, setting)]));
}

function listOf(shape: Shape, name: string, setting: Setting): unknown[] {
  if (shape.items?.enum && setting.whole && setting.chance.happens(0.5)) return shape.items.enum;
  const length = Math.max(shape.minItems ?? 0, setting.chance.among([0, 1, 2, 2, 2, 3]));
  const items = Array.from({ length }, () => valueOf(shape.items ?? {}, name, setting));
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
}

const ofPeople = /person|people|decider|keeper|deputy|substitute|delegate|handler|officer|clerk|convener|^by$|^to$/i;
const ofOrgans = /organ|receiver|lead|member|reported|^co$|suggest/i;
const ofIds = /^id$|Id$|proposal|file|task|hash|serial|link|event|chat|returned|question|piece/i;

function wordFor(shape: Shape, name: string, setting: Setting): string {
  const { chance, doc, now } = setting;
  const day = (days: number) => dateOf(new Date(now.getTime() + days * 86_400_000));
  if (shape.format === 'date') return day(chance.among([-3, 1, 4, 9, 20, 40]));
  if (shape.format === 'date-time') return new Date(now.getTime() + chance.among([-1, 4, 9, 20]) * 86_400_000).toISOString();
  if (shape.minLength !== undefined && shape.minLength === shape.maxLength) return chance.among(['a', 'b', 'c']).repeat(shape.minLength);
  const fitting = shape.pattern ? [day(9), `${day(9)} 15:00`, new Date(now.getTime() + 9 * 86_400_000).toISOString(), '15:00'].filter((word) => new RegExp(shape.pattern ?? '', 'u').test(word)) : [];
  if (fitting.length) return chance.among(fitting);
  if (name === 'state') return chance.among(chance.happens(0.7) ? finals : states);
  const alike = wordsIn(doc, name);
  if (alike.length && chance.happens(ofIds.test(name) ? 0.9 : 0.5)) return chance.among(alike);
  if (chance.happens(0.85)) {
    if (ofPeople.test(name)) return chance.among(chance.happens(0.7) ? staff(doc) : people);
    
    if (ofOrgans.test(name)) return chance.among(chance.happens(0.5) ? ownOrgans(doc) : organs);
    if (ofIds.test(name)) return chance.among(wordsIn(doc));
    if (/date|until|from|till/i.test(name)) return day(chance.among([1, 4, 9, 20]));
    if (/start|end|^at$|time|moment/i.test(name)) return new Date(now.getTime() + chance.among([4, 9, 20]) * 86_400_000).toISOString();
  }
  return (!setting.whole && chance.happens(0.3) ? chance.among(['', ...wordsIn(doc)]) : sentence).slice(0, shape.maxLength ?? 100) || (shape.minLength ? sentence : '');
}

function ownOrgans(doc: Document): string[] {
  const own = wordsIn(doc).filter((word) => organs.includes(word));
  return own.length ? own : organs;
}

function staff(doc: Document): string[] {
  const own = ownOrgans(doc);
  const found = people.filter((id) => own.includes(directory.people.get(id)?.organ ?? ''));
  return found.length ? found : people;
}

const seen = new WeakMap<Document, Map<string, Set<string>>>();

/** Every short word of a document's data and alarms (ids, hashes, codes of organs, people); of fields of one name where it is given. */
function wordsIn(doc: Document, name?: string): string[] {
  let known = seen.get(doc);
  if (!known) {
    known = new Map([['', new Set(doc.alarms.map((alarm) => alarm.id))]]);
    collect(doc.data, '', known);
    seen.set(doc, known);
  }
  const found = [...(known.get(name ?? '') ?? [])];
  return name === undefined && !found.length ? ['none'] : found;
}

function collect(value: unknown, name: string, into: Map<string, Set<string>>): void {
  if (typeof value === 'string') {
    if (value === '' || value.length > 80) return;
    into.get('')?.add(value);
    into.set(name, (into.get(name) ?? new Set()).add(value));
  } else if (Array.isArray(value)) value.forEach((item) => collect(item, name, into));
  else if (value && typeof value === 'object') Object.entries(value).forEach(([key, item]) => collect(item, key, into));
}
