import { text, type Fields } from '../../json.ts';
import { freshHex } from '../../state/ids.ts';
import { beijingDay } from '../../clock.ts';
import type { Call, Route } from '../call.ts';
import { fail } from '../errors.ts';
import { keepFile } from '../im/files.ts';

const MB = 1024 * 1024;
const MOST_A_DAY = 10_000;
const ADLER = 65_521;

const parents = [
  'doc_image',
  'docx_image',
  'sheet_image',
  'doc_file',
  'docx_file',
  'sheet_file',
  'bitable_image',
  'bitable_file',
  'vc_virtual_background',
  'moments',
  'ccm_import_open',
  'calendar',
];

/** The Adler-32 checksum of bytes, as a decimal number. */
function adler32(bytes: Buffer): number {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % ADLER;
    high = (high + low) % ADLER;
  }
  return high * 65_536 + low;
}

function countDay(call: Call): void {
  const { state, clock } = call.world;
  const day = beijingDay(clock.now());
  const before = state.mediaUploads.day === day ? state.mediaUploads.count : 0;
  if (before >= MOST_A_DAY) throw fail(1061101);
  state.mediaUploads = { day, count: before + 1 };
}

async function uploadMedia(call: Call): Promise<Fields> {
  const { body, uploads } = call;
  const [file] = uploads;
  const name = text(body['file_name']);
  const size = Number(text(body['size']));
  if (file === undefined || name === '' || name.length > 250 || !Number.isInteger(size) || size <= 0) throw fail(1061002);
  if (!parents.includes(text(body['parent_type'])) || text(body['parent_node']) === '') throw fail(1061002);
  if (size > 20 * MB || file.bytes.length > 20 * MB) throw fail(1061043);
  if (file.bytes.length !== size) throw fail(1061002);
  const checksum = text(body['checksum']);
  if (checksum !== '' && checksum !== String(adler32(file.bytes))) throw fail(1061002);
  countDay(call);
  const kept = await keepFile(call.world, { kind: 'file', name, mime: file.mime, owner: call.app.appId, bytes: file.bytes });
  return { file_token: kept.key.replace('file_v3_', 'boxcn') };
}

function createDocx(call: Call): Fields {
  const title = text(call.body['title']);
  if (title.length > 800) throw fail(1770001);
  const id = `doxcn${freshHex().slice(0, 22)}`;
  const { state, clock } = call.world;
  state.docxs[id] = { id, appId: call.app.appId, title, folder: text(call.body['folder_token']), at: clock.now() };
  return { document: { document_id: id, revision_id: 1, title } };
}

/** Uploads into documents, and new documents (contract 9.8). */
export const driveRoutes: Route[] = [
  {
    method: 'POST',
    path: '/drive/v1/medias/upload_all',
    title: '上传素材',
    by: 'either',
    tier: 6,
    scopes: ['drive:drive', 'docs:document.media:upload', 'bitable:app', 'docx:document', 'sheets:spreadsheet'],
    run: uploadMedia,
  },
  {
    method: 'POST',
    path: '/docx/v1/documents',
    title: '建文档',
    by: 'either',
    tier: 21,
    oldLimit: true,
    scopes: ['docx:document', 'docx:document:create'],
    run: createDocx,
  },
];
