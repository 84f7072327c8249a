import { post, toRole } from '../effects.ts';
import { recusalRows } from '../recusal/recusal-rows.ts';
import { deciding } from './changes.ts';
import { tookPart } from './guards.ts';
import type { Referral } from './referral.ts';
import { activeVerifiers } from './verifiers.ts';

/** 回避 in a verification: each verifier declares before he writes; where fewer than two remain the deputy names others. */
export const referralRecusals = recusalRows<Referral>({
  from: ['v.none', 'v.working', 'v.done'], declarers: ['VERIFIER', 'HEAD', 'ACTING_HEAD'], codes: ['VER_DECLARE', 'VER_RECUSE', 'VER_RECUSE_SAY', 'VER_RECUSE_DEC'],
  cleared: ({ verifiers }, person) => ({ verifiers: verifiers.map((verifier) => (verifier.id === person ? { ...verifier, declared: 'none' as const } : verifier)) }),
  tookPart,
  left: (doc, { directory }) => (doc.state === 'v.working' && activeVerifiers(doc.data).length < 2 ? toRole(directory, { organ: doc.data.organ, roles: ['DEPUTY'] }, 'assign') : []),
  named: (doc, world) => (doc.state === 'v.done' ? deciding(doc, world) : []),
  tell: () => [post('tell-forward'), post('tell-matter')],
});
