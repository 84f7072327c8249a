import { text, type Fields } from '../json.ts';
import { meetingHappened } from '../platform/office/meeting-events.ts';
import { activeMeeting } from '../platform/office/meetings.ts';
import { keepMinute, generated } from '../platform/documents/minutes.ts';
import { freshNumber } from '../state/ids.ts';
import type { Meeting, Reserve } from '../state/office.ts';
import type { Person } from '../state/tenant.ts';
import type { World } from '../world.ts';
import type { Act } from './group-acts.ts';
import { refuse } from './refusal.ts';
import { actor } from './speak.ts';

const REASON = { left: 1, ended: 2 };

interface Scene {
  world: World;
  person: Person;
  reserve: Reserve;
  now: number;
}

function sceneOf(world: World, asked: Fields): Scene {
  const person = actor(world, text(asked['as']));
  const which = text(asked['meeting']);
  const reserve = Object.values(world.state.reserves).find(
    (each) => each.id === which || each.meetingNo === which || which.endsWith(`/${each.meetingNo}`),
  );
  if (reserve === undefined) throw refuse(404, '没有这个会议，请检查会议号');
  return { world, person, reserve, now: Math.floor(world.clock.now() / 1000) };
}

function running(scene: Scene): Meeting {
  const meeting = activeMeeting(scene.reserve);
  if (meeting === undefined) throw refuse(409, '会议还没有开始');
  return meeting;
}

function asHost(scene: Scene): Meeting {
  const meeting = running(scene);
  if (meeting.host !== scene.person.openId) throw refuse(403, '只有主持人可以这样做');
  return meeting;
}

function begin({ world, person, reserve, now }: Scene): Meeting {
  if (reserve.endTime <= now) throw refuse(409, '预约已过期');
  const meeting: Meeting = { id: freshNumber(19), host: person.openId, start: now, present: [] };
  reserve.meetings = [...(reserve.meetings ?? []), meeting];
  meetingHappened(world, { reserve, meeting }, { name: 'meeting_started', title: '会议开始', by: person });
  return meeting;
}

const enter: Act = (world, asked) => {
  const scene = sceneOf(world, asked);
  const { person, reserve, now } = scene;
  const password = text(reserve.settings['password']);
  if (password !== '' && password !== text(asked['password']) && person.openId !== reserve.owner) throw refuse(403, '会议密码不对');
  const meeting = activeMeeting(reserve) ?? begin(scene);
  if (meeting.present.some((each) => each.person === person.openId)) return { meeting: meeting.id };
  meeting.present.push({ person: person.openId, at: now });
  meetingHappened(world, { reserve, meeting }, { name: 'join_meeting', title: '加入会议', by: person });
  return { meeting: meeting.id };
};

function finish(scene: Scene, meeting: Meeting): void {
  const { world, person, reserve, now } = scene;
  meeting.end = now;
  meetingHappened(world, { reserve, meeting }, { name: 'meeting_ended', title: '会议结束', by: person });
}

const leave: Act = (world, asked) => {
  const scene = sceneOf(world, asked);
  const meeting = running(scene);
  const { person, reserve } = scene;
  if (!meeting.present.some((each) => each.person === person.openId)) throw refuse(409, '此人不在会议中');
  meeting.present = meeting.present.filter((each) => each.person !== person.openId);
  const more = { leave_reason: REASON.left };
  meetingHappened(world, { reserve, meeting }, { name: 'leave_meeting', title: '离开会议', by: person, more });
  if (meeting.present.length === 0) finish(scene, meeting);
  return {};
};

const end: Act = (world, asked) => {
  const scene = sceneOf(world, asked);
  const meeting = asHost(scene);
  for (const each of meeting.present) {
    const by = world.state.people[each.person];
    if (by === undefined) continue;
    const more = { leave_reason: REASON.ended };
    meetingHappened(world, { reserve: scene.reserve, meeting }, { name: 'leave_meeting', title: '离开会议', by, more });
  }
  meeting.present = [];
  finish(scene, meeting);
  return {};
};

const record: Act = (world, asked) => {
  const scene = sceneOf(world, asked);
  const meeting = asHost(scene);
  const { reserve, person, now } = scene;
  if (asked['on'] !== false) {
    if (meeting.recordingSince !== undefined) throw refuse(409, '已经在录制');
    meeting.recordingSince = now;
    meetingHappened(world, { reserve, meeting }, { name: 'recording_started', title: '开始录制', by: person });
    return {};
  }
  if (meeting.recordingSince === undefined) throw refuse(409, '没有在录制');
  const seconds = Math.max(1, now - meeting.recordingSince);
  delete meeting.recordingSince;
  const minute = keepMinute(world, {
    owner: reserve.owner,
    appId: reserve.appId,
    title: text(reserve.settings['topic']),
    durationMs: seconds * 1000,
    source: meeting.id,
  });
  meetingHappened(world, { reserve, meeting }, { name: 'recording_ended', title: '结束录制', by: person });
  const more = { url: minute.url, duration: String(seconds * 1000) };
  meetingHappened(world, { reserve, meeting }, { name: 'recording_ready', title: '录制完成', by: person, more });
  return { minute: minute.token };
};

const transcribe: Act = (world, asked) => {
  const minute = world.state.minutes[text(asked['minute'])];
  const person = actor(world, text(asked['as']));
  if (minute === undefined || minute.owner !== person.openId) throw refuse(404, '没有这份妙记');
  minute.transcript = text(asked['text']);
  generated(world, minute);
  return {};
};

/** Joining and leaving a reserved meeting, ending and recording it, and having its words written down. */
export const meetingActs: Record<string, Act> = {
  'enter-meeting': enter,
  'leave-meeting': leave,
  'end-meeting': end,
  'record-meeting': record,
  transcribe,
};
