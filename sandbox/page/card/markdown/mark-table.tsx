import type { VNode } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../language/language.ts';
import { Pager } from '../pager.tsx';

const perPage = 5;

/** A table inside markdown: five rows, the rest on further pages. */
export function MarkTable({ head, rows }: { head: VNode; rows: readonly VNode[] }) {
  const [page, setPage] = useState(0);
  return (
    <div class="md-table">
      <div class="table-scroll" tabIndex={0} role="region" aria-label={t('table')}>
        <table>
          <thead>{head}</thead>
          <tbody>{rows.slice(page * perPage, (page + 1) * perPage)}</tbody>
        </table>
      </div>
      <Pager page={page} pages={Math.ceil(rows.length / perPage)} onTurn={setPage} />
    </div>
  );
}
