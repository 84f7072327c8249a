import { useState } from 'preact/hooks';
import type { Faults } from '../../api/faults.ts';
import { ask, post } from '../state/api-client.ts';
import { usePage } from '../state/context.ts';
import { Floating } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';

const chances: { key: keyof Faults; name: string }[] = [
  { key: 'api5xx', name: '接口报 5xx' },
  { key: 'apiTimeout', name: '接口不应答' },
  { key: 'api429', name: '接口限流' },
  { key: 'tokenExpired', name: '令牌提前失效' },
  { key: 'eventDuplicate', name: '事件重复推送' },
  { key: 'dropSocket', name: '长连接断开' },
];

const delays: { key: keyof Faults; name: string }[] = [
  { key: 'apiSlowMs', name: '接口变慢' },
  { key: 'eventDelayMs', name: '事件推迟' },
];

const levels = [0, 0.05, 0.2, 0.5, 1];
const waits = [0, 500, 2000, 10_000];

/** The switches for the platform's faults: how often, how late; nothing is on unless somebody turns it on here. */
export function FaultSwitch() {
  const { actions } = usePage();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [faults, setFaults] = useState<Faults | null>(null);
  const read = () => actions.attempt('', async () => setFaults(await ask<Faults>('faults')));
  const change = (next: Faults) => actions.attempt('', async () => setFaults(await post<Faults>('faults', next)));
  const open = (button: HTMLElement) => {
    setAnchor(button);
    void read();
  };
  return (
    <>
      <button type="button" class="btn-icon" aria-haspopup="dialog" aria-label="故障开关" title="故障开关" onClick={(event) => open(event.currentTarget)}><Icon name="wrench" /></button>
      {anchor !== null && faults !== null && (
        <Floating anchor={anchor} label="故障开关" width={290} align="end" onClose={() => setAnchor(null)}>
          <p class="menu-title">故障开关</p>
          {chances.map(({ key, name }) => (
            <Choice key={key} name={name} value={faults[key]} options={levels} word={(level) => (level === 0 ? '关' : `${level * 100}%`)} onChoose={(level) => void change({ ...faults, [key]: level })} />
          ))}
          {delays.map(({ key, name }) => (
            <Choice key={key} name={name} value={faults[key]} options={waits} word={(wait) => (wait === 0 ? '关' : `${wait / 1000} 秒`)} onChoose={(wait) => void change({ ...faults, [key]: wait })} />
          ))}
          <p class="menu-note">同一个种子（{faults.seed}）抽出同样的故障</p>
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
