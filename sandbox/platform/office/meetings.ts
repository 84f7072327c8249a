import { digits, fields, list, text, type Fields } from '../../json.ts';
import { freshNumber } from '../../state/ids.ts';
import type { Meeting, Reserve } from '../../state/office.ts';
import { param, type Call, type Route } from '../call.ts';
import { fail } from '../errors.ts';
import { idOf, idType, needPerson, personBy } from '../contact/people.ts';
import { inMeeting } from './meeting-events.ts';

const MONTH_S = 30 * 86_400;
const MOST_HOSTS = 10;
const MANY = 1;

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

function seconds(call: Call): number {
  return Math.floor(call.world.clock.now() / 1000);
}

function endTime(call: Call, settings: Fields): number {
  const given = digits(call.body['end_time']);
  const now = seconds(call);
  if (given === '' && settings['meeting_initial_type'] !== undefined && settings['meeting_initial_type'] !== MANY) return now + MONTH_S;
  const end = Number(given);
  if (!Number.isInteger(end) || end <= now || end > now + MONTH_S) throw fail(121003, { message: 'param error: end_time' });
  return end;
}

/** Settings as wished without hosts that do not exist; throws 121003. */
function settingsOf(call: Call, value: unknown): { settings: Fields; strangers: string[] } {
  const settings = { ...fields(value) };
  const password = text(settings['password']);
  const kind = settings['meeting_initial_type'];
  const hosts = list(settings['assign_host_list']).map(fields);
  const right =
    (password === '' || /^\d{4,9}$/.test(password)) &&
    (kind === undefined || kind === 1 || kind === 2) &&
    hosts.length <= MOST_HOSTS &&
    list(settings['action_permissions']).every((each) => typeof fields(each)['permission'] === 'number');
  if (!right) throw fail(121003, { message: 'param error: meeting_settings' });
  const type = idType(call);
  const known = hosts.filter((host) => personBy(call.world, text(host['id']), type) !== undefined);
  if (hosts.length > 0) settings['assign_host_list'] = known;
  return { settings, strangers: hosts.filter((host) => !known.includes(host)).map((host) => text(host['id'])) };
}

function need(call: Call): Reserve {
  const reserve = call.world.state.reserves[param(call, 'reserve_id')];
  if (reserve === undefined) throw fail(121004);
  const mine = call.user === undefined ? reserve.appId === call.app.appId : reserve.owner === call.user.openId;
  if (!mine) throw fail(121005);
  return reserve;
}

function ownerOf(call: Call): string {
  if (call.user !== undefined) return call.user.openId;
  const id = text(call.body['owner_id']);
  if (id === '') throw fail(121003, { message: 'param error: owner_id' });
  const person = needPerson(call, id);
  if (person.resigned === true) throw fail(121005);
  return person.openId;
}

function checked(reserve: Reserve, strangers: string[]): Fields {
  return { reserve: view(reserve), reserve_correction_check_info: { invalid_host_id_list: strangers } };
}

function apply(call: Call): Fields {
  const { settings, strangers } = settingsOf(call, call.body['meeting_settings']);
  const id = freshNumber(19);
  const reserve: Reserve = {
    id,
    appId: call.app.appId,
    meetingNo: freshNumber(9),
    owner: ownerOf(call),
    endTime: endTime(call, settings),
    settings,
  };
  call.world.state.reserves[id] = reserve;
  return checked(reserve, strangers);
}

function change(call: Call): Fields {
  const reserve = need(call);
  const { settings, strangers } = settingsOf(call, call.body['meeting_settings']);
  if (call.body['end_time'] !== undefined) reserve.endTime = endTime(call, settings);
  Object.assign(reserve.settings, settings);
  return checked(reserve, strangers);
}

function get(call: Call): Fields {
  const reserve = need(call);
  const owner = call.world.state.people[reserve.owner];
  return {
    reserve: {
      ...view(reserve),
      expire_status: reserve.endTime > seconds(call) ? 1 : 2,
      reserve_user_id: owner === undefined ? '' : idOf(owner, idType(call)),
      meeting_settings: reserve.settings,
    },
  };
}

function remove(call: Call): Fields {
  delete call.world.state.reserves[need(call).id];
  return {};
}

/** The meeting going on under a reservation. */
export function activeMeeting(reserve: Reserve): Meeting | undefined {
  return (reserve.meetings ?? []).find((meeting) => meeting.end === undefined);
}

function active(call: Call): Fields {
  const reserve = need(call);
  const meeting = activeMeeting(reserve);
  if (meeting === undefined) throw fail(122002);
  const participant = (each: Meeting['present'][number]): Fields => {
    const { id, ...role } = inMeeting(call.world, each.person, meeting);
    const person = call.world.state.people[each.person];
    return { id: person === undefined ? id : idOf(person, idType(call)), ...role, join_time: String(each.at), status: 2 };
  };
  return {
    meeting: {
      id: meeting.id,
      topic: text(reserve.settings['topic']),
      url: text(view(reserve)['url']),
      meeting_no: reserve.meetingNo,
      create_time: String(meeting.start),
      start_time: String(meeting.start),
      end_time: '0',
      status: 2,
      participant_count: String(meeting.present.length),
      participant_count_accumulated: String(meeting.present.length),
      ...(call.query.get('with_participants') === 'true' ? { participants: meeting.present.map(participant) } : {}),
    },
  };
}

const base = '/vc/v1/reserves';
const one = `${base}/:reserve_id`;
const scopes = ['vc:reserve'];
const reading = ['vc:reserve', 'vc:reserve:readonly'];

/** Reserved video meetings (contract 9.5). */
export const meetingRoutes: Route[] = [
  { method: 'POST', path: `${base}/apply`, title: '预约会议', by: 'either', scopes, run: apply },
  { method: 'GET', path: one, title: '查会议预约', by: 'either', scopes: reading, run: get },
  { method: 'PUT', path: one, title: '改会议预约', by: 'either', scopes, run: change },
  { method: 'DELETE', path: one, title: '取消会议预约', by: 'either', scopes, run: remove },
  { method: 'GET', path: `${one}/get_active_meeting`, title: '查进行中的会议', by: 'either', scopes: reading, run: active },
];
