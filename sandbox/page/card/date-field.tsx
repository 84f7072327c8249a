import { useState } from 'preact/hooks';
import { fullDay, shortDay } from '../kit/dates.ts';
import { Floating } from '../kit/floating.tsx';
import { Icon } from '../kit/icons.tsx';
import { fieldWidth } from './field.ts';
import { Star } from './input.tsx';
import { MonthPicker, TimePicker } from './month-picker.tsx';
import { useField, useScene, type PartProps } from './scene.ts';
import { flag, label, text, type Node } from './shape.ts';
import { t, type Word } from '../language/language.ts';

const kinds: Record<string, { initial: string; ask: Word; icon: string }> = {
  date_picker: { initial: 'initial_date', ask: 'chooseDate', icon: 'calendar' },
  picker_time: { initial: 'initial_time', ask: 'chooseTime', icon: 'clock' },
  picker_datetime: { initial: 'initial_datetime', ask: 'chooseMoment', icon: 'calendar' },
};

/** A date, a time, or both; the value is the platform's `yyyy-MM-dd HH:mm +0800` in the parts that apply. */
export function DateField({ node, path }: PartProps) {
  const scene = useScene();
  const tag = text(node['tag']);
  const kind = kinds[tag] ?? { initial: 'initial_date', ask: 'chooseDate', icon: 'calendar' };
  const [value, set, missing] = useField(node, path, initialOf(node, kind.initial));
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const bare = String(value).replace(/ [+-]\d{4}$/, '');
  const placeholder = label(node['placeholder']) || t(kind.ask);
  const settle = (picked: string) => {
    setAnchor(null);
    set(picked === '' ? '' : `${picked} +0800`);
    if (!scene.inForm && picked !== '') scene.tap(path, { option: `${picked} +0800` });
  };
  const shown = shownText(bare, tag, scene.today);
  return (
    <div class={`labelled${missing ? ' is-missing' : ''}`} style={{ width: fieldWidth(node) }}>
      <button type="button" class="field select" disabled={flag(node['disabled'])} aria-haspopup="dialog" aria-expanded={anchor !== null} aria-label={`${placeholder}${flag(node['required']) ? t('required') : ''}${shown === '' ? '' : t('chosenIs', { text: shown })}`} onClick={(event) => setAnchor(event.currentTarget)}>
        {shown === '' ? <span class="placeholder">{placeholder}{flag(node['required']) && <Star />}</span> : <span class="select-value">{shown}</span>}
        <Icon name={kind.icon} size={16} />
      </button>
      {missing && <p class="field-missing">{t('pleaseChoose')}</p>}
      {anchor !== null && (
        <Floating anchor={anchor} label={placeholder} width={tag === 'picker_time' ? 200 : 292} onClose={() => setAnchor(null)}>
          <PickerBody tag={tag} bare={bare} today={scene.today} onSettle={settle} />
        </Floating>
      )}
    </div>
  );
}

function initialOf(node: Node, key: string): string {
  const given = text(node[key]);
  return given === '' ? '' : `${given} +0800`;
}

function shownText(bare: string, tag: string, today: string): string {
  if (bare === '' || tag === 'picker_time') return bare;
  const [date = '', time] = bare.split(' ');
  const moment = `${date}T00:00:00+08:00`;
  if (time === undefined) return fullDay(moment);
  return `${date.slice(0, 4) === today.slice(0, 4) ? shortDay(moment) : fullDay(moment)} ${time}`;
}

interface BodyProps {
  tag: string;
  bare: string;
  today: string;
  onSettle: (value: string) => void;
}

function PickerBody({ tag, bare, today, onSettle }: BodyProps) {
  const [date, setDate] = useState(tag === 'picker_time' ? '' : bare.slice(0, 10));
  const [time, setTime] = useState(tag === 'picker_time' ? bare || '09:00' : bare.slice(11) || '09:00');
  if (tag === 'date_picker') {
    return (
      <>
        <MonthPicker value={date} today={today} onChoose={onSettle} />
        {bare !== '' && <div class="choices-foot"><button type="button" class="btn btn-small" onClick={() => onSettle('')}>{t('clear')}</button></div>}
      </>
    );
  }
  const whole = tag === 'picker_time' ? time : `${date} ${time}`;
  return (
    <>
      {tag === 'picker_datetime' && <MonthPicker value={date} today={today} onChoose={setDate} />}
      <TimePicker value={time} onChange={setTime} />
      <div class="choices-foot">
        <button type="button" class="btn btn-small" onClick={() => onSettle('')}>{t('clear')}</button>
        <button type="button" class="btn btn-small btn-main" disabled={tag === 'picker_datetime' && date === ''} onClick={() => onSettle(whole)}>{t('settle')}</button>
      </div>
    </>
  );
}
