import { EventDispatcher, LoggerLevel, WSClient, type HttpInstance } from '@larksuiteoapi/node-sdk';
import { mute, type AppKeys } from './lark.ts';
import { eventTypes, parseEnvelope, type Parsed } from './parse.ts';

/** A long connection to the platform; nothing on it is encrypted or signed beyond TLS. */
export interface LongConnection { state(): string; stop(): void }

/** What the connection needs; `receive` must have stored what matters before it resolves, for then the push is acknowledged. */
export interface LongParts {
  keys: AppKeys;
  http: HttpInstance;
  botId: string;
  receive(parsed: Parsed): Promise<object>;
  log: { info(fields: object, message: string): void; warn(fields: object, message: string): void };
}

/** Opens the connection; it comes back by itself. Dead sockets are noticed within ten seconds of a ping. */
export function openLongConnection({ keys, http, botId, receive, log }: LongParts): LongConnection {
  const dispatcher = new EventDispatcher({ logger: mute, loggerLevel: LoggerLevel.error });
  const handlers = eventTypes.map((type) => [type, async (data: unknown): Promise<object> => {
    const parsed = parseEnvelope(rebuilt(type, data), botId);
    return parsed ? receive(parsed) : {};
  }] as const);
  dispatcher.register(Object.fromEntries(handlers));
  const client = new WSClient({
    ...keys, httpInstance: http, logger: mute, loggerLevel: LoggerLevel.fatal, autoReconnect: true, handshakeTimeoutMs: 15_000, wsConfig: { pingTimeout: 10 },
    onReady: () => log.info({}, 'long connection open'),
    onError: (fault: Error) => log.warn({ name: fault.name }, 'long connection given up'),
    onReconnecting: () => log.warn({}, 'long connection lost'),
    onReconnected: () => log.info({}, 'long connection open again'),
  });
  void client.start({ eventDispatcher: dispatcher });
  return { state: () => client.getConnectionStatus().state, stop: () => client.close({ force: true }) };
}

// The SDK pours header and event into one object; the event's own fields win there.
function rebuilt(type: string, data: unknown): Record<string, unknown> {
  const flat = typeof data === 'object' && data ? (data as Record<string, unknown>) : {};
  return { header: { event_id: flat['event_id'], event_type: type, create_time: typeof flat['create_time'] === 'string' ? flat['create_time'] : '' }, event: flat };
}
