import { memo, useMemo, useRef, useState } from 'react';
import { CLASS } from '../../../model/measures.ts';
import { useAtlas } from '../../../store/react.ts';
import { type AreaRow, FIRST_SORT, intervalDomain, type Sort, sortRows } from '../areaRows.ts';
import { printWords } from '../printWords.ts';
import type { Scene } from '../scene.ts';
import { AreaTableRow } from './AreaTableRow.tsx';
import { SortHeader } from './SortHeader.tsx';
import { useRevealed } from './useRevealed.ts';

interface AreaTableProps {
  readonly scene: Scene;
  readonly rows: readonly AreaRow[];
  /** Lists only areas that read significantly higher. */
  readonly onlyHigher: boolean;
  /** False where a plot has its place. */
  readonly onScreen: boolean;
}

/** Every area of the county: the map's twin. Arrow keys move, Enter selects, Shift+Enter adds. */
export const AreaTable = memo(function AreaTable({ scene, rows, onlyHigher, onScreen }: AreaTableProps) {
  const body = useRef<HTMLTableElement>(null);
  const [sort, setSortOnly] = useState<Sort>(FIRST_SORT);
  const setSort = (next: Sort) => {
    setSortOnly(next);
    // A new order is read from its top.
    body.current?.closest('.areas-scroll')?.scrollTo({ top: 0 });
  };
  const sorted = useMemo(() => sortRows(onlyHigher ? rows.filter(({ classCode }) => classCode === CLASS.higher) : rows, sort), [rows, sort, onlyHigher]);
  const domain = useMemo(() => intervalDomain(rows, highestBenchmark(rows)), [rows]);
  const selected = useAtlas((state) => state.view.areas);
  const [current, setCurrent] = useState<string | null>(null);
  useRevealed(body, onScreen ? selected.at(-1) ?? null : null);
  // The row that Tab reaches must be one that is listed.
  const stop = [current, selected.at(-1)].find((code) => sorted.some((row) => row.code === code)) ?? sorted[0]?.code ?? '';
  const adjusted = scene.evaluation?.request.confidence === 'fdr';
  const inside = sorted.filter(({ inPlace }) => inPlace);
  const outside = sorted.filter(({ inPlace }) => !inPlace);
  const line = (row: AreaRow, index: number) => (
    <AreaTableRow
      key={row.code} row={row} position={index + 1} domain={domain}
      adjusted={adjusted} selected={selected.includes(row.code)} tabStop={row.code === stop} onFocused={setCurrent}
    />
  );
  return (
    <table className="areas-table" ref={body}>
      <caption className="visually-hidden">Areas of the county by rate. Arrow keys move between areas, Enter selects, Shift and Enter add to the selection.</caption>
      <thead>
        <tr className="print-row"><th colSpan={5}>{printWords(scene).join(' ')}</th></tr>
        <tr>
          <th scope="col" className="col-rank"><span aria-hidden="true">#</span><span className="visually-hidden">Position</span></th>
          <SortHeader column="name" title="Area" sort={sort} onSort={setSort} />
          <SortHeader column="count" title="Count" sort={sort} onSort={setSort} numeric />
          <SortHeader column="rate" title={scene.rateKind === 'dsr' ? 'DSR' : 'Rate'} sort={sort} onSort={setSort} numeric />
          <th scope="col" className="col-limits">Limits</th>
        </tr>
      </thead>
      <tbody>
        {inside.map(line)}
        {sorted.length === 0 && onlyHigher && <tr><td colSpan={5} className="none-row">No area reads significantly higher.</td></tr>}
      </tbody>
      {outside.length > 0 && (
        <tbody className="outside">
          <tr><th colSpan={5} scope="rowgroup" className="group-row">Outside the chosen places ({outside.length})</th></tr>
          {outside.map((row, index) => line(row, inside.length + index))}
        </tbody>
      )}
    </table>
  );
});

/** Where each area has its own, the axis takes them all in. NaN where there is none. */
function highestBenchmark(rows: readonly AreaRow[]): number {
  const given = rows.map(({ benchmark }) => benchmark).filter(Number.isFinite);
  return given.length === 0 ? Number.NaN : given.reduce((most, value) => Math.max(most, value), 0);
}
