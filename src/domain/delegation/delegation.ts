import type { Person, StaffRole, StandIn } from '../people.ts';

/** What somebody may do for a colleague who is away, act by act; whatever is not listed stays with the person himself: 指派、核实、签名、审批、移送. */
export const delegable = {
  sign: { name: '签收', of: ['LIAISON', 'DUTY'], acts: ['forward.sign', 'forward.askReturn', 'campaign.sign'] },
  feedback: { name: '反馈', of: ['LIAISON', 'DUTY'], acts: ['forward.saveFeedback', 'forward.feedback', 'forward.askExtension', 'forward.askSuspension', 'forward.resume', 'forward.explain', 'campaign.progress', 'campaign.report', 'campaign.explain'] },
  meeting: { name: '参会回复', of: ['LIAISON', 'DUTY'], acts: ['meeting.reply', 'meeting.confirm', 'meeting.dissent', 'meeting.done', 'meeting.explain'] },
  triage: { name: '分办', of: ['C_CLERK'], acts: ['matter.send', 'matter.report', 'matter.setScope', 'matter.notApplicable', 'matter.convene'] },
  check: {
    name: '审核', of: ['C_CLERK'],
    acts: ['forward.agreeReturn', 'forward.denyReturn', 'forward.agreeExtension', 'forward.denyExtension', 'forward.agreeSuspension', 'forward.denySuspension', 'forward.pass', 'forward.sendBack', 'forward.cancel'],
  },
} as const satisfies Record<string, { name: string; of: readonly StaffRole[]; acts: readonly string[] }>;
/** A task that can be delegated. */
export type Task = keyof typeof delegable;

/** Every task that can be delegated, in the order in which forms offer it. */
export const tasks = Object.keys(delegable) as Task[];

/** 代办: one person's work in the hands of a colleague for some days. */
export interface Delegation extends StandIn { organ: string; tasks: readonly Task[] }

/** States of a delegation; `g.set` runs, or will run, on its own days. */
export const delegationStates = { new: '未建立', 'g.draft': '填写中', 'g.set': '已设置', 'g.ended': '已结束', 'g.cancelled': '已提前结束' } as const;

/** The tasks that a person has to delegate: those of his roles. */
export function tasksOf({ roles }: Pick<Person, 'roles'>): readonly Task[] {
  return tasks.filter((task) => delegable[task].of.some((role) => roles.includes(role)));
}

/** 签收、反馈: tasks as one line. */
export function taskNames(list: readonly string[]): string {
  return tasks.filter((task) => list.includes(task)).map((task) => delegable[task].name).join('、');
}

/** Whether a task among these covers an act, by kind and name. */
export function covers(list: readonly string[], kind: string, act: string): boolean {
  return tasks.some((task) => list.includes(task) && (delegable[task].acts as readonly string[]).includes(`${kind}.${act}`));
}
