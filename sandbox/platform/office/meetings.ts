import { fields, text, type Fields } from '../../json.ts';
import { freshNumber } from '../../state/ids.ts';
import type { Reserve } from '../../state/office.ts';
import { param, type Call, type Route } from '../call.ts';
import { fail } from '../errors.ts';
import { needPerson } from '../contact/people.ts';

const MONTH_S = 30 * 86_400;

function view(reserve: Reserve): Fields {
  return {
    id: reserve.id,
    meeting_no: reserve.meetingNo,
    password: text(reserve.settings['password']),
    url: `https://vc.feishu.cn/j/${reserve.meetingNo}`,
    app_link: `https://applink.feishu.cn/client/videochat/open?source=openplatform&action=join&idtype=reservationid&id=${reserve.id}`,
    live_link: '',
    end_time: String(reserve.endTime),
  };
}

function endTime(call: Call): number {
  const end = Number(text(call.body['end_time']));
  const now = Math.floor(call.world.clock.now() / 1000);
  if (!Number.isInteger(end) || end <= now || end > now + MONTH_S) throw fail(121003);
  return end;
}

function need(call: Call): Reserve {
  const reserve = call.world.state.reserves[param(call, 'reserve_id')];
  if (reserve === undefined || reserve.appId !== call.app.appId) throw fail(123002);
  return reserve;
}

function apply(call: Call): Fields {
  const owner = text(call.body['owner_id']);
  if (owner === '') throw fail(121003);
  const id = freshNumber(19);
  const reserve: Reserve = {
    id,
    appId: call.app.appId,
    meetingNo: freshNumber(9),
    owner: needPerson(call, owner).openId,
    endTime: endTime(call),
    settings: fields(call.body['meeting_settings']),
  };
  call.world.state.reserves[id] = reserve;
  return { reserve: view(reserve), reserve_correction_check_info: { invalid_host_id_list: [] } };
}

function change(call: Call): Fields {
  const reserve = need(call);
  if (call.body['end_time'] !== undefined) reserve.endTime = endTime(call);
  Object.assign(reserve.settings, fields(call.body['meeting_settings']));
  return { reserve: view(reserve), reserve_correction_check_info: { invalid_host_id_list: [] } };
}

function remove(call: Call): Fields {
  delete call.world.state.reserves[need(call).id];
  return {};
}

const base = '/vc/v1/reserves';

/** Reserved video meetings (contract 9.5). */
export const meetingRoutes: Route[] = [
  { method: 'POST', path: `${base}/apply`, title: '预约会议', run: apply },
  {
    method: 'GET',
    path: `${base}/:reserve_id`,
    title: '查会议预约',
    run: (call) => ({ reserve: { ...view(need(call)), meeting_settings: need(call).settings } }),
  },
  { method: 'PUT', path: `${base}/:reserve_id`, title: '改会议预约', run: change },
  { method: 'DELETE', path: `${base}/:reserve_id`, title: '取消会议预约', run: remove },
];
