import type { Fired } from '../time/clock-rows.ts';
import type { Alarm, Document, EffectRequest, World } from '../document.ts';
import { toPerson, toRole } from '../effects.ts';
import { center } from '../people.ts';
import { firedTask, taskAlarms, taskReminders } from '../tasks.ts';
import { openParts, type Campaign } from './campaign.ts';

/** Reminders of every task that is not reported. */
export function partAlarms(campaign: Campaign, world: World): readonly Alarm[] {
  return taskAlarms(openParts(campaign), world);
}

/** The clerk who handles it, or all clerks of the Center. */
export function toCoordinator({ clerk }: Pick<Campaign, 'clerk'>, { directory }: Pick<World, 'directory'>): EffectRequest[] {
  return directory.people.has(clerk) ? [toPerson(clerk, 'campaign')] : toRole(directory, { organ: center, roles: ['C_CLERK'] }, 'campaign');
}

/** Who hears that a task is due: its organ; then those above, the Center, and at last its head. */
export function campaignReminders({ state, data }: Document<Campaign>, fired: Fired, world: World): readonly EffectRequest[] {
  const { id, stage } = firedTask(fired.stage);
  const part = openParts(data).find((one) => one.id === id);
  if (state !== 'z.running' || !part) return [];
  return taskReminders({ organ: part.organ, stage, card: 'campaign-part', above: 'campaign', face: '' }, toCoordinator(data, world), world.directory);
}
