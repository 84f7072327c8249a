import type { Fields } from '../../json.ts';
import { freshHex } from '../../state/ids.ts';
import type { Minute } from '../../state/documents.ts';
import type { World } from '../../world.ts';
import { idOf, idsOf, idType } from '../contact/people.ts';
import { param, type Binary, type Call, type Route } from '../call.ts';
import { fail } from '../errors.ts';

/** Keeps the minutes of a recording; they are ready once they have a transcript. */
export function keepMinute(world: World, start: Omit<Minute, 'token' | 'url' | 'at'>): Minute {
  const token = `obcn${freshHex().slice(0, 20)}`;
  const minute: Minute = { ...start, token, url: `https://sandbox.feishu.cn/minutes/${token}`, at: world.clock.now() };
  world.state.minutes[token] = minute;
  world.touch();
  return minute;
}

/** Pushes `minutes.minute.generated_v1` to the app that reserved the meeting. */
export function generated(world: World, minute: Minute): void {
  const app = world.state.apps[minute.appId];
  const owner = world.state.people[minute.owner];
  world.touch();
  if (app === undefined) return;
  world.events.push(app, {
    type: 'minutes.minute.generated_v1',
    title: '妙记生成',
    event: {
      minute_token: minute.token,
      minute_source: { source_type: 'meeting', source_entity_id: minute.source },
      subscriber_ids: owner === undefined ? [] : [idsOf(owner)],
    },
  });
}

function need(call: Call): Minute {
  const token = param(call, 'minute_token');
  if (!/^obcn[a-z0-9]{20}$/.test(token)) throw fail(2091001);
  const minute = call.world.state.minutes[token];
  if (minute === undefined) throw fail(2091002);
  if (minute.deleted === true) throw fail(2091004);
  const mine = call.user === undefined ? minute.appId === call.app.appId : minute.owner === call.user.openId;
  if (!mine) throw fail(2091005);
  return minute;
}

function ready(call: Call): Minute & { transcript: string } {
  const minute = need(call);
  if (minute.transcript === undefined) throw fail(2091003);
  return { ...minute, transcript: minute.transcript };
}

function get(call: Call): Fields {
  const minute = need(call);
  const owner = call.world.state.people[minute.owner];
  return {
    minute: {
      token: minute.token,
      owner_id: owner === undefined ? '' : idOf(owner, idType(call)),
      create_time: String(minute.at),
      title: minute.title,
      cover: '',
      duration: String(minute.durationMs),
      url: minute.url,
    },
  };
}

/** Each line of a transcript may say who spoke as `name：words`. */
function written(call: Call, { transcript, durationMs }: { transcript: string; durationMs: number }, srt: boolean): string {
  const lines = transcript.split('\n').filter((line) => line !== '');
  const stamp = (index: number): string => new Date((durationMs * index) / Math.max(1, lines.length)).toISOString().slice(11, 23);
  const speaker = call.query.get('need_speaker') === 'true';
  const times = call.query.get('need_timestamp') === 'true';
  const said = (line: string): string => (speaker ? line : line.replace(/^[^：\s]{1,20}：/, ''));
  const block = (line: string, index: number): string => {
    if (srt) return `${index + 1}\n${stamp(index).replace('.', ',')} --> ${stamp(index + 1).replace('.', ',')}\n${said(line)}\n`;
    return times ? `${stamp(index).slice(0, 8)} ${said(line)}` : said(line);
  };
  return lines.map(block).join('\n');
}

function transcript(call: Call): Binary {
  const format = call.query.get('file_format') ?? 'txt';
  if (format !== 'txt' && format !== 'srt') throw fail(2091001);
  const minute = ready(call);
  const bytes = Buffer.from(written(call, minute, format === 'srt'), 'utf8');
  return { download: { bytes, mime: 'application/octet-stream', name: `${minute.title}.${format}` } };
}

function media(call: Call): Fields {
  const minute = ready(call);
  return { download_url: `${minute.url}/media?expires=${call.world.clock.now() + 86_400_000}` };
}

const base = '/minutes/v1/minutes/:minute_token';

/** Minutes of recorded meetings (contract 9.8). */
export const minuteRoutes: Route[] = [
  {
    method: 'GET',
    path: base,
    title: '查妙记',
    by: 'either',
    tier: 6,
    scopes: ['minutes:minutes', 'minutes:minutes:readonly', 'minutes:minutes.basic:read'],
    run: get,
  },
  {
    method: 'GET',
    path: `${base}/transcript`,
    title: '取妙记文字',
    by: 'either',
    tier: 6,
    scopes: ['minutes:minutes.transcript:export'],
    run: (call) => Promise.resolve(transcript(call)),
  },
  {
    method: 'GET',
    path: `${base}/media`,
    title: '取妙记音视频',
    by: 'either',
    tier: 6,
    scopes: ['minutes:minutes', 'minutes:minutes.media:export'],
    run: media,
  },
];
