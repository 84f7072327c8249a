import { editCard } from '../../card/edit.ts';
import { isFields, parse, text, texts, type Fields } from '../../json.ts';
import type { Call, Route } from '../call.ts';
import { fail } from '../errors.ts';
import { checkCard } from './check.ts';

const HALF_HOUR_MS = 1_800_000;
const USES = 2;

/** The delayed update by the `c-` token of a tap: 30 minutes, twice (contract 6.4). */
function updateByToken(call: Call): Fields {
  const { state, clock } = call.world;
  const token = state.updateTokens[text(call.body['token'])];
  if (token === undefined) throw fail(300020);
  if (token.appId !== call.app.appId) throw fail(200310);
  if (clock.now() - token.at > HALF_HOUR_MS) throw fail(300030);
  if (token.uses >= USES) throw fail(300040);
  const card = call.body['card'];
  if (typeof card === 'string') throw fail(parse(card) === undefined ? 100030 : 11311);
  if (!isFields(card)) throw fail(10002);
  if (Buffer.byteLength(JSON.stringify(card)) > 100 * 1024) throw fail(100000);
  const { open_ids: ids, ...bare } = card;
  const exclusive = bare['schema'] !== '2.0' && (!isFields(bare['config']) || bare['config']['update_multi'] !== true);
  if (exclusive && texts(ids).length === 0) throw fail(300090);
  if (exclusive && texts(ids).some((id) => state.people[id] === undefined)) throw fail(200320);
  checkCard(call, bare);
  const message = state.messages[token.message];
  if (message === undefined || message.recalled) throw fail(200000);
  token.uses += 1;
  editCard(call.world, message, JSON.stringify(bare));
  return {};
}

/** Changing a card some time after a tap. */
export const byTokenRoutes: Route[] = [
  {
    method: 'POST',
    path: '/interactive/v1/card/update',
    title: '延时更新卡片',
    flat: true,
    scopes: ['im:message', 'im:message:send_as_bot', 'im:message:update'],
    run: updateByToken,
  },
];
