import { useState } from 'preact/hooks';
import type { FaultKind, FaultPlan, Faults } from '../../api/faults.ts';
import { ask, post } from '../state/api-client.ts';
import { usePage } from '../state/context.ts';
import { Floating } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { t, type Word } from '../language/language.ts';

const chances: { key: FaultKind; name: Word }[] = [
  { key: 'api5xx', name: 'fault5xx' },
  { key: 'apiTimeout', name: 'faultTimeout' },
  { key: 'api429', name: 'fault429' },
  { key: 'tokenExpired', name: 'faultToken' },
  { key: 'eventDuplicate', name: 'faultDuplicate' },
  { key: 'dropSocket', name: 'faultSocket' },
  { key: 'apiReset', name: 'faultReset' },
  { key: 'chatDisbanded', name: 'faultDisbanded' },
  { key: 'eventReorder', name: 'faultReorder' },
  { key: 'ackLost', name: 'faultAckLost' },
  { key: 'endpoint', name: 'faultEndpoint' },
];

const delays: { key: FaultKind; name: Word }[] = [
  { key: 'apiSlow', name: 'faultSlow' },
  { key: 'eventDelay', name: 'faultDelay' },
];

const levels = [0, 0.05, 0.2, 0.5, 1];
const waits = [0, 500, 2000, 10_000];

/** The switches for the platform's faults: how often, how late; nothing is on unless somebody turns it on here. */
export function FaultSwitch() {
  const { actions } = usePage();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [faults, setFaults] = useState<Faults | null>(null);
  const read = () => actions.attempt('', async () => setFaults(await ask<Faults>('faults')));
  const change = (next: FaultPlan) => actions.attempt('', async () => setFaults(await post<Faults>('faults', next)));
  const open = (button: HTMLElement) => {
    setAnchor(button);
    void read();
  };
  return (
    <>
      <button type="button" class="btn-icon" aria-haspopup="dialog" aria-label={t('faults')} title={t('faults')} onClick={(event) => open(event.currentTarget)}><Icon name="wrench" /></button>
      {anchor !== null && faults !== null && (
        <Floating anchor={anchor} label={t('faults')} width={290} align="end" onClose={() => setAnchor(null)}>
          <p class="menu-title">{t('faults')}</p>
          {chances.map(({ key, name }) => (
            <Choice key={key} name={t(name)} value={faults[key] === undefined ? 0 : (faults[key].chance ?? 1)} options={levels} word={(level) => (level === 0 ? t('off') : `${level * 100}%`)} onChoose={(level) => void change({ ...faults, [key]: level })} />
          ))}
          {delays.map(({ key, name }) => (
            <Choice key={key} name={t(name)} value={faults[key]?.ms ?? 0} options={waits} word={(wait) => (wait === 0 ? t('off') : t('secondsCount', { count: wait / 1000 }))} onChoose={(wait) => void change({ ...faults, [key]: wait === 0 ? 0 : { ms: wait } })} />
          ))}
          <p class="menu-note">{t('faultSeed', { seed: faults.seed })}</p>
        </Floating>
      )}
    </>
  );
}

interface ChoiceProps {
  name: string;
  value: number;
  options: number[];
  word: (option: number) => string;
  onChoose: (option: number) => void;
}

function Choice({ name, value, options, word, onChoose }: ChoiceProps) {
  const shown = options.includes(value) ? options : [...options, value];
  return (
    <label class="fault">
      <span>{name}</span>
      <select class="field" value={String(value)} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
        {shown.map((option) => <option key={option} value={String(option)}>{word(option)}</option>)}
      </select>
    </label>
  );
}
