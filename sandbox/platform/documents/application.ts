import { isFields, text, type Fields } from '../../json.ts';
import { freshHex } from '../../state/ids.ts';
import { consoleOf } from '../../state/console.ts';
import type { Call, Route } from '../call.ts';
import { badField } from '../errors.ts';
import { needPerson } from '../contact/people.ts';

const TICKET_MS = 7_200_000;
const STATUS = { enabled: 2, installed: 3 };

function botInfo(call: Call): Fields {
  const { app, world } = call;
  const { enabled } = consoleOf(world.state, app.appId);
  return {
    bot: {
      activate_status: enabled === false ? STATUS.installed : STATUS.enabled,
      app_name: app.name,
      avatar_url: `https://sandbox.feishu.cn/avatars/${app.botId}.png`,
      ip_white_list: world.state.settings.ipAllowList,
      open_id: app.botId,
    },
  };
}

function badge(call: Call): Fields {
  const { body, world, app } = call;
  const version = text(body['version']);
  if (!/^\d+$/.test(version)) throw badField('version', 'version must be a number as a string', version);
  const person = needPerson(call, text(body['user_id']));
  const key = `${app.appId} ${person.openId}`;
  const known = world.state.badges[key];
  const count = (side: unknown): number => (isFields(side) ? Math.max(Number(side['web_app'] ?? 0), Number(side['gadget'] ?? 0)) : 0);
  const next = { version: Number(version), pc: count(body['pc']), mobile: count(body['mobile']) };
  if (known !== undefined && known.version >= next.version) call.notes.push('版本不比上次新，红点不变');
  else world.state.badges[key] = next;
  return {};
}

function ticket(call: Call): Fields {
  const { tickets } = call.world.state.logins;
  const now = call.world.real();
  const known = tickets[call.app.appId];
  const current =
    known !== undefined && known.until > now ? known : { value: freshHex() + freshHex(), until: now + TICKET_MS, signatures: [] };
  tickets[call.app.appId] = current;
  return { data: { ticket: current.value, expire_in: Math.floor((current.until - now) / 1000) } };
}

/** What an app asks about itself: its bot, its addresses and connections, its badge, its ticket for web pages (contract 9.8, 11.2). */
export const applicationRoutes: Route[] = [
  { method: 'GET', path: '/bot/v3/info', title: '查机器人', flat: true, run: botInfo },
  { method: 'POST', path: '/application/v6/app_badge/set', title: '设应用红点', run: badge },
  {
    method: 'GET',
    path: '/event/v1/outbound_ip',
    title: '查推送地址',
    run: () => ({ ip_list: ['127.0.0.1'], has_more: false }),
  },
  {
    method: 'GET',
    path: '/event/v1/connection',
    title: '查长连接数',
    run: ({ app, world }) => ({ online_instance_cnt: world.events.connections(app.appId) }),
  },
  { method: 'POST', path: '/jssdk/ticket/get', title: '取网页票据', flat: true, run: ticket },
];
