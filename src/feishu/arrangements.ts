import type { PlatformPort } from '../../jobs/define.ts';
import { createCalendarCalls, seconds } from './calendar.ts';
import type { Caller } from './caller.ts';
import { unless } from './fault.ts';

type Arrangements = Pick<PlatformPort, 'createEvent' | 'busy' | 'readEvent' | 'moveEvent' | 'cancelEvent' | 'uninvite' | 'reserveMeeting' | 'createTask' | 'completeTask' | 'unassign'>;

const alreadyDone = 1470400;
const taskGone = new Set([1470404]);

/** Calendar events, meetings and tasks. Times are ISO instants, or ISO dates for whole days of a task. */
export function createArrangements({ caller, now }: { caller: Caller; now(): Date }): Arrangements {
  return {
    ...createCalendarCalls(caller),
    reserveMeeting: async ({ topic, owner, end }) => {
      const { reserve } = (await caller.api({
        method: 'POST', path: '/vc/v1/reserves/apply', params: { user_id_type: 'open_id' },
        data: { end_time: seconds(end), owner_id: owner, meeting_settings: { topic, meeting_initial_type: 1 } },
      })) as { reserve: { url: string } };
      return reserve.url;
    },
    createTask: async ({ summary, due, people, token }) => {
      const { task } = (await caller.api({
        method: 'POST', path: '/task/v2/tasks', params: { user_id_type: 'open_id' },
        data: {
          summary, due: { timestamp: String(Date.parse(due)), is_all_day: due.length === 10 }, client_token: token.padEnd(10, '0'),
          members: people.slice(0, 50).map((id) => ({ id, type: 'user', role: 'assignee' })),
        },
      })) as { task: { guid: string } };
      return task.guid;
    },
    unassign: async (guid, people) => {
      const members = people.map((id) => ({ id, type: 'user', role: 'assignee' }));
      await unless(taskGone, caller.api({ method: 'POST', path: '/task/v2/tasks/:guid/remove_members', ids: { guid }, params: { user_id_type: 'open_id' }, data: { members } }));
    },
    completeTask: async (guid) => {
      await unless(new Set([alreadyDone]), caller.api({
        method: 'PATCH', path: '/task/v2/tasks/:guid', ids: { guid }, data: { task: { completed_at: String(now().getTime()) }, update_fields: ['completed_at'] },
      }));
    },
  };
}
