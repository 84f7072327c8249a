import { Client, LoggerLevel, type HttpInstance, type Logger } from '@larksuiteoapi/node-sdk';
import axios, { isAxiosError } from 'axios';
import { faultOf } from './fault.ts';

/** How the application is known to the platform. */
export interface AppKeys { appId: string; appSecret: string; domain: string }

/** Writes nothing of what the SDK wants to log: its lines hold secrets, tokens and the words of messages. Faults are told by whoever made the call. */
export const mute: Logger = { error: () => undefined, warn: () => undefined, info: () => undefined, debug: () => undefined, trace: () => undefined };

/** The SDK's HTTP, with a limit of ten seconds, no redirects, and every fault turned into a PlatformFault. */
export function createHttp(domain: string): HttpInstance {
  const loopback = /^https?:\/\/(localhost|127\.|\[::1\])/.test(domain);
  const http = axios.create({ timeout: 10_000, maxRedirects: 0, paramsSerializer: { indexes: null }, ...(loopback ? { proxy: false } : {}) });
  http.interceptors.response.use(
    (response) => ('$return_headers' in response.config && response.config.$return_headers ? { data: response.data, headers: response.headers } : response.data),
    async (error: unknown) => {
      throw isAxiosError(error) ? await faultOf(error) : error;
    },
  );
  return http as unknown as HttpInstance;
}

/** The SDK's client with its own token handling off; tokens come from `createTokens`. */
export function createLark(keys: AppKeys, http: HttpInstance): Client {
  return new Client({ ...keys, httpInstance: http, logger: mute, loggerLevel: LoggerLevel.error, disableTokenCache: true });
}

/** Tokens of the application: one request however many ask at once, renewed three minutes early. */
export interface Tokens { get(): Promise<string>; drop(token: string): void }

/** Makes the token keeper; `machine` is epoch ms. */
export function createTokens(lark: Client, keys: AppKeys, machine: () => number): Tokens {
  let held = { token: '', until: 0 };
  let asking: Promise<string> | undefined;
  const ask = async (): Promise<string> => {
    const answer = (await lark.auth.v3.tenantAccessToken.internal({ data: { app_id: keys.appId, app_secret: keys.appSecret } })) as {
      code?: number; tenant_access_token?: string; expire?: number;
    };
    if (!answer.tenant_access_token) throw new Error(`飞书没有给出访问凭证（代码 ${answer.code ?? '无'}），请检查 FEISHU_APP_ID 和 FEISHU_APP_SECRET`);
    held = { token: answer.tenant_access_token, until: machine() + ((answer.expire ?? 0) - 180) * 1_000 };
    return held.token;
  };
  return {
    get: () => {
      if (held.token && machine() < held.until) return Promise.resolve(held.token);
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    drop: (token) => {
      if (held.token === token) held = { token: '', until: 0 };
    },
  };
}
