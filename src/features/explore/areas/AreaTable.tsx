import { memo, useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useAtlas } from '../../../store/react.ts';
import { formatNumber } from '../../../ui/formats.ts';
import { FIRST_SORT, intervalDomain, type Sort } from '../areaOrder.ts';
import type { AreaRows } from '../areaRows.ts';
import { printWords } from '../printWords.ts';
import type { Scene } from '../scene.ts';
import { AreaTableRow } from './AreaTableRow.tsx';
import { rowAfter, rowButton } from './moveFocus.ts';
import { drawnRows } from './rowWindow.ts';
import { SortHeader } from './SortHeader.tsx';
import { useHeldFocus } from './useHeldFocus.ts';
import { type Listing, useListed } from './useListed.ts';
import { useOnPaper } from '../../../ui/useOnPaper.ts';
import { regionOf, reveal, useRowWindow } from './useRowWindow.ts';

interface AreaTableProps extends Listing {
  readonly scene: Scene;
  readonly rows: AreaRows;
  /** False where a plot has its place. */
  readonly onScreen: boolean;
}

/** More rows than these are hundreds of pages and take a browser minutes. */
const PRINTED_ROWS = 3000;

/**
 * Every area: the map's twin. Arrow keys move, Enter selects, Shift+Enter adds. Only the rows in sight are in the page (and
 * the one that Tab reaches), at one height, so that any number of areas costs the same; paper has them all.
 */
export const AreaTable = memo(function AreaTable({ scene, rows, onlyHigher, find, onScreen }: AreaTableProps) {
  const table = useRef<HTMLTableElement>(null);
  const [sort, setSortOnly] = useState<Sort>(FIRST_SORT);
  const setSort = (next: Sort) => {
    setSortOnly(next);
    // A new order is read from its top.
    regionOf(table)?.scrollTo({ top: 0 });
  };
  const listed = useListed(rows, sort, { onlyHigher, find });
  const domain = useMemo(() => intervalDomain(rows.rate.upper, highest(rows.rate.benchmark)), [rows]);
  const selected = useAtlas((state) => state.view.areas);
  const [current, setCurrent] = useState<string | null>(null);
  const onPaper = useOnPaper();
  const { range, rowHeight } = useRowWindow(table);
  const last = selected.at(-1) ?? null;
  // The row that Tab reaches must be one that is listed.
  const stop = [current, last].find((code) => listed.lineOf(code) !== null) ?? listed.first;
  const line = onScreen ? listed.lineOf(last) : null;
  useEffect(() => {
    if (line !== null) reveal(table, line, rowHeight);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- only when another area is selected: a new order must not move what is being read
  }, [last, onScreen]);
  useHeldFocus(table, rows);
  const move = (from: string, key: string): boolean => {
    const to = rowAfter(key, listed.order.areas.indexOf(rows.of(from)?.area ?? -1), listed.order.areas.length);
    const next = to === null ? undefined : rows.at(listed.order.areas[to] ?? -1)?.code;
    if (next === undefined) return false;
    flushSync(() => setCurrent(next));
    rowButton(next)?.focus({ preventScroll: reveal(table, listed.lineOf(next) ?? 0, rowHeight) });
    return true;
  };
  const shown = onPaper ? { first: 0, last: PRINTED_ROWS } : range;
  const draw = (from: number, to: number) => drawnRows(shown, from, to, onPaper ? null : listed.lineOf(stop)).map((drawn) => {
    // oxlint-disable-next-line jsx-a11y/control-has-associated-label -- an empty cell that takes up room is no control
    if ('gap' in drawn) return onPaper ? null : <tr key={`gap ${drawn.before}`} className="gap" aria-hidden="true"><td colSpan={5} style={{ height: drawn.gap * rowHeight }} /></tr>;
    const position = drawn.row < listed.order.inside ? drawn.row : drawn.row - 1;
    const row = rows.at(listed.order.areas[position] ?? -1);
    return row !== undefined && (
      <AreaTableRow
        key={row.code} row={row} position={position + 1} line={drawn.row} domain={domain} adjusted={scene.evaluation?.request.confidence === 'fdr'}
        selected={selected.includes(row.code)} tabStop={row.code === stop} onFocused={setCurrent} onKey={move}
      />
    );
  });
  const { inside } = listed.order;
  const outside = listed.order.areas.length - inside;
  return (
    <table className="areas-table" ref={table} aria-rowcount={listed.lines + 1}>
      <caption className="visually-hidden">Areas of the county by rate. Arrow keys move between areas, Enter selects, Shift and Enter add to the selection.</caption>
      <thead>
        <tr className="print-row"><th colSpan={5}>{printWords(scene).join(' ')}{listed.lines > PRINTED_ROWS && ` The first ${formatNumber(PRINTED_ROWS)} of ${formatNumber(listed.order.areas.length)} areas; the CSV export has them all.`}</th></tr>
        <tr aria-rowindex={1}>
          <th scope="col" className="col-rank"><span aria-hidden="true">#</span><span className="visually-hidden">Position</span></th>
          <SortHeader column="name" title="Area" sort={sort} onSort={setSort} />
          <SortHeader column="count" title="Count" sort={sort} onSort={setSort} numeric />
          <SortHeader column="rate" title={scene.rateKind === 'dsr' ? 'DSR' : 'Rate'} sort={sort} onSort={setSort} numeric />
          <th scope="col" className="col-limits">Limits</th>
        </tr>
      </thead>
      <tbody>
        {draw(0, inside)}
        {listed.lines === 0 && (onlyHigher || find !== '') && <tr><td colSpan={5} className="none-row">{find === '' ? 'No area reads significantly higher.' : `No area listed here has “${find}” in its name, ward or code.`}</td></tr>}
      </tbody>
      {outside > 0 && (
        <tbody className="outside">
          <tr aria-rowindex={inside + 2}><th colSpan={5} scope="rowgroup" className="group-row">Outside the chosen places ({formatNumber(outside)})</th></tr>
          {draw(inside + 1, listed.lines)}
        </tbody>
      )}
    </table>
  );
});

/** Where each area has its own benchmark, the axis takes them all in. NaN where there is none. */
function highest(benchmarks: Float64Array): number {
  return benchmarks.reduce((most, value) => (Number.isFinite(value) && !(value <= most) ? value : most), Number.NaN);
}
