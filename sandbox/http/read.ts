import type { IncomingMessage } from 'node:http';
import { Busboy } from '@fastify/busboy';
import { fields, parse, type Fields } from '../json.ts';
import type { Upload } from '../platform/call.ts';

const MOST_BYTES = 160 * 1024 * 1024;

/** A request body: JSON fields or form fields, and file parts; `broken` when it was meant as JSON and is none. */
export interface Body {
  body: Fields;
  uploads: Upload[];
  broken: boolean;
}

async function readAll(request: AsyncIterable<Buffer>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error('request body too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** File parts may come without a filename: then a part counts as a file by its type or by the usual field names. */
function isFile(field: string | undefined, type: string | undefined, name: string | undefined): boolean {
  return name !== undefined || type === 'application/octet-stream' || field === 'file' || field === 'image';
}

function readForm(request: IncomingMessage, contentType: string): Promise<Body> {
  return new Promise((resolve, reject) => {
    const body: Fields = {};
    const waiting: Promise<Upload>[] = [];
    const form = new Busboy({
      headers: { ...request.headers, 'content-type': contentType },
      isPartAFile: isFile,
      limits: { fileSize: MOST_BYTES },
    });
    form.on('field', (name, value) => void (body[name] = value));
    form.on('file', (field, stream, ...[name, , mime]) => {
      waiting.push(readAll(stream).then((bytes) => ({ field, name: name ?? '', mime, bytes })));
    });
    form.on('error', reject);
    form.on('finish', () => void Promise.all(waiting).then((uploads) => resolve({ body, uploads, broken: false }), reject));
    request.pipe(form);
  });
}

/** Reads a body of either kind; an empty JSON body reads as `{}`. */
export async function readRequest(request: IncomingMessage): Promise<Body> {
  const contentType = request.headers['content-type'] ?? '';
  if (contentType.startsWith('multipart/form-data')) return readForm(request, contentType);
  const source = (await readAll(request)).toString('utf8');
  if (contentType.startsWith('application/x-www-form-urlencoded'))
    return { body: Object.fromEntries(new URLSearchParams(source)), uploads: [], broken: false };
  const value = source.trim() === '' ? {} : parse(source);
  return { body: fields(value), uploads: [], broken: value === undefined };
}
