import { useEffect, useState } from 'preact/hooks';
import type { SnapshotView } from '../../api/snapshots.ts';
import { shortDay, wallTime } from '../kit/dates.ts';
import { Dialog } from '../kit/dialog.tsx';
import { Icon } from '../kit/icons.tsx';
import { SkeletonLines } from '../kit/skeleton.tsx';
import { t } from '../language/language.ts';
import { ask, post, remove, sendSave } from '../state/api-client.ts';
import { usePage } from '../state/context.ts';

/** What is to be asked before it is done. */
interface Question {
  kind: 'load' | 'drop';
  name: string;
}

/** The saves of the whole scene: keep, go back to, take out, bring in, throw away. */
export function SavesDialog({ onClose }: { onClose: () => void }) {
  const { actions } = usePage();
  const [saves, setSaves] = useState<SnapshotView[] | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const list = () => actions.attempt('', async () => setSaves(await ask<SnapshotView[]>('snapshots')));
  useEffect(() => void list(), []);
  const change = (work: () => Promise<unknown>) => actions.attempt('', async () => {
    await work();
    await list();
  });
  const answer = (yes: boolean) => {
    if (question !== null && yes) void change(() => (question.kind === 'load' ? post('snapshots/load', { name: question.name }) : remove(`snapshots/${encodeURIComponent(question.name)}`)));
    setQuestion(null);
  };
  return (
    <Dialog title={t('saves')} onClose={onClose}>
      {question === null ? (
        <>
          <NewSave known={saves ?? []} onSave={(name) => void change(() => post('snapshots', { name }))} />
          {saves === null ? <SkeletonLines /> : <SaveList saves={saves} onAsk={setQuestion} />}
          <div class="dialog-acts">
            <label class="btn file-label"><Icon name="file" size={16} /> {t('takeSave')}
              <input class="sr" type="file" accept=".zip" onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                if (file !== undefined) void change(() => sendSave(file));
              }} />
            </label>
            <button type="button" class="btn" onClick={onClose}>{t('close')}</button>
          </div>
        </>
      ) : (
        <>
          <p>{t(question.kind === 'load' ? 'loadAsk' : 'dropAsk', { name: question.name })}</p>
          <div class="dialog-acts">
            <button type="button" class="btn" onClick={() => answer(false)}>{t('cancel')}</button>
            <button type="button" class="btn btn-main" onClick={() => answer(true)}>{t(question.kind === 'load' ? 'loadSave' : 'dropSave')}</button>
          </div>
        </>
      )}
    </Dialog>
  );
}

function NewSave({ known, onSave }: { known: SnapshotView[]; onSave: (name: string) => void }) {
  const { store } = usePage();
  const now = store.clock.value?.now ?? '';
  const [name, setName] = useState(now === '' ? '' : `${shortDay(now)} ${wallTime(now).time}`.replaceAll(/[/\\]/g, '-'));
  const again = known.some((save) => save.name === name.trim());
  return (
    <form class="save-new" onSubmit={(event) => { event.preventDefault(); if (name.trim() !== '') onSave(name.trim()); }}>
      <input class="field" type="text" maxLength={40} aria-label={t('saveName')} placeholder={t('saveName')} value={name} onInput={(event) => setName(event.currentTarget.value)} />
      <button type="submit" class="btn btn-main" disabled={name.trim() === ''}>{again ? t('saveOver') : t('saveNow')}</button>
    </form>
  );
}

function SaveList({ saves, onAsk }: { saves: SnapshotView[]; onAsk: (question: Question) => void }) {
  if (saves.length === 0) return <p class="empty-line">{t('noSaves')}</p>;
  return (
    <ul class="saves" tabIndex={0} aria-label={t('saves')}>
      {saves.map((save) => (
        <li key={save.name}>
          <p><b>{save.name}</b><span class="quiet">{t('saveFacts', { clock: `${shortDay(save.clock)} ${wallTime(save.clock).time}`, people: save.people, messages: save.messages })}</span></p>
          <button type="button" class="btn btn-small" onClick={() => onAsk({ kind: 'load', name: save.name })}>{t('loadSave')}</button>
          <a class="btn-icon" href={`/sandbox/snapshots/${encodeURIComponent(save.name)}/file`} download aria-label={t('giveSave', { name: save.name })} title={t('giveSave', { name: save.name })}><Icon name="download" size={16} /></a>
          <button type="button" class="btn-icon" aria-label={t('dropNamed', { name: save.name })} title={t('dropNamed', { name: save.name })} onClick={() => onAsk({ kind: 'drop', name: save.name })}><Icon name="trash" size={16} /></button>
        </li>
      ))}
    </ul>
  );
}
