/** A component of a card, as far as scripts look at it. */
export interface Part {
  tag?: string;
  name?: string;
  content?: string;
  text?: Part;
  label?: Part;
  placeholder?: Part;
  header?: Part;
  title?: Part;
  options?: { text?: Part; value?: string }[];
  elements?: Part[];
  columns?: Part[];
  form_action_type?: string;
  default_value?: string;
  initial_option?: string;
  selected_values?: string[];
}

interface CardJson {
  header?: { title?: Part; subtitle?: Part; text_tag_list?: { text?: Part }[] };
  body?: { elements?: Part[] };
}

/** What a card says at a glance: title with subtitle, first tag, first bold line, the words on its buttons. */
export interface Glance {
  title: string;
  tag: string;
  bold: string;
  buttons: string[];
}

function walk(part: Part): Part[] {
  return [part, ...(part.elements ?? []).flatMap(walk), ...(part.columns ?? []).flatMap(walk)];
}

/** All components of a card, in reading order. */
export function partsOf(card: unknown): Part[] {
  return ((card as CardJson).body?.elements ?? []).flatMap(walk);
}

function readable(markdown: string): string {
  return markdown
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/<[^>]+>/g, '')
    .replaceAll('**', '');
}

/** Title, tag, boldest line and buttons of a card. */
export function glance(card: unknown): Glance {
  const { header } = card as CardJson;
  const parts = partsOf(card);
  const bold = parts.find((part) => part.tag === 'markdown' && part.content?.startsWith('**'))?.content ?? '';
  return {
    title: [header?.title?.content, header?.subtitle?.content].filter(Boolean).join('｜'),
    tag: header?.text_tag_list?.[0]?.text?.content ?? '',
    bold: readable(bold),
    buttons: parts.filter((part) => part.tag === 'button').map((part) => part.text?.content ?? ''),
  };
}

/** Everything that a card says, as plain text, a line each. */
export function wordsOf(card: unknown): string {
  const lines = partsOf(card).flatMap((part) => [
    part.content ?? '',
    part.text?.content ?? '',
    part.header?.title?.content ?? '',
    ...(part.options ?? []).map((option) => option.text?.content ?? ''),
  ]);
  return [glance(card).title, ...lines].filter(Boolean).map(readable).join('\n');
}

/** The value of an option of a select by the beginning of its text; throws when the card does not offer it. */
export function optionOf(card: unknown, name: string, words: string): string {
  const found = partsOf(card)
    .find((part) => part.name === name)
    ?.options?.find((option) => option.text?.content?.startsWith(words));
  if (!found?.value) throw new Error(`the card offers no ${words} under ${name}`);
  return found.value;
}

/** A field of a form: its component, and the words that a person reads as its name. */
export interface Field {
  name: string;
  labels: string[];
  part: Part;
}

function bare(words: string | undefined): string {
  return readable(words ?? '')
    .replace(/[*＊：:（(]?必填[)）]?|[*＊：:\s]+$/g, '')
    .trim();
}

/** The form of a card that holds a button with these words, or its only form; with the fields and the submit button. */
export function formOf(card: unknown, button?: string): { fields: Field[]; submit: string | undefined } | undefined {
  const forms = ((card as CardJson).body?.elements ?? []).filter((part) => part.tag === 'form');
  const submits = (form: Part): string[] =>
    walk(form).flatMap((part) => (part.form_action_type === 'submit' ? (part.text?.content ?? '') : []));
  const form = button === undefined ? forms[0] : forms.find((each) => submits(each).includes(button));
  if (form === undefined) return undefined;
  const fields: Field[] = [];
  let heading = '';
  for (const part of walk(form).slice(1)) {
    if (part.name !== undefined && part.tag !== 'button') {
      const labels = [part.name, bare(part.label?.content), heading, bare(part.text?.content), bare(part.placeholder?.content)];
      fields.push({ name: part.name, labels: labels.filter((label) => label !== ''), part });
      heading = '';
    } else heading = bare(part.content ?? part.text?.content) || heading;
  }
  return { fields, submit: button ?? submits(form)[0] };
}
