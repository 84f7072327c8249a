import type { Document } from '../document.ts';
import { briefOf } from '../forward/forward.ts';
import type { Matter } from '../matter/matter.ts';

/** Input that opens the joint enforcement last started on a matter; undefined where none was. The brief is the one that departments get: no reporter, no original words. */
export function openingOfJoint(matter: Document<Matter>, by: string): object | undefined {
  const { enforcement } = matter.data;
  if (!enforcement) return undefined;
  const out = [...new Set(matter.data.referrals.flatMap((referral) => referral.out))];
  return { ...enforcement, matterNo: matter.no, brief: briefOf(matter), clerk: by || matter.data.clerk, out };
}
