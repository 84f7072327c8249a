import { Icon, iconForToken } from '../kit/icons.tsx';
import { text, toNode } from './shape.ts';

/** The icon of a component, when it names one of the standard set. */
export function PartIcon({ value }: { value: unknown }) {
  const icon = toNode(value);
  return icon['tag'] === 'standard_icon' ? <Icon name={iconForToken(text(icon['token']))} size={16} /> : null;
}
