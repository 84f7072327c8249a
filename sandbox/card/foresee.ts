import type { Tap, TapAnswer } from '../api/acts.ts';
import { fields, isFields, text, type Fields } from '../json.ts';
import { deed, type Audience } from './action.ts';
import { locate, type Component } from './locate.ts';

function confirmation(component: Component, tap: Tap): TapAnswer | undefined {
  const { confirm } = component.node;
  if (!isFields(confirm) || tap.confirmed === true) return undefined;
  return {
    outcome: 'confirm',
    confirm: { title: text(fields(confirm['title'])['content']), text: text(fields(confirm['text'])['content']) },
  };
}

/** What the client makes of a tap before anything leaves it: an answer at once, or the `action` to send; undefined when the card has no such component. */
export function foresee(card: Fields, tap: Tap, audience: Audience): TapAnswer | { send: Fields } | undefined {
  const component = locate(card, tap.at);
  if (component === undefined) return undefined;
  const what = deed(component, tap, audience);
  if ('stop' in what) {
    return { outcome: 'blocked', error: { code: 0, text: what.stop }, ...(what.missing === undefined ? {} : { missing: what.missing }) };
  }
  const asked = confirmation(component, tap);
  if (asked !== undefined) return asked;
  if (what.send === null) return { outcome: 'ok' };
  if (fields(card['config'])['streaming_mode'] === true)
    return { outcome: 'blocked', error: { code: 0, text: '卡片正在生成，生成完才能操作' } };
  return { send: what.send };
}
