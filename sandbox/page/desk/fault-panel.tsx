import { useState } from 'preact/hooks';
import { faultKinds, type FaultKind, type FaultPlan, type FaultRule, type Faults } from '../../api/faults.ts';
import { Floating } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { t, type Word } from '../language/language.ts';
import { post } from '../state/api-client.ts';
import { usePage } from '../state/context.ts';
import { faultGroups, faultPresets } from './faults-data.ts';

const chances = [0, 0.05, 0.2, 0.5, 1];

/** The faults that are on. */
export function faultsOn(faults: Faults | null): FaultKind[] {
  return faultKinds.filter((kind) => faults?.[kind] !== undefined);
}

/** The button of the platform's faults; while any is on it says so and how many. */
export function FaultButton() {
  const { store, actions } = usePage();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const on = faultsOn(store.faults.value).length;
  const open = (button: HTMLElement) => {
    setAnchor(button);
    void actions.loadFaults();
  };
  return (
    <>
      <button type="button" class={on > 0 ? 'btn btn-small faults-on' : 'btn-icon wide-only'} aria-haspopup="dialog" aria-label={on > 0 ? t('faultsOn', { count: on }) : t('faults')} title={t('faults')} onClick={(event) => open(event.currentTarget)}>
        <Icon name="wrench" size={on > 0 ? 15 : 18} />{on > 0 && <span>{t('faultsOn', { count: on })}</span>}
      </button>
      {anchor !== null && <FaultPanel anchor={anchor} onClose={() => setAnchor(null)} />}
    </>
  );
}

/** All faults by group, ready-made weather, and the seed from which they are drawn. */
export function FaultPanel({ anchor, onClose }: { anchor: HTMLElement; onClose: () => void }) {
  const { store, actions } = usePage();
  const faults = store.faults.value;
  if (faults === null) return null;
  const set = (plan: FaultPlan) => void actions.attempt('', async () => { store.faults.value = await post<Faults>('faults', plan); });
  const change = (kind: FaultKind, rule: FaultRule | null) => {
    const { [kind]: _before, ...others } = faults;
    set(rule === null ? others : { ...others, [kind]: rule });
  };
  return (
    <Floating anchor={anchor} label={t('faults')} width={420} align="end" onClose={onClose}>
      <div class="fault-head">
        {faultPresets.map((preset) => <button type="button" key={preset.name} class="btn btn-small" onClick={() => set({ seed: faults.seed, ...preset.plan })}>{t(preset.name)}</button>)}
      </div>
      {faultGroups.map((group) => (
        <section key={group.name} class="fault-group">
          <h3 class="menu-title">{t(group.name)}</h3>
          {group.faults.map((fault) => <FaultRow key={fault.kind} name={fault.name} rule={faults[fault.kind]} late={fault.late === true} loses={fault.loses === true} example={group.only} onChange={(rule) => change(fault.kind, rule)} />)}
        </section>
      ))}
      <label class="fault"><span>{t('seed')}</span><input class="field" type="number" value={faults.seed} onChange={(event) => set({ ...faults, seed: Number(event.currentTarget.value) })} /></label>
      <p class="menu-note">{t('seedHint')}</p>
    </Floating>
  );
}

interface RowProps {
  name: Word;
  rule: FaultRule | undefined;
  late: boolean;
  /** Whether it takes the answer of a call that may have been done. */
  loses: boolean;
  /** What a filter of this group looks like. */
  example: string;
  onChange: (rule: FaultRule | null) => void;
}

function FaultRow({ name, rule, late, loses, example, onChange }: RowProps) {
  const chance = rule === undefined ? 0 : (rule.chance ?? 1);
  const shown = chances.includes(chance) ? chances : [...chances, chance];
  const number = (field: 'times' | 'ms', value: string) => {
    if (rule === undefined) return;
    const { [field]: _before, ...others } = rule;
    onChange(value === '' ? others : { ...others, [field]: Number(value) });
  };
  const done = (value: string) => {
    if (rule === undefined) return;
    const { done: _before, ...others } = rule;
    onChange(value === '' ? others : { ...others, done: value === 'yes' });
  };
  const only = (value: string) => {
    if (rule === undefined) return;
    const { only: _before, ...others } = rule;
    onChange(value.trim() === '' ? others : { ...others, only: value.trim() });
  };
  return (
    <div class={`fault-row${rule === undefined ? '' : ' is-on'}`}>
      <label class="fault">
        <span>{t(name)}</span>
        <select class="field" value={String(chance)} onChange={(event) => onChange(Number(event.currentTarget.value) === 0 ? null : { ...rule, chance: Number(event.currentTarget.value) })}>
          {shown.map((each) => <option key={each} value={String(each)}>{each === 0 ? t('off') : `${Math.round(each * 100)}%`}</option>)}
        </select>
      </label>
      {rule !== undefined && (
        <div class="fault-more">
          <label>{t('faultOnly')}<input class="field" type="text" placeholder={example} value={rule.only ?? ''} onChange={(event) => only(event.currentTarget.value)} /></label>
          <label>{t('faultTimes')}<input class="field" type="number" min={1} placeholder={t('noEnd')} value={rule.times ?? ''} onChange={(event) => number('times', event.currentTarget.value)} /></label>
          {loses && (
            <label>{t('faultDone')}
              <select class="field" value={rule.done === undefined ? '' : rule.done ? 'yes' : 'no'} onChange={(event) => done(event.currentTarget.value)}>
                <option value="">{t('doneEither')}</option><option value="yes">{t('doneYes')}</option><option value="no">{t('doneNo')}</option>
              </select>
            </label>
          )}
          {late && <label>{t('faultMs')}<input class="field" type="number" min={0} step={500} placeholder="2000" value={rule.ms ?? ''} onChange={(event) => number('ms', event.currentTarget.value)} /></label>}
        </div>
      )}
    </div>
  );
}
