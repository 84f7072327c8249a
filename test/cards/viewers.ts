import type { DrawInput, Viewer } from '../../cards/kit/draw.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { clerk, keeper, matterSamples, type Sample } from './samples.ts';
import { reporterId } from './stage.ts';
import { personWith, world } from './town.ts';

const all = matterSamples();

/** One person who looks at a card. */
export const person = (id: string, reporter = false): Viewer => ({ id, reporter, group: false });
/** A group that looks at a card. */
export const group: Viewer = { id: '', reporter: false, group: true };
/** The reporter of every sample. */
export const reporter = person(reporterId, true);
/** Everybody who may come across a card of a matter. */
export const viewers: Readonly<Record<string, Viewer>> = {
  reporter, clerk: person(clerk), keeper: person(keeper), group, stranger: person('nobody'), head: person(personWith('GGZY', 'C_HEAD').id), secretary: person(personWith('GGZY', 'SECRETARY').id),
  auditor: person(personWith('GGZY', 'AUDITOR').id), liaison: person(personWith('ZJJ', 'LIAISON').id), elsewhere: person(personWith('LCJ', 'LIAISON').id),
};

/** A sample of a matter by its name; throws where there is none. */
export function sample(name: string): Sample {
  const found = all[name];
  if (!found) throw new Error(`no sample ${name}`);
  return found;
}

/** What a card of a sample is drawn from. */
export function inputOf(one: Sample, viewer: Viewer, rest: Partial<DrawInput> = {}): DrawInput {
  return { doc: one.doc, related: one.related, viewer, face: '', world: { ...world, now: one.now }, ...rest };
}

/** The same sample with other contents. */
export function withData(base: Sample, data: Partial<Matter>): Sample {
  const doc = { ...base.doc, data: { ...(base.doc.data as Matter), ...data } };
  return { ...base, doc, related: base.related.map((one) => (one.id === doc.id ? doc : one)) };
}
