import type { Ground } from '../../src/domain/competence/inquiry.ts';
import { tableNow } from '../../src/domain/matter/drafting/suggestion.ts';
import type { Deps } from '../define.ts';

/** By what competence is decided at this moment: the city's own table as it is in force today, and the spans it set. */
export function groundNow({ now, settings }: Pick<Deps, 'now' | 'settings'>): Ground {
  return { table: tableNow({ now: now(), settings }), limits: settings.limits };
}
