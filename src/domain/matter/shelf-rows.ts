import { z } from 'zod';
import { due } from '../time/deadlines.ts';
import { rows, type Document, type World } from '../document.ts';
import { redraw, toPerson } from '../effects.ts';
import { dayText, instantAt } from '../time/time.ts';
import type { Matter } from './matter.ts';
import { announced } from './routing/sending.ts';

const row = rows<Matter>();
const months = 6;
const reason = (most: string) => z.object({ reason: z.string({ error: most }).trim().min(4, most).max(500) });

/** 暂存, 撤回, 重启 (domain table 5.1): what has no concrete facts is looked at again in six months; a withdrawal leaves a mark and stops nothing; what was closed can be opened again for new evidence. */
export const shelfRows = [
  row({
    act: 'shelve', verb: '暂存', code: 'LEAD_SHELVE', article: '第九条', from: ['registered'], to: 'shelved', by: ['C_HEAD'], input: reason('请写明为什么暂存（不少于 4 个字）'),
    change: ({ input }) => ({ shelvedFor: input.reason }),
    clocks: () => ({ stop: ['T01', 'T02'] }),
    alarms: ({ doc, world }) => [{ id: `shelf-${doc.version}`, at: instantAt(reviewDay(world), '09:00').toISOString(), rule: '', stage: 'shelf' }],
    follow: () => [redraw()],
    note: ({ world }) => `${dayText(reviewDay(world))}复查`,
  }),
  row({
    act: 'withdraw', verb: '撤回', code: 'LEAD_WITHDRAW', article: '第九条', from: ['registered', 'verifying', 'forwarded', 'reported', 'shelved'], to: '=', by: ['REPORTER'], input: reason('请写明撤回的原因（不少于 4 个字）'),
    change: ({ input, world }) => ({ withdrawn: { at: world.now.toISOString(), reason: input.reason } }),
    follow: ({ doc }) => [...(doc.data.clerk ? [toPerson(doc.data.clerk, 'progress')] : []), redraw()],
    note: () => '不影响依法核查',
  }),
  row({
    act: 'reopen', verb: '重启', code: 'LEAD_REOPEN', article: '第九条', from: ['closed', 'shelved'], to: 'registered', by: ['DEPUTY'], input: reason('请写明新的证据和理由（不少于 4 个字）'),
    change: () => ({ clerk: '', told: '' }),
    clocks: () => ({ start: [{ rule: 'T01' }] }),
    alarms: () => [],
    follow: ({ doc, world }) => [...announced(doc.data, world), ...actorsOf(doc, world).map((id) => toPerson(id, 'progress')), redraw()],
    note: ({ input }) => input.reason,
  }),
];

function reviewDay(world: World): string {
  return due(world.now, { amount: months, unit: 'month' }, { calendar: world.calendar }).dueDate;
}

// All earlier actors hear of it (domain table 5.1); the reporter, who is a pseudonym here, by his own card.
function actorsOf({ audit }: Document<Matter>, { directory }: World): readonly string[] {
  return [...new Set(audit.flatMap((entry) => ('id' in entry.by && directory.people.has(entry.by.id) ? [entry.by.id] : [])))];
}
