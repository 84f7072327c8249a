import { rows } from '../../document.ts';
import { post, redraw } from '../../effects.ts';
import { refuse } from '../../refusal.ts';
import { invitations, secretariat } from '../guests.ts';
import type { Meeting } from '../meeting.ts';
import { arrangedInput, retryInput } from './calling-inputs.ts';
import { afterStep, beforeRetry, nextStep, steps } from './set-up.ts';

const row = rows<Meeting>();
const article = '第十条';

/** How a called meeting is set up: one step after the other, each safe to repeat; a step that fails for good is named and does not hold up the rest. */
export const setUpRows = [
  row({
    act: 'arranged', verb: '已安排', code: 'CON_SETUP', article, from: ['c.notified', 'c.held', 'c.minutes', 'c.confirmed'], to: '=', by: ['system'], input: arrangedInput,
    change: ({ doc, input }) => ({
      setUp: afterStep(doc.data.setUp, input), chat: input.chat ?? doc.data.chat, event: input.event ?? doc.data.event, link: input.link ?? doc.data.link, board: input.board ?? doc.data.board,
    }),
    follow: ({ doc, input, world }) => {
      const next = doc.state === 'c.notified' ? nextStep(doc.data.setUp, input.step) : undefined;
      // The link of the event stands on everybody's card; how far the rest is, on the secretary's alone.
      const shown = input.step === 'event' ? redraw() : post('redraw', { only: 'secretary' });
      if (next !== 'invite') return [...(next ? [post('set-up', { step: next })] : []), shown];
      return [...invitations(doc.data, world.directory), post('set-up', { step: 'invite' }), shown];
    },
    note: ({ input }) => `${steps[input.step]}${input.failed === undefined ? '' : `未成（${input.failed}）`}${input.missing?.length ? `，${input.missing.length} 人未进群` : ''}`,
  }),
  row({
    act: 'retry', verb: '重试', code: 'CON_SETUP', article, from: ['c.notified'], to: '=', by: secretariat, input: retryInput,
    guard: ({ doc: { data }, input }) => (data.setUp.failed.some((one) => one.step === input.step) || (input.step === 'members' && data.setUp.missing.length > 0) ? undefined : refuse('stale')),
    change: ({ doc, input }) => ({ setUp: beforeRetry(doc.data.setUp, input.step), ...(input.step === 'group' ? { chat: '', board: '' } : {}) }),
    follow: ({ input }) => [post('set-up', { step: input.step }), redraw()],
    note: ({ input }) => steps[input.step],
  }),
];
