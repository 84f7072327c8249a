import { preview } from '../../chat/previews.ts';
import { texts, type Fields } from '../../json.ts';
import type { Message } from '../../state/chats.ts';
import type { Call, Route } from '../call.ts';
import { needPerson } from '../contact/people.ts';
import { badField, fail } from '../errors.ts';
import type { Window } from '../limits.ts';

const PAUSE_MS = 5000;

function shownUnder(call: Call, token: string): { message: Message; url: string; person: string } {
  for (const message of Object.values(call.world.state.messages)) {
    const found = Object.entries(message.previews ?? {}).find(([, each]) => each.token === token && each.app === call.app.appId);
    if (found !== undefined) return { message, url: found[0], person: found[1].person };
  }
  throw fail(230001);
}

function refresh(call: Call, window: Window): Fields {
  const tokens = texts(call.body['preview_tokens']);
  const people = texts(call.body['open_ids']);
  if (tokens.length < 1 || tokens.length > 10) throw badField('preview_tokens', 'must be 1 to 10');
  if (people.length > 100) throw badField('open_ids', 'must be at most 100');
  const found = tokens.map((token) => ({ token, ...shownUnder(call, token) }));
  if (found.some(({ token }) => !window.take(`preview ${token}`, 1, PAUSE_MS))) throw fail(230020);
  for (const { message, url, person } of found) {
    // The app is asked anew in the background: its answer to this call comes first.
    void preview(call.world, { app: call.app, message, url, person: needPerson(call, people[0] ?? person, 'open_id') });
  }
  return {};
}

/** Previews of links, asked for anew (contract 6.8). */
export function urlPreviewRoutes(window: Window): Route[] {
  const scopes = ['im:url_preview.update'];
  return [
    {
      method: 'POST',
      path: '/im/v2/url_previews/batch_update',
      title: '刷新链接预览',
      tier: 6,
      scopes,
      run: (call) => refresh(call, window),
    },
  ];
}
