import { useId, useRef } from 'preact/hooks';
import { useField, useScene, type PartProps } from './scene.ts';
import { flag, label, text } from './shape.ts';
import { t } from '../language/language.ts';

/** An input of one or several lines with its label and, near the limit or in several lines, a counter. */
export function CardInput({ node, path }: PartProps) {
  const scene = useScene();
  const [value, set, missing] = useField(node, path, text(node['default_value']));
  const sent = useRef(String(value));
  const id = useId();
  const kind = text(node['input_type']) || 'text';
  const limit = Number(node['max_length'] ?? 1000);
  const words = String(value);
  const shared = {
    id,
    class: 'field',
    value: words,
    placeholder: label(node['placeholder']),
    maxLength: limit,
    disabled: flag(node['disabled']),
    'aria-label': label(node['label']) || label(node['placeholder']) || t('fieldInput'),
    'aria-required': flag(node['required']),
    'aria-invalid': missing,
    onInput: (event: InputEvent) => set(typedIn(event)),
  };
  const commit = () => {
    if (scene.inForm || words === sent.current) return;
    sent.current = words;
    scene.tap(path, { input: words });
  };
  const onEnter = (event: KeyboardEvent) => { if (event.key === 'Enter') commit(); };
  const many = kind === 'multiline_text';
  return (
    <div class={`labelled label-${text(node['label_position']) || 'top'}${missing ? ' is-missing' : ''}`}>
      {label(node['label']) !== '' && <label for={id}><FieldLabel words={label(node['label'])} required={flag(node['required'])} /></label>}
      <div class="field-box">
        {many
          ? <textarea {...shared} rows={Number(node['rows'] ?? 5)} onBlur={commit} />
          : kind === 'password'
            ? <input {...shared} type="password" onKeyDown={onEnter} onBlur={commit} />
            : <input {...shared} type="text" onKeyDown={onEnter} onBlur={commit} />}
        {(many || words.length > limit * 0.8) && <span class="counter" aria-hidden="true">{words.length}/{limit}</span>}
      </div>
      {missing && <p class="field-missing">{t('pleaseFill')}</p>}
    </div>
  );
}

function typedIn(event: InputEvent): string {
  const field = event.target;
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '';
}

/** The words above a field; a star marks what must be filled. */
export function FieldLabel({ words, required }: { words: string; required: boolean }) {
  return <>{words}{required && <b class="star" aria-hidden="true">*</b>}</>;
}
