import { z } from 'zod';
import type { Document, World } from '../../src/domain/document.ts';
import type { Forward } from '../../src/domain/forward/forward.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { earliestDay, proposeTimes, windowFrom, type Busy } from '../../src/domain/meeting/calling/finding-time.ts';
import { belongTogether, keptOut, openingOfMeeting } from '../../src/domain/meeting/calling/opening.ts';
import { reasons, type Meeting, type Reason } from '../../src/domain/meeting/meeting.ts';
import { dateOf } from '../../src/domain/time/deadlines.ts';
import { effectJob, type Deps } from '../define.ts';
import { platformCode } from '../platform-fault.ts';
import { system } from '../tell.ts';

const why = z.enum(Object.keys(reasons) as [Reason, ...Reason[]]);

/** Opens a proposal on a matter with everything filled in; where one is already open, it is brought to whoever asked. */
export const openMeeting = effectJob({
  name: 'open-meeting',
  payload: z.object({ id: z.string(), organs: z.string(), by: z.string(), why: why.default('center'), note: z.string().default(''), asked: z.string().default(''), start: z.string().default(''), urgent: z.string().default('') }),
  async run({ doc, effect, data }, deps) {
    const there = await deps.store.load('meeting', data.id);
    if (there?.audit[0] && there.audit[0].cause !== effect) {
      if (data.by) await deps.handle(system({ kind: 'meeting', id: data.id, act: 'takeUp', input: { person: data.by }, cause: effect, matter: there.matter }));
      return;
    }
    const matter = doc as Document<Matter>;
    const wish = { organs: data.organs.split(',').filter(Boolean), by: data.by, why: data.why, whyNote: data.note, askedBy: data.asked, start: data.start, urgentReason: data.urgent, related: await relatedTo(matter, deps) };
    await deps.handle(system({ kind: 'meeting', id: data.id, act: 'open', input: openingOfMeeting(matter, wish, worldOf(deps)), cause: effect, matter: matter.id }));
  },
});

/** Asks a matter for a meeting that the system proposes: on the matter itself, or on a department's part of it. */
export const proposeMeeting = effectJob({
  name: 'propose-meeting',
  payload: z.object({ why }),
  async run({ doc, effect, data }, deps) {
    const part = doc.kind === 'forward' ? (doc as Document<Forward>).data : undefined;
    const input = { why: data.why, organs: part ? [part.organ, part.ask.suggest].filter(Boolean) : [], note: part?.ask.reason ?? '' };
    await deps.handle(system({ kind: 'matter', id: doc.matter, act: 'proposeMeeting', input, cause: effect, matter: doc.matter }));
  },
});

/** Takes another matter into a proposal: its organs, its questions, its evidence, and whoever it keeps out. */
export const takeIn = effectJob({
  name: 'take-in',
  payload: z.object({ id: z.string() }),
  async run({ doc, effect, data }, deps) {
    const other = (await deps.store.load('matter', data.id)) as Document<Matter> | undefined;
    if (!other) return;
    const meeting = doc as Document<Meeting>;
    const opening = openingOfMeeting(other, { organs: [], by: meeting.data.convener }, worldOf(deps));
    await deps.handle(system({ kind: 'meeting', id: doc.id, act: 'merged', input: { ...opening, id: other.id, no: other.no }, cause: effect, matter: doc.matter }));
  },
});

/** Looks for times at which those who must come are free; where the platform does not say, the calendar of working days alone decides. */
export const findTimes = effectJob({
  name: 'find-times',
  payload: z.object({ again: z.boolean().default(false) }),
  async run({ doc, effect, data }, deps) {
    const meeting = doc as Document<Meeting>;
    const urgent = meeting.data.urgentReason !== '';
    const day = urgent ? dateOf(new Date(meeting.data.start)) : earliestDay(worldOf(deps));
    const busy = await busyOf(meeting, day, deps);
    const times = proposeTimes({ busy, day, not: data.again ? (meeting.data.poll?.asked ?? []) : [] }, deps.calendar).filter((slot) => Date.parse(slot.start) > deps.now().getTime());
    await deps.handle(system({ kind: 'meeting', id: doc.id, act: 'found', input: { times, again: data.again }, cause: effect, matter: doc.matter }));
  },
});

/** Tells the meeting of a matter that somebody must not take part any more. */
export const leaveOut = effectJob({
  name: 'leave-out',
  payload: z.object({ id: z.string() }),
  async run({ doc, effect, data }, deps) {
    await deps.handle(system({ kind: 'meeting', id: data.id, act: 'leaveOut', input: { out: keptOut([doc as Document<Matter>]) }, cause: effect, matter: doc.matter }));
  },
});

async function busyOf({ data }: Document<Meeting>, day: string, deps: Deps): Promise<readonly Busy[]> {
  const people = data.guests.map((guest) => guest.person).filter(Boolean);
  const spans = await deps.platform.busy([...new Set(people)], windowFrom(day)).catch((fault: unknown) => {
    // Without the scope, or for somebody outside its range, there is no answer, now or later.
    if (platformCode(fault) === undefined || (fault instanceof Error && 'again' in fault && fault.again === true)) throw fault;
    deps.log.warn({ code: platformCode(fault) }, 'free and busy cannot be read');
    return new Map<string, never[]>();
  });
  return data.guests.map((guest) => ({ organ: guest.organ, spans: spans.get(guest.person) ?? [] }));
}

async function relatedTo(matter: Document<Matter>, { store }: Deps) {
  const words = [matter.data.project, ...matter.data.named].filter(Boolean).slice(0, 6);
  const found = await Promise.all(words.map((text) => store.search({ kind: 'matter', text, states: ['registered', 'verifying', 'forwarded', 'reported'], limit: 10 })));
  const others = [...new Map(found.flat().map((doc) => [doc.id, doc])).values()];
  return belongTogether(matter, others as Document<Matter>[]);
}

function worldOf(deps: Deps): World {
  return { ...deps, now: deps.now(), numbers: {} };
}
