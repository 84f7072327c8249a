import { allows, consoleOf, inForce } from '../state/console.ts';
import type { Events, Ground } from '../world.ts';
import { visibleIds } from './visible-ids.ts';
import { CALLBACK, OLD_CALLBACK, type Pusher } from './pusher.ts';

/** Lets through only what the app's published version subscribes to; the rest is noted in the inspector and, for callbacks, counts as nobody listening (200340). A console nobody has narrowed means the new card callback. */
export function subscribedOnly(ground: Ground, pusher: Pusher): Events {
  const missed = (title: string, name: string): void =>
    void ground.log.add({ kind: 'event', title: `未推 ${title}`, breaches: [], notes: [`后台已发布的版本没有订阅 ${name}`] });
  return {
    connections: pusher.connections,
    disconnect: pusher.disconnect,
    again: pusher.again,
    push: (app, happening) => {
      if (allows(inForce(ground.state, app.appId).events, happening.type))
        pusher.push(app, { ...happening, event: visibleIds(ground.state, app.appId, happening.event) });
      else missed(happening.title, happening.type);
    },
    ask: async (app, event, callback) => {
      const { callbackUrl } = consoleOf(ground.state, app.appId);
      const { callbacks } = inForce(ground.state, app.appId);
      if (callback !== undefined && !allows(callbacks, callback)) return [{ reply: { kind: 'nobody' }, via: 'webhook', cut: false }];
      const cards = callbacks === 'all' ? [CALLBACK] : callbacks.filter((name) => name === CALLBACK || name === OLD_CALLBACK);
      const wanted = callback === undefined ? cards : [callback];
      if (wanted.length === 0) missed('卡片点按', CALLBACK);
      return pusher.ask({
        app: callbackUrl === undefined ? app : { ...app, webhookUrl: callbackUrl },
        event: visibleIds(ground.state, app.appId, event),
        callbacks: wanted,
      });
    },
  };
}
