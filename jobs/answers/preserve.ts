import { z } from 'zod';
import { preserve as preserveCard } from '../../cards/asked/preserve.ts';
import { sentenceOf } from '../../cards/kit/texts.ts';
import { actsOpenTo } from '../../src/domain/decide.ts';
import type { Asker, Document } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { nameOf } from '../../src/domain/people.ts';
import { minute } from '../../src/domain/time/time.ts';
import { sayTo, showTo } from '../say.ts';
import type { Deps, Received, StoredFile } from '../define.ts';
import { platformCode } from '../platform-fault.ts';

const open = ['registered', 'verifying', 'forwarded', 'reported'];
const stored = z.array(z.object({ id: z.string(), name: z.string(), size: z.number(), sha256: z.string(), at: z.string(), via: z.string() }));
type Kept = z.output<typeof stored>;

/**
 * 保留证据 on the message that was replied to, or that got a pin as its reaction, in any chat that the bot may read: its words and files are stored with their checksums at once,
 * because a message can be taken back; then they go into an open matter, chosen where there are several. `choice` is `message|matter` from that card.
 */
export async function preserve(received: Received, choice: string, deps: Deps): Promise<void> {
  const [chosen = '', matter = ''] = choice.split('|');
  // A tap carries whatever a client makes of it: it chooses the matter for a message that he himself had kept, never a message.
  const message = chosen ? await keptBefore(chosen, received, deps) : received.what === 'menu' ? '' : received.parent;
  if (!message) return sayTo(received, '请在要保留的那条消息上点「回复」，再说「保留证据」，或者给它加一个图钉表情。', deps);
  const kept = await keptOf({ received, message }, deps);
  if (kept.length) await deps.store.notes.set(keeper(message, received, deps), 'yes');
  if (!kept.length) return sayTo(received, '这条消息我读不到，没有保留。请把它转发给我，再回复那条说「保留证据」。', deps);
  const matters = await openTo(received.openId, deps);
  const only = matters.find(({ id }) => id === matter) ?? (matters.length === 1 ? matters[0] : undefined);
  if (only) return attach({ received, message, matter: only, kept }, deps);
  if (!matters.length) return sayTo(received, `已存下 ${kept.length} 份并计算校验值。您现在没有在办或报过的事项，登记后再回复那条消息说「保留证据」即可归入。`, deps);
  return showTo(received, preserveCard({ message, count: kept.length, matters: matters.map(({ id, no, data }) => ({ id, no, project: data.project })) }), deps);
}

async function attach(at: { received: Received; message: string; matter: Document<Matter>; kept: Kept }, deps: Deps): Promise<void> {
  const { received, message, matter, kept } = at;
  const outcome = await deps.handle({ kind: 'matter', id: matter.id, act: 'preserve', by: await askerOf(received.openId, matter.id, deps), input: { files: kept }, cause: `keep-${message}-${matter.id}` });
  if (!outcome.ok) return sayTo(received, sentenceOf(outcome.refusal), deps);
  await sayTo(received, outcome.repeated ? `这条消息已在 ${matter.no} 的证据里。` : `已保留到 ${matter.no}，${kept.length} 份，校验值 ${kept.map((file) => file.sha256.slice(0, 8)).join('、')}。不能删除，只能封存。`, deps);
}

async function keptBefore(message: string, received: Received, deps: Deps): Promise<string> {
  return (await deps.store.notes.get(keeper(message, received, deps))) ? message : '';
}

function keeper(message: string, { openId }: Received, { store }: Deps): string {
  return `kept-by:${store.vault.ref(openId, message)}`;
}

// Kept once for each message, whoever asks for it.
async function keptOf({ received, message }: { received: Received; message: string }, deps: Deps): Promise<Kept> {
  const key = `kept:${message}`;
  const before = await deps.store.notes.get(key);
  if (before) return stored.parse(JSON.parse(before));
  // A reaction does not tell in what chat it was set.
  const via = received.what === 'reaction' ? '表情保留' : received.chatType === 'group' ? '群消息保留' : '单聊消息保留';
  const at = received.at;
  try {
    const parts = await deps.platform.read(message);
    // What is inside a merged forward cannot be fetched; its words are kept.
    const whole = parts.length === 1;
    const files = await Promise.all(parts.map(async (part) => [await wordsFile(part, received, deps), ...(whole ? await attachedFiles(part, deps) : [])]));
    const kept = files.flat().map((file) => ({ ...file, at, via }));
    if (kept.length) await deps.store.notes.set(key, JSON.stringify(kept));
    return kept;
  } catch (error) {
    const code = platformCode(error);
    if (code !== undefined && code >= 230000 && code < 235000) return [];
    throw error;
  }
}

interface Part { id: string; type: string; content: string; sender: string }

// In a group everybody there saw who wrote it; alone with the bot the writer may be a reporter, and is not named.
async function wordsFile(part: Part, { chatType, at }: Received, deps: Deps): Promise<StoredFile> {
  const who = chatType === 'group' && deps.directory.people.has(part.sender) ? nameOf(deps.directory, part.sender) : '';
  const lines = [`消息 ${part.id}`, `类型 ${part.type}`, ...(who ? [`发送人 ${who}`] : []), `保留时间 ${minute(at, { year: true })}`, '', part.content];
  return deps.store.files.put(`消息原文 ${at.slice(0, 10)}.txt`, once(Buffer.from(`${lines.join('\n')}\n`)));
}

async function attachedFiles({ id, type, content }: Part, deps: Deps): Promise<StoredFile[]> {
  if (!['image', 'file', 'audio', 'media'].includes(type)) return [];
  const given = JSON.parse(content) as { file_key?: string; image_key?: string; file_name?: string };
  const image = type === 'image';
  const name = given.file_name ?? (image ? '图片.jpg' : '附件');
  return [await deps.store.files.put(name, await deps.platform.download(id, (image ? given.image_key : given.file_key) ?? '', image ? 'image' : 'file'))];
}

// What he reported, and what he handles; the newest first.
async function openTo(openId: string, deps: Deps): Promise<Document<Matter>[]> {
  const own = await deps.store.vault.mattersOf(openId, 20);
  const organ = deps.directory.people.get(openId)?.organ;
  const reported = await Promise.all(own.map((id) => deps.store.load('matter', id)));
  const handled = organ ? await deps.store.search({ kind: 'matter', states: open, limit: 50 }) : [];
  const all = [...new Map([...reported, ...handled].flatMap((doc) => (doc ? [[doc.id, doc as Document<Matter>] as const] : []))).values()];
  const world = { directory: deps.directory, now: deps.now() };
  const asked = await Promise.all(all.map(async (doc) => ({ doc, by: await askerOf(openId, doc.id, deps) })));
  return asked.filter(({ doc, by }) => actsOpenTo(flows.matter, { doc, by, world }).some(({ act }) => act === 'preserve')).map(({ doc }) => doc);
}

async function askerOf(openId: string, matter: string, deps: Deps): Promise<Asker> {
  return { role: 'person', id: openId, ref: deps.store.vault.ref(openId, matter), reporter: await deps.store.vault.isReporter(matter, openId) };
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}
