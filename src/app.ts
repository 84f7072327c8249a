import { readFile } from 'node:fs/promises';
import { createServer as createHttpServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import gracefulShutdown from 'http-graceful-shutdown';
import { pino, type Logger } from 'pino';
import { dutyGroup } from '../jobs/cards/duty-group.ts';
import { keepBooks } from '../jobs/people/organisation.ts';
import { bring, effectJobs, inboxJob, retireOld } from '../jobs/index.ts';
import type { Deps, EffectJob, InboxJob } from '../jobs/define.ts';
import type { Config } from './config.ts';
import { createPapers } from './documents/index.ts';
import { rulesTables } from './domain/competence/routing-rules.ts';
import { createCalendar } from './domain/time/calendar.ts';
import { flows as allFlows } from './domain/flows.ts';
import { holidayYears } from './domain/time/holidays.ts';
import { center } from './domain/people.ts';
import { defaultSettings } from './domain/settings.ts';
import { createCaller, type Caller } from './feishu/caller.ts';
import { resolveDirectory } from './feishu/directory.ts';
import { openPush } from './feishu/inbound.ts';
import { createHttp, createLark, createTokens } from './feishu/lark.ts';
import { openLongConnection } from './feishu/long-connection.ts';
import { OrgFileFault, readOrgFile } from './feishu/org-file.ts';
import { createOutbound } from './feishu/outbound.ts';
import { parseEnvelope } from './feishu/parse.ts';
import { createHandle, type Flows, type Handle } from './handle.ts';
import { createReceive } from './http/events.ts';
import { createRefiner } from './refiner.ts';
import { createMetrics, type Metrics } from './http/metrics.ts';
import { createAnswerLinks, type AnswerLinks } from './http/letters/answer-links.ts';
import { meetingDesk } from './http/letters/meeting-desk.ts';
import { receiptDesk } from './http/letters/receipt-desk.ts';
import { mountLetters } from './http/letters/routes.ts';
import { mountRoutes } from './http/routes.ts';
import { createServer, listenerOf, routesOf, traceOf } from './http/server.ts';
import { createTaps } from './http/taps.ts';
import { createCityClock } from './queue/city-clock.ts';
import { createAlarmTurn, createLease, createRecountTurn, createSweep, createWaitingTurn, startLoop } from './queue/loops.ts';
import { createPacer } from './queue/pacer.ts';
import { createProducers, placesOf, startWorkers, type Producers, type Tasks } from './queue/queues.ts';
import { createRedisPool, whenReady } from './queue/redis.ts';
import { createEffectRunner, type EffectPlace } from './queue/run-effect.ts';
import { createLiveDirectory } from './store/live-directory.ts';
import { openStore, type Store } from './store/store.ts';

/** Parts that a test or a bench may give instead of the product's own; `prefix` stands before every Redis key. */
export interface Given {
  prefix?: string;
  log?: Logger;
  machine?(): number;
  flows?: Flows;
  effectJobs?: Readonly<Record<string, EffectJob>>;
  inboxJob?: InboxJob;
}

/** A running application. `worker` is undefined where this process does not have the role; `http.routes` are all paths that it answers. */
export interface App {
  http: { port: number; server: Server; routes: readonly string[] };
  /** Where the server listens on this machine, without a slash at the end. */
  url: string;
  worker: object | undefined;
  handle: Handle;
  store: Store;
  deps: Deps;
  /** Ends everything in order, letting what runs come to its end; later calls wait for the first. */
  stop(): Promise<void>;
}

type Closing = (() => unknown)[];

/** Joins all parts and starts them; fails with a ConfigFault-like list of sentences where something is missing. Whatever was opened is closed again on failure. */
export async function createApp(config: Config, given: Given = {}): Promise<App> {
  const closing: Closing = [];
  let ending: Promise<void> | undefined;
  const stop = (): Promise<void> => (ending ??= closeAll(closing));
  try {
    return await start(config, given, { closing, stop });
  } catch (fault) {
    await stop();
    throw fault;
  }
}

async function start(config: Config, given: Given, { closing, stop }: { closing: Closing; stop(): Promise<void> }): Promise<App> {
  const log = given.log ?? pino({ level: config.logLevel, base: null });
  const machine = given.machine ?? Date.now;
  const flows = given.flows ?? allFlows;
  const prefix = given.prefix ?? 'supervision';
  const clock = createCityClock({ url: config.clockUrl, machine, warn: (fields, text) => log.warn(fields, text) });
  closing.push(() => clock.stop());
  const warn = (fields: object, text: string): void => log.warn(fields, text);
  const redis = createRedisPool(config.redis, warn);
  closing.push(() => redis.close());
  const shared = redis.open('producer');
  await Promise.all([clock.start(), whenReady(shared)]);
  const store = await openStore({ uri: config.mongo, dataKeys: config.dataKeys, shapes: flows, machine: () => new Date(machine()) });
  closing.push(() => store.close());
  const producers = createProducers(redis, prefix, warn);
  closing.push(() => producers.close());

  const http = createHttp(config.feishu.domain);
  const lark = createLark(config.feishu, http);
  const tokens = createTokens(lark, config.feishu, machine);
  const caller = createCaller({ lark, tokens, pace: createPacer(shared, prefix) });
  const platform = createOutbound({ lark, caller, now: clock.now });
  const organisation = async () => {
    const org = readOrgFile(await readFile(config.orgFile, 'utf8'));
    return { org, directory: await resolveDirectory(org, caller) };
  };
  const { org, directory: file } = await organisation();
  for (const warning of org.warnings) log.warn({}, warning);
  const people = createLiveDirectory({ base: file, now: clock.now, search: store.search });
  await people.refresh();
  const { directory } = people;
  const settings = { ...defaultSettings, effectiveFrom: org.effectiveFrom, directTransfer: org.directTransfer, vaultConsent: org.vaultConsent, urgentMeetings: org.urgentMeetings, limits: org.limits, rules: rulesTables(config.rulesFile && (await readFile(config.rulesFile, 'utf8'))), economy: config.economy };
  const calendar = createCalendar(holidayYears(config.holidaysFile && (await readFile(config.holidaysFile, 'utf8'))));
  const handle = createHandle({
    store: { ...store, save: people.after(store.save) }, flows, number: store.number, world: () => ({ now: clock.now(), directory, calendar, settings }),
    nudge: (effects, doc) => void producers.effects(placesOf(effects, doc)),
  });
  const links = createAnswerLinks({ base: config.publicUrl, sign: store.sign, now: clock.now });
  const refine = createRefiner(config.model, warn);
  const deps: Deps = {
    now: clock.now, directory, calendar, settings, handle, store, platform, ...(refine ? { refine } : {}), papers: createPapers({ answerUrl: links.urlOf, directory, settings, now: clock.now, calendar }),
    readOrganisation: () => organisation().then(({ directory: read }) => ({ directory: read }), faultsOf),
    log: { info: (fields, text) => log.info(fields, text), warn },
  };
  await keepBooks(file, deps);
  await makeGroups(deps, org.chats);
  const metrics = createMetrics(() => outboxAge(store, machine));
  const ready = async (): Promise<void> => {
    await Promise.all([store.ping(), shared.ping(), tokens.get()]);
  };
  const web = await startHttp({ config, deps, store, flows, producers, metrics, ready, log, caller, links, machine }, { http, closing });
  const worker = config.roles.worker ? startWorker({ redis, prefix, given, deps, store, producers, metrics, log, machine, shared }, closing) : undefined;
  const watch = startLoop('people', 2_000, { turn: people.refresh, warn });
  closing.push(() => watch.stop());
  log.info({ port: web.port, web: config.roles.web, worker: config.roles.worker, people: directory.people.size }, 'ready');
  return { http: web, url: `http://127.0.0.1:${web.port}`, worker, handle, store, deps, stop };
}

function faultsOf(fault: unknown): { faults: readonly string[] } {
  if (fault instanceof OrgFileFault) return { faults: fault.faults };
  throw fault;
}

async function closeAll(closing: Closing): Promise<void> {
  for (const close of closing.toReversed()) await Promise.resolve(close()).catch(() => undefined);
}

/** Remembers the groups of the organisation file, and makes the Center's duty group where none is known; if the platform refuses now, the first card for it tries again. */
async function makeGroups(deps: Deps, chats: Readonly<Record<string, string>>): Promise<void> {
  for (const [organ, chat] of Object.entries(chats)) await deps.store.notes.set(`chat:${organ}`, chat);
  await dutyGroup(deps).catch((fault: unknown) => deps.log.warn({ organ: center, ...traceOf(fault) }, 'duty group not made yet'));
}

async function outboxAge(store: Store, machine: () => number): Promise<number> {
  const [oldest] = await store.unsettled(new Date(machine()), 1);
  return oldest ? machine() - oldest.since.getTime() : 0;
}

interface WebParts { config: Config; deps: Deps; store: Store; flows: Flows; producers: Producers; metrics: Metrics; ready(): Promise<void>; log: Logger; caller: Caller; links: AnswerLinks; machine(): number }

async function startHttp(parts: WebParts, { http, closing }: { http: ReturnType<typeof createHttp>; closing: Closing }): Promise<App['http']> {
  const { config, deps, store, flows, producers, metrics, ready, log, caller } = parts;
  const nudge = (message: string): void => void producers.messages([message]);
  const taps = createTaps({ ...deps, store, flows, nudge, warn: deps.log.warn });
  const receive = createReceive({ inbox: store.inbox, nudge, taps, answered: metrics.answered, elapsed: () => performance.now() / 1_000 });
  const { bot } = (await caller.api({ method: 'GET', path: '/bot/v3/info' })) as { bot?: { open_id?: string } };
  const botId = bot?.open_id ?? '';
  const webhook = config.roles.web && config.feishu.transport === 'webhook';
  const server = createServer({ warn: deps.log.warn, error: (fields, text) => log.error(fields, text) });
  mountRoutes(server, {
    receive, ready, metrics,
    ...(webhook ? {
      open: (push) => {
        const opened = openPush(push, config.feishu, new Date());
        return opened.kind === 'challenge' ? { challenge: opened.challenge } : { arrival: parseEnvelope(opened.envelope, botId) };
      },
    } : {}),
  });
  if (config.roles.web) mountLetters(server, { links: parts.links, machine: parts.machine, desks: { transfer: receiptDesk({ ...deps, load: store.load }), meeting: meetingDesk({ ...deps, load: store.load }) } });
  const listening = createHttpServer({ headersTimeout: 5_000, requestTimeout: 10_000, keepAliveTimeout: 65_000 }, listenerOf(server));
  await new Promise<void>((settle, fail) => listening.once('error', fail).listen(config.http.port, config.http.host, settle));
  closing.push(gracefulShutdown(listening, { signals: '', timeout: 4_000, forceExit: false }));
  if (config.roles.web && !webhook) {
    const connection = openLongConnection({
      keys: config.feishu, http, botId, log: deps.log,
      receive: (arrival) => receive(arrival).catch((fault: unknown) => {
        log.error(traceOf(fault), 'arrival failed');
        throw fault;
      }),
    });
    closing.push(() => connection.stop());
  }
  return { port: (listening.address() as AddressInfo).port, server: listening, routes: routesOf(server) };
}

interface WorkParts {
  redis: ReturnType<typeof createRedisPool>; shared: Parameters<typeof createLease>[0]; prefix: string; given: Given; deps: Deps; store: Store;
  producers: Producers; metrics: Metrics; log: Logger; machine(): number;
}

function startWorker({ redis, shared, prefix, given, deps, store, producers, metrics, log, machine }: WorkParts, closing: Closing): object {
  const { warn } = deps.log;
  const job = given.inboxJob ?? inboxJob;
  const slowly = (): Date => new Date(machine() + 10 * 60_000);
  const tasks: Tasks = {
    effect: createEffectRunner(given.effectJobs ?? effectJobs, deps),
    message: async (id, patient) => {
      if (patient && (await store.inbox.waitsBehind(id))) return 'wait';
      const received = await store.inbox.get(id);
      if (received) await job.run(received, deps);
      await store.inbox.done(id);
      return 'done';
    },
  };
  const gaveUp = {
    effect: async (at: EffectPlace, fault: Error) => {
      log.error({ ...at, ...traceOf(fault) }, 'effect given up for ten minutes');
      metrics.failed('effect');
      await store.postpone(at, slowly());
    },
    message: async (id: string, fault: Error) => {
      log.error({ message: id, ...traceOf(fault) }, 'message given up for ten minutes');
      metrics.failed('message');
      await store.inbox.postpone(id, slowly());
    },
  };
  const workers = startWorkers(redis, prefix, { tasks, gaveUp, warn });
  const clockTime = (): Date => new Date(machine());
  const lease = createLease(shared, `${prefix}:alarms`, 5_000);
  const alarms = createAlarmTurn({ store, handle: deps.handle, now: deps.now, machine: clockTime, mine: lease.mine, warn });
  const loops = [
    startLoop('sweep', 1_000, { turn: createSweep(store, producers, clockTime), warn }),
    startLoop('alarms', 400, { turn: alarms, warn }),
    startLoop('waiting', 400, { turn: createWaitingTurn({ ready: () => store.waiting.ready(deps.now(), 500), bring: (who) => bring(who, deps), mine: lease.mine, warn }), warn }),
    startLoop('old-cards', 5_000, { turn: async () => ((await lease.mine()) ? retireOld(deps) : undefined), warn }),
    startLoop('recount', 10_000, { turn: createRecountTurn({ store, handle: deps.handle, calendar: deps.calendar, mine: lease.mine }), warn }),
  ];
  closing.push(async () => {
    await Promise.all(loops.map((loop) => loop.stop()));
    await lease.release();
    await workers.close();
  });
  return workers;
}
