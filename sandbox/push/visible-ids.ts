import { isFields, type Fields } from '../json.ts';
import { allows, inForce } from '../state/console.ts';
import type { State } from '../state/model.ts';

const SCOPE = 'contact:user.employee_id:readonly';

function without(value: unknown): unknown {
  if (Array.isArray(value)) return (value as unknown[]).map(without);
  if (!isFields(value)) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'user_id' || value['open_id'] === undefined);
  return Object.fromEntries(kept.map(([key, each]) => [key, without(each)]));
}

/** An event as an app sees it: without the scope for tenant-wide ids there is no `user_id` beside an `open_id` (contract 1.1, 5). */
export function visibleIds(state: State, appId: string, event: Fields): Fields {
  return allows(inForce(state, appId).scopes, SCOPE) ? event : (without(event) as Fields);
}
