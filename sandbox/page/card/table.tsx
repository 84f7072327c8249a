import { fullDay, wallTime } from '../kit/dates.ts';
import { TextTag } from './text-tag.tsx';
import { personName, useScene, type InnerScene, type PartProps } from './scene.ts';
import { label, list, text, texts, type Node } from './shape.ts';
import { Markdown } from './words.tsx';
import { t } from '../language/language.ts';

/** A table with its own pages. */
export function CardTable({ node, path }: PartProps) {
  const scene = useScene();
  const key = path.join('/');
  const columns = list(node['columns']);
  const rows = list(node['rows']);
  const size = Math.min(10, Math.max(1, Number(node['page_size'] ?? 5)));
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const page = Math.min(pages - 1, Number(scene.draft.local.value[key] ?? 0));
  const turn = (to: number) => { scene.draft.local.value = { ...scene.draft.local.value, [key]: to }; };
  return (
    <div class="card-table">
      <div class="table-scroll" tabIndex={0} role="region" aria-label={t('table')}>
        <table>
          <thead><tr>{columns.map((column) => <th key={text(column['name'])} scope="col" style={{ textAlign: sideOf(column), width: widthOf(column) }}>{text(column['display_name']) || text(column['name'])}</th>)}</tr></thead>
          <tbody>
            {rows.slice(page * size, (page + 1) * size).map((row, at) => (
              <tr key={at}>{columns.map((column) => <td key={text(column['name'])} style={{ textAlign: sideOf(column) }}><Cell column={column} value={row[text(column['name'])]} scene={scene} /></td>)}</tr>
            ))}
          </tbody>
        </table>
      </div>
      {pages > 1 && (
        <p class="pager">
          <button type="button" class="btn btn-small" disabled={page === 0} onClick={() => turn(page - 1)}>{t('pageBefore')}</button>
          <span>{page + 1} / {pages}</span>
          <button type="button" class="btn btn-small" disabled={page === pages - 1} onClick={() => turn(page + 1)}>{t('pageAfter')}</button>
        </p>
      )}
    </div>
  );
}

function sideOf(column: Node): 'left' | 'center' | 'right' {
  const side = text(column['horizontal_align']);
  return side === 'center' || side === 'right' ? side : 'left';
}

function widthOf(column: Node): string | undefined {
  const width = text(column['width']);
  return /^\d+(px|%)$/.test(width) ? width : undefined;
}

function Cell({ column, value, scene }: { column: Node; value: unknown; scene: InnerScene }) {
  const kind = text(column['data_type']);
  if (kind === 'lark_md' || kind === 'markdown') return <Markdown source={text(value)} />;
  if (kind === 'options') return <>{list(value).map((option, at) => <TextTag key={at} words={text(option['text'])} color={text(option['color'])} />)}</>;
  if (kind === 'persons') return <>{(texts(value).length > 0 ? texts(value) : [text(value)]).map((id) => personName(scene, id)).join(t('comma'))}</>;
  if (kind === 'date' && typeof value === 'number') return <>{dateText(value, text(column['date_format']))}</>;
  if (kind === 'number' && typeof value === 'number') return <>{value.toLocaleString('zh-CN')}</>;
  return <>{text(value) || label(value)}</>;
}

function dateText(moment: number, format: string): string {
  const at = wallTime(moment);
  if (format === '') return fullDay(moment);
  const two = (part: number) => String(part).padStart(2, '0');
  return format.replace('YYYY', String(at.year)).replace('MM', two(at.month)).replace('DD', two(at.day)).replace('HH:mm', at.time);
}
