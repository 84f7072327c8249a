import type { Surroundings } from '../../card/references.ts';
import { cardFault } from '../../card/validate.ts';
import type { World } from '../../world.ts';
import type { Call } from '../call.ts';
import { cardFailure } from './failure.ts';
import { convertTemplate } from './templates.ts';

/** What a card of an app may name in this tenant. */
export function surroundings(world: World, appId: string): Surroundings {
  const { people, files, apps } = world.state;
  return {
    knowsPerson: (id) => people[id] !== undefined || Object.values(apps).some((app) => app.botId === id),
    ownsImage: (key) => files[key]?.owner === appId,
    ownsFile: (key) => files[key]?.owner === appId && files[key].form === 'opus',
    template: (data) => convertTemplate(world, appId, data),
  };
}

/** Throws 230099 with the inner code when a card is not legal. */
export function checkCard(call: Call, card: unknown): void {
  const fault = cardFault(card, surroundings(call.world, call.app.appId));
  if (fault !== undefined) throw cardFailure(fault);
}
