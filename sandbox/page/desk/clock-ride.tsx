import type { AgendaEntry, AgendaView } from '../../api/agenda.ts';
import { shortDay, wallTime } from '../kit/dates.ts';
import { t } from '../language/language.ts';
import { ask } from '../state/api-client.ts';
import { usePage, type PageScene } from '../state/context.ts';

/** A way through time that stops at everything that happens on it. */
export interface Ride {
  /** Where it ends, ISO. */
  to: string;
  /** What happens at this stop. */
  here: AgendaEntry[];
  /** How many things are still ahead. */
  left: number;
}

/** Moves the clock to the next thing before `to`, or to `to` when nothing is left. */
export async function stopAtNext({ store, actions }: PageScene, to: string): Promise<void> {
  await actions.attempt('', async () => {
    const { entries } = await ask<AgendaView>('agenda', { to });
    const [next] = entries;
    const here = entries.filter((entry) => entry.at === next?.at);
    store.ride.value = next === undefined ? null : { to, here, left: entries.length - here.length };
    await actions.moveClock({ to: next?.at ?? to });
  });
}

/** Where the clock has stopped on its way, what happens there, and the ways on. */
export function RideStrip() {
  const scene = usePage();
  const { store, actions } = scene;
  const ride = store.ride.value;
  const [first] = ride?.here ?? [];
  if (ride === null || first === undefined) return null;
  const moment = (at: string) => `${shortDay(at)} ${wallTime(at).time}`;
  const straight = () => {
    store.ride.value = null;
    void actions.moveClock({ to: ride.to });
  };
  return (
    <div class="ride" role="status">
      <p><b>{t('stoppedAt', { moment: moment(first.at) })}</b>{ride.here.map((entry) => entry.words).join(t('comma'))}</p>
      <div class="ride-acts">
        <button type="button" class="btn btn-small btn-main" onClick={() => void stopAtNext(scene, ride.to)}>{ride.left > 0 ? t('nextStop', { count: ride.left }) : t('toTheEnd', { moment: moment(ride.to) })}</button>
        {ride.left > 0 && <button type="button" class="btn btn-small" onClick={straight}>{t('toTheEnd', { moment: moment(ride.to) })}</button>}
        <button type="button" class="btn btn-small" onClick={() => { store.ride.value = null; }}>{t('stayHere')}</button>
      </div>
    </div>
  );
}
