import { cards, draw, type CardName } from '../../cards/index.ts';
import type { Card } from '../../cards/kit/kit.ts';
import type { DrawInput, Viewer } from '../../cards/kit/draw.ts';
import { branchSamples } from './branch-samples.ts';
import { changed } from './branch-story.ts';
import type { Sample } from './samples.ts';
import { group, person } from './viewers.ts';
import { world } from './town.ts';

/** The cards of each kind of part, with every face they know. */
export const cardsOf: Readonly<Record<'forward' | 'referral' | 'transfer' | 'meeting' | 'joint' | 'complaint' | 'campaign', Readonly<Partial<Record<CardName, readonly string[]>>>>> = {
  forward: {
    forward: ['', 'return', 'cancel'], unsigned: [''], 'due-soon': ['', 'extend'], overdue: ['', 'explain'], 'return-asked': ['', 'deny'],
    'extension-asked': ['', 'deny'], suspension: ['', 'ask', 'deny'], feedback: [''], 'feedback-check': ['', 'back'],
  },
  referral: { assign: ['', 'again'], verify: ['', 'write', 'add', 'recuse'], approval: ['', 'refuse', 'back', 'recuse', 'ask'], 'no-transfer': [''], recusal: ['', 'raise', 'explain'], joint: [''], 'late-part': [''] },
  transfer: { transfer: [''], 'receipt-form': ['', 'answer', 'punish', 'outcome'], 'late-transfer': [''] },
  complaint: { recusal: ['', 'raise', 'explain'], complaint: ['', 'recuse', 'fix', 'accept', 'reject', 'redirect', 'pause', 'suspend', 'withdraw', 'deny', 'decide', 'urge'], 'complaint-told': ['', 'withdraw'] },
  meeting: { invitation: ['', 'swap', 'leave', 'change'], proposal: ['', 'adjust', 'decline'], poll: [''], position: ['', 'q1'], secretary: ['', 'start', 'move', 'cancel', 'resolve', 'quorum', 'proxy', 'topics', 'materials', 'materials-XS-20261123-0001-1', 'materials-XS-20261123-0001-2', 'letters', 'letters-XFJ', 'fix-r1', 'fix-r2', 'fix-r3'], board: ['', 'resolve'], minutes: ['', 'dissent'], task: ['', 'r1', 'r2', 'explain-r1', 'explain-r2'] },
  joint: {
    enforcement: ['', 'dissent', 'staff', 'report', 'leave', 'join'], 'enforcement-desk': ['', 'plan', 'action', 'join', 'leave', 'withdraw', 'suspend', 'resume', 'summary', 'close', 'back'],
    'enforcement-officer': ['', 'tied'],
  },
  campaign: { campaign: ['', 'plan', 'assign', 'release', 'back', 'case', 'uncase', 'close', 'drop'], 'campaign-part': ['', 'progress', 'report', 'case', 'explain'], 'campaign-board': [''] },
};

/** Everybody who may come across a card of a part, and a group. */
export const lookers: readonly Viewer[] = [
  ...['zjj-liaison', 'zjj-backup', 'zjj-deputy', 'zjj-head', 'zjj-officer1', 'zjj-officer2', 'zjj-officer3', 'jtj-liaison', 'czj-liaison', 'lcj-liaison', 'ggzy-head', 'ggzy-clerk1', 'ggzy-clerk2', 'ggzy-secretary', 'ggzy-auditor', 'ggzy-admin', 'nobody']
    .map((id) => person(id)),
  group,
];

/** A card as it was drawn for somebody at some moment. */
export interface Drawn { name: string; card: Card; sample: Sample; viewer: Viewer; kind: string; cardName: CardName; face: string }

/** Who stands for all who may look at a joint enforcement or a campaign: the lead, a member, the Center, somebody outside. */
const ofJoint = new Set(['zjj-liaison', 'zjj-head', 'zjj-officer1', 'jtj-liaison', 'ggzy-head', 'ggzy-clerk1', 'ggzy-auditor', 'lcj-liaison']);

/** Every sample of the parts. */
export const parts = branchSamples();

/** A sample by name; throws where there is none. */
export function part(name: string): Sample {
  const found = parts[name];
  if (!found) throw new Error(`no sample ${name}`);
  return found;
}

/** Draws a card of a sample for somebody. */
export function drawn(name: string | Sample, cardName: CardName, viewer: Viewer | string, rest: Partial<DrawInput> = {}): Card {
  const sample = typeof name === 'string' ? part(name) : name;
  return draw(cardName, { doc: sample.doc, related: sample.related, viewer: typeof viewer === 'string' ? person(viewer) : viewer, face: '', world: { ...world, now: sample.now }, ...rest });
}

/** Every card of every sample on every face for everybody; `group` looks at the meeting's board alone. */
export function walk(samples: Readonly<Record<string, Sample>> = parts): Drawn[] {
  return Object.entries(samples).flatMap(([name, sample]) => {
    const kind = sample.doc.kind as keyof typeof cardsOf;
    return Object.entries(cardsOf[kind]).flatMap(([card, faces]) => faces.flatMap((face) => {
      const cardName = card as CardName;
      return lookers.filter((viewer) => (!viewer.group || cardName.endsWith('board')) && ((kind !== 'joint' && kind !== 'campaign') || viewer.group || ofJoint.has(viewer.id)))
        .map((viewer) => ({ name: `${name} / ${card} ${face} / ${viewer.id || 'group'}`, card: drawn(sample, cardName, viewer, { face }), sample, viewer, kind, cardName, face }));
    }));
  });
}

/** Fields that hold what people wrote, by their key wherever they stand. */
const written = new Set(['title', 'named', 'requirement', 'checkNote', 'facts', 'basis', 'decisionNo', 'law', 'reason', 'why', 'absent', 'no', 'signer', 'note', 'dissent', 'what', 'cancelReason', 'urgentReason', 'name', 'words', 'complainant', 'respondent', 'remedies', 'document']);
const kept = new Set(['referral', 'transfers', 'link']);

/** The same samples with these words wherever people could have written something. */
export function withWords(words: string, samples: Readonly<Record<string, Sample>> = parts): Record<string, Sample> {
  return Object.fromEntries(Object.entries(samples).map(([name, sample]) => [name, changed(sample, (data) => spoken(data, words) as Record<string, unknown>)]));
}

function spoken(value: unknown, words: string): unknown {
  if (Array.isArray(value)) return value.map((item) => spoken(item, words));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, replaced(key, inner, words)]));
}

function replaced(key: string, inner: unknown, words: string): unknown {
  if (kept.has(key)) return inner;
  if (key === 'penalty') return inner;
  if (key === 'decisions') return (inner as { reason: string }[]).map((one) => ({ ...one, reason: words }));
  if (key === 'explained') return inner;
  if (!written.has(key)) return spoken(inner, words);
  return Array.isArray(inner) ? [words, words] : typeof inner === 'string' ? words : spoken(inner, words);
}

/** All names of cards in the registry, so that none of the parts is forgotten. */
export const registered: readonly string[] = Object.keys(cards);
