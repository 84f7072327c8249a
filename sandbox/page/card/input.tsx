import { useId, useRef } from 'preact/hooks';
import { Icon } from '../kit/icons.tsx';
import { fieldWidth } from './field.ts';
import { useField, useScene, type PartProps } from './scene.ts';
import { flag, label, text, within, type Node } from './shape.ts';
import { t } from '../language/language.ts';

/** An input of one or several lines with its label and, near the limit or in several lines, a counter. */
export function CardInput({ node, path }: PartProps) {
  const scene = useScene();
  const [value, set, missing] = useField(node, path, text(node['default_value']));
  const sent = useRef(String(value));
  const id = useId();
  const kind = text(node['input_type']) || 'text';
  const words = String(value);
  const limit = within(node['max_length'], [1, 1000], 1000);
  const many = kind === 'multiline_text';
  const fresh = !scene.inForm && words !== sent.current;
  const commit = () => {
    if (!fresh || scene.draft.busy.value !== null) return;
    sent.current = words;
    scene.tap(path, { input: words });
  };
  const named = label(node['label']);
  const required = flag(node['required']);
  return (
    <div class={`labelled label-${text(node['label_position']) || 'top'}${missing ? ' is-missing' : ''}`}>
      {named !== '' && <label for={id}>{named}{required && <Star />}</label>}
      <div class={`field-box${many ? ' is-many' : ''}${kind === 'password' && node['show_icon'] !== false ? ' has-lead' : ''}`} style={{ width: fieldWidth(node) }}>
        <Typing node={node} id={id} words={words} limit={limit} missing={missing} onType={set} onDone={commit} />
        {kind === 'password' && node['show_icon'] !== false && <span class="field-lead"><Icon name="lock" size={16} /></span>}
        {named === '' && required && words === '' && <Star />}
        {fresh && <button type="button" class="btn-icon field-send" aria-label={t('sendInput')} onClick={commit}><Icon name="check" size={16} /></button>}
        {(many || words.length > limit * 0.8) && <span class="counter" aria-hidden="true">{words.length}/{limit}</span>}
      </div>
      {missing && <p class="field-missing">{t('pleaseFill')}</p>}
    </div>
  );
}

interface TypingProps {
  node: Node;
  id: string;
  words: string;
  limit: number;
  missing: boolean;
  onType: (words: string) => void;
  onDone: () => void;
}

function Typing({ node, id, words, limit, missing, onType, onDone }: TypingProps) {
  const kind = text(node['input_type']) || 'text';
  const shared = {
    id,
    class: 'field',
    value: words,
    placeholder: label(node['placeholder']),
    maxLength: limit,
    disabled: flag(node['disabled']),
    title: flag(node['disabled']) ? label(node['disabled_tips']) || undefined : undefined,
    'aria-label': label(node['label']) || label(node['placeholder']) || t('fieldInput'),
    'aria-required': flag(node['required']),
    'aria-invalid': missing,
    onBlur: onDone,
  };
  if (kind === 'multiline_text') {
    const rows = within(node['rows'], [1, 30], 5);
    const grows = flag(node['auto_resize']);
    const most = grows ? within(node['max_rows'], [rows, 60], 0) : 0;
    return <textarea {...shared} class={`field${grows ? ' grows' : ''}`} rows={rows} style={{ '--rows': rows, '--most': most === 0 ? undefined : most }} onInput={(event) => onType(event.currentTarget.value)} />;
  }
  const onKeyDown = (event: KeyboardEvent) => { if (event.key === 'Enter' && !event.isComposing) onDone(); };
  const typing = { ...shared, autocomplete: 'off', onKeyDown, onInput: (event: InputEvent) => onType(wordsOf(event)) } as const;
  return kind === 'password' ? <input {...typing} type="password" /> : <input {...typing} type="text" />;
}

function wordsOf(event: InputEvent): string {
  return event.target instanceof HTMLInputElement ? event.target.value : '';
}

/** The mark of what must be filled. */
export function Star() {
  return <b class="star" aria-hidden="true">*</b>;
}
