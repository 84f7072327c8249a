import type Router from '@koa/router';
import { html, type Html } from '../../http/html.ts';
import type { World } from '../../world.ts';
import { framed } from './frame.ts';

/** Where an AppLink leads: a sentence, and an address when it is a web page. */
interface Place {
  sentence: string;
  target?: string;
}

function webAddress(value: string | null): { target?: string } {
  const url = value ?? '';
  return URL.canParse(url) && /^https?:/.test(url) ? { target: url } : {};
}

const places: Record<string, (world: World, query: URLSearchParams) => Place> = {
  'bot/open': (world, query) => ({ sentence: `打开与“${world.state.apps[query.get('appId') ?? '']?.name ?? '未知的应用'}”的会话。` }),
  'chat/open': (world, query) => {
    const person = world.state.people[query.get('openId') ?? ''];
    return { sentence: person === undefined ? '打开一个会话；不在会话里的人打不开。' : `打开与${person.name}的会话。` };
  },
  'web_url/open': (_world, query) => ({ sentence: '在飞书里打开网页。', ...webAddress(query.get('url')) }),
  'web_app/open': (world, query) => ({
    sentence: `打开网页应用“${world.state.apps[query.get('appId') ?? '']?.name ?? '未知的应用'}”。`,
    ...webAddress(query.get('lk_target_url')),
  }),
  'todo/detail': () => ({ sentence: '打开一个任务；不是成员的人打不开。' }),
  'calendar/event/detail': () => ({ sentence: '打开一个日程；没有受邀的人打不开。' }),
  'videochat/open': () => ({ sentence: '加入一场会议。' }),
};

function page({ sentence, target }: Place): Html {
  const [href, name] = target === undefined ? ['/', '回到沙盘'] : [target, '打开网页'];
  return html`<h1>这是一个飞书链接</h1>
    <p>${sentence}</p>
    <p><a class="button main" href="${href}">${name}</a></p>`;
}

/** AppLinks (contract 11.3): a small page that says where the link leads and opens it; it never shows what only members may see. */
export function addAppLinks(router: Router, world: World): void {
  router.get('/client/{*place}', (ctx) => {
    const known = places[ctx.path.replace(/^\/client\//, '')];
    ctx.status = known === undefined ? 404 : 200;
    ctx.type = 'html';
    ctx.body = framed('飞书链接', page(known === undefined ? { sentence: '沙盘里没有这种链接。' } : known(world, ctx.URL.searchParams)));
  });
}
