import { allows, consoleOf, inForce } from '../state/console.ts';
import type { Events, Ground } from '../world.ts';

/** Lets through only what the app's published version subscribes to; the rest is noted in the inspector and, for callbacks, counts as nobody listening (200340). */
export function subscribedOnly(ground: Ground, events: Events): Events {
  const missed = (title: string, name: string): void =>
    void ground.log.add({ kind: 'event', title: `未推 ${title}`, breaches: [], notes: [`后台已发布的版本没有订阅 ${name}`] });
  return {
    connections: events.connections,
    push: (app, happening) => {
      if (allows(inForce(ground.state, app.appId).events, happening.type)) events.push(app, happening);
      else missed(happening.title, happening.type);
    },
    ask: async (app, event) => {
      const { callbackUrl } = consoleOf(ground.state, app.appId);
      const receiver = callbackUrl === undefined ? app : { ...app, webhookUrl: callbackUrl };
      if (allows(inForce(ground.state, app.appId).callbacks, 'card.action.trigger')) return events.ask(receiver, event);
      missed('卡片点按', 'card.action.trigger');
      return { kind: 'nobody' };
    },
  };
}
