import type Router from '@koa/router';
import { html, type Html } from '../../http/html.ts';
import type { World } from '../../world.ts';
import { framed } from './frame.ts';

/** Where an AppLink leads: what it does in words, and the address that does it here. */
interface Place {
  does: string;
  target: string;
}

function inPage(fields: Record<string, string | null>): string {
  const named = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== null);
  return `/?${new URLSearchParams(named).toString()}`;
}

function webAddress(value: string | null): string {
  const url = value ?? '';
  return URL.canParse(url) && /^https?:/.test(url) ? url : '/';
}

const places: Record<string, (world: World, query: URLSearchParams) => Place> = {
  'bot/open': (world, query) => ({
    does: `打开与“${world.state.apps[query.get('appId') ?? '']?.name ?? '未知的应用'}”的会话`,
    target: inPage({ app: query.get('appId') }),
  }),
  'chat/open': (world, query) => {
    const person = world.state.people[query.get('openId') ?? ''];
    const target = inPage({ person: person?.openId ?? null, chat: query.get('openChatId') });
    return { does: person === undefined ? '打开一个会话，不在会话里的人打不开' : `打开与${person.name}的会话`, target };
  },
  'web_url/open': (_world, query) => ({ does: '打开一个网页', target: webAddress(query.get('url')) }),
  'web_app/open': (world, query) => ({
    does: `打开网页应用“${world.state.apps[query.get('appId') ?? '']?.name ?? '未知的应用'}”`,
    target: webAddress(query.get('lk_target_url')),
  }),
  'todo/detail': () => ({ does: '打开一个任务，不是成员的人打不开', target: inPage({ view: 'tasks' }) }),
  'calendar/event/detail': () => ({ does: '打开一个日程，没有受邀的人打不开', target: inPage({ view: 'calendar' }) }),
};

function page({ does, target }: Place): Html {
  return html`<h1>应用链接</h1>
    <p>在飞书里，点这个链接会${does}。</p>
    <p><a class="button main" href="${target}">打开</a></p>`;
}

/** AppLinks (contract 11.3): a small page that says where the link leads and opens it; it never shows what only members may see. */
export function addAppLinks(router: Router, world: World): void {
  router.get('/client/{*place}', (ctx) => {
    const known = places[ctx.path.replace(/^\/client\//, '')];
    ctx.status = known === undefined ? 404 : 200;
    ctx.type = 'html';
    const body =
      known === undefined
        ? html`<h1>应用链接</h1>
            <p>沙盘里没有这种链接。</p>`
        : page(known(world, ctx.URL.searchParams));
    ctx.body = framed('应用链接', body);
  });
}
