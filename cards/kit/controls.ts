import type { Document } from '../../src/domain/document.ts';
import { staffOf, type Directory } from '../../src/domain/people.ts';
import { opens, refusalLine, show, typedText, type DrawInput } from './draw.ts';
import { button, buttonRow, focus, form, help, input, more, submit, type Child, type Element, type Option, type Tap } from './kit.ts';

/** Makes a labelled field of a form required on the client; only for forms with a single submit button. */
export function must(field: Element): Element {
  const columns = field['columns'] as { elements: Element[] }[];
  return { ...field, columns: columns.map((column, index) => (index === 1 ? { ...column, elements: column.elements.map((inner) => ({ ...inner, required: true })) } : column)) };
}

/** An element with a small link at its right. */
export function withLink(element: Element, link: Child): Element {
  return {
    tag: 'column_set', flex_mode: 'none', horizontal_spacing: '8px',
    columns: [{ tag: 'column', width: 'weighted', weight: 1, vertical_align: 'center', elements: [element] }, ...(link ? [{ tag: 'column', width: 'auto', vertical_align: 'center', elements: [link] }] : [])],
  };
}

/** The link 怎么算的 to the explanation of a limit of this document. */
export function howCounted({ doc }: DrawInput, rule: string): Element {
  return button('怎么算的', opens(doc, 'how-counted', rule), { look: 'text' });
}

/** The link that brings a written document of this case into the chat. */
export function paperLink(doc: { id: string; kind: string }, paper: string, text = '下载全文'): Element {
  return button(text, { do: 'ask', what: 'paper', arg: `${doc.id}|${paper}|${doc.kind}` }, { look: 'text' });
}

/** A link to a page of the platform; nothing where the address is not https. */
export function linkButton(text: string, url: string): Child {
  if (!url.startsWith('https://')) return undefined;
  return { tag: 'button', text: { tag: 'plain_text', content: text }, type: 'text', behaviors: [{ type: 'open_url', default_url: url }] };
}

/** The face of a card that asks for one sentence before an act: what it is about, the field, the act, the way back. */
export function sentenceFace(at: DrawInput, what: { card: string; focus: string; label: string; note?: string; verb: string; tap: Tap; field?: string; danger?: boolean }): Child[] {
  const field = what.field ?? 'reason';
  return [
    refusalLine(at), focus(what.focus), what.note && help(what.note),
    form('sentence', [
      input(field, what.label, { value: typedText(at, field, ''), rows: 3 }),
      submit('send', what.verb, { tap: what.tap, look: what.danger ? 'danger' : 'primary_filled', wide: true }),
    ]),
    back(at, what.card),
  ];
}

/** The way back from a face to the ordinary one; stands outside any form. */
export function back(at: DrawInput, card: string): Element {
  return button('返回', show(at, card, ''), { look: 'text' });
}

/** Buttons of a card in one row: the first is the primary one and fills the width if it stands alone; at most three are shown, what is seldom wanted waits in the menu after them. */
export function choicesOf(buttons: readonly ({ text: string; tap: Tap; confirm?: { title: string; text: string }; quiet?: boolean } | false | undefined | '')[], menu: readonly ({ text: string; tap: Tap } | false | undefined | '')[] = []): Child {
  const shown = buttons.filter((each) => typeof each === 'object').slice(0, 3);
  const rest = menu.filter((each) => typeof each === 'object');
  const wide = shown.length === 1 && !rest.length;
  return buttonRow(...shown.map(({ text, tap, confirm, quiet }, index) => button(text, tap, { look: index === 0 && !quiet ? 'primary_filled' : 'default', wide, ...(confirm ? { confirm } : {}) })), more(rest));
}

/** The evidence of a document's matter as one package, with 证据清单 and the trail; handing it out is noted. */
export function evidencePackage({ kind, id }: Document): { text: string; tap: Tap } {
  return { text: '下载证据包', tap: { do: 'ask', what: 'package', arg: `${kind}|${id}` } };
}

/** The exchange with the reporter of a document's matter. */
export function askReporter({ matter }: Pick<Document, 'matter'>): { text: string; tap: Tap } {
  return { text: '向举报人提问', tap: opens({ kind: 'matter', id: matter }, 'question') };
}

/** Organs as options of a choice, without some. */
export function organOptions(directory: Directory, without: readonly string[], kinds: readonly string[] = ['department']): Option[] {
  return [...directory.organs.values()].filter((organ) => kinds.includes(organ.kind) && !without.includes(organ.code)).map((organ) => ({ value: organ.code, text: organ.short }));
}

/** Ids of an organ's people by pinyin, as person pickers offer them. */
export function peopleOf(directory: Directory, organs: readonly string[]): string[] {
  return organs.flatMap((organ) => staffOf(directory, organ)).sort((a, b) => a.name.localeCompare(b.name, 'zh')).map((person) => person.id);
}
