import { PartIcon } from './part-icon.tsx';
import { PersonChip } from './person-chip.tsx';
import { personOf, useScene, type PartProps } from './scene.ts';
import { flag, list, text } from './shape.ts';

/** One person with his picture, and his name where it is asked for. */
export function Person({ node }: PartProps) {
  return (
    <p class="people">
      <PersonChip id={text(node['user_id'])} size={text(node['size'])} name={flag(node['show_name'])} avatar={node['show_avatar'] !== false} capsule={text(node['style']) === 'capsule'} />
    </p>
  );
}

/** Several people in a row; pictures without names overlap. */
export function PersonList({ node }: PartProps) {
  const scene = useScene();
  const given = list(node['persons']).map((person) => text(person['id']));
  const ids = flag(node['drop_invalid_user_id']) ? given.filter((id) => personOf(scene, id) !== undefined) : given;
  const name = node['show_name'] !== false;
  const avatar = flag(node['show_avatar']) || !name;
  const lines = Number(node['lines'] ?? 0);
  return (
    <div class="person-list">
      <PartIcon value={node['icon'] ?? node['ud_icon']} />
      <p class={`people${name ? '' : ' is-stacked'}${lines > 0 ? ' is-limited' : ''}`} style={{ '--lines': lines > 0 ? lines : undefined }}>
        {ids.map((id, at) => <PersonChip key={at} id={id} size={text(node['size'])} name={name} avatar={avatar} />)}
      </p>
    </div>
  );
}
