import { draw, lists } from '../../cards/index.ts';
import type { DrawInput, Viewer } from '../../cards/kit/draw.ts';
import type { Card } from '../../cards/kit/kit.ts';
import { cardFault } from '../../sandbox/card/validate.ts';
import { directory, world } from '../../test/cards/town.ts';
import { keeper, samples, type Sample } from '../../test/cards/samples.ts';
import { reporterId } from '../../test/cards/stage.ts';
import { catalogue, type CatalogueEntry } from './catalogue.ts';
import { listShots } from './lists.ts';

/** One card as somebody sees it in one state: what the gallery shows once in each look. */
export interface Shot { id: string; group: string; name: string; state: string; viewer: string; face: string; now: string; card: Card }

/** The most bytes a card may have, well below the platform's 30 KB. */
export const mostBytes = 24 * 1024;

/** Every card in every state on every face for the viewers that matter; what looks the same is shown once. */
export function allShots(): Shot[] {
  const all = samples();
  const documents = different(catalogue.flatMap((entry) => shotsOf(entry, all)));
  const others = listShots(all).map(({ name, title, state, card }): Shot => ({ id: '', group: title, name, state, viewer: '', face: '', now: '2026-11-30T09:00:00+08:00', card }));
  const missing = Object.keys(lists).filter((name) => !others.some((shot) => shot.name === name));
  if (missing.length) throw new Error(`样张中没有这些卡片：${missing.join('、')}`);
  return [...documents, ...others].map((shot, at) => ({ ...shot, id: `${String(at).padStart(3, '0')}-${shot.name}` }));
}

/** What is wrong with a card by the platform's rules or our own size; empty when nothing is. */
export function faultOf({ card }: Pick<Shot, 'card'>): string {
  const fault = cardFault(card);
  if (fault) return fault.message;
  const bytes = Buffer.byteLength(JSON.stringify(card));
  return bytes > mostBytes ? `${bytes} 字节，超过 ${mostBytes}` : '';
}

function shotsOf({ card, number, title, kind, faces, viewers }: CatalogueEntry, all: Readonly<Record<string, Sample>>): Shot[] {
  return Object.entries(all).filter(([, { doc }]) => doc.kind === kind).flatMap(([state, sample]) =>
    viewers.flatMap((viewer) => faces.map((face): Shot => ({
      id: '', group: `${number} ${title}`.trim(), name: card, state, viewer, face, now: sample.now.toISOString(), card: draw(card, inputOf(sample, viewer, face)),
    }))));
}

function inputOf(sample: Sample, viewer: string, face: string): DrawInput {
  return { doc: sample.doc, related: sample.related, viewer: viewerOf(viewer), face, world: { ...world, now: sample.now } };
}

function viewerOf(name: string): Viewer {
  if (name === 'group') return { id: '', reporter: false, group: true };
  if (name === 'reporter') return { id: reporterId, reporter: true, group: false };
  return { id: name === 'keeper' ? keeper : name, reporter: false, group: false };
}

/** Who a viewer is, in words. */
export function viewerText(name: string): string {
  if (name === 'group') return '群';
  if (name === 'reporter') return '登记人';
  const person = directory.people.get(name === 'keeper' ? keeper : name);
  return person ? `${person.name}（${directory.organs.get(person.organ)?.short ?? ''}${person.title}）` : name;
}

// The same words with other ids behind the buttons look the same, and so do refusals to show anything.
function different(shots: readonly Shot[]): Shot[] {
  const kept = new Map<string, Shot>();
  for (const shot of shots) {
    const look = JSON.stringify({ header: shot.card.header, body: shot.card.body }, (key, value: unknown) => (key === 'behaviors' || key === 'value' ? undefined : value));
    const known = look.replace(/鄂[^"，]*?号|\d{8}-\d{4}/g, '');
    if (!kept.has(known)) kept.set(known, shot);
  }
  return [...kept.values()];
}
