import { setTimeout as wait } from 'node:timers/promises';
import { app, type Town } from './city.ts';

/** A raw call to the Open Platform with a fresh token, for what the SDK would hide. */
export async function callApi(
  town: Town,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; headers: Headers; body: Record<string, unknown> }> {
  const post = (url: string, init: RequestInit): Promise<Response> =>
    fetch(`${town.sandbox.url}/open-apis${url}`, {
      ...init,
      headers: new Headers([...new Headers(init.headers), ['Content-Type', 'application/json; charset=utf-8']]),
    });
  const login = await post('/auth/v3/tenant_access_token/internal', {
    method: 'POST',
    body: JSON.stringify({ app_id: app.appId, app_secret: app.appSecret }),
  });
  const { tenant_access_token: token } = (await login.json()) as { tenant_access_token: string };
  const answer = await post(path, {
    method,
    headers: { Authorization: `Bearer ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Record<string, unknown> };
}

/** Sends a card to a person and answers its message id; waits when five went to him within a second. */
export async function sendCard(town: Town, to: string, card: unknown): Promise<string> {
  const { body } = await callApi(town, 'POST', '/im/v1/messages?receive_id_type=open_id', {
    receive_id: to,
    msg_type: 'interactive',
    content: JSON.stringify(card),
  });
  if (body['code'] === 230020) {
    await wait(200);
    return sendCard(town, to, card);
  }
  if (body['code'] !== 0) throw new Error(JSON.stringify(body));
  return (body['data'] as { message_id: string }).message_id;
}
