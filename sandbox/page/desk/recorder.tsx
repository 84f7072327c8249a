import { useEffect, useState } from 'preact/hooks';
import type { RecorderView } from '../../api/recorder.ts';
import { Dialog } from '../kit/dialog.tsx';
import { copyText } from '../kit/copy.ts';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';
import { ask, post } from '../state/api-client.ts';
import { usePage } from '../state/context.ts';

const lookEveryMs = 2000;

/** The recorder's button in the first line: quiet while nothing is recorded, red with the count while it is. */
export function RecorderButton({ open, onOpen, onClose }: { open: boolean; onOpen: () => void; onClose: () => void }) {
  const { actions } = usePage();
  const [view, setView] = useState<RecorderView | null>(null);
  const read = () => actions.attempt('', async () => setView(await ask<RecorderView>('recorder')));
  useEffect(() => void read(), [open]);
  useEffect(() => {
    if (view?.on !== true) return;
    const timer = setInterval(() => void read(), lookEveryMs);
    return () => clearInterval(timer);
  }, [view?.on]);
  const turn = (on: boolean) => actions.attempt('', async () => {
    setView(await post<RecorderView>('recorder', { on }));
    if (on) onClose();
  });
  const words = view?.on === true ? t('recording', { steps: view.steps }) : t('recorder');
  return (
    <>
      <button type="button" class={view?.on === true ? 'btn btn-small recording' : 'btn-icon wide-only'} aria-label={words} title={t('recorder')} onClick={onOpen}>
        <Icon name="record" size={view?.on === true ? 15 : 18} />{view?.on === true && <span>{words}</span>}
      </button>
      {open && <RecorderDialog view={view} onTurn={(on) => void turn(on)} onClose={onClose} />}
    </>
  );
}

function RecorderDialog({ view, onTurn, onClose }: { view: RecorderView | null; onTurn: (on: boolean) => void; onClose: () => void }) {
  const [done, setDone] = useState('');
  const on = view?.on === true;
  const test = view?.test ?? '';
  const copy = () => void copyText(test).then(() => setDone(t('copied')));
  return (
    <Dialog title={t('recorder')} onClose={onClose}>
      <p>{t('recordHint')}</p>
      {view !== null && view.steps > 0 && <p role="status"><b>{t('recordedSteps', { steps: view.steps })}</b></p>}
      {test === '' ? <p class="empty-line">{t('recordEmpty')}</p> : <pre class="recorded" tabIndex={0}>{test}</pre>}
      <div class="dialog-acts">
        <span role="status" class="quiet">{done}</span>
        {test !== '' && <button type="button" class="btn" onClick={copy}>{t('copyTest')}</button>}
        {test !== '' && <a class="btn" href={`data:text/plain;charset=utf-8,${encodeURIComponent(test)}`} download={t('recordedFile')}>{t('saveTest')}</a>}
        <button type="button" class={`btn${on ? ' btn-main' : ''}`} onClick={() => onTurn(!on)}>{t(on ? 'recordStop' : 'recordStart')}</button>
        <button type="button" class="btn" onClick={onClose}>{t('close')}</button>
      </div>
    </Dialog>
  );
}
