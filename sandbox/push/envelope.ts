import { fields, type Fields } from '../json.ts';
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

/** Events that still come in the envelope of the first version. */
const old = new Set(['p2p_chat_create', 'approval_instance', 'approval_task', 'approval_cc', 'leave_approval', 'work_approval']);

/** The v1 envelope; its unique id is the outer `uuid` (contract 2.1). */
function oldEnvelope({ app, tenantKey, type, event, at }: Contents): Fields {
  return {
    ts: `${(at / 1000).toFixed(3)}0000`,
    uuid: freshHex(),
    token: app.verificationToken,
    type: 'event_callback',
    event: { app_id: app.appId, tenant_key: tenantKey, type, ...event },
  };
}

/** The envelope of an event: v1 for the old ones, else v2; `create_time` is in ms, for card callbacks in microseconds (contract 1.1). */
export function envelope(contents: Contents): Fields {
  const { app, tenantKey, type, event, at } = contents;
  if (old.has(type)) return oldEnvelope(contents);
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

/** The flat body of the old card callback, from the event of the new one (contract 6.6). */
export function oldCallback(event: Fields): Fields {
  const operator = fields(event['operator']);
  const context = fields(event['context']);
  const { value, tag, option, timezone } = fields(event['action']);
  return {
    open_id: operator['open_id'],
    user_id: operator['user_id'],
    open_message_id: context['open_message_id'],
    open_chat_id: context['open_chat_id'],
    tenant_key: operator['tenant_key'],
    token: event['token'],
    action: { value, tag, option, timezone },
  };
}
