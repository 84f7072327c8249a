import { createContext, type ComponentType } from 'preact';
import { useContext } from 'preact/hooks';
import type { CityPerson } from '../../api/city.ts';
import type { CardDraft, FieldValue } from '../state/store.ts';
import type { Node, Path } from './shape.ts';
import { t } from '../language/language.ts';

/** What goes with a tap beside the place of the component. */
export interface TapExtras {
  form?: Record<string, FieldValue>;
  option?: string;
  options?: string[];
  input?: string;
  checked?: boolean;
}

/** Everything a card needs from around it. */
export interface CardScene {
  draft: CardDraft;
  people: readonly CityPerson[];
  /** open_ids of the people in the chat: what an empty person picker offers. */
  members: readonly string[];
  /** The sandbox's present moment, ISO. */
  today: string;
  tap(path: Path, extras: TapExtras): void;
}

/** The scene with what the card itself defines. */
export interface InnerScene extends CardScene {
  colors: Record<string, string>;
  sizes: Record<string, Node>;
  /** True inside a form, where nothing is sent before the submit button. */
  inForm: boolean;
  /** Draws the components of a container. */
  Elements: ComponentType<{ nodes: unknown; path: Path }>;
}

export const SceneContext = createContext<InnerScene | null>(null);

/** The card's scene; throws outside a card. */
export function useScene(): InnerScene {
  const scene = useContext(SceneContext);
  if (scene === null) throw new Error('useScene outside a card');
  return scene;
}

/** What every component gets: its JSON and where it stands. */
export interface PartProps {
  node: Node;
  path: Path;
}

/** The key under which a component's value is kept: its name, or its place when it has none. */
export function valueKey(node: Node, path: Path): string {
  return typeof node['name'] === 'string' && node['name'] !== '' ? node['name'] : path.join('/');
}

/** The name of the person with this open_id, or a neutral word. */
export function personName(scene: CardScene, id: string): string {
  return scene.people.find((person) => person.id === id)?.name ?? (id === 'all' ? t('everybody') : t('unknownPerson'));
}

/** Reads and writes one component's value in the draft; `initial` holds until something was chosen. */
export function useField(node: Node, path: Path, initial: FieldValue): [FieldValue, (value: FieldValue) => void, boolean] {
  const { draft } = useScene();
  const key = valueKey(node, path);
  const set = (value: FieldValue) => {
    draft.values.value = { ...draft.values.value, [key]: value };
    if (draft.missing.value.includes(key)) draft.missing.value = draft.missing.value.filter((each) => each !== key);
  };
  return [draft.values.value[key] ?? initial, set, draft.missing.value.includes(key)];
}
