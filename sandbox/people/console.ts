import type { ConsoleView } from '../api/console.ts';
import { isFields, list, text, texts, type Fields } from '../json.ts';
import { announceRange } from '../platform/contact/announce.ts';
import { settleUrl } from '../push/request-url.ts';
import { consoleOf, inForce, type Allowed, type AppConsole } from '../state/console.ts';
import type { App } from '../state/tenant.ts';
import type { World } from '../world.ts';
import { refuse } from './refusal.ts';
import { appOf } from './speak.ts';

const versioned = ['scopes', 'events', 'callbacks', 'availability', 'contactRange'] as const;
const switches = ['enabled', 'bot'] as const;
const immediate = ['redirectUris', 'trustedDomains'] as const;

function allowedFrom(asked: Fields, name: string): Allowed | undefined {
  const value = asked[name];
  if (value === undefined || value === 'all') return value;
  if (!Array.isArray(value) || texts(value).length !== list(value).length) throw refuse(400, `${name} 应为 "all" 或一列文字`);
  return texts(value);
}

function lists<K extends string>(asked: Fields, names: readonly K[]): Partial<Record<K, Allowed>> {
  const found = names.map((name) => [name, allowedFrom(asked, name)] as const).filter(([, value]) => value !== undefined);
  return Object.fromEntries(found) as Partial<Record<K, Allowed>>;
}

/** An app's console as the page and scripts see it. */
export function viewConsole(world: World, appId: string): ConsoleView {
  const app = appOf(world, appId);
  return {
    app: app.appId,
    ...consoleOf(world.state, app.appId),
    encryptKey: app.encryptKey,
    verificationToken: app.verificationToken,
    ...(app.webhookUrl === undefined ? {} : { webhookUrl: app.webhookUrl }),
  };
}

function release(known: AppConsole, draft: AppConsole['draft'], asked: unknown): Pick<AppConsole, 'draft' | 'published' | 'version'> {
  const how = asked ?? 'publish';
  if (how === 'draft') return { draft, published: known.published, version: known.version };
  if (how === 'withdraw') return { draft, published: null, version: known.version };
  if (how !== 'publish') throw refuse(400, 'version 应为 publish、draft 或 withdraw');
  return { draft, published: structuredClone(draft), version: known.version + 1 };
}

function setKeys(world: World, app: App, asked: Fields): void {
  if (typeof asked['encryptKey'] === 'string') app.encryptKey = asked['encryptKey'];
  const url = text(asked['webhookUrl']);
  if (url === '' || url === app.webhookUrl) return;
  app.webhookUrl = url;
  settleUrl(world, app);
}

/** Changes an app's console; versioned parts take effect as `version` says, the rest at once. */
export function changeConsole(world: World, asked: Fields): ConsoleView {
  if (!isFields(asked)) throw refuse(400, '内容应为 JSON');
  const app = appOf(world, text(asked['app']));
  const known = consoleOf(world.state, app.appId);
  const draft = { ...known.draft, ...lists(asked, versioned) };
  const callbackUrl = text(asked['callbackUrl']);
  world.state.consoles[app.appId] = {
    ...known,
    ...release(known, draft, asked['version']),
    ...lists(asked, immediate),
    ...(callbackUrl === '' ? {} : { callbackUrl }),
    ...Object.fromEntries(switches.filter((name) => typeof asked[name] === 'boolean').map((name) => [name, asked[name]])),
  };
  setKeys(world, app, asked);
  announceRange(world, app, { before: known.published?.contactRange ?? [], after: inForce(world.state, app.appId).contactRange });
  world.touch();
  return viewConsole(world, app.appId);
}
