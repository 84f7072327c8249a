import { t } from '../language/language.ts';

/** A link over a whole area; the links and buttons inside it stay above. Its place is a box of class `covered`. */
export function Cover({ href }: { href: string }) {
  return href === '' ? null : <a class="cover" href={href} target="_blank" rel="noopener noreferrer" aria-label={t('openLink')} />;
}
