import { fileFirst } from '../../cards/matter/intake/file-first.ts';
import type { Document } from '../../src/domain/document.ts';
import { activeVerifiers } from '../../src/domain/referral/verifiers.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import type { Transfer } from '../../src/domain/transfer/transfer.ts';
import { emptyReading } from '../../src/domain/matter/drafting/draft.ts';
import { takeFile } from './answer-reporter.ts';
import { answerLead } from './answer-leads.ts';
import { sayTo, showTo } from '../say.ts';
import type { Deps, Received, StoredFile } from '../define.ts';
import { platformCode } from '../platform-fault.ts';
import { asReporter, newDraft, openDraft } from './drafts.ts';

/** The platform gives out files of messages up to this size. */
const tooBig = 234037;

/** Keeps a file that somebody sent, with its checksum, and puts it where it belongs: a receipt that is waited for, a verification that collects evidence, the open draft, or a new one. */
export async function answerFile(received: Received, deps: Deps): Promise<void> {
  const file = await fetchFile(received, deps);
  if (file === 'too-big') return sayTo(received, '文件超过 100 MB，飞书不允许我取回。请分开发，或交到中心，由值班登记原件。', deps);
  if (file === 'gone') return sayTo(received, '这个文件我取不到，请重新发送一次。', deps);
  await deps.platform.react(received.id, 'OK');
  if (await takeFile({ received, file }, deps)) return;
  if ((await asReceipt(received, file, deps)) || (await asEvidence(received, file, deps))) return;
  const open = await openDraft(received.openId, deps);
  const id = open?.id ?? (await newDraft({ received, reading: emptyReading, words: '' }, deps));
  const input = { ...file, at: received.at };
  await deps.handle({ kind: 'matter', id, act: 'attach', by: asReporter(received.openId, id, deps), input, cause: `${received.id}-file` });
  if (received.type === 'audio') await sayTo(received, `语音已作为附件保存${secondsOf(received)}。我现在不能听语音，请补一两句文字：什么项目、什么事。`, deps);
  else if (!open) await showTo(received, fileFirst({ count: 1 }), deps);
}

/** Reads a merged forward: its texts together as one lead; pictures inside cannot be fetched and are asked for. */
export async function answerForward(received: Received, deps: Deps): Promise<void> {
  const parts = (await deps.platform.read(received.id)).filter((part) => part.id !== received.id);
  const texts = parts.filter((part) => part.type === 'text').map((part) => (JSON.parse(part.content) as { text?: string }).text ?? '');
  const [pictures, files] = ['image', 'file'].map((type) => parts.filter((part) => part.type === type).length);
  const lost = [pictures && `${pictures} 张图片`, files && `${files} 个文件`].filter(Boolean).join('、');
  const rest = lost ? `其中 ${lost}无法从合并转发里取出，请单独转发。` : '';
  await sayTo(received, `已读到 ${parts.length} 条转发消息。${rest}`, deps);
  const text = texts.join('\n').trim();
  if (text) await answerLead({ received, text: text.slice(0, 5000), whole: text, forwarded: true }, deps);
  await keepWriters({ received, texts, writers: parts.map((part) => part.sender) }, deps);
}

// Whoever wrote what was forwarded may be in as much danger as its reporter.
async function keepWriters({ received, texts, writers }: { received: Received; texts: readonly string[]; writers: readonly string[] }, deps: Deps): Promise<void> {
  const draft = await openDraft(received.openId, deps);
  const others = writers.filter((writer) => writer.startsWith('ou_') && writer !== received.openId);
  if (!draft || !others.length || !texts.some((text) => text && draft.data.words.includes(text.slice(0, 200)))) return;
  await deps.store.vault.keepWriters(draft.id, [...new Set([...(await deps.store.vault.writersOf(draft.id)), ...others])]);
}

// The platform gives the length of a recording in milliseconds.
function secondsOf({ content }: Received): string {
  const { duration } = JSON.parse(content) as { duration?: number };
  return duration ? `（${Math.round(duration / 1000)} 秒）` : '';
}

async function fetchFile(received: Received, deps: Deps): Promise<StoredFile | 'too-big' | 'gone'> {
  const content = JSON.parse(received.content) as { file_key?: string; image_key?: string; file_name?: string };
  const image = received.type === 'image';
  const key = (image ? content.image_key : content.file_key) ?? '';
  const name = content.file_name ?? (image ? `图片 ${received.at.slice(0, 10)}.jpg` : received.type === 'audio' ? '录音.opus' : '附件');
  try {
    return await deps.store.files.put(name, await deps.platform.download(received.id, key, image ? 'image' : 'file'));
  } catch (error) {
    const code = platformCode(error);
    if (code === tooBig) return 'too-big';
    if (code !== undefined && code >= 234000 && code < 235000) return 'gone';
    throw error;
  }
}

async function asReceipt(received: Received, file: StoredFile, deps: Deps): Promise<boolean> {
  const organ = deps.directory.people.get(received.openId)?.organ;
  if (!organ) return false;
  const waiting = await deps.store.search({ kind: 'transfer', organ, states: ['t.sent', 't.received'], limit: 20 });
  const mine = waiting.filter((doc) => (doc as Document<Transfer>).data.handlers.includes(received.openId));
  const only = mine.length === 1 ? mine[0] : undefined;
  if (!only) return false;
  await deps.handle({ kind: 'transfer', id: only.id, act: 'attachReceipt', by: asReporterOrStaff(received.openId, only.matter, deps), input: { id: file.id, sha256: file.sha256 }, cause: `${received.id}-file` });
  await sayTo(received, `已附到 ${only.no} 的回执，请在卡片里选结果并保存。`, deps);
  return true;
}

// A verifier's file belongs to his verification where he said so, or where it has to replace one whose bytes changed.
async function asEvidence(received: Received, file: StoredFile, deps: Deps): Promise<boolean> {
  const organ = deps.directory.people.get(received.openId)?.organ;
  if (!organ) return false;
  const open = (await deps.store.search({ kind: 'referral', organ, states: ['v.working'], limit: 20 })) as Document<Referral>[];
  const waits = ({ data }: Document<Referral>) => data.collecting.includes(received.openId) || (data.broken.length > 0 && activeVerifiers(data).some(({ id }) => id === received.openId));
  const mine = open.filter(waits);
  const only = mine.length === 1 ? mine[0] : undefined;
  if (!only) return false;
  const outcome = await deps.handle({ kind: 'referral', id: only.id, act: 'attach', by: asReporterOrStaff(received.openId, only.matter, deps), input: { ...file, at: received.at }, cause: `${received.id}-file` });
  if (!outcome.ok) return false;
  await sayTo(received, `已附到 ${only.data.matterNo} 的核实证据。报告已成新的一版，请核对后签名。`, deps);
  return true;
}

function asReporterOrStaff(openId: string, matter: string, deps: Deps) {
  return { role: 'person', id: openId, ref: deps.store.vault.ref(openId, matter), reporter: false } as const;
}
