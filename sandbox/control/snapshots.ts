import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { SnapshotView } from '../api/snapshots.ts';
import { beijing } from '../clock.ts';
import { refuse } from '../people/refusal.ts';
import { emptyState, type State } from '../state/model.ts';
import { noLogins } from '../state/login.ts';
import { usual } from '../state/settings.ts';
import type { World } from '../world.ts';

const MARK = '沙盘数据：由沙盘演练平台导出，全部是虚构的，不是真实飞书。\n';

/** Snapshots by name: each is one zip file, on disk when the sandbox has a folder, else in memory. */
export interface Snapshots {
  list(): Promise<SnapshotView[]>;
  save(name: string): Promise<SnapshotView>;
  load(name: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** The file of a snapshot. */
  read(name: string): Promise<Uint8Array>;
  /** Takes a file in, under its own name or another one. */
  take(bytes: Uint8Array, name?: string): Promise<SnapshotView>;
}

interface Shelf {
  names(): Promise<string[]>;
  get(name: string): Promise<Uint8Array | undefined>;
  put(name: string, bytes: Uint8Array): Promise<void>;
  drop(name: string): Promise<void>;
}

function openShelf(folder: string | undefined): Shelf {
  const memory = new Map<string, Uint8Array>();
  if (folder === undefined) {
    return {
      names: async () => [...memory.keys()],
      get: async (name) => memory.get(name),
      put: async (name, bytes) => void memory.set(name, bytes),
      drop: async (name) => void memory.delete(name),
    };
  }
  const place = join(folder, 'snapshots');
  const file = (name: string): string => join(place, `${encodeURIComponent(name)}.zip`);
  return {
    names: async () => {
      if (!existsSync(place)) return [];
      return (await readdir(place)).filter((each) => each.endsWith('.zip')).map((each) => decodeURIComponent(each.slice(0, -4)));
    },
    get: async (name) => (existsSync(file(name)) ? readFile(file(name)) : undefined),
    put: async (name, bytes) => {
      await mkdir(place, { recursive: true });
      await writeFile(file(name), bytes);
    },
    drop: async (name) => rm(file(name), { force: true }),
  };
}

function needName(name: string): string {
  if (!/^[^/\\\p{Cc}]{1,40}$/u.test(name)) throw refuse(400, '名称应为 1 到 40 个字，不含斜杠');
  return name;
}

function unpack(bytes: Uint8Array, wanted?: string): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, wanted === undefined ? {} : { filter: (entry) => entry.name === wanted });
  } catch {
    throw refuse(400, '这不是沙盘存档');
  }
}

function about(bytes: Uint8Array): SnapshotView {
  const found = unpack(bytes, 'about.json')['about.json'];
  if (found === undefined) throw refuse(400, '这不是沙盘存档');
  return { ...(JSON.parse(strFromU8(found)) as SnapshotView), bytes: bytes.length };
}

async function pack(world: World, name: string): Promise<Uint8Array> {
  const { state, clock } = world;
  const view: Omit<SnapshotView, 'bytes'> = {
    name,
    savedAt: beijing(world.real()),
    clock: clock.read().now,
    tenant: state.tenant,
    people: Object.keys(state.people).length,
    messages: Object.keys(state.messages).length,
  };
  const saved: State = { ...state, clock: { ...state.clock, base: clock.now() }, tokens: {}, logins: noLogins() };
  const files: Record<string, Uint8Array> = {};
  for (const key of Object.keys(state.files)) {
    const bytes = await world.blobs.get(key);
    if (bytes !== undefined) files[`files/${key}`] = new Uint8Array(bytes);
  }
  return zipSync(
    { '沙盘数据.txt': strToU8(MARK), 'about.json': strToU8(JSON.stringify(view)), 'state.json': strToU8(JSON.stringify(saved)), ...files },
    { level: 1 },
  );
}

/** Puts the saved state in place of the present one; the state stays the same object, as every part of the sandbox holds on to it. */
async function restore(world: World, bytes: Uint8Array): Promise<void> {
  const entries = unpack(bytes);
  const source = entries['state.json'];
  if (source === undefined) throw refuse(400, '这不是沙盘存档');
  const { state } = world;
  const saved = JSON.parse(strFromU8(source)) as State;
  const { apps, tokens, logins } = state;
  for (const [id, app] of Object.entries(saved.apps)) {
    const { appSecret, encryptKey, verificationToken, webhookUrl } = apps[id] ?? app;
    Object.assign(app, { appSecret, encryptKey, verificationToken }, webhookUrl === undefined ? {} : { webhookUrl });
  }
  const settings = { ...usual, ...saved.settings };
  Object.assign(state, emptyState(world.real()), saved, { settings, tokens, logins });
  state.clock.anchor = world.real();
  world.weather.set(state.faults);
  for (const [name, content] of Object.entries(entries)) {
    if (name.startsWith('files/')) await world.blobs.put(name.slice('files/'.length), Buffer.from(content));
  }
  world.touch();
  world.hub.publish({ type: 'reload' });
}

/** Opens the snapshots of a sandbox; `folder` is its data folder, if any. */
export function openSnapshots(world: World, folder: string | undefined): Snapshots {
  const shelf = openShelf(folder);
  const need = async (name: string): Promise<Uint8Array> => {
    const bytes = await shelf.get(needName(name));
    if (bytes === undefined) throw refuse(404, `没有叫「${name}」的存档`);
    return bytes;
  };
  return {
    list: async () => {
      const all = await Promise.all((await shelf.names()).map(async (name) => ({ ...about(await need(name)), name })));
      return all.toSorted((a, b) => (a.savedAt < b.savedAt ? 1 : -1));
    },
    save: async (name) => {
      const bytes = await pack(world, needName(name));
      await shelf.put(name, bytes);
      return about(bytes);
    },
    load: async (name) => restore(world, await need(name)),
    remove: async (name) => {
      await need(name);
      await shelf.drop(name);
    },
    read: need,
    take: async (bytes, name) => {
      const view = about(bytes);
      const kept = needName(name ?? view.name);
      if (unpack(bytes, 'state.json')['state.json'] === undefined) throw refuse(400, '这不是沙盘存档');
      await shelf.put(kept, bytes);
      return { ...view, name: kept };
    },
  };
}
