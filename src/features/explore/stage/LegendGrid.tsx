import { useState } from 'react';
import type { Legend, LegendItem } from '../../../map/layers/areaPaint.ts';
import { LegendSwatch } from '../../../map/scale/LegendSwatch.tsx';
import { lowerFirst } from '../../../model/text.ts';
import { formatNumber } from '../../../ui/formats.ts';
import { moveInGrid } from './moveInGrid.ts';

interface LegendGridProps {
  readonly legend: Legend;
  readonly grid: NonNullable<Legend['grid']>;
  /** True shows two corners in words; they are read out in any case. */
  readonly inWords: boolean;
  readonly onToggle: (id: string) => void;
}

/** The legend of two variables: a table whose cells are the classes. Tab stops at one, arrow keys go to the others. Its corners are read out in words. */
export function LegendGrid({ legend: { items }, grid, inWords, onToggle }: LegendGridProps) {
  const [current, setCurrent] = useState<string | null>(null);
  const stop = items.some(({ id }) => id === current) ? current : (items[grid.items.flat().find((index) => items[index] !== undefined) ?? -1]?.id ?? null);
  const at = (row: number, column: number): LegendItem | undefined => items[grid.items[row]?.[column] ?? -1];
  return (
    <>
      <table className="legend-grid">
        <caption className="visually-hidden">Classes of two variables. Arrow keys move between them, Enter takes one off the map.</caption>
        <thead>
          <tr><td>{''}</td>{grid.columns.map((title) => <th key={title} scope="col">{title}</th>)}</tr>
        </thead>
        <tbody>
          {grid.rows.map((title, row) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {grid.columns.map((heading, column) => {
                const item = at(row, column);
                return <td key={heading}>{item !== undefined && <LegendCell item={item} tabStop={item.id === stop} onFocused={setCurrent} onToggle={onToggle} />}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <Corners first={at(0, grid.columns.length - 1)} last={at(grid.rows.length - 1, 0)} inWords={inWords} />
    </>
  );
}

interface LegendCellProps {
  readonly item: LegendItem;
  /** The one cell that Tab reaches. */
  readonly tabStop: boolean;
  readonly onFocused: (id: string) => void;
  readonly onToggle: (id: string) => void;
}

function LegendCell({ item, tabStop, onFocused, onToggle }: LegendCellProps) {
  return (
    <button
      type="button" className={`legend-cell${item.hidden ? ' is-off' : ''}`} aria-pressed={!item.hidden} title={item.label} tabIndex={tabStop ? 0 : -1}
      onFocus={() => onFocused(item.id)} onKeyDown={moveInGrid} onClick={() => onToggle(item.id)}
    >
      <LegendSwatch item={item} />
      <span className="visually-hidden">{item.label} </span>
      <span className="legend-count">{formatNumber(item.count)}<span className="visually-hidden"> {item.count === 1 ? 'area' : 'areas'}</span></span>
    </button>
  );
}

/** The two corners that say how to read the rest. */
function Corners({ first, last, inWords }: { readonly first: LegendItem | undefined; readonly last: LegendItem | undefined; readonly inWords: boolean }) {
  if (first === undefined || last === undefined) return null;
  return (
    <p className={`small muted legend-corners${inWords ? '' : ' visually-hidden'}`}>
      Top right: {lowerFirst(first.label)}. Bottom left: {lowerFirst(last.label)}.
    </p>
  );
}
