import { z } from 'zod';
import { actorId } from '../audit.ts';
import { rows } from '../document.ts';
import { post, redraw, toPerson } from '../effects.ts';
import { evidenceInput } from '../matter/inputs.ts';
import { refuse } from '../refusal.ts';
import { withEvidence } from './changes.ts';
import type { Referral } from './referral.ts';
import { activeVerifiers } from './verifiers.ts';

const row = rows<Referral>();
const article = '第十一条';

/** Evidence of a verification: what the verifiers send, and what became of its checksums; a report rests on nothing whose bytes have changed (E-405). */
export const evidenceRows = [
  row({
    act: 'collect', verb: '添加证据', code: 'EVIDENCE_WAIT', article, from: ['v.working'], to: '=', by: ['VERIFIER'], input: z.object({}).loose(),
    change: ({ doc, by }) => ({ collecting: [...doc.data.collecting.filter((id) => id !== actorId(by)), actorId(by)] }),
    note: () => '请把文件发到单聊',
  }),
  row({
    act: 'attach', verb: '附证据', code: 'EVIDENCE_IN', article, from: ['v.working'], to: '=', by: ['VERIFIER'], input: evidenceInput, newRound: true,
    change: ({ doc, input, by, world }) => withEvidence(doc.data, input, { by: actorId(by), at: world.now.toISOString() }),
    follow: ({ doc }) => [post('check-evidence'), ...activeVerifiers(doc.data).map((verifier) => toPerson(verifier.id, 'verify')), redraw()],
    note: ({ doc, input }) => `第 ${doc.data.evidence.length} 份，校验值 ${input.sha256.slice(0, 8)}`,
  }),
  row({
    act: 'checked', verb: '证据校验', code: 'EVIDENCE_CHECK', article, from: ['v.none', 'v.working', 'v.done'], to: '=', by: ['system'], input: z.object({ broken: z.array(z.string()) }),
    guard: ({ doc, input }) => (input.broken.join() === doc.data.broken.join() ? refuse('stale') : undefined),
    change: ({ input }) => ({ broken: input.broken }),
    follow: ({ doc }) => [...activeVerifiers(doc.data).map((verifier) => toPerson(verifier.id, 'verify')), redraw()],
    note: ({ input }) => (input.broken.length ? `${input.broken.length} 份校验值不一致` : '全部一致'),
  }),
];
