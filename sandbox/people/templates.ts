import { isFields, text, texts } from '../json.ts';
import { freshHex } from '../state/ids.ts';
import type { Act } from './group-acts.ts';
import { refuse } from './refusal.ts';

/** Keeps a card of the card tool: `{ id?, version?, apps, card }`, with `${name}` in the card where variables go. */
export const template: Act = (world, asked) => {
  const { card } = asked;
  if (!isFields(card)) throw refuse(400, 'card 应为卡片 JSON');
  const id = text(asked['id']) || `AAq${freshHex().slice(0, 12)}`;
  world.state.templates[id] = { id, version: text(asked['version']) || '1.0.0', apps: texts(asked['apps']), card: JSON.stringify(card) };
  world.touch();
  return { template_id: id };
};
