import { useEffect, useState } from 'preact/hooks';
import type { AgendaEntry, AgendaView } from '../../api/agenda.ts';
import type { ClockMove } from '../../api/clock.ts';
import { MonthPicker, TimePicker } from '../card/month-picker.tsx';
import { addDays, dayKey, fullDay, shortDay, wallTime } from '../kit/dates.ts';
import { Floating } from '../kit/floating.tsx';
import { SkeletonLines } from '../kit/skeleton.tsx';
import { t } from '../language/language.ts';
import type { Actions } from '../state/actions.ts';
import { ask } from '../state/api-client.ts';
import { usePage } from '../state/context.ts';
import { stopAtNext } from './clock-ride.tsx';

interface MenuProps {
  anchor: HTMLElement;
  now: number;
  onClose: () => void;
}

/** Back to the machine's time and pace; the sandbox's own time is never turned back. */
export async function goToNow(actions: Actions, now: number): Promise<void> {
  await actions.moveClock({ rate: 1 });
  if (now < Date.now()) await actions.moveClock({ to: new Date().toISOString() });
  else actions.tell('', { type: 'info', text: t('clockAhead') });
}

/** How fast the sandbox's time may run against the machine's. */
export const rates = [0, 1, 60, 3600] as const;

/** A pace as it is written on the clock. */
export function paceWords(rate: number): string {
  return rate === 0 ? t('stopped') : `${rate}×`;
}

const jumps = [
  { word: 'hourLater', move: { hours: 1 } },
  { word: 'nextWorkingDay', move: { workingDays: 1 } },
  { word: 'thirdWorkingDay', move: { workingDays: 3 } },
  { word: 'dayLater', move: { days: 1 } },
] as const;

const reminders: readonly AgendaEntry['kind'][] = ['reminder', 'event'];
const ends: readonly AgendaEntry['kind'][] = ['due', 'task'];

/** 「快进」: choose where to, see what will happen on the way, then go there at once or stop at each. */
export function ClockMenu({ anchor, now, onClose }: MenuProps) {
  const { store, actions } = usePage();
  const [move, setMove] = useState<ClockMove | null>(null);
  const [picking, setPicking] = useState(false);
  const [ahead, setAhead] = useState<AgendaEntry[]>([]);
  useEffect(() => void ask<AgendaView>('agenda').then((view) => setAhead(view.entries), () => undefined), []);
  const chosen = (wish: ClockMove) => JSON.stringify(wish) === JSON.stringify(move);
  const jump = (words: string, wish: ClockMove | null) => (
    <button type="button" key={words} class="btn jump" aria-pressed={wish !== null && chosen(wish)} disabled={wish === null} onClick={() => { setPicking(false); setMove(wish); }}>{words}</button>
  );
  const next = (kinds: readonly AgendaEntry['kind'][]) => {
    const found = ahead.find((entry) => kinds.includes(entry.kind));
    return found === undefined ? null : { to: found.at };
  };
  return (
    <Floating anchor={anchor} label={t('forward')} width={368} align="end" onClose={onClose}>
      <p class="menu-title">{t('forwardTo')}</p>
      <div class="jumps">
        {jumps.map((each) => jump(t(each.word), each.move))}
        {jump(t('nextReminder'), next(reminders))}
        {jump(t('nextDue'), next(ends))}
        <button type="button" class="btn jump" aria-expanded={picking} onClick={() => setPicking(!picking)}>{t('givenTime')}</button>
      </div>
      {picking && <MomentPicker now={now} onChoose={(to) => { setPicking(false); setMove({ to }); }} />}
      {move !== null && <OnTheWay move={move} onClose={onClose} />}
      <div class="menu-row narrow-only" role="group" aria-label={t('pace')}>
        <button type="button" class="btn btn-small" title={t('clockNowHint')} onClick={() => { onClose(); void goToNow(actions, now); }}>{t('clockNow')}</button>
        {rates.map((rate) => <button type="button" key={rate} class="btn btn-small" aria-pressed={store.clock.value?.rate === rate} onClick={() => { onClose(); void actions.moveClock({ rate }); }}>{paceWords(rate)}</button>)}
      </div>
      <p class="menu-note">{t('onlyForward')}</p>
    </Floating>
  );
}

const shown = 6;

function OnTheWay({ move, onClose }: { move: ClockMove; onClose: () => void }) {
  const { store, actions } = usePage();
  const [view, setView] = useState<AgendaView | null>(null);
  useEffect(() => {
    setView(null);
    void ask<AgendaView>('agenda', { ...move }).then(setView, () => onClose());
  }, [move]);
  if (view === null) return <SkeletonLines />;
  const count = view.entries.length;
  const straight = () => {
    onClose();
    void actions.moveClock({ to: view.to });
  };
  const stops = () => {
    onClose();
    void stopAtNext({ store, actions }, view.to);
  };
  return (
    <section class="on-the-way" aria-label={t('onTheWay')}>
      <p><b>{fullDay(view.to)} {wallTime(view.to).time}</b></p>
      <p role="status">{count === 0 ? t('nothingOnTheWay') : t('happens', { count })}</p>
      <ul>{view.entries.slice(0, shown).map((entry, at) => <li key={at}><time>{shortDay(entry.at)} {wallTime(entry.at).time}</time><span>{entry.words}</span></li>)}</ul>
      {count > shown && <p class="quiet">{t('moreOnTheWay', { count: count - shown })}</p>}
      <div class="menu-row">
        {count > 0 && <button type="button" class="btn btn-small" onClick={stops}>{t('stopAtEach')}</button>}
        <button type="button" class="btn btn-small btn-main" onClick={straight}>{t('goStraight')}</button>
      </div>
    </section>
  );
}

function MomentPicker({ now, onChoose }: { now: number; onChoose: (moment: string) => void }) {
  const today = new Date(now).toISOString();
  const [date, setDate] = useState(addDays(dayKey(now), 1));
  const [time, setTime] = useState('09:00');
  return (
    <>
      <MonthPicker value={date} today={today} onChoose={setDate} />
      <TimePicker value={time} onChange={setTime} />
      <div class="menu-row"><button type="button" class="btn btn-small" onClick={() => onChoose(`${date}T${time}:00+08:00`)}>{t('thisMoment')}</button></div>
    </>
  );
}
