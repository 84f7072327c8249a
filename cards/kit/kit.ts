/** Pieces of card JSON 2.0 as the bot uses them. Falsy children are dropped; text from people goes into `plain` only. */

/** A component of a card. */
export type Element = { tag: string } & Record<string, unknown>;
/** A component or nothing. */
export type Child = Element | false | undefined | '' | null;
/** A whole card. */
export interface Card { schema: '2.0'; config: object; header: object; body: { elements: Element[] } & Record<string, unknown> }

/** Header colours by meaning (experience 3.2). */
export type Tint = 'blue' | 'yellow' | 'orange' | 'red' | 'purple' | 'green' | 'grey';

/** What a tap sends: an act on a document, another face of the card, a question to the bot, or a wish how to be reminded. */
export type Tap =
  | { do: 'act'; kind: string; id: string; act: string; card: string; seen?: number; face?: string; input?: Record<string, unknown> }
  | { do: 'show'; kind: string; id: string; card: string; face: string }
  | { do: 'ask'; what: string; arg?: string }
  | { do: 'mind'; what: 'snooze' | 'settings'; kind?: string; id?: string; until?: string };

/** A confirm dialog: verb and object, then the consequence. */
export interface Confirm { title: string; text: string }

const plainText = (content: string) => ({ tag: 'plain_text', content });
const kept = (children: readonly Child[]): Element[] => children.filter((child): child is Element => Boolean(child));

/** Text that is safe inside card Markdown: every sign with a meaning becomes an entity. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[&<>~\-!*/\\[\]()#:+"'`$_]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The whole card. `summary` stands on lock screens: number, act and limit, nothing else. */
export function card(head: { title: string; subtitle?: string; tint: Tint; tag?: string; summary: string; fill?: boolean }, elements: readonly Child[]): Card {
  return {
    schema: '2.0',
    config: { update_multi: true, enable_forward: false, width_mode: head.fill ? 'fill' : 'default', summary: { content: head.summary } },
    header: {
      title: plainText(head.title),
      ...(head.subtitle ? { subtitle: plainText(head.subtitle) } : {}),
      template: head.tint,
      ...(head.tag ? { text_tag_list: [{ tag: 'text_tag', text: plainText(head.tag), color: tagColor[head.tint] }] } : {}),
    },
    body: { direction: 'vertical', padding: '12px 12px 20px 12px', vertical_spacing: '8px', elements: kept(elements) },
  };
}

const tagColor: Record<Tint, string> = { blue: 'blue', yellow: 'yellow', orange: 'orange', red: 'red', purple: 'purple', green: 'green', grey: 'neutral' };

/** The one bold line of a card. Our own words and escaped values only. */
export function focus(text: string): Element {
  return { tag: 'markdown', content: `**${escapeMarkdown(text)}**`, text_size: 'heading' };
}

/** A line of our own words. */
export function line(text: string): Element {
  return { tag: 'markdown', content: escapeMarkdown(text) };
}

/** A small grey line of help. */
export function help(text: string): Element {
  return { tag: 'markdown', content: `<font color='grey'>${escapeMarkdown(text)}</font>`, text_size: 'notation' };
}

/** Words of people: never interpreted, cut after `lines`. */
export function plain(text: string, lines = 3): Element {
  return { tag: 'div', text: { ...plainText(text), lines } };
}

/** Up to four rows of name and value; empty values are dropped. */
export function facts(rows: readonly (readonly [name: string, value: string | undefined | false])[]): Element {
  const shown = rows.filter((row): row is [string, string] => Boolean(row[1]));
  return {
    tag: 'column_set', flex_mode: 'none', horizontal_spacing: '8px',
    columns: [
      { tag: 'column', width: 'auto', vertical_spacing: '4px', elements: shown.map(([name]) => ({ tag: 'div', text: { ...plainText(name), text_color: 'grey', lines: 1 } })) },
      { tag: 'column', width: 'weighted', weight: 1, vertical_spacing: '4px', elements: shown.map(([, value]) => ({ tag: 'div', text: { ...plainText(value), lines: 1 } })) },
    ],
  };
}

/** A grey box with our own lines. */
export function box(...lines: readonly (string | false | undefined)[]): Element {
  return {
    tag: 'column_set', flex_mode: 'none', background_style: 'grey-50',
    columns: [{ tag: 'column', width: 'weighted', weight: 1, padding: '8px 12px 8px 12px', vertical_spacing: '4px', elements: lines.filter(Boolean).map((text) => ({ tag: 'div', text: plainText(String(text)) })) }],
  };
}

/** A folded panel. */
export function panel(title: string, children: readonly Child[]): Element {
  return {
    tag: 'collapsible_panel', expanded: false,
    header: { title: plainText(title), icon: { tag: 'standard_icon', token: 'down-small-ccm_outlined' }, icon_position: 'right', icon_expanded_angle: -180 },
    border: { color: 'grey-300', corner_radius: '6px' }, padding: '8px', vertical_spacing: '6px', elements: kept(children),
  };
}

/** A row that can be tapped. */
export function tapRow(children: readonly Child[], tap: Tap): Element {
  return { tag: 'interactive_container', width: 'fill', padding: '8px', has_border: true, border_color: 'grey-300', corner_radius: '6px', behaviors: [{ type: 'callback', value: tap }], elements: kept(children) };
}

/** How a button looks: one primary, the rest default, danger only for 移出、作废、撤回转办. */
export type Look = 'primary_filled' | 'default' | 'danger' | 'text';

/** A button outside a form. */
export function button(text: string, tap: Tap, options: { look?: Look; confirm?: Confirm; wide?: boolean; disabled?: boolean } = {}): Element {
  return {
    tag: 'button', text: plainText(text), type: options.look ?? 'default', width: options.wide ? 'fill' : 'default',
    ...(options.disabled ? { disabled: true } : {}), ...(options.confirm ? { confirm: { title: plainText(options.confirm.title), text: plainText(options.confirm.text) } } : {}),
    behaviors: [{ type: 'callback', value: tap }],
  };
}

/** Buttons side by side. */
export function buttonRow(...buttons: readonly Child[]): Child {
  const shown = kept(buttons);
  if (!shown.length) return undefined;
  if (shown.length === 1) return shown[0];
  return { tag: 'column_set', flex_mode: 'flow', horizontal_spacing: '8px', columns: shown.map((element) => ({ tag: 'column', width: 'auto', elements: [element] })) };
}

/** The `[..]` menu, outside any form. The chosen option's value is JSON of a Tap. */
export function more(options: readonly { text: string; tap: Tap }[]): Child {
  if (!options.length) return undefined;
  return { tag: 'overflow', options: options.map((option) => ({ text: plainText(option.text), value: JSON.stringify(option.tap) })) };
}

/** A form at the root of the card; its buttons must be `submit`. */
export function form(name: string, children: readonly Child[]): Element {
  return { tag: 'form', name, vertical_spacing: '8px', elements: kept(children) };
}

/** A submit button inside a form. */
export function submit(name: string, text: string, { tap, ...options }: { tap: Tap; look?: Look; confirm?: Confirm; wide?: boolean }): Element {
  return { ...button(text, tap, options), name, form_action_type: 'submit' };
}

/** An option of a select. */
export interface Option { value: string; text: string }

const labelled = (label: string, input: Element): Element => ({
  tag: 'column_set', flex_mode: 'none', horizontal_spacing: '8px',
  columns: [
    { tag: 'column', width: '98px', vertical_align: 'center', elements: [{ tag: 'div', text: { ...plainText(label), text_color: 'grey', lines: 2 } }] },
    { tag: 'column', width: 'weighted', weight: 1, elements: [input] },
  ],
});

const choices = (options: readonly Option[]) => options.map((option) => ({ text: plainText(option.text), value: option.value }));

/** A labelled single choice inside a form. */
export function select(name: string, label: string, { options, value = '', placeholder = '请选择' }: { options: readonly Option[]; value?: string; placeholder?: string }): Element {
  const known = options.some((option) => option.value === value);
  return labelled(label, { tag: 'select_static', name, width: 'fill', placeholder: plainText(placeholder), options: choices(options), ...(known ? { initial_option: value } : {}) });
}

/** A choice outside any form; what was chosen comes as the argument of its question. */
export function choose(placeholder: string, options: readonly Option[], tap: Tap): Element {
  return { tag: 'select_static', width: 'fill', placeholder: plainText(placeholder), options: choices(options), behaviors: [{ type: 'callback', value: tap }] };
}

/** A labelled multiple choice inside a form. */
export function multiSelect(name: string, label: string, { options, values = [], placeholder = '请选择' }: { options: readonly Option[]; values?: readonly string[]; placeholder?: string }): Element {
  const known = values.filter((value) => options.some((option) => option.value === value));
  return labelled(label, { tag: 'multi_select_static', name, width: 'fill', placeholder: plainText(placeholder), options: choices(options), selected_values: known });
}

/** A labelled choice of persons inside a form; options are always given (an empty list would offer the whole chat). */
export function people(name: string, label: string, { ids, ...options }: { ids: readonly string[]; values?: readonly string[]; single?: boolean }): Element {
  const common = { name, width: 'fill', placeholder: plainText('请选择'), options: ids.slice(0, 50).map((value) => ({ value })) };
  return labelled(label, options.single ? { tag: 'select_person', ...common, ...(options.values?.[0] ? { initial_option: options.values[0] } : {}) } : { tag: 'multi_select_person', ...common, selected_values: options.values ?? [] });
}

/** A tick inside a form; its value is true or false. */
export function tick(name: string, text: string, checked: boolean): Element {
  return { tag: 'checker', name, checked, text: plainText(text) };
}

/** A labelled line of text inside a form; `rows` makes it several lines. At most 1000 characters. */
export function input(name: string, label: string, { value = '', ...options }: { value?: string; rows?: number; placeholder?: string }): Element {
  return labelled(label, {
    tag: 'input', name, width: 'fill', default_value: value.slice(0, 1000), max_length: 1000, placeholder: plainText(options.placeholder ?? '请填写'),
    ...(options.rows ? { input_type: 'multiline_text', rows: options.rows } : {}),
  });
}

/** A labelled day inside a form; `value` is an ISO date. */
export function day(name: string, label: string, { value = '', placeholder = '请选择日期' }: { value?: string; placeholder?: string }): Element {
  return labelled(label, { tag: 'date_picker', name, width: 'fill', placeholder: plainText(placeholder), ...(value ? { initial_date: value } : {}) });
}

/** A labelled day and time inside a form; `value` is `yyyy-MM-dd HH:mm`. */
export function moment(name: string, label: string, { value = '' }: { value?: string }): Element {
  return labelled(label, { tag: 'picker_datetime', name, width: 'fill', placeholder: plainText('请选择时间'), ...(value ? { initial_datetime: value } : {}) });
}

/** Whether a card holds a form, which must not be redrawn while somebody fills it in. */
export function holdsForm(drawn: Card): boolean {
  return drawn.body.elements.some((element) => element.tag === 'form');
}
