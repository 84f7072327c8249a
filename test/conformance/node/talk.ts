import { createInterface } from 'node:readline';
import type { apps, given } from '../given-data.ts';

/** What the test tells at the start. */
export interface Told { url: string; apps: typeof apps; ids: [string, string, string]; hookIds: [string, string, string]; given: typeof given }

const lines = createInterface(process.stdin)[Symbol.asyncIterator]();

/** The next line of the test. */
export async function hear<T>(): Promise<T> {
  const { value } = (await lines.next()) as { value: string };
  return JSON.parse(value) as T;
}

/** One JSON line to the test. */
export function say(what: unknown): void {
  process.stdout.write(`${JSON.stringify(what)}\n`);
}

/** Does the work of a rule, reports what came of it, and resolves with what the test answers. */
export async function report(rule: string, work: () => Promise<unknown>, raw = false): Promise<Record<string, string>> {
  const done = await work().then((detail) => ({ ok: true, detail }), (fault: unknown) => ({ ok: false, detail: { error: String(fault) } }));
  say({ rule, raw, ...done });
  return hear();
}

/** What the platform says when it refuses: this SDK throws the HTTP client's error. */
export interface Refusal { code: number; message: string; log: string }

/** The refusal of a call; throws where the call went through. */
export async function refusalOf(call: Promise<unknown>): Promise<Refusal> {
  const answer = await call.then(() => undefined, (fault: { response: { data: { code: number; msg: string }; headers: Record<string, string> } }) => fault.response);
  if (!answer) throw new Error('was not refused');
  return { code: answer.data.code, message: answer.data.msg, log: answer.headers['x-tt-logid'] ?? '' };
}

/** The words of a message; undefined where it is no text. */
export function textOf(content: string): string | undefined {
  return (JSON.parse(content) as { text?: string }).text;
}

/** A value that must be there. */
export function must<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('is missing in the answer');
  return value;
}

/** The SDK prints to standard output by itself; there only reports may stand. */
export const silent = { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined, trace: () => undefined };
