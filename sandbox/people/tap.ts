import type { Tap, TapAnswer } from '../api/acts.ts';
import { judgeAll, type Judgement } from '../card/answer.ts';
import { holdCard } from '../card/edit.ts';
import { foresee } from '../card/foresee.ts';
import { isLegacy, upgraded } from '../card/legacy.ts';
import { atRest } from '../card/streaming.ts';
import { cardOf, visible } from '../chat/views.ts';
import { fields, text, type Fields } from '../json.ts';
import { surroundings as around } from '../platform/cards/check.ts';
import { idsOf } from '../platform/contact/people.ts';
import { freshHex } from '../state/ids.ts';
import type { Chat, Message } from '../state/chats.ts';
import type { App, Person } from '../state/tenant.ts';
import type { World } from '../world.ts';
import { refuse } from './refusal.ts';

const DAY_MS = 86_400_000;

interface Scene {
  person: Person;
  message: Message;
  chat: Chat;
  app: App;
  card: Fields;
  legacy: boolean;
}

function scene(world: World, tap: Tap): Scene {
  const { people, messages, chats, apps } = world.state;
  const person = people[tap.as];
  const message = messages[tap.message];
  const chat = chats[message?.chat ?? ''];
  if (person === undefined) throw refuse(404, '没有这个人');
  if (message === undefined || chat === undefined || message.type !== 'interactive') throw refuse(404, '没有这张卡片');
  if (!chat.people.includes(person.openId) || !visible(message, person.openId)) throw refuse(403, '此人看不到这张卡片');
  if (message.recalled) throw refuse(409, '卡片已撤回');
  const app = apps[message.sender.id];
  const authored = fields(cardOf(world, message));
  if (app === undefined) throw refuse(409, '转发的卡片不能点');
  return { person, message, chat, app, card: atRest(world, message, upgraded(authored)), legacy: isLegacy(authored) };
}

function callback(world: World, { person, message, chat, app }: Scene, action: Fields): Fields {
  const token = `c-${freshHex()}`;
  world.state.updateTokens[token] = { appId: app.appId, message: message.id, at: world.clock.now(), uses: 0 };
  return {
    operator: { tenant_key: world.state.tenantKey, ...idsOf(person) },
    token,
    action,
    host: 'im_message',
    context: { open_message_id: message.id, open_chat_id: chat.id },
  };
}

function titleOf(verdict: Judgement): string {
  if ('error' in verdict) return `答 ${verdict.error.code}`;
  const parts = [...(verdict.toast === undefined ? [] : ['提示']), ...(verdict.card === undefined ? [] : ['卡片'])];
  return `答 ${parts.join('与') || '空'}`;
}

async function send(world: World, stage: Scene, action: Fields): Promise<TapAnswer> {
  const started = world.real();
  const settle = holdCard(world, stage.message);
  const event = callback(world, stage, action);
  const token = text(event['token']);
  const replies = await world.events.ask(stage.app, event);
  const tookMs = world.real() - started;
  const { reply: chosen, verdict } = judgeAll(replies, { ...around(world, stage.app.appId), legacy: stage.legacy });
  const { reply } = chosen;
  const bad = 'error' in verdict;
  const dropped = chosen.cut && reply.kind === 'broken';
  const lost = settle(bad ? undefined : verdict.card);
  const spent = world.state.updateTokens[token];
  if (world.state.settings.answerUsesToken && !bad && verdict.card !== undefined && spent !== undefined) spent.uses += 1;
  world.touch();
  world.log.add({
    kind: 'answer',
    app: stage.app.appId,
    title: titleOf(verdict),
    tookMs,
    breaches: [...(bad && !dropped ? [verdict.breach] : []), ...lost],
    ...(dropped ? { notes: ['故障：推送后断开长连接'] } : {}),
    ...(reply.kind === 'answered' ? { status: reply.status, response: reply.body } : {}),
  });
  if (bad) return { outcome: 'failed', error: verdict.error, tookMs };
  return { outcome: 'ok', tookMs, ...(verdict.toast === undefined ? {} : { toast: verdict.toast }) };
}

/** A person taps a card: what the client checks, the callback within 3 s, and what the answer does (contract 6). */
export async function tapCard(world: World, tap: Tap): Promise<TapAnswer> {
  const stage = scene(world, tap);
  const days = stage.legacy ? 30 : 14;
  if (world.clock.now() - stage.message.at > days * DAY_MS) {
    return { outcome: 'failed', error: { code: 200080, text: `卡片已超过 ${days} 天，不能再操作` } };
  }
  const foreseen = foresee(stage.card, tap, { members: stage.chat.people, empty: world.state.settings.emptyChoice });
  if (foreseen === undefined) throw refuse(404, '卡片上没有这个组件');
  return 'send' in foreseen ? send(world, stage, foreseen.send) : foreseen;
}
