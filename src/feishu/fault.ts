import type { AxiosError } from 'axios';

/** An answer of the platform that was not yes, without its text, its token or what was sent. */
export class PlatformFault extends Error {
  /** The platform's own code; 0 where there was no answer at all. */
  readonly code: number;
  readonly status: number;
  readonly logId: string;
  /** Whether the same call may succeed later. */
  readonly again: boolean;
  /** How long the platform asks to wait; 0 where it does not say. */
  readonly waitMs: number;
  /** Whether nobody can say if the call was done: it went out, and no answer that says so came back. */
  readonly unknown: boolean;
  constructor(about: { code: number; status: number; logId?: string; waitMs?: number; call?: string; unsent?: boolean }) {
    super(`platform answered ${about.code} (HTTP ${about.status})${about.call ? ` to ${about.call}` : ''}`);
    this.name = 'PlatformFault';
    this.code = about.code;
    this.status = about.status;
    this.logId = about.logId ?? '';
    this.waitMs = about.waitMs ?? 0;
    this.unknown = !about.unsent && (about.code === 0 || about.status >= 500);
    this.again = about.code === 0 || about.status >= 500 || about.status === 429 || weather.has(about.code);
  }
}

/** Codes that pass by themselves (contract 10.2): frequency, chat and user limits, calendar limits, 230049, upload, same token at once. */
const weather = new Set([99991400, 99991663, 99991664, 230020, 230049, 232019, 190004, 190005, 190010, 1061045, 1470422, 2200]);

/** The platform did not like the token: get a new one and call once more. */
export const tokenCodes: ReadonlySet<number> = new Set([99991663, 99991664, 99991671, 99991661]);

/** The frequency limit. */
export const tooOften = 99991400;

/** The connection was never made, so that nothing can have gone out. */
const unreached = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

/** What an HTTP fault means; reads the body of a failed download. */
export async function faultOf(error: AxiosError): Promise<PlatformFault> {
  const { response } = error;
  if (!response) return new PlatformFault({ code: 0, status: 0, unsent: unreached.has(error.code ?? '') });
  const data: unknown = isStream(response.data) ? await parsed(response.data) : response.data;
  const code = typeof data === 'object' && data && 'code' in data ? Number(data.code) : -1;
  const reset = Number(response.headers['x-ogw-ratelimit-reset']);
  const waitMs = code === tooOften ? Math.max(1, Number.isFinite(reset) ? reset : 1) * 1_000 : 0;
  return new PlatformFault({ code, status: response.status, logId: String(response.headers['x-tt-logid'] ?? ''), waitMs });
}

function isStream(value: unknown): value is AsyncIterable<Uint8Array> {
  return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}

async function parsed(stream: AsyncIterable<Uint8Array>): Promise<unknown> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of stream) {
    parts.push(part);
    size += part.length;
    if (size > 65_536) break;
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return undefined;
  }
}

/** Waits for a call, and takes these refusals for a yes: what was wanted stands already. */
export async function unless(codes: ReadonlySet<number>, call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (fault) {
    if (!(fault instanceof PlatformFault) || !codes.has(fault.code)) throw fault;
  }
}
