import { afterEach } from 'vitest';
import type { AppPlan } from '../../sandbox/api/city.ts';
import { fields, type Fields } from '../../sandbox/json.ts';
import type { SandboxOptions } from '../../sandbox/server.ts';
import { ownId } from '../../sandbox/state/open-ids.ts';
import { app, startTown, town as plan, type Town } from './city.ts';
import { openHook, startHooked, type Hook } from './hook.ts';
import { dial, type Line } from './line.ts';
import { callApi, sendCard } from './wire.ts';

const opened: { stop(): Promise<unknown> | void }[] = [];
afterEach(async () => {
  for (const each of opened.splice(0).toReversed()) await each.stop();
});

/** A town that ends with the test. */
export async function open(options: SandboxOptions = {}): Promise<Town> {
  const town = await startTown(options);
  opened.push({ stop: () => town.sandbox.stop() });
  return town;
}

/** A town with a request URL, both ending with the test. */
export async function hooked(more: Partial<AppPlan> = {}, challenge?: Parameters<typeof openHook>[0]): Promise<{ town: Town; hook: Hook }> {
  const hook = await openHook(challenge);
  const town = await startHooked(hook, {}, more);
  opened.push({ stop: hook.close }, { stop: () => town.sandbox.stop() });
  return { town, hook };
}

/** A long connection that ends with the test; takes everything unless told otherwise. */
export async function line(town: Town, answer: Parameters<typeof dial>[1] = () => ({ code: 200 })): Promise<Line> {
  const found = await dial(town, answer);
  opened.push({ stop: () => found.socket.terminate() });
  return found;
}

const words = (content: string): Fields => ({ tag: 'plain_text', content });

/** A 2.0 card of these elements. */
export const card = (...elements: Fields[]): Fields => ({ schema: '2.0', config: { update_multi: true }, body: { elements } });

/** A button that calls back. */
export const button = (text: string, more: Fields = {}): Fields => ({ tag: 'button', text: words(text), behaviors: [{ type: 'callback', value: { a: text } }], ...more });

/** A submit button, and a form around elements. */
export const submit = button('提交', { name: 'go', form_action_type: 'submit' });
export const form = (...inner: Fields[]): Fields => ({ tag: 'form', name: 'f', elements: inner });

/** The first person of the town. */
export const anyone = (town: Town): string => town.people[0] ?? '';

/** Sends a text to him, with changes. */
export const send = (town: Town, body: Fields, type = 'open_id'): ReturnType<typeof callApi> =>
  callApi(town, 'POST', `/im/v1/messages?receive_id_type=${type}`, { receive_id: anyone(town), msg_type: 'text', content: '{"text":"x"}', ...body });

/** The code of an answer. */
export const code = async (answer: ReturnType<typeof callApi>): Promise<unknown> => (await answer).body['code'];

/** A request without any help. */
export async function raw(town: Town, path: string, init: RequestInit = {}): Promise<{ status: number; headers: Headers; body: Fields }> {
  const answer = await fetch(`${town.sandbox.url}/open-apis${path}`, init);
  return { status: answer.status, headers: answer.headers, body: fields(await answer.json()) };
}

/** Asks for the app's token. */
export const login = (town: Town, secret = app.appSecret): ReturnType<typeof raw> =>
  raw(town, '/auth/v3/tenant_access_token/internal', { method: 'POST', body: JSON.stringify({ app_id: app.appId, app_secret: secret }) });

/** The first person taps 「好」, or what is said, on a card that is sent to him first. */
export const tap = async (town: Town, what: unknown = card(button('好')), how: Partial<Parameters<Town['client']['tap']>[0]> = {}): ReturnType<Town['client']['tap']> =>
  town.client.tap({ as: anyone(town), message: await sendCard(town, anyone(town), what), at: { text: '好' }, ...how });

/** What the inspector blames so far. */
export const blamed = async (town: Town): Promise<string> => (await town.client.breaches()).entries.flatMap((entry) => entry.breaches).join('\n');

/** The id by which a second app of the town knows one of its people. */
export async function foreignId(town: Town): Promise<string> {
  const other = { appId: 'cli_00000000000000c3', appSecret: 's', name: '别的应用', encryptKey: '', verificationToken: '', menu: [] };
  await town.client.city({ ...plan, apps: [...plan.apps, other] });
  return ownId(other.appId, anyone(town));
}
