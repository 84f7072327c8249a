import { t } from '../language/language.ts';
/** Grey lines that stand for what is being read. */
export function SkeletonLines() {
  return (
    <div class="skeleton" role="status" aria-label={t('reading')}>
      {[72, 94, 58, 82, 40].map((width) => <span key={width} class="skeleton-line" style={{ width: `${width}%` }} />)}
    </div>
  );
}
