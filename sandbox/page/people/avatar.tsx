import { Icon } from '../kit/icons.tsx';

const hues = [172, 205, 258, 330, 24, 48, 96, 140];

function hueOf(id: string): number {
  let sum = 0;
  for (const letter of id) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return hues[sum % hues.length] ?? 172;
}

interface AvatarProps {
  id: string;
  name: string;
  kind: 'person' | 'bot' | 'group';
  size?: number;
}

/** A picture for a person, bot or group; names of up to three characters are written whole, longer ones never cut. */
export function Avatar({ id, name, kind, size = 36 }: AvatarProps) {
  const short = kind === 'person' && [...name].length <= 3 && size >= 30;
  const style = { '--hue': String(hueOf(id)), width: `${size}px`, height: `${size}px`, fontSize: `${[...name].length < 3 ? size * 0.36 : size * 0.29}px` };
  const icon = { person: 'person', bot: 'bot', group: 'people' }[kind];
  return (
    <span class={`avatar avatar-${kind}`} style={style} aria-hidden="true">
      {short ? name : <Icon name={icon} size={Math.round(size * 0.56)} />}
    </span>
  );
}
