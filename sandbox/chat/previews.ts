import { cardFault } from '../card/validate.ts';
import { fields, isFields, text, type Fields } from '../json.ts';
import { idsOf } from '../platform/contact/people.ts';
import { freshHex } from '../state/ids.ts';
import { inForce } from '../state/console.ts';
import type { Message } from '../state/chats.ts';
import type { App, Person } from '../state/tenant.ts';
import type { World } from '../world.ts';
import { show } from './rooms.ts';

/** The callback that asks an app what to show for a link. */
export const PREVIEW = 'url.preview.get';

/** The links of a message, as people wrote them. */
export function linksIn(message: Message): string[] {
  return [...new Set([...message.content.matchAll(/https?:\/\/[^\s"'<>\\)]+/g)].map((match) => match[0]))];
}

/** The apps that have asked to preview links. */
export function previewers(world: World): App[] {
  return Object.values(world.state.apps).filter(({ appId }) => {
    const { callbacks } = inForce(world.state, appId);
    return callbacks !== 'all' && callbacks.includes(PREVIEW);
  });
}

function faultOf(body: unknown): string | undefined {
  if (!isFields(body) || !isFields(body['inline'])) return '链接预览的应答应为 {inline:{…}}';
  const card = fields(body['card']);
  const fault = card['type'] === 'raw' ? cardFault(card['data']) : undefined;
  return fault === undefined ? undefined : `链接预览的卡片不合法：${fault.code} ${fault.message}`;
}

/** Asks an app once, within 3 s, what to show for a link of a message, and keeps the answer (contract 6.8). */
export async function preview(world: World, link: { app: App; message: Message; url: string; person: Person }): Promise<void> {
  const { app, message, url, person } = link;
  const known = message.previews?.[url];
  const token = known?.token ?? freshHex();
  const event: Fields = {
    operator: { tenant_key: world.state.tenantKey, ...idsOf(person) },
    host: 'im_message',
    context: { url, preview_token: token, open_message_id: message.id, open_chat_id: message.chat },
  };
  const [answer] = await world.events.ask(app, event, PREVIEW);
  const reply = answer?.reply;
  const body = reply?.kind === 'answered' && reply.status === 200 ? reply.body : undefined;
  const fault = faultOf(body);
  world.log.add({
    kind: 'answer',
    app: app.appId,
    title: fault === undefined ? '答 链接预览' : '答 链接预览（无）',
    breaches: fault === undefined ? [] : [fault],
    response: body,
  });
  if (fault !== undefined) return;
  const { inline, card } = fields(body);
  const about = { token, app: app.appId, person: person.openId, title: text(fields(inline)['title']), at: world.clock.now() };
  message.previews = { ...message.previews, [url]: { ...about, ...(isFields(card) ? { card } : {}) } };
  show(world, message);
}
