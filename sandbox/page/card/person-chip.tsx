import { Avatar } from '../people/avatar.tsx';
import { personName, personOf, useScene } from './scene.ts';

/** Sizes of the platform: px of the picture and of the name. */
const sizes: Record<string, [number, number]> = { extra_small: [18, 12], small: [22, 14], medium: [28, 14], large: [40, 16] };

interface ChipProps {
  id: string;
  size: string;
  name: boolean;
  avatar: boolean;
  capsule?: boolean;
}

/** One person with picture, name or both; who stands only as a picture still has a name for screen readers. */
export function PersonChip({ id, size, name, avatar, capsule = false }: ChipProps) {
  const scene = useScene();
  const [face, letters] = sizes[size] ?? [28, 14];
  const words = personName(scene, id);
  const person = personOf(scene, id);
  return (
    <span class={`person${capsule ? ' is-capsule' : ''}`} style={{ fontSize: `${letters}px` }} title={person === undefined ? words : `${person.name}　${person.department} ${person.title}`}>
      {avatar && <Avatar id={id} name={words} kind="person" size={face} />}
      {name ? <span class="person-name">{words}</span> : <span class="sr">{words}</span>}
    </span>
  );
}
