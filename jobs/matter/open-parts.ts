import { z } from 'zod';
import type { Document } from '../../src/domain/document.ts';
import { dateOf } from '../../src/domain/time/deadlines.ts';
import { workingDaysBetween } from '../../src/domain/time/calendar.ts';
import { latest } from '../../src/domain/time/clocks.ts';
import { openingOfComplaint } from '../../src/domain/complaint/complaint.ts';
import { briefOf, hasLeft, openingOf, type Forward } from '../../src/domain/forward/forward.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { center } from '../../src/domain/people.ts';
import { sendableOrgans } from '../../src/domain/matter/routing/sending.ts';
import { limitsFor } from '../../src/domain/competence/routing.ts';
import { openingOfReferral, type Referral } from '../../src/domain/referral/referral.ts';
import { openingOfTransfer } from '../../src/domain/transfer/transfer.ts';
import { toldToReferral } from '../../src/domain/standing.ts';
import { effectJob } from '../define.ts';
import { system } from '../tell.ts';

/** Opens a department's part of a matter after 转办. */
export const openForward = effectJob({
  name: 'open-forward',
  payload: z.object({ id: z.string(), organ: z.string() }),
  async run({ doc, effect, data }, deps) {
    const matter = doc as Document<Matter>;
    await deps.handle(system({ kind: 'forward', id: data.id, act: 'open', input: openingOf(matter, data.organ), cause: effect, matter: matter.id }));
  },
});

/** Opens the complaint at the department that the Center passed it to. */
export const openComplaint = effectJob({
  name: 'open-complaint',
  payload: z.object({ id: z.string(), organ: z.string() }),
  async run({ doc, effect, data }, deps) {
    await deps.handle(system({ kind: 'complaint', id: data.id, act: 'open', input: openingOfComplaint(doc as Document<Matter>, data.organ), cause: effect, matter: doc.id }));
  },
});

/** Sends a matter that concerns the Center's own people straight to the department that is competent then, with the ordinary limit (O11). */
export const sendPastCenter = effectJob({
  name: 'send-past-center',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const { data } = doc as Document<Matter>;
    const organs = sendableOrgans(data).slice(0, 1);
    const days = limitsFor(data.kind).suggested;
    if (!organs.length) return deps.log.warn({ doc: doc.id }, 'nobody but the Center is competent');
    const wanted = data.kind === 'complaint' ? { act: 'pass', input: { organ: organs[0] } } : { act: 'send', input: { organs, days } };
    await deps.handle(system({ kind: 'matter', id: doc.id, ...wanted, cause: effect, matter: doc.id }));
  },
});

/** Opens the verification of a matter in the department that signed for it; a part that has left the department meanwhile gets none. */
export const openReferral = effectJob({
  name: 'open-referral',
  payload: z.object({ id: z.string() }),
  async run({ doc, effect, data }, deps) {
    if (hasLeft(doc.state)) return;
    await deps.handle(system({ kind: 'referral', id: data.id, act: 'open', input: openingOfReferral(doc as Document<Forward>, await deps.store.ofMatter(doc.matter)), cause: effect, matter: doc.matter }));
    // The part may have left while this was on its way: then whoever told its verification so found none.
    const now = (await deps.store.load(doc.kind, doc.id)) as Document<Forward> | undefined;
    if (now && hasLeft(now.state)) await deps.handle(system({ ...toldToReferral(now), cause: `${effect}-left` }));
  },
});

/** Opens the verification that the Center does together with departments. */
export const openJoint = effectJob({
  name: 'open-joint',
  payload: z.object({ id: z.string(), co: z.string(), exception: z.string() }),
  async run({ doc, effect, data }, deps) {
    const matter = doc as Document<Matter>;
    const co = data.co.split(',').filter(Boolean).map((organ) => ({ organ }));
    const input = { forward: '', matterNo: matter.no, organ: center, brief: briefOf(matter), co, exception: data.exception };
    await deps.handle(system({ kind: 'referral', id: data.id, act: 'open', input, cause: effect, matter: matter.id }));
  },
});

/** Opens the transfer of one approved destination. */
export const openTransfer = effectJob({
  name: 'open-transfer',
  payload: z.object({ id: z.string(), proposal: z.string() }),
  async run({ doc, effect, data }, deps) {
    const input = openingOfTransfer(doc as Document<Referral>, data.proposal);
    await deps.handle(system({ kind: 'transfer', id: data.id, act: 'open', input, cause: effect, matter: doc.matter }));
  },
});

/** Sends a returned matter to the department that was proposed, with as many working days as before. */
export const reroute = effectJob({
  name: 'reroute',
  payload: z.object({}),
  async run({ doc, effect }, deps) {
    const forward = doc as Document<Forward>;
    const clock = latest(forward.clocks, 'T03');
    const days = clock ? workingDaysBetween(dateOf(new Date(clock.startedAt)), clock.due.dueDate, deps.calendar) : 15;
    const input = { organs: [forward.data.ask.suggest], days, requirement: forward.data.requirement, reason: forward.data.ask.reason, returned: forward.id };
    await deps.handle(system({ kind: 'matter', id: forward.matter, act: 'reroute', input, cause: effect, matter: forward.matter }));
  },
});
