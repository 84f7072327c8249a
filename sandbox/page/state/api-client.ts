import { t } from '../language/language.ts';
/** A request that the sandbox refused or that never arrived; `message` is fit to be shown. */
export class RequestFault extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

async function answerOf<T>(asked: Promise<Response>): Promise<T> {
  const response = await asked.catch(() => {
    throw new RequestFault(0, t('noAnswer'));
  });
  const body = await response.text();
  const parsed: unknown = body === '' ? {} : parse(body);
  if (response.ok) return parsed as T;
  throw new RequestFault(response.status, sentenceOf(parsed) || t('answered', { status: response.status }));
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return { error: body.slice(0, 120) };
  }
}

function sentenceOf(body: unknown): string {
  if (body === null || typeof body !== 'object') return '';
  const fields = body as Record<string, unknown>;
  return [fields['error'], fields['message'], fields['msg']].find((text): text is string => typeof text === 'string') ?? '';
}

/** Asks a `GET` of the sandbox; repeated keys come from arrays. Throws RequestFault. */
export function ask<T>(path: string, query: Record<string, string | number> = {}): Promise<T> {
  const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]));
  const tail = search.size > 0 ? `?${search}` : '';
  return answerOf<T>(fetch(`/sandbox/${path}${tail}`));
}

/** Posts JSON to the sandbox and gives its answer. Throws RequestFault. */
export function post<T>(path: string, body: object): Promise<T> {
  const headers = { 'content-type': 'application/json' };
  return answerOf<T>(fetch(`/sandbox/${path}`, { method: 'POST', headers, body: JSON.stringify(body) }));
}

/** Deletes something of the sandbox. Throws RequestFault. */
export function remove(path: string): Promise<unknown> {
  return answerOf(fetch(`/sandbox/${path}`, { method: 'DELETE' }));
}

/** Brings a save in from its file. Throws RequestFault. */
export function sendSave(file: File): Promise<{ name: string }> {
  const form = new FormData();
  form.append('file', file, file.name);
  return answerOf(fetch('/sandbox/snapshots/file', { method: 'POST', body: form }));
}

/** A file a person hands to a chat, as `POST /sandbox/file` wants it. */
export interface FileParcel {
  as: string;
  to: string;
  file: File;
}

/** A file under way: `done` rejects with RequestFault when it did not arrive. */
export interface Upload {
  done: Promise<void>;
  cancel(): void;
}

/** Sends a file with progress in 0..1; pictures, sound and video go as their own kinds. */
export function sendFile(parcel: FileParcel, onProgress: (share: number) => void): Upload {
  const form = new FormData();
  form.append('as', parcel.as);
  form.append('to', parcel.to);
  form.append('kind', kindOf(parcel.file));
  form.append('file', parcel.file, parcel.file.name);
  const request = new XMLHttpRequest();
  const done = new Promise<void>((resolve, reject) => {
    request.upload.onprogress = (event) => onProgress(event.total > 0 ? event.loaded / event.total : 0);
    request.onload = () => {
      if (request.status < 300) resolve();
      else reject(new RequestFault(request.status, sentenceOf(parse(request.responseText)) || t('fileNotSent')));
    };
    request.onerror = () => reject(new RequestFault(0, t('fileCut')));
    request.onabort = () => resolve();
    request.open('POST', '/sandbox/file');
    request.send(form);
  });
  return { done, cancel: () => request.abort() };
}

function kindOf(file: File): string {
  if (file.type.startsWith('image/')) return 'image';
  if (file.type === 'audio/ogg' || file.name.endsWith('.opus')) return 'audio';
  return file.type === 'video/mp4' ? 'media' : 'file';
}

/** Where the browser gets the bytes of a file or picture that stands in a message or card. */
export function resourceUrl(key: string): string {
  return `/sandbox/files/${encodeURIComponent(key)}`;
}
