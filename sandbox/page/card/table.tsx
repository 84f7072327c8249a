import { Pager } from './pager.tsx';
import { useLocal, useScene, type PartProps } from './scene.ts';
import { flag, list, text, toNode, within, type Node } from './shape.ts';
import { cssColor } from './color.ts';
import { Cell } from './table-cell.tsx';
import { t } from '../language/language.ts';

const heights: Record<string, string> = { low: '36px', middle: '48px', medium: '48px', high: '60px' };

/** A table with its own pages. */
export function CardTable({ node, path }: PartProps) {
  const columns = list(node['columns']);
  const rows = list(node['rows']);
  const size = within(node['page_size'], [1, 10], 5);
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const [turned, turn] = useLocal<number>(path, 0);
  const page = Math.min(pages - 1, turned);
  const looks = `card-table${flag(node['freeze_first_column']) ? ' is-frozen' : ''}${text(node['row_height']) === 'auto' ? ' is-auto' : ''}`;
  return (
    <div class={looks} style={rowHeight(node)}>
      <div class="table-scroll" tabIndex={0} role="region" aria-label={t('table')}>
        <table>
          <Head columns={columns} style={toNode(node['header_style'])} />
          <tbody>
            {rows.slice(page * size, (page + 1) * size).map((row, at) => (
              <tr key={at}>{columns.map((column) => <td key={text(column['name'])} style={sides(column)}><div class="cell" style={{ maxWidth: mostOf(column) }}><Cell column={column} value={row[text(column['name'])]} /></div></td>)}</tr>
            ))}
            {rows.length === 0 && <tr><td class="no-rows" colSpan={Math.max(1, columns.length)}>{t('noRows')}</td></tr>}
          </tbody>
        </table>
      </div>
      <Pager page={page} pages={pages} onTurn={turn} />
    </div>
  );
}

/** Rows of a fixed height, or as high as their content up to `row_max_height`. */
function rowHeight(node: Node): Record<string, string> {
  const word = text(node['row_height']);
  const px = (value: unknown, fallback: string) => (/^\d{2,3}px$/.test(text(value)) ? text(value) : fallback);
  return { '--row': word === 'auto' ? '36px' : (heights[word] ?? px(word, '36px')), '--row-most': word === 'auto' ? px(node['row_max_height'], '124px') : (heights[word] ?? px(word, '36px')) };
}

function Head({ columns, style }: { columns: readonly Node[]; style: Node }) {
  const { colors } = useScene();
  const lines = within(style['lines'], [1, 10], 1);
  const looks = {
    fontWeight: style['bold'] === false ? 400 : 600,
    fontSize: text(style['text_size']) === 'heading' ? '16px' : undefined,
    color: text(style['text_color']) === '' || text(style['text_color']) === 'default' ? undefined : cssColor(text(style['text_color']), colors),
  };
  const side = text(style['text_align']);
  return (
    <thead class={text(style['background_style']) === 'none' ? '' : 'is-grey'}>
      <tr>
        {columns.map((column) => (
          <th key={text(column['name'])} scope="col" style={{ ...looks, ...sides(column), ...(side === '' ? {} : { textAlign: sideOf(side) }), ...widthOf(column) }}>
            <div class="head-words" style={{ '--lines': lines }}>{text(column['display_name']) || text(column['name'])}</div>
          </th>
        ))}
      </tr>
    </thead>
  );
}

function sideOf(word: string): 'left' | 'center' | 'right' {
  return word === 'center' || word === 'right' ? word : 'left';
}

function sides(column: Node) {
  const upright = text(column['vertical_align']);
  return { textAlign: sideOf(text(column['horizontal_align'])), verticalAlign: upright === 'top' || upright === 'bottom' ? upright : 'middle' };
}

/** What a column of a fixed width cannot show is cut, and scrolls nothing. */
function mostOf(column: Node): string | undefined {
  const width = /^(\d+)px$/.exec(text(column['width']))?.[1];
  return width === undefined ? undefined : `${Number(width) - 24}px`;
}

function widthOf(column: Node): Record<string, string> {
  const width = text(column['width']);
  return /^\d+px$/.test(width) ? { width, minWidth: width } : /^\d+%$/.test(width) ? { width } : {};
}
