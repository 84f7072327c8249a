import { Markdown } from './markdown/markdown.tsx';
import { PersonChip } from './person-chip.tsx';
import { dateText, numberText } from './cell-words.ts';
import { label, list, text, texts, toNode, type Node } from './shape.ts';
import { TextTag } from './text-tag.tsx';

/** What stands in one cell, drawn by the `data_type` of its column. */
export function Cell({ column, value }: { column: Node; value: unknown }) {
  const kind = text(column['data_type']);
  if (kind === 'lark_md' || kind === 'markdown') return <Markdown source={text(value)} />;
  if (kind === 'options') return <Options value={value} />;
  if (kind === 'persons') return <Persons value={value} />;
  if (kind === 'date') return <>{dateText(value, text(column['date_format']))}</>;
  if (kind === 'number') return <span class="number">{numberText(value, toNode(column['format']))}</span>;
  return <>{text(value) || label(value)}</>;
}

function Options({ value }: { value: unknown }) {
  const given = typeof value === 'string' ? [{ text: value }] : list(value);
  return <span class="cell-tags">{given.map((option: Node, at) => <TextTag key={at} color={text(option['color'])}>{text(option['text'])}</TextTag>)}</span>;
}

function Persons({ value }: { value: unknown }) {
  const ids = (texts(value).length > 0 ? texts(value) : [text(value)]).filter((id) => id !== '');
  return <span class="people">{ids.map((id, at) => <PersonChip key={at} id={id} size="small" name avatar />)}</span>;
}
