import type { Fields } from '../json.ts';
import { freshHex } from '../state/ids.ts';
import type { App } from '../state/tenant.ts';

/** What an envelope is made of; `at` in epoch ms on the sandbox clock. */
export interface Contents {
  app: App;
  tenantKey: string;
  type: string;
  event: Fields;
  at: number;
}

/** The v2 envelope of an event; `create_time` is in ms, for card callbacks in microseconds (contract 1.1). */
export function envelope({ app, tenantKey, type, event, at }: Contents): Fields {
  const micro = type === 'card.action.trigger';
  return {
    schema: '2.0',
    header: {
      event_id: freshHex(),
      token: app.verificationToken,
      create_time: micro ? `${at}000` : String(at),
      event_type: type,
      tenant_key: tenantKey,
      app_id: app.appId,
    },
    event,
  };
}
