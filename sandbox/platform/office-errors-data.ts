import type { Sentence } from './errors-data.ts';

/** Calendars, events, attendees and free/busy (9.4). The 193xxx and 194xxx follow the pattern of the documented 191xxx. */
const calendar: Record<number, Sentence> = {
  190001: 'unexpected head in request',
  190002: 'invalid parameters in request',
  190003: [500, 'internal service error'],
  190004: [429, 'method rate limited'],
  190005: [429, 'app rate limited'],
  190006: [403, 'wrong unit for app tenant'],
  190007: [404, 'app bot_id not found'],
  190008: 'page_token or sync_token expired',
  190009: 'sync token cannot be used with other request restrictions',
  190010: [429, 'current operation rate limited'],
  190014: 'unsupported operation',
  191000: [404, 'calendar not found'],
  191001: 'invalid calendar_id',
  191002: [403, 'no calendar access_role'],
  191003: [403, 'calendar is deleted'],
  191004: [403, 'invalid calendar type'],
  193000: [404, 'event not found'],
  193001: 'invalid event_id',
  193002: [403, 'no permission to operate event'],
  193003: [403, 'event is deleted'],
  193101: 'the user is not an attendee of the event',
  193102: 'the event has already ended',
  194000: [404, 'attendee not found'],
  194001: 'invalid attendee_id',
  194002: [403, 'no permission to operate attendees'],
  194003: 'the number of attendees exceeds the limit of the event',
  194004: [403, 'no permission to view attendees'],
  195100: [403, 'user is dismissed'],
  198001: 'invalid number of user ids',
  198003: 'invalid time range',
};

/** Reserved meetings (9.5). */
const meetings: Record<number, Sentence> = {
  121001: [500, 'internal error'],
  121002: 'not support',
  121003: 'param error',
  121004: [404, 'data not exist'],
  121005: [403, 'no permission'],
  122001: 'meeting status unexpected',
  122002: [404, 'meeting not exist'],
};

/** Tasks (9.6). */
const tasks: Record<number, Sentence> = {
  1470400: 'invalid request parameter',
  1470403: [403, 'no permission'],
  1470404: [404, 'task not found'],
  1470422: [500, 'concurrent requests with the same client_token'],
  1470500: [500, 'internal error'],
  1470610: 'the number of assignees reaches the limit',
  1470611: 'the number of followers reaches the limit',
  1470613: 'the number of reminders reaches the limit',
};

/** Approval (9.7). */
const approval: Record<number, Sentence> = {
  60012: 'uuid conflict',
  1390001: 'param is invalid',
  1390002: 'approval code not found',
  1390003: 'instance code not found',
  1390007: 'subscription existed',
  1390008: 'subscription not exist',
  1390013: 'unsupported approval for free process',
  1390014: 'Do not synchronize the same approval instance for a short period of time!',
  1390015: 'approval is not active',
  1395001: 'There have been some errors. Please try again later',
};

/** Drive, minutes and the signature of web apps (9.8, 11.2). */
const documents: Record<number, Sentence> = {
  1061002: 'params error.',
  1061004: [403, 'forbidden.'],
  1061043: 'file size beyond limit.',
  1061045: 'can retry.',
  1061101: 'file quota exceeded.',
  1770001: 'invalid param',
  2091001: 'invalid param',
  2091002: [404, 'resource not found'],
  2091003: 'minute not ready',
  2091004: 'resource deleted',
  2091005: [403, 'permission deny'],
};

/** Answers of the office applications (9.4 to 9.8). */
export const office: Record<number, Sentence> = { ...calendar, ...meetings, ...tasks, ...approval, ...documents };
