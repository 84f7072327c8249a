import * as lark from '@larksuiteoapi/node-sdk';
import { expect } from 'vitest';
import { app, type Town } from './city.ts';

/** What the official client heard of one event: its envelope and its fields side by side. */
export type Heard = Record<string, unknown>;

/** The official long connection, listening for some types of events. */
export interface Ear {
  heard: Heard[];
  /** The newest event of a type that fits, waiting for it. */
  hears(type: string, part?: object): Promise<Heard>;
  /** How many events of a type were heard so far. */
  count(type: string): number;
  close(): void;
}

/** `event_type` of the v2 envelope; the v1 envelope's type is that of the handler. */
function typeOf(data: Heard): unknown {
  return data['event_type'] ?? data['heard_as'];
}

/** Connects the official client to the town and listens. */
export async function listenTo(town: Town, types: string[]): Promise<Ear> {
  const heard: Heard[] = [];
  const handlers = Object.fromEntries(types.map((type) => [type, (data: Heard) => void heard.push({ ...data, heard_as: type })]));
  const eventDispatcher = new lark.EventDispatcher({ loggerLevel: lark.LoggerLevel.fatal }).register(handlers);
  const socket = await new Promise<lark.WSClient>((resolve) => {
    const made: lark.WSClient = new lark.WSClient({
      ...app,
      domain: town.sandbox.url,
      loggerLevel: lark.LoggerLevel.fatal,
      onReady: () => resolve(made),
    });
    void made.start({ eventDispatcher });
  });
  const hears: Ear['hears'] = async (type, part = {}) => {
    const fits = (): Heard[] => heard.filter((data) => typeOf(data) === type);
    await expect.poll(fits, { timeout: 4000 }).toContainEqual(expect.objectContaining(part));
    return fits().at(-1) ?? {};
  };
  return {
    heard,
    hears,
    count: (type) => heard.filter((data) => typeOf(data) === type).length,
    close: () => socket.close({ force: true }),
  };
}
