import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import mongoose from 'mongoose';
import { createCalendar, type HolidayYears } from '../../src/domain/time/calendar.ts';
import { kinds, type Command, type Flow, type World } from '../../src/domain/document.ts';
import type { Directory, Person } from '../../src/domain/people.ts';
import { asFlow, createHandle, type Flows } from '../../src/handle.ts';
import { openStore, type Store } from '../../src/store/store.ts';
import { ownParts } from '../parts.ts';
import { countingFlow, type Tally } from './counting-flow.ts';

const years = JSON.parse(readFileSync(new URL('../../src/domain/data/holidays.json', import.meta.url), 'utf8')) as HolidayYears;

/** The calendar with the imported years. */
export const calendar = createCalendar(years);

/** A registry in which every kind runs the small flow of these tests. */
export const flows = Object.fromEntries(kinds.map((kind) =>
  [kind, asFlow({ ...countingFlow, kind } as Flow<Tally>)])) as unknown as Flows;

const staff: Person = { id: 'ou_head', name: '王主任', organ: 'GGZY', roles: ['C_HEAD'], title: '' };

/** One organ, one person. */
export const directory: Directory = {
  organs: new Map([['GGZY', { code: 'GGZY', name: '市交易中心', short: '市交易中心', aliases: [], docPrefix: '', kind: 'center' as const }]]),
  people: new Map([[staff.id, staff]]),
  standIns: [],
};

/** The world of a test at a moment. */
export function worldAt(now: Date): Omit<World, 'numbers'> {
  return { now, directory, calendar, settings: { effectiveFrom: '2024-01-01', place: '', dutyPhone: '', noticeDays: 1, urgentMeetings: false, directTransfer: false, vaultConsent: true, economy: true, limits: {} } };
}

/** A store on a database of its own (documents of the small flow where no shapes are given), and a raw connection to look at what is really kept. */
export async function testStore(name: string, shapes: Parameters<typeof openStore>[0]['shapes'] = flows): Promise<{ store: Store; raw: mongoose.mongo.Db; uri: string; dataKeys: Buffer[]; close(): Promise<void> }> {
  const { mongo: uri } = ownParts(name);
  const dataKeys = [Buffer.alloc(32, 7)];
  const store = await openStore({ uri, dataKeys, shapes, machine: () => new Date() });
  const client = await new mongoose.mongo.MongoClient(uri).connect();
  const raw = client.db();
  return {
    store, raw, uri, dataKeys,
    close: async () => {
      await raw.dropDatabase();
      await client.close();
      await store.close();
    },
  };
}

/** `handle` over a store, at a fixed moment. */
export function testHandle(store: Store, nudge: Parameters<typeof createHandle>[0]['nudge'] = () => undefined): ReturnType<typeof createHandle> {
  return createHandle({ store, flows, number: store.number, world: () => worldAt(new Date('2026-11-23T01:12:00Z')), nudge });
}

/** A command of the head on a matter. */
export function command(act: string, over: Partial<Command> = {}): Command {
  return { kind: 'matter', id: 'm1', act, input: {}, cause: randomUUID(), by: { role: 'person', id: 'ou_head', ref: 'r', reporter: false }, ...over };
}
