import { useState } from 'preact/hooks';
import { Dialog } from '../kit/dialog.tsx';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';
import { resourceUrl } from '../state/api-client.ts';

/** A picture in a message; a tap shows it as large as the window allows. */
export function Picture({ imageKey }: { imageKey: string }) {
  const [open, setOpen] = useState(false);
  const [lost, setLost] = useState(imageKey === '');
  if (lost) return <span class="picture-lost"><Icon name="picture" size={22} /> {t('picture')}</span>;
  const source = resourceUrl(imageKey);
  return (
    <>
      <button type="button" class="picture-btn" aria-label={t('enlarge', { name: t('picture') })} onClick={() => setOpen(true)}>
        <img class="picture" src={source} alt={t('picture')} loading="lazy" onError={() => setLost(true)} />
      </button>
      {open && (
        <Dialog title={t('picture')} wide onClose={() => setOpen(false)}>
          <img class="picture-large" src={source} alt={t('picture')} />
          <div class="dialog-acts">
            <a class="btn" href={source} download={`${imageKey}.png`}><Icon name="download" size={16} /> {t('downloadPicture')}</a>
            <button type="button" class="btn btn-main" autofocus onClick={() => setOpen(false)}>{t('close')}</button>
          </div>
        </Dialog>
      )}
    </>
  );
}
