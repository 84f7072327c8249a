import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';

interface PagerProps {
  /** From 0. */
  page: number;
  pages: number;
  onTurn: (page: number) => void;
}

/** The foot of a table of several pages; nothing for a single page. */
export function Pager({ page, pages, onTurn }: PagerProps) {
  if (pages < 2) return null;
  return (
    <p class="pager">
      <button type="button" class="btn-icon" aria-label={t('pageBefore')} disabled={page === 0} onClick={() => onTurn(page - 1)}><Icon name="left" size={16} /></button>
      <span aria-live="polite">{page + 1} / {pages}</span>
      <button type="button" class="btn-icon" aria-label={t('pageAfter')} disabled={page === pages - 1} onClick={() => onTurn(page + 1)}><Icon name="right" size={16} /></button>
    </p>
  );
}
