import { describe, expect, it } from 'vitest';
import { flows } from '../../src/domain/flows.ts';
import { kinds } from '../../src/domain/document.ts';

/** One deed that stands on the trail of several documents. */
const shared = ['EVIDENCE_IN', 'EVIDENCE_OUT', 'FWD_SEND', 'FWD_RET', 'CON_ASK', 'CMP_PASS', 'JNT_START', 'LEAD_SHIELD', 'HND_TAKE'];

describe('codes of the trail', () => {
  it('a code tells of what kind of document it speaks, but for deeds that stand on several', () => {
    const kindsOf = new Map<string, Set<string>>();
    for (const kind of kinds) for (const { code } of flows[kind].rows) kindsOf.set(code, (kindsOf.get(code) ?? new Set()).add(kind));
    const ambiguous = [...kindsOf].filter(([, of]) => of.size > 1).map(([code]) => code);
    expect(ambiguous.toSorted()).toEqual(shared.toSorted());
  });
});
