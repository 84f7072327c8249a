import { createServer as createHttp } from 'node:http';
import type { AddressInfo } from 'node:net';
import { flows } from '../../src/domain/flows.ts';
import { openPush } from '../../src/feishu/inbound.ts';
import { parseEnvelope } from '../../src/feishu/parse.ts';
import { createReceive } from '../../src/http/events.ts';
import { createMetrics } from '../../src/http/metrics.ts';
import { mountRoutes } from '../../src/http/routes.ts';
import { createServer, listenerOf } from '../../src/http/server.ts';
import { createTaps } from '../../src/http/taps.ts';
import type { Stage } from '../../scripts/tour/stage.ts';
import { encrypted, secrets, signed } from '../feishu/push.ts';

/** The bot's request URL beside its long connection: taps come in encrypted and signed, as any card in anybody's hands could send them, whether the bot ever sent it to him or not. */
export interface Door { taps(tap: { openId: string; value: object; event: string }): Promise<unknown>; close(): void }

/** Opens it on the store of a stage. */
export async function signedDoor({ app }: Stage): Promise<Door> {
  const quiet = { warn: () => undefined, error: () => undefined };
  const koa = createServer(quiet);
  const metrics = createMetrics(async () => 0);
  const taps = createTaps({ ...app.deps, store: app.store, flows, nudge: () => undefined, warn: () => undefined });
  mountRoutes(koa, {
    receive: createReceive({ inbox: app.store.inbox, nudge: () => undefined, taps, answered: metrics.answered, elapsed: () => performance.now() / 1_000 }),
    ready: () => app.store.ping(), metrics,
    open: (push) => {
      const opened = openPush(push, secrets, new Date());
      return opened.kind === 'challenge' ? { challenge: opened.challenge } : { arrival: parseEnvelope(opened.envelope, 'ou_bot') };
    },
  });
  const server = createHttp(listenerOf(koa));
  await new Promise<void>((settle) => server.listen(0, '127.0.0.1', settle));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/feishu/events`;
  return {
    async taps({ openId, value, event }) {
      const header = { event_id: event, event_type: 'card.action.trigger', token: secrets.verificationToken, app_id: secrets.appId, create_time: '1760000300000000' };
      const raw = encrypted({ schema: '2.0', header, event: { operator: { open_id: openId }, token: 'c-1', action: { tag: 'button', value }, context: { open_message_id: `om_${event}`, open_chat_id: '' } } });
      const answer = await fetch(url, { method: 'POST', body: new Uint8Array(raw), headers: { 'content-type': 'application/json', ...signed(raw, Date.now()) } });
      if (answer.status !== 200) throw new Error(`the signed tap was answered ${answer.status}`);
      return answer.json();
    },
    close: () => void server.close(),
  };
}
