import { useState } from 'preact/hooks';
import { Icon } from '../kit/icons.tsx';
import { Lightbox } from './lightbox.tsx';
import { useScene } from './scene.ts';
import { t } from '../language/language.ts';

interface PictureProps {
  imageKey: string;
  alt: string;
  /** Cut to fill its box, `top` keeps the upper edge; absent = whole. */
  cut?: 'center' | 'top';
  radius?: string | undefined;
  /** Opens large when tapped. */
  preview?: boolean;
  transparent?: boolean;
}

/** A picture of a card; when its bytes are not to be had, a named place for it. */
export function Picture({ imageKey, alt, cut, radius, preview = true, transparent = false }: PictureProps) {
  const { draft, fileUrl } = useScene();
  const [large, setLarge] = useState(false);
  const key = `lost ${imageKey}`;
  if (draft.local.value[key] === true || imageKey === '') {
    return <span class="img-place" style={{ borderRadius: radius }} role="img" aria-label={alt}><Icon name="picture" size={22} />{alt}</span>;
  }
  const onError = () => { draft.local.value = { ...draft.local.value, [key]: true }; };
  const looks = `card-img${cut === undefined ? '' : ` is-cut cut-${cut}`}${transparent ? ' is-clear' : ''}`;
  const image = <img class={looks} src={fileUrl(imageKey)} alt={alt} title={alt} style={{ borderRadius: radius }} onError={onError} />;
  if (!preview) return image;
  return (
    <>
      <button type="button" class="img-open" aria-label={t('enlarge', { name: alt })} style={{ borderRadius: radius }} onClick={(event) => { event.stopPropagation(); setLarge(true); }}>{image}</button>
      {large && <Lightbox title={alt} onClose={() => setLarge(false)}><img src={fileUrl(imageKey)} alt={alt} /></Lightbox>}
    </>
  );
}
