import { Picture } from './picture.tsx';
import type { PartProps } from './scene.ts';
import { label, length, list, text, type Node } from './shape.ts';
import { t } from '../language/language.ts';

const named: Record<string, string> = { large: '160px', medium: '80px', small: '40px', tiny: '16px' };

/** Width and height of a cut picture: a named size or `100px 60px`; undefined for the full width. */
function boxOf(node: Node): { width: string; height: string } | undefined {
  const [width = '', height = width] = text(node['size']).split(/\s+/).map((word) => named[word] ?? word);
  return length(width) === undefined || length(height) === undefined ? undefined : { width, height };
}

/** A picture with its title, whole or cut to a size. */
export function CardImage({ node }: PartProps) {
  const whole = text(node['scale_type']) === 'fit_horizontal';
  const box = whole ? undefined : boxOf(node);
  const title = label(node['title']);
  const cut = whole ? undefined : text(node['scale_type']) === 'crop_top' ? 'top' : 'center';
  return (
    <figure class={`card-figure${box === undefined ? ` is-wide${whole ? '' : ' is-limited'}` : ''}`} style={box}>
      {title !== '' && <figcaption>{title}</figcaption>}
      <Picture imageKey={text(node['img_key'])} alt={label(node['alt']) || title || t('image')} radius={length(node['corner_radius'])} preview={node['preview'] !== false} transparent={node['transparent'] === true} {...(cut === undefined ? {} : { cut })} />
    </figure>
  );
}

const most: Record<string, number> = { double: 2, triple: 3, bisect: 6, trisect: 9 };

/** Several pictures in one of the platform's four arrangements; what is beyond its number is left out. */
export function ImageCombination({ node }: PartProps) {
  const mode = text(node['combination_mode']);
  const known = mode in most ? mode : 'trisect';
  const shown = list(node['img_list']).slice(0, most[known]);
  return (
    <div class={`img-grid grid-${known}`}>
      {shown.map((image, at) => (
        <Picture key={at} imageKey={text(image['img_key'])} alt={t('imageNumber', { number: at + 1 })} cut="center" radius={length(node['corner_radius'])} transparent={node['combination_transparent'] === true} />
      ))}
    </div>
  );
}
