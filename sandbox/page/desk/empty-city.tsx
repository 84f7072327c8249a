import { useState } from 'preact/hooks';
import type { City } from '../../api/city.ts';
import { Icon } from '../kit/icons.tsx';
import { t } from '../language/language.ts';
import { post, sendSave } from '../state/api-client.ts';
import { usePage } from '../state/context.ts';

const usual = { organisations: 17, people: 300 };

/** What an empty sandbox offers: invent a city, or bring one in from a save. */
export function EmptyCity() {
  const { store, actions } = usePage();
  const [building, setBuilding] = useState(false);
  const during = async (work: () => Promise<unknown>) => {
    setBuilding(true);
    await actions.attempt('', async () => { await work(); });
    setBuilding(false);
  };
  const invent = () => during(async () => { store.city.value = await post<City>('city', { generate: usual }); });
  return (
    <section class="empty empty-city" aria-busy={building}>
      <span class="empty-mark"><Icon name="people" size={30} /></span>
      <h1>{t('emptyCity')}</h1>
      <p>{t('emptyCityHint')}</p>
      <div class="ride-acts">
        <button type="button" class="btn btn-main" disabled={building} onClick={() => void invent()}>{t('inventCity', usual)}</button>
        <label class="btn file-label">{t('takeSave')}
          <input class="sr" type="file" accept=".zip" disabled={building} onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            if (file !== undefined) void during(() => bringIn(file));
          }} />
        </label>
      </div>
      <p role="status">{building ? t('building') : ''}</p>
      <p class="quiet">{t('emptyCityScript')} <code>POST /sandbox/city</code></p>
    </section>
  );
}

async function bringIn(file: File): Promise<void> {
  const { name } = await sendSave(file);
  await post('snapshots/load', { name });
}
