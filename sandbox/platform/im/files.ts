import { freshId } from '../../state/ids.ts';
import type { StoredFile } from '../../state/chats.ts';
import type { Ground } from '../../world.ts';
import { fields, list, parseFields, text, type Fields } from '../../json.ts';
import { param, type Binary, type Call, type Route, type Upload } from '../call.ts';
import { fail } from '../errors.ts';
import { needMessage } from './find.ts';
import { imageSize } from './image-size.ts';

const MB = 1024 * 1024;

const signatures: [string, (bytes: Buffer) => boolean][] = [
  ['image/png', (bytes) => bytes.subarray(1, 4).toString('latin1') === 'PNG'],
  ['image/jpeg', (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8],
  ['image/gif', (bytes) => bytes.subarray(0, 3).toString('latin1') === 'GIF'],
  ['image/bmp', (bytes) => bytes.subarray(0, 2).toString('latin1') === 'BM'],
  ['image/webp', (bytes) => bytes.subarray(8, 12).toString('latin1') === 'WEBP'],
  ['image/heic', (bytes) => bytes.subarray(4, 8).toString('latin1') === 'ftyp'],
  ['image/tiff', (bytes) => ['II*\0', 'MM\0*'].includes(bytes.subarray(0, 4).toString('latin1'))],
  ['image/x-icon', (bytes) => bytes.subarray(0, 4).equals(Buffer.from([0, 0, 1, 0]))],
];

/** The image type by its first bytes; undefined when it is no image. */
export function imageType(bytes: Buffer): string | undefined {
  return signatures.find(([, fits]) => fits(bytes))?.[0];
}

/** Keeps bytes under a new key; `size` may pretend more than there are. */
export async function keepFile(
  world: Ground,
  start: Omit<StoredFile, 'key' | 'at' | 'size'> & { bytes: Buffer; size?: number },
): Promise<StoredFile> {
  const { bytes, ...about } = start;
  const key = freshId(start.kind === 'image' ? 'img_v3_' : 'file_v3_');
  const file: StoredFile = { ...about, key, at: world.clock.now(), size: start.size ?? bytes.length };
  await world.blobs.put(key, bytes);
  world.state.files[key] = file;
  world.touch();
  return file;
}

function part(call: Call, field: string): Upload {
  const upload = call.uploads.find((each) => each.field === field);
  if (upload === undefined) throw fail(234001);
  if (upload.bytes.length === 0) throw fail(234010);
  return upload;
}

async function uploadImage(call: Call): Promise<Fields> {
  const { bytes } = part(call, 'image');
  if (!['message', 'avatar'].includes(text(call.body['image_type']))) throw fail(234001);
  if (bytes.length > 10 * MB) throw fail(234006);
  const mime = imageType(bytes);
  if (mime === undefined) throw fail(234011);
  const size = imageSize(bytes, mime);
  const most = mime === 'image/gif' ? 2000 : 12_000;
  if (size !== undefined && Math.max(size.width, size.height) > most) throw fail(234039);
  const form = text(call.body['image_type']);
  const file = await keepFile(call.world, { kind: 'image', name: 'image', mime, form, owner: call.app.appId, bytes });
  return { image_key: file.key };
}

async function uploadFile(call: Call): Promise<Fields> {
  const { bytes, mime } = part(call, 'file');
  const name = text(call.body['file_name']);
  if (!['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream'].includes(text(call.body['file_type'])) || name === '') throw fail(234001);
  if (bytes.length > 30 * MB) throw fail(234006);
  const form = text(call.body['file_type']);
  const owner = call.app.appId;
  const file = await keepFile(call.world, { kind: 'file', name, mime: mime || 'application/octet-stream', form, owner, bytes });
  return { file_key: file.key };
}

async function download(call: Call, file: StoredFile): Promise<Binary> {
  const bytes = await call.world.blobs.get(file.key);
  if (bytes === undefined) throw fail(234001);
  return { download: { bytes, mime: file.mime, name: file.name } };
}

function keysIn(type: string, content: string): string[] {
  const body = parseFields(content);
  if (type !== 'post') return [text(body['file_key']), text(body['image_key'])];
  const rows = [body, ...Object.values(body)].flatMap((each) => list(fields(each)['content']));
  return rows.flatMap((row) => list(row)).flatMap((node) => [text(fields(node)['image_key']), text(fields(node)['file_key'])]);
}

async function resource(call: Call): Promise<Binary> {
  const id = param(call, 'message_id');
  const known = call.world.state.messages[id];
  const chat = known === undefined ? undefined : call.world.state.chats[known.chat];
  if (chat !== undefined && !chat.bots.includes(call.app.appId)) throw fail(234004);
  const { message } = needMessage(call);
  const type = call.query.get('type') ?? '';
  if (type !== 'image' && type !== 'file') throw fail(234001);
  if (message.only !== undefined) throw fail(234040);
  const restricted = fields(chat?.settings['restricted_mode_setting']);
  if (restricted['status'] === true && restricted['download_has_permission_setting'] === 'not_anyone') throw fail(234038);
  if (['sticker', 'merge_forward', 'interactive', 'folder'].includes(message.type) || message.upper !== undefined) throw fail(234043);
  const key = param(call, 'file_key');
  const file = call.world.state.files[key];
  if (message.recalled || file === undefined || !keysIn(message.type, message.content).includes(key)) throw fail(234003);
  if ((type === 'image') !== (file.kind === 'image')) throw fail(234001);
  if (file.size > 100 * MB) throw fail(234037);
  return download(call, file);
}

async function own(call: Call, key: string): Promise<Binary> {
  const file = call.world.state.files[key];
  if (file === undefined) throw fail(234001);
  if (file.owner !== call.app.appId) throw fail(230017);
  return download(call, file);
}

const upload = ['im:resource', 'im:resource:upload'];

/** Uploads, own downloads and the files people sent (contract 9.1). */
export const fileRoutes: Route[] = [
  { method: 'POST', path: '/im/v1/images', title: '上传图片', scopes: upload, run: uploadImage },
  { method: 'POST', path: '/im/v1/files', title: '上传文件', scopes: upload, run: uploadFile },
  { method: 'GET', path: '/im/v1/images/:key', title: '下载图片', scopes: upload, run: (call) => own(call, param(call, 'key')) },
  { method: 'GET', path: '/im/v1/files/:key', title: '下载文件', scopes: upload, run: (call) => own(call, param(call, 'key')) },
  { method: 'GET', path: '/im/v1/messages/:message_id/resources/:file_key', title: '下载附件', scopes: ['im:message', 'im:message:readonly', 'im:message.history:readonly'], run: resource },
];
