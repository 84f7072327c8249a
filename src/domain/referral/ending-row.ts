import { rows } from '../document.ts';
import { post, redraw } from '../effects.ts';
import { endInput } from './inputs.ts';
import { openStates, type Referral } from './referral.ts';

const row = rows<Referral>();

/** 终止核实: the department's part was taken back, or given to another organ, and its verification ends with it. What was written and found stays, sealed. What the head has approved stands, and goes on as 已决定移送; destinations that he has not decided on lapse. */
export const endingRow = row({
  act: 'end', verb: '终止核实', code: 'VER_END', article: '第九条', from: openStates, by: ['system'], input: endInput,
  to: ({ doc }) => (doc.data.decisions.some(({ what }) => what === 'approve') ? 'v.decided' : 'v.ended'),
  change: ({ input }) => ({ ended: input, collecting: [] }),
  clocks: () => ({ stop: ['T07', 'T08', 'T37'] }),
  follow: () => [post('tell-forward'), post('tell-matter'), redraw()],
  note: ({ input }) => input.verb,
});
