import { createHash } from 'node:crypto';
import { faultKinds, type FaultKind, type FaultPlan, type FaultRule, type Faults } from './api/faults.ts';
import { createDice, type Dice } from './dice.ts';
import { isFields } from './json.ts';
import type { State } from './state/model.ts';

/** The faults as the parts of the sandbox meet them. */
export interface Weather {
  /** The rule that strikes here, or nothing; a rule with `times` is used up by striking. `subject`: 「POST /im/v1/messages」 or an event type. */
  strikes(kind: FaultKind, subject: string): FaultRule | undefined;
  /** The next number in [0, 1) of a row of its own. */
  roll(row: string): number;
  /** Replaces all faults and throws the dice anew; answers a Chinese sentence instead when the plan cannot be read. */
  set(plan: FaultPlan): Faults | string;
}

function matches(only: string | undefined, subject: string): boolean {
  if (only === undefined) return true;
  const pattern = only
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
  return new RegExp(`^(?:[A-Z]+ )?${pattern}$`).test(subject);
}

const limits: Record<string, (value: unknown) => boolean> = {
  chance: (value) => typeof value === 'number' && value >= 0 && value <= 1,
  only: (value) => typeof value === 'string' && value !== '',
  times: (value) => Number.isInteger(value) && Number(value) >= 0,
  ms: (value) => typeof value === 'number' && value >= 0 && value <= 30 * 86_400_000,
  code: (value) => Number.isInteger(value),
  done: (value) => typeof value === 'boolean',
};

function readRule(kind: string, value: unknown): FaultRule | string {
  const rule = typeof value === 'number' ? { chance: value } : value;
  if (!isFields(rule)) return `故障 ${kind} 应为 0 到 1 的数，或 {chance, only, times, ms, code, done}`;
  const bad = Object.entries(rule).find(([key, given]) => limits[key]?.(given) !== true);
  return bad === undefined ? (rule as FaultRule) : `故障 ${kind} 的 ${bad[0]} 不对`;
}

function readPlan(plan: FaultPlan): Faults | string {
  const faults: Faults = { seed: plan.seed ?? 1 };
  if (!Number.isInteger(faults.seed)) return '种子应为整数';
  for (const [kind, value] of Object.entries(plan)) {
    if (kind === 'seed' || value === undefined) continue;
    if (!(faultKinds as readonly string[]).includes(kind)) return `没有 ${kind} 这种故障`;
    const rule = readRule(kind, value);
    if (typeof rule === 'string') return rule;
    if (rule.chance !== 0) faults[kind as FaultKind] = rule;
  }
  return faults;
}

/** The weather of a state. Each row of numbers depends on the seed and its own name alone. */
export function createWeather(state: State): Weather {
  const kept = readPlan(state.faults);
  state.faults = typeof kept === 'string' ? { seed: state.faults.seed } : kept;
  const rows = new Map<string, Dice>();
  const roll = (row: string): number => {
    const known = rows.get(row);
    const dice = known ?? createDice(createHash('sha256').update(`${state.faults.seed} ${row}`).digest().readUInt32LE());
    if (known === undefined) rows.set(row, dice);
    return dice();
  };
  return {
    roll,
    strikes: (kind, subject) => {
      const rule = state.faults[kind];
      if (rule === undefined || rule.times === 0 || !matches(rule.only, subject)) return undefined;
      if (rule.chance !== undefined && roll(kind) >= rule.chance) return undefined;
      if (rule.times !== undefined) rule.times -= 1;
      return rule;
    },
    set: (plan) => {
      const faults = readPlan(plan);
      if (typeof faults === 'string') return faults;
      state.faults = faults;
      rows.clear();
      return faults;
    },
  };
}
