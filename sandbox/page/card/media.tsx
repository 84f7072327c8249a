import { Avatar } from '../people/avatar.tsx';
import { resourceUrl } from '../state/api-client.ts';
import { Icon } from '../kit/icons.tsx';
import { personName, useField, useScene, type PartProps } from './scene.ts';
import { edges, flag, label, list, text, texts, type Node } from './shape.ts';
import { t } from '../language/language.ts';

/** A picture; when its bytes are not to be had, a named place for it. */
export function CardImage({ node }: PartProps) {
  return <Picture imageKey={text(node['img_key'])} alt={label(node['alt']) || label(node['title']) || t('image')} radius={edges(node['corner_radius'])} />;
}

function Picture({ imageKey, alt, radius }: { imageKey: string; alt: string; radius?: string | undefined }) {
  const { draft } = useScene();
  const key = `lost ${imageKey}`;
  if (draft.local.value[key] === true || imageKey === '') {
    return <span class="img-place" style={{ borderRadius: radius }} role="img" aria-label={alt}><Icon name="picture" size={22} />{alt}</span>;
  }
  const onError = () => { draft.local.value = { ...draft.local.value, [key]: true }; };
  return <img class="card-img" src={resourceUrl(imageKey)} alt={alt} style={{ borderRadius: radius }} onError={onError} />;
}

/** Several pictures in a grid. */
export function ImageCombination({ node }: PartProps) {
  return <div class="img-grid">{list(node['img_list']).map((image, at) => <Picture key={at} imageKey={text(image['img_key'])} alt={t('imageNumber', { number: at + 1 })} />)}</div>;
}

/** One person or several, with picture and name. */
export function People({ node }: PartProps) {
  const scene = useScene();
  const ids = node['tag'] === 'person' ? [text(node['user_id'])] : list(node['persons']).map((person) => text(person['id']));
  return (
    <p class="people">
      {ids.map((id) => (
        <span class="person" key={id}>
          {node['show_avatar'] !== false && <Avatar id={id} name={personName(scene, id)} kind="person" size={22} />}
          {showsName(node) && personName(scene, id)}
        </span>
      ))}
    </p>
  );
}

function showsName(node: Node): boolean {
  return node['tag'] === 'person' ? flag(node['show_name']) : node['show_name'] !== false;
}

/** A sound with its length unknown to the page. */
export function Audio() {
  return <p class="audio-place"><Icon name="sound" /> {t('sound')}</p>;
}

/** Pictures to choose from, one or several. */
export function SelectImage({ node, path }: PartProps) {
  const scene = useScene();
  const many = flag(node['multi_select']);
  const [value, set, missing] = useField(node, path, many ? [] : '');
  const chosen = Array.isArray(value) ? value : [String(value)];
  const choose = (picked: string) => {
    const next = many ? (chosen.includes(picked) ? chosen.filter((each) => each !== picked) : [...chosen, picked]) : picked;
    set(next);
    if (!scene.inForm) scene.tap(path, Array.isArray(next) ? { options: texts(next) } : { option: picked });
  };
  return (
    <div class={`img-grid${missing ? ' is-missing' : ''}`} role="group" aria-label={t('chooseImage')}>
      {list(node['options']).map((option, at) => (
        <button type="button" key={at} class="img-choice" aria-pressed={chosen.includes(text(option['value']))} aria-label={t('imageNumber', { number: at + 1 })} onClick={() => choose(text(option['value']))}>
          <Picture imageKey={text(option['img_key'])} alt={t('imageNumber', { number: at + 1 })} />
        </button>
      ))}
    </div>
  );
}
