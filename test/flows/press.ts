import { wordsOf } from '../../sandbox/script/card-words.ts';
import type { TapAnswer } from '../../sandbox/api/acts.ts';
import type { Actor } from '../../scripts/tour/actor.ts';
import type { Stage } from '../../scripts/tour/stage.ts';

type Path = (string | number)[];
type Found = { path: Path; option?: string };

/** Chooses from the `[..]` of the newest card that says `on`. */
export async function chooses(stage: Stage, actor: Actor, at: { text: string; on: string | RegExp }): Promise<TapAnswer> {
  return tapAt(stage, actor, { on: at.on, find: (node, path) => optionIn(node, path, at.text), what: at.text });
}

/** Taps the row of a list that holds the words. */
export async function tapsRow(stage: Stage, actor: Actor, at: { text: string; on: string | RegExp }): Promise<TapAnswer> {
  return tapAt(stage, actor, { on: at.on, find: (node, path) => (node['tag'] === 'interactive_container' && JSON.stringify(node).includes(at.text) ? { path } : undefined), what: at.text });
}

async function tapAt(stage: Stage, actor: Actor, at: { on: string | RegExp; find: (node: Record<string, unknown>, path: Path) => Found | undefined; what: string }): Promise<TapAnswer> {
  const card = await actor.sees(at.on);
  const found = search(card.content, [], at.find);
  if (!found) throw new Error(`no ${at.what} on ${wordsOf(card.content).slice(0, 60)}`);
  return stage.client.tap({ as: actor.cast.id, message: card.id, at: found.path, confirmed: true, ...(found.option ? { option: found.option } : {}) });
}

function optionIn(node: Record<string, unknown>, path: Path, text: string): Found | undefined {
  if (node['tag'] !== 'overflow') return undefined;
  const option = (node['options'] as { text: { content: string }; value: string }[]).find((one) => one.text.content === text);
  return option && { path, option: option.value };
}

function search(node: unknown, path: Path, find: (node: Record<string, unknown>, path: Path) => Found | undefined): Found | undefined {
  if (typeof node !== 'object' || node === null) return undefined;
  const found = find(node as Record<string, unknown>, path);
  if (found) return found;
  for (const [key, inner] of Object.entries(node)) {
    const below = search(inner, [...path, Array.isArray(node) ? Number(key) : key], find);
    if (below) return below;
  }
  return undefined;
}
