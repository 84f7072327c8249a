import { addWorkingDays, dateOf } from '../../src/domain/time/deadlines.ts';
import { decide, numbersFor } from '../../src/domain/decide.ts';
import type { Asker, Document, Effect, Kind, World } from '../../src/domain/document.ts';
import { flows } from '../../src/domain/flows.ts';
import { openingOfComplaint } from '../../src/domain/complaint/complaint.ts';
import { briefOf, openingOf, type Forward } from '../../src/domain/forward/forward.ts';
import { openingOfJoint } from '../../src/domain/joint/opening.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import { openingOfMeeting } from '../../src/domain/meeting/calling/opening.ts';
import { openingOfReferral, type Referral } from '../../src/domain/referral/referral.ts';
import { toldByTransfer, toldToForward, toldToMatter, toldToReferral } from '../../src/domain/standing.ts';
import { openingOfTransfer, type Transfer } from '../../src/domain/transfer/transfer.ts';
import { blank } from '../../src/handle.ts';
import { world } from './town.ts';

/** The reporter of every sample; `zhao` works at the Center but holds no role. */
export const reporterId = 'ggzy-staff1';
/** The reporter as he acts on his own matter. */
export const reporter: Asker = { role: 'person', id: reporterId, ref: '沙柳', reporter: true };
/** Somebody of the staff. */
export const staff = (id: string): Asker => ({ role: 'person', id, ref: '', reporter: false });

/** What is asked of a stage; `by` is an open_id of the demo city or an asker. */
export interface Deed { kind: Kind; id: string; act: string; by: string | Asker; input?: unknown; matter?: string }

/** A small stage on which the flows run: documents in memory, one clock, and the effects that lead from one document to another. */
export interface Stage {
  now(): Date;
  at(iso: string): void;
  does(deed: Deed): Document;
  get(id: string): Document;
  /** Copies of the matter's documents as they stand, the matter first. */
  ofMatter(id: string): Document[];
}

/** Makes an empty stage; a refused act throws with the refusal's code. */
export function createStage(start: string): Stage {
  const docs = new Map<string, Document>();
  const series = new Map<string, number>();
  let now = new Date(start);
  let causes = 0;

  const numbered = (form: string): string => {
    const today = dateOf(now);
    const filled = form.replace('{date}', today.replaceAll('-', '')).replace('{year}', today.slice(0, 4));
    const n = (series.get(filled) ?? 0) + 1;
    series.set(filled, n);
    return filled.replace('{nnnn}', String(n).padStart(4, '0')).replace('{n}', String(n));
  };

  const does = (deed: Deed): Document => {
    const flow = flows[deed.kind];
    const doc = docs.get(deed.id) ?? blank(flow, deed, now);
    causes += 1;
    const by = typeof deed.by === 'string' ? (deed.by === 'system' || deed.by === 'clock' ? ({ role: deed.by } as const) : staff(deed.by)) : deed.by;
    const command = { kind: deed.kind, id: deed.id, act: deed.act, by, input: deed.input ?? {}, cause: `cause-${causes}` };
    const bare: World = { ...world, now, numbers: {} };
    const probe = decide(flow, { doc, command, world: bare });
    const numbers = probe.kind === 'done' ? Object.fromEntries(numbersFor(flow, { doc, command, world: bare }).map(({ key, form }) => [key, numbered(form)])) : {};
    const decision = decide(flow, { doc, command, world: { ...bare, numbers } });
    if (decision.kind !== 'done') throw new Error(`${deed.kind} ${deed.id} ${deed.act}: ${decision.kind === 'refused' ? `${decision.refusal.code} ${JSON.stringify(decision.refusal.with)}` : decision.kind}`);
    docs.set(deed.id, { ...decision.doc, effects: [] });
    for (const effect of decision.effects) carry(effect, deed.id);
    return get(deed.id);
  };

  const carry = (effect: Effect, id: string): void => {
    const deed = deedOf(effect, get(id), { world: { ...world, now, numbers: {} }, docs: [...docs.values()] });
    if (deed) does(deed);
  };

  const get = (id: string): Document => {
    const doc = docs.get(id);
    if (!doc) throw new Error(`no document ${id}`);
    return doc;
  };

  return { now: () => now, at: (iso) => void (now = new Date(iso)), does, get, ofMatter: (id) => [...docs.values()].filter((doc) => doc.matter === id) };
}

function deedOf(effect: Effect, doc: Document, { world: at, docs }: { world: World; docs: readonly Document[] }): Deed | undefined {
  const by = 'system';
  const text = (key: string) => String(effect.data[key] ?? '');
  switch (effect.job) {
    case 'open-complaint':
      return { kind: 'complaint', id: text('id'), act: 'open', by, input: openingOfComplaint(doc as Document<Matter>, text('organ')), matter: doc.id };
    case 'open-forward':
      return { kind: 'forward', id: text('id'), act: 'open', by, input: openingOf(doc as Document<Matter>, text('organ')), matter: doc.id };
    case 'open-referral':
      return { kind: 'referral', id: text('id'), act: 'open', by, input: openingOfReferral(doc as Document<Forward>, docs.filter(({ matter }) => matter === doc.matter)), matter: doc.matter };
    case 'open-meeting':
      return { kind: 'meeting', id: text('id'), act: 'open', by, input: openingOfMeeting(doc as Document<Matter>, { organs: text('organs').split(',').filter(Boolean), by: text('by'), why: text('why') as 'center', related: [{ id: 'c9', no: 'XS-20261123-0009', why: '同一项目' }] }, at), matter: doc.id };
    case 'reroute': {
      const forward = doc as Document<Forward>;
      return { kind: 'matter', id: doc.matter, act: 'reroute', by, input: { organs: [forward.data.ask.suggest], dueDate: addWorkingDays(dateOf(at.now), 15, at.calendar), requirement: forward.data.requirement, reason: forward.data.ask.reason, returned: doc.id } };
    }
    case 'open-joint':
      return { kind: 'referral', id: text('id'), act: 'open', by, input: { forward: '', matterNo: doc.no, organ: 'GGZY', brief: briefOf(doc as Document<Matter>), co: text('co').split(',').map((organ) => ({ organ })), exception: text('exception') }, matter: doc.id };
    case 'open-enforcement':
      return { kind: 'joint', id: text('id'), act: 'open', by, input: openingOfJoint(doc as Document<Matter>, text('by')), matter: doc.id };
    case 'open-transfer':
      return { kind: 'transfer', id: text('id'), act: 'open', by, input: openingOfTransfer(doc as Document<Referral>, text('proposal')), matter: doc.matter };
    case 'tell-matter':
      return { ...toldToMatter(doc), by };
    case 'tell-forward':
      return (doc.data as Referral).forward ? { ...toldToForward(doc as Document<Referral>), by } : undefined;
    case 'tell-referral': {
      const { referral } = (doc as Document<Forward>).data;
      return referral.id && !referral.ended ? { ...toldToReferral(doc as Document<Forward>), by } : undefined;
    }
    case 'tell-transfer':
      return { ...toldByTransfer(doc as Document<Transfer>), by };
    default:
      return undefined;
  }
}
