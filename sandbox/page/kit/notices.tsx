import { useState } from 'preact/hooks';
import { usePage } from '../state/context.ts';
import { wallTime } from './dates.ts';
import { Floating } from './floating.tsx';
import { Icon } from './icons.tsx';
import type { Notice } from '../state/store.ts';
import { t } from '../language/language.ts';

const icons: Record<Notice['type'], string> = { info: 'info', success: 'done', error: 'warning', warning: 'warning' };

/** The toasts of one person, announced to screen readers, five seconds each. */
export function ToastArea({ person }: { person: string }) {
  const { store } = usePage();
  const shown = store.notices.value.filter((notice) => notice.shown && (notice.person === person || notice.person === ''));
  return (
    <div class="toasts" role="status" aria-live="polite">
      {shown.slice(-3).map((notice) => (
        <p key={notice.id} class={`toast toast-${notice.type}`}>
          <Icon name={icons[notice.type]} /> <span class="sr">{t(notice.type)}{t('colon')}</span>{notice.text}
        </p>
      ))}
    </div>
  );
}

/** The button and list 最近提示 of one person. */
export function NoticeList({ person }: { person: string }) {
  const { store } = usePage();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const kept = store.notices.value.filter((notice) => notice.person === person || notice.person === '').toReversed();
  return (
    <>
      <button type="button" class="btn-icon" aria-haspopup="dialog" aria-label={t('noticesCount', { count: kept.length })} title={t('notices')} onClick={(event) => setAnchor(event.currentTarget)}>
        <Icon name="bell" />
      </button>
      {anchor !== null && (
        <Floating anchor={anchor} label={t('notices')} width={300} align="end" onClose={() => setAnchor(null)}>
          <p class="menu-title">{t('notices')}</p>
          {kept.length === 0 && <p class="empty-line">{t('noNotices')}</p>}
          <ul class="notice-list">
            {kept.map((notice) => (
              <li key={notice.id} class={`notice notice-${notice.type}`}>
                <Icon name={icons[notice.type]} size={16} />
                <span>{notice.text}</span>
                <time>{notice.at === '' ? '' : wallTime(notice.at).time}</time>
              </li>
            ))}
          </ul>
        </Floating>
      )}
    </>
  );
}
