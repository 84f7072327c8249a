import { deskRoles } from '../../src/domain/matter/routing/sending.ts';
import { center, holders } from '../../src/domain/people.ts';
import type { Deps } from '../define.ts';

/** The Center's duty group, made where none is known yet; undefined where the Center has nobody for it. */
export async function dutyGroup({ store, platform, directory, log }: Pick<Deps, 'store' | 'platform' | 'directory' | 'log'>): Promise<string | undefined> {
  const known = await store.notes.get(`chat:${center}`);
  if (known) return known;
  const people = holders(directory, center, ...deskRoles).map((person) => person.id);
  if (!people.length) {
    log.warn({ organ: center }, '市交易中心没有值班人员，未建值班群');
    return undefined;
  }
  const chat = await platform.createChat({ name: '市交易中心值班群', people, uuid: `duty-group-${center}` });
  await store.notes.set(`chat:${center}`, chat);
  return chat;
}
