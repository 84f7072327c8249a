import { z } from 'zod';
import { liveParts, type Campaign } from '../../src/domain/campaign/campaign.ts';
import type { Document } from '../../src/domain/document.ts';
import type { Forward } from '../../src/domain/forward/forward.ts';
import { activeMembers, type Joint } from '../../src/domain/joint/joint.ts';
import type { Matter } from '../../src/domain/matter/matter.ts';
import type { Meeting } from '../../src/domain/meeting/meeting.ts';
import { headOf, holders, type Person } from '../../src/domain/people.ts';
import { dateOf } from '../../src/domain/time/deadlines.ts';
import { activeVerifiers } from '../../src/domain/referral/verifiers.ts';
import type { Referral } from '../../src/domain/referral/referral.ts';
import type { Transfer } from '../../src/domain/transfer/transfer.ts';
import { effectJob, type Deps } from '../define.ts';
import { mayReach } from '../cards/drawing.ts';
import { send } from '../send.ts';

type Receivers = (doc: Document, deps: Deps, about: string) => readonly string[];

const ids = (people: readonly Person[]) => people.map((person) => person.id);
const liaisons: Receivers = (doc, deps) => ids(holders(deps.directory, (doc.data as Forward).organ, 'LIAISON'));
const verifiers: Receivers = (doc) => activeVerifiers(doc.data as Referral).map((verifier) => verifier.id);
const head: Receivers = (doc, deps) => {
  const person = headOf(deps.directory, (doc.data as Referral).organ, dateOf(deps.now()));
  return person ? [person.id] : [];
};
const handlers: Receivers = (doc) => (doc.data as Transfer).handlers.filter((id) => !(doc.data as Transfer).out.includes(id));
const leaders: Receivers = (doc, deps) => ids(holders(deps.directory, (doc.data as Forward).organ, 'HEAD', 'DEPUTY', 'LIAISON'));
const guests: Receivers = (doc, deps) => (doc.data as Meeting).guests.flatMap((guest) => ids(holders(deps.directory, guest.organ, 'LIAISON')));
// The copy of an organ without an account goes to the secretary, who prints and sends it.
const invited: Receivers = (doc, deps, about) => (about ? [(doc.data as Meeting).convener] : guests(doc, deps, about));
const members: Receivers = (doc, deps) => activeMembers((doc.data as Joint)).flatMap(({ organ }) => ids(holders(deps.directory, organ, 'LIAISON')));

const campaigners: Receivers = (doc, deps) => liveParts(doc.data as Campaign).flatMap(({ organ }) => ids(holders(deps.directory, organ, 'LIAISON')));

const clerk: Receivers = (doc) => [(doc.data as Matter).clerk].filter(Boolean);

/** Who gets a written document into the chat when it is made; the others may ask for it. */
export const receivers: Readonly<Record<string, Receivers>> = {
  'forward-letter': liaisons, 'urge-letter': leaders, 'found-report': liaisons, report: verifiers, 'approval-form': head, 'transfer-letter': handlers, 'receipt-slip': handlers, 'review-request': handlers, 'supervision-letter': handlers, 'meeting-notice': invited, 'not-applicable': clerk, 'banner-letter': clerk, minutes: invited, 'joint-plan': members, 'campaign-plan': campaigners,
  'complaint-passed': clerk, 'complaint-accepted': liaisons, 'complaint-rejected': liaisons, 'complaint-redirected': liaisons, 'complaint-pause': liaisons, 'complaint-decision': liaisons,
};

/** What the reporter himself is given in writing. */
const forReporter = new Set(['not-applicable', 'complaint-passed']);

/** Makes a written document, keeps it with its checksum in the case's folder, and sends it to those who need it. */
export const writePaper = effectJob({
  name: 'write-paper',
  payload: z.object({ paper: z.string(), docNo: z.string().default(''), about: z.string().default('') }),
  async run({ doc, effect, data }, deps) {
    const matter = doc.kind === 'matter' ? doc : await deps.store.load('matter', doc.matter);
    const paper = await deps.papers.write(data.paper, { doc, docNo: data.docNo, about: data.about, ...(matter ? { matter } : {}) });
    const stored = await deps.store.files.put(paper.name, once(paper.bytes));
    await deps.store.notes.set(paperKey(doc.id, data.about ? `${data.paper}:${data.about}` : data.paper), stored.id);
    const reporter = forReporter.has(data.paper) ? await deps.store.vault.who(doc.matter) : undefined;
    const all = new Set([...(receivers[data.paper]?.(doc, deps, data.about) ?? []).filter((openId) => mayReach(doc, { person: openId }, deps)), ...(reporter ? [reporter.openId] : [])]);
    await Promise.all([...all].map((openId, index) => send({ to: { openId }, content: { file: paper }, uuid: `${effect}-${index}`, about: { doc, ...(openId === reporter?.openId ? { key: 'reporter' } : {}) } }, deps)));
  },
});

/** Where the note stands that names the stored file of a paper; a paper about one part of a document is kept as `paper:part`. */
export function paperKey(doc: string, paper: string): string {
  return `paper:${doc}|${paper}`;
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield await Promise.resolve(bytes);
}
