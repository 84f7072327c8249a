import { createContext, type ComponentType } from 'preact';
import { useContext } from 'preact/hooks';
import type { CityPerson } from '../../api/city.ts';
import type { CardDraft, FieldValue } from '../state/store.ts';
import type { Link } from './link.ts';
import type { Node, Path } from './shape.ts';
import { t } from '../language/language.ts';

/** What goes with a tap beside the place of the component. */
export interface TapExtras {
  form?: Record<string, FieldValue>;
  option?: string;
  options?: string[];
  input?: string;
  checked?: boolean;
  /** An address that the tap opens once the person has confirmed, where a question is asked. */
  link?: Link;
}

/** Everything a card needs from around it. */
export interface CardScene {
  draft: CardDraft;
  people: readonly CityPerson[];
  /** open_ids of the people in the chat: what an empty person picker offers. */
  members: readonly string[];
  /** The sandbox's present moment, ISO. */
  today: string;
  /** When the card was sent, ISO. */
  sentAt: string;
  /** The viewer's language as the platform names it, e.g. `zh_cn`. */
  locale: string;
  /** Draws charts at once, without waiting until they are on the screen. */
  eager?: boolean;
  /** Where the bytes of an image or sound are. */
  fileUrl(key: string): string;
  tap(path: Path, extras: TapExtras): void;
}

/** The scene with what the card itself defines. */
export interface InnerScene extends CardScene {
  colors: Record<string, string>;
  sizes: Record<string, Node>;
  /** How the words of a streaming card appear; absent on any other card. */
  pace?: Pace;
  /** True inside a form, where nothing is sent before the submit button. */
  inForm: boolean;
  /** Draws the components of a container. */
  Elements: ComponentType<{ nodes: unknown; path: Path }>;
}

/** The typewriter of a streaming card. */
export interface Pace {
  everyMs: number;
  step: number;
  /** `fast` shows what is pending at once when newer words come, `delay` types on. */
  strategy: 'fast' | 'delay';
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

/** The name of the person with this id (open_id, user_id or e-mail), or a neutral word. */
export function personName(scene: CardScene, id: string): string {
  return personOf(scene, id)?.name ?? (id === 'all' ? t('everybody') : t('unknownPerson'));
}

/** The person with this open_id, user_id or e-mail. */
export function personOf(scene: CardScene, id: string): CityPerson | undefined {
  return id === '' ? undefined : scene.people.find((person) => person.id === id || person.userId === id || person.email === id);
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

/** State of a component that lives on the screen only: an open panel, a page of a table. */
export function useLocal<T extends number | boolean>(path: Path, initial: T): [T, (value: T) => void] {
  const { draft } = useScene();
  const key = path.join('/');
  const set = (value: T) => { draft.local.value = { ...draft.local.value, [key]: value }; };
  return [(draft.local.value[key] as T | undefined) ?? initial, set];
}
