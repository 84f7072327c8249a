import * as lark from '@larksuiteoapi/node-sdk';
import { app, type Town } from '../city.ts';

/** Where the tests' web app lives. */
export const home = 'https://console.example.cn/back';

/** Where the login page is for an app's wish. */
export function loginUrl(town: Town, wish: Record<string, string> = {}): string {
  const query = new URLSearchParams({ client_id: app.appId, response_type: 'code', redirect_uri: home, ...wish });
  return `${town.sandbox.url}/open-apis/authen/v1/authorize?${query.toString()}`;
}

/** A person answers the login page; where the browser is sent. */
export async function answerLogin(town: Town, person: string, wish: Record<string, string> = {}, answer = 'agree'): Promise<URL> {
  const sent = await fetch(loginUrl(town, wish), { method: 'POST', redirect: 'manual', body: new URLSearchParams({ person, answer }) });
  return new URL(sent.headers.get('location') ?? 'about:blank');
}

/** The official client with the sandbox as both of its hosts. */
export function officialClient(town: Town): lark.Client {
  return new lark.Client({ ...app, domain: town.sandbox.url, oauthBaseUrl: town.sandbox.url, logger: mute });
}

/** The user access token of a person who agreed to these scopes. */
export async function logIn(town: Town, person: string, scope = ''): Promise<string> {
  const back = await answerLogin(town, person, scope === '' ? {} : { scope });
  const token = await officialClient(town).accessToken.retrieveByAuthorizationCode({
    code: back.searchParams.get('code') ?? '',
    redirectUri: home,
  });
  return token.accessToken;
}

const silent = (): void => undefined;
/** A logger for calls that are meant to fail. */
export const mute = { error: silent, warn: silent, info: silent, debug: silent, trace: silent };
