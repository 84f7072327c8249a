/** The steps by which a called meeting is set up, in order; each may be done again on its own. */
export const steps = { group: '建群', members: '拉人', board: '置顶', event: '日程', notice: '通知', invite: '邀请' } as const;
/** A step of setting up. */
export type Step = keyof typeof steps;

/** How far a meeting is set up: steps done, the one that failed for good with the platform's code, people in the group. */
export interface SetUp { done: readonly Step[]; failed: readonly { step: Step; code: number }[]; joined: number; wanted: number; missing: readonly string[] }

/** Nothing set up yet. */
export const nothingSetUp: SetUp = { done: [], failed: [], joined: 0, wanted: 0, missing: [] };

const order = Object.keys(steps) as Step[];
/** Without a group nobody can be brought into it and nothing can be pinned there. */
const needsGroup: readonly Step[] = ['members', 'board'];

/** The next step after one that is neither done nor failed nor impossible; undefined where the chain has ended. Earlier steps that are being done again go on by themselves. */
export function nextStep({ done, failed }: SetUp, after: Step): Step | undefined {
  const groupless = failed.some(({ step }) => step === 'group');
  return order.slice(order.indexOf(after) + 1).find((step) => !done.includes(step) && !failed.some((one) => one.step === step) && !(groupless && needsGroup.includes(step)));
}

/** The progress after a step: done, or failed with the platform's code. */
export function afterStep(setUp: SetUp, { step, failed, ...told }: { step: Step; failed?: number | undefined; joined?: number | undefined; wanted?: number | undefined; missing?: readonly string[] | undefined }): SetUp {
  const others = setUp.failed.filter((one) => one.step !== step);
  if (failed !== undefined) return { ...setUp, failed: [...others, { step, code: failed }] };
  return {
    done: [...setUp.done.filter((one) => one !== step), step], failed: others,
    joined: told.joined ?? setUp.joined, wanted: told.wanted ?? setUp.wanted, missing: told.missing ?? setUp.missing,
  };
}

/** The progress before a step is done again: a new group needs its members and its board again. */
export function beforeRetry(setUp: SetUp, step: Step): SetUp {
  const again: readonly Step[] = step === 'group' ? ['group', ...needsGroup] : [step];
  return { ...setUp, done: setUp.done.filter((one) => !again.includes(one)), failed: setUp.failed.filter((one) => !again.includes(one.step)) };
}
