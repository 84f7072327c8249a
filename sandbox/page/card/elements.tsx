import type { ComponentType } from 'preact';
import { Audio } from './audio.tsx';
import { CardButton } from './button.tsx';
import { Chart } from './chart.tsx';
import { Checker } from './checker.tsx';
import { ColumnSet } from './columns.tsx';
import { DateField } from './date-field.tsx';
import { CardForm } from './form.tsx';
import { CardInput } from './input.tsx';
import { Markdown } from './markdown/markdown.tsx';
import { CardImage, ImageCombination } from './media.tsx';
import { Overflow } from './overflow.tsx';
import { CollapsiblePanel } from './panel.tsx';
import { PartIcon } from './part-icon.tsx';
import { Person, PersonList } from './people.tsx';
import { useScene, type PartProps } from './scene.ts';
import { SelectImage } from './select-image.tsx';
import { CardSelect } from './select.tsx';
import { edges, label, length, list, text, toNode, type Path } from './shape.ts';
import { CardTable } from './table.tsx';
import { InteractiveContainer } from './tap-area.tsx';
import { Words, wordsStyle } from './words.tsx';
import { t } from '../language/language.ts';

const parts: Record<string, ComponentType<PartProps>> = {
  markdown: MarkdownPart,
  div: Div,
  hr: () => <hr class="card-hr" />,
  img: CardImage,
  img_combination: ImageCombination,
  person: Person,
  person_list: PersonList,
  table: CardTable,
  chart: Chart,
  audio: Audio,
  column_set: ColumnSet,
  form: CardForm,
  collapsible_panel: CollapsiblePanel,
  interactive_container: InteractiveContainer,
  button: CardButton,
  input: CardInput,
  select_static: CardSelect,
  multi_select_static: CardSelect,
  select_person: CardSelect,
  multi_select_person: CardSelect,
  date_picker: DateField,
  picker_time: DateField,
  picker_datetime: DateField,
  overflow: Overflow,
  checker: Checker,
  select_img: SelectImage,
};

/** The components of a container, in the order of the JSON; an unknown tag is named instead of drawn. */
export function Elements({ nodes, path }: { nodes: unknown; path: Path }) {
  return list(nodes).map((node, at) => {
    const tag = text(node['tag']);
    const Part = parts[tag];
    const here = [...path, at];
    return (
      <div key={`${at} ${tag}`} class={`part part-${tag}`} style={{ margin: edges(node['margin']) }}>
        {Part === undefined ? <p class="unknown-part">{t('unknownPart', { name: tag })}</p> : <Part node={node} path={here} />}
      </div>
    );
  });
}

function MarkdownPart({ node }: PartProps) {
  const scene = useScene();
  return (
    <div class="words" style={wordsStyle(node, scene)}>
      <PartIcon value={node['icon']} />
      <Markdown source={label(node)} />
    </div>
  );
}

function Div({ node }: PartProps) {
  const scene = useScene();
  const words = toNode(node['text']);
  const fields = list(node['fields']);
  const lines = Number(words['lines'] ?? 0);
  return (
    <div class="div-part" style={{ width: text(node['width']) === 'auto' ? 'fit-content' : length(node['width']) }}>
      {label(words) !== '' && (
        <div class={`words${lines > 0 ? ' clamp' : ''}`} style={wordsStyle(words, scene)}>
          <PartIcon value={node['icon']} />
          <Words value={words} />
        </div>
      )}
      {fields.length > 0 && (
        <div class="fields">
          {fields.map((field, at) => (
            <div key={at} class={field['is_short'] === true ? 'field-short' : 'field-wide'} style={wordsStyle(toNode(field['text']), scene)}>
              <Words value={field['text']} />
            </div>
          ))}
        </div>
      )}
    </div>
  );
}
