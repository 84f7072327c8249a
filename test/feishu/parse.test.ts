import { describe, expect, it } from 'vitest';
import { parseEnvelope } from '../../src/feishu/parse.ts';
import { textEvent } from './push.ts';

const envelope = (type: string, event: object) => ({ schema: '2.0', header: { event_id: 'ev1', event_type: type, create_time: '1760000300000000' }, event });
const operator = { open_id: 'ou_1', union_id: 'on_1' };
const context = { open_message_id: 'om_card', open_chat_id: 'oc_1' };

describe('an envelope', () => {
  it('of a message keeps its own id, because event ids differ between pushes of one message', () => {
    expect(parseEnvelope(textEvent('om_1', '我要投诉') as Record<string, unknown>, 'ou_bot')).toEqual({ what: 'received', received: {
      id: 'om_1', what: 'message', openId: 'ou_7d8a', chat: 'oc_1', chatType: 'p2p', type: 'text', content: '{"text":"我要投诉"}', mentioned: false, parent: '', at: '2025-10-09T08:53:20.000Z',
    } });
  });

  it('counts a mention only where the bot itself is meant', () => {
    const said = textEvent('om_1', '@_user_1 x') as { event: { message: Record<string, unknown> } };
    said.event.message['mentions'] = [{ key: '@_user_1', id: { open_id: 'ou_bot' }, name: 'x' }];
    const mentioned = (bot: string) => (parseEnvelope(said as unknown as Record<string, unknown>, bot) as { received: { mentioned: boolean } }).received.mentioned;
    expect([mentioned('ou_bot'), mentioned('ou_other'), mentioned('')]).toEqual([true, false, false]);
  });

  it('of another bot is left alone', () => {
    const said = textEvent('om_1', 'x') as { event: { sender: Record<string, unknown> } };
    said.event.sender['sender_type'] = 'app';
    expect(parseEnvelope(said as unknown as Record<string, unknown>, '')).toBeUndefined();
  });

  it('of a submitted form gives its values, of a select its option', () => {
    const form = parseEnvelope(envelope('card.action.trigger', { operator, token: 'c-1', action: { tag: 'button', name: 'b', value: { do: 'act' }, form_value: { day: '2025-06-10 +0800', tags: ['a'] } }, context }), '');
    expect(form).toMatchObject({ what: 'tap', tap: { eventId: 'ev1', openId: 'ou_1', message: 'om_card', submitted: true, form: { tags: ['a'] } } });
    const select = parseEnvelope(envelope('card.action.trigger', { operator, action: { tag: 'select_static', value: {}, option: 'o1' }, context }), '');
    expect(select).toMatchObject({ tap: { option: 'o1', submitted: false } });
  });

  it('of a menu, an entry, a recall and a lost group is understood', () => {
    expect(parseEnvelope(envelope('application.bot.menu_v6', { operator: { operator_id: operator }, event_key: 'todo', timestamp: 1_760_000_400 }), '')).toMatchObject({ received: { id: 'ev1', what: 'menu', type: 'todo' } });
    expect(parseEnvelope(envelope('im.chat.access_event.bot_p2p_chat_entered_v1', { chat_id: 'oc_1', operator_id: operator }), '')).toMatchObject({ received: { what: 'entered', openId: 'ou_1' } });
    expect(parseEnvelope(envelope('im.message.message_read_v1', { reader: { reader_id: operator, read_time: '1760000000000', tenant_key: 't' }, message_id_list: ['om_9'] }), '')).toMatchObject({ received: { what: 'read', openId: 'ou_1' } });
    expect(parseEnvelope(envelope('im.message.recalled_v1', { message_id: 'om_9', chat_id: 'oc_1', recall_time: '1760000000000' }), '')).toMatchObject({ received: { id: 'recall-om_9', what: 'recalled', parent: 'om_9' } });
    const reaction = { message_id: 'om_9', reaction_type: { emoji_type: 'Pin' }, operator_type: 'user', user_id: operator, action_time: '1760000000000' };
    expect(parseEnvelope(envelope('im.message.reaction.created_v1', reaction), '')).toMatchObject({ received: { id: 'ev1', what: 'reaction', openId: 'ou_1', type: 'Pin', parent: 'om_9' } });
    expect(parseEnvelope(envelope('im.message.reaction.created_v1', { ...reaction, operator_type: 'app', user_id: undefined, app_id: 'cli_1' }), '')).toBeUndefined();
    expect(parseEnvelope(envelope('im.chat.disbanded_v1', { chat_id: 'oc_1', operator_id: operator }), '')).toMatchObject({ received: { what: 'group-lost', chat: 'oc_1' } });
  });

  it('of version 1 or of another event is passed over', () => {
    expect(parseEnvelope({ ts: '1', uuid: 'u', token: 't', type: 'event_callback', event: { type: 'approval_instance' } }, '')).toBeUndefined();
    expect(parseEnvelope(envelope('contact.user.created_v3', {}), '')).toBeUndefined();
  });
});
