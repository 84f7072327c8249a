import { ownId } from '../../../sandbox/state/open-ids.ts';
import type { AppPlan } from '../../../sandbox/api/city.ts';
import { fields, text, type Fields } from '../../../sandbox/json.ts';
import { app, startTown, town as plan, type Town } from '../city.ts';

/** A second app of the town, for what belongs to somebody else. */
export const stranger = { appId: 'cli_fedcba9876543210', appSecret: 'b' };

/** An answer of the platform. */
export interface Heard {
  status: number;
  code: unknown;
  msg: string;
  headers: Headers;
  data: Fields;
  body: Fields;
}

/** A town whose machine clock moves a second with every call, so that no limit of a second is met by accident. */
export interface Scene {
  town: Town;
  /** Calls an API as the town's app, or as the stranger. */
  api(method: string, path: string, body?: unknown, as?: { appId: string; appSecret: string }): Promise<Heard>;
  /** Uploads a file part under a field. */
  upload(path: string, parts: Record<string, string | Uint8Array>, as?: { appId: string; appSecret: string }): Promise<Heard>;
  send(to: string, change?: Fields, as?: { appId: string; appSecret: string }): Promise<Heard>;
  /** The id of a message that was sent. */
  sent(to: string, change?: Fields, as?: { appId: string; appSecret: string }): Promise<string>;
  /** A new group of the app with these people; more fields of the request may be given. */
  group(people: string[], change?: Fields): Promise<string>;
  person(index: number): string;
  /** Stops the machine's clock until called again with true. */
  run(moving: boolean): void;
}

const blank = JSON.stringify({ schema: '2.0', body: { elements: [{ tag: 'hr' }] } });

/** The content of a small card. */
export const smallCard = { msg_type: 'interactive', content: blank };

async function heard(answer: Response): Promise<Heard> {
  const body = fields(await answer.json());
  return { status: answer.status, code: body['code'], msg: text(body['msg']), headers: answer.headers, data: fields(body['data']), body };
}

/** Starts the town with both apps; `change` says more of the first. */
export async function startScene(change: Partial<AppPlan> = {}): Promise<Scene> {
  let now = Date.parse('2026-11-24T02:00:00Z');
  let moving = true;
  const other = { ...stranger, name: '旁人', encryptKey: '', verificationToken: 'v', menu: [] };
  const town = await startTown({ now: () => now }, { ...plan, apps: [...plan.apps.map((each) => ({ ...each, ...change })), other] });
  const base = `${town.sandbox.url}/open-apis`;
  const bearer = async (who: { appId: string; appSecret: string }): Promise<string> => {
    const answer = await fetch(`${base}/auth/v3/tenant_access_token/internal`, {
      method: 'POST',
      body: JSON.stringify({ app_id: who.appId, app_secret: who.appSecret }),
    });
    return `Bearer ${text(fields(await answer.json())['tenant_access_token'])}`;
  };
  const tick = (): void => {
    if (moving) now += 1000;
  };
  const api: Scene['api'] = async (method, path, body, as = app) => {
    tick();
    const headers = { Authorization: await bearer(as), 'Content-Type': 'application/json; charset=utf-8' };
    // The stranger knows people under ids of his own.
    const known = (words: string): string => (as === app ? words : words.replace(/ou_[0-9a-f]{32}/g, (id) => (town.people.includes(id) ? ownId(as.appId, id) : id)));
    return heard(await fetch(base + known(path), { method, headers, ...(body === undefined ? {} : { body: known(JSON.stringify(body)) }) }));
  };
  const upload: Scene['upload'] = async (path, parts, as = app) => {
    tick();
    const form = new FormData();
    for (const [name, value] of Object.entries(parts))
      form.set(name, typeof value === 'string' ? value : new Blob([new Uint8Array(value)]));
    return heard(await fetch(base + path, { method: 'POST', headers: { Authorization: await bearer(as) }, body: form }));
  };
  const send: Scene['send'] = (to, change = {}, as = app) =>
    api(
      'POST',
      `/im/v1/messages?receive_id_type=${to.startsWith('oc_') ? 'chat_id' : 'open_id'}`,
      { receive_id: to, msg_type: 'text', content: '{"text":"x"}', ...change },
      as,
    );
  return {
    town,
    api,
    upload,
    send,
    sent: async (to, change, as) => {
      const answer = await send(to, change, as);
      if (answer.code !== 0) throw new Error(JSON.stringify(answer.body));
      return text(answer.data['message_id']);
    },
    group: async (people, change = {}) => {
      const answer = await api('POST', '/im/v1/chats?user_id_type=open_id', { name: '专班', user_id_list: people, ...change });
      if (answer.code !== 0) throw new Error(JSON.stringify(answer.body));
      return text(answer.data['chat_id']);
    },
    person: (index) => town.people[index] ?? '',
    run: (on) => void (moving = on),
  };
}
