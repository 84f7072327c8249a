import { Icon, iconForToken } from '../kit/icons.tsx';
import { cssColor } from './color.ts';
import { useScene } from './scene.ts';
import { text, toNode } from './shape.ts';

/** The icon of a component: one of the standard set, or a picture of the card's own. */
export function PartIcon({ value, size = 16 }: { value: unknown; size?: number }) {
  const { colors, fileUrl } = useScene();
  const icon = toNode(value);
  const own = Number.parseInt(text(icon['size']), 10);
  const px = Number.isFinite(own) ? Math.min(32, Math.max(10, own)) : size;
  if (icon['tag'] === 'custom_icon') return <img class="icon-img" src={fileUrl(text(icon['img_key']))} alt="" width={px} height={px} />;
  if (icon['tag'] !== 'standard_icon') return null;
  return <span class="part-icon" style={{ color: cssColor(text(icon['color']), colors) }}><Icon name={iconForToken(text(icon['token']))} size={px} /></span>;
}
