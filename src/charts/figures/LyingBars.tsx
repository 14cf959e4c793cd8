import { AxisBelow, fromZero, type Linear, tickCount } from './axis.tsx';
import type { BarsDrawing } from './BarsFigure.tsx';
import { Frame, Label, SeriesKey, seriesKey } from './Frame.tsx';
import { INK_MUTED, onSeries, seriesColour, TEXT, TEXT_SMALL } from './ink.ts';
import type { FigureProps } from './props.ts';
import { labelLines, round, textWidth, valueText, widestOf } from './text.ts';

const BAR = 15;
const GAP = 10;
const EDGE = 4;

/** Bars that lie, one row of them per category, with their values at their ends. */
export function LyingBars({ basics, drawing }: FigureProps<BarsDrawing>) {
  const { categories, series, stacked, unit } = drawing;
  const key = seriesKey(series.map(({ title }) => title), basics.width - 2 * EDGE);
  const room = Math.min(widestOf(categories, TEXT), basics.width * 0.36);
  const lines = categories.map((category) => labelLines(category, room, TEXT));
  const block = stacked ? BAR + 3 : BAR * series.length;
  const heights = lines.map(({ length }) => Math.max(block, length * (TEXT + 2)) + GAP);
  const tops = heights.map((_, index) => key.height + heights.slice(0, index).reduce((sum, height) => sum + height, 0));
  const bottom = key.height + heights.reduce((sum, height) => sum + height, 0);
  const ends = stacked ? categories.map((_, index) => totalOf(drawing, index)) : series.flatMap(({ values }) => [...values]);
  const left = EDGE + room + 10;
  const right = basics.width - EDGE - widestOf(stacked ? categories.map((_, row) => totalText(drawing, row)) : ends.map((end) => valueText(end, unit)), TEXT_SMALL) - 8;
  const scale = fromZero(ends, 5).range([left, right]);
  const middle = (row: number) => (tops[row] ?? 0) + (heights[row] ?? 0) / 2;
  return (
    <Frame basics={basics} height={bottom + 38}>
      <SeriesKey places={key.places} x={EDGE} />
      <AxisBelow scale={scale} count={tickCount(right - left, scale, unit)} unit={unit} top={key.height} bottom={bottom} />
      {categories.map((category, row) => (
        <g key={`${row} ${category}`}>
          <Label lines={lines[row] ?? []} x={left - 10} y={middle(row)} anchor="end" />
          {stacked ? <StackedRow drawing={drawing} row={row} middle={middle(row)} scale={scale} /> : <GroupedRow drawing={drawing} row={row} top={middle(row) - block / 2} scale={scale} />}
        </g>
      ))}
    </Frame>
  );
}

interface RowProps {
  readonly drawing: BarsDrawing;
  readonly row: number;
  readonly scale: Linear;
}

function GroupedRow({ drawing, row, top, scale }: RowProps & { readonly top: number }) {
  return drawing.series.map(({ title, values }, index) => {
    const value = values[row] ?? Number.NaN;
    const end = Number.isFinite(value) ? scale(value) : scale(0);
    return (
      <g key={`${index} ${title}`}>
        {value > 0 && <rect x={round(scale(0))} y={top + index * BAR + 1} width={Math.max(1, round(end - scale(0)))} height={BAR - 2} fill={seriesColour(index)} />}
        <text x={round(end) + 5} y={top + index * BAR + BAR / 2 + 4} fontSize={TEXT_SMALL} fill={INK_MUTED}>{Number.isFinite(value) ? valueText(value, drawing.unit) : 'not given'}</text>
      </g>
    );
  });
}

function StackedRow({ drawing, row, middle, scale }: RowProps & { readonly middle: number }) {
  const values = drawing.series.map((series) => Math.max(0, finite(series.values[row])));
  const starts = values.map((_, index) => values.slice(0, index).reduce((sum, value) => sum + value, 0));
  const total = totalOf(drawing, row);
  const height = BAR + 3;
  return (
    <>
      {values.map((value, index) => {
        const x = scale(starts[index] ?? 0);
        const width = scale((starts[index] ?? 0) + value) - x;
        const words = valueText(value, drawing.unit);
        return value === 0 ? null : (
          <g key={`${index} ${drawing.series[index]?.title ?? ''}`}>
            <rect x={round(x)} y={middle - height / 2} width={Math.max(1, round(width))} height={height} fill={seriesColour(index)} stroke="#FFFFFF" />
            {width > textWidth(words, TEXT_SMALL) + 8 && <text x={round(x + width / 2)} y={middle + 4} textAnchor="middle" fontSize={TEXT_SMALL} fill={onSeries(index)}>{words}</text>}
          </g>
        );
      })}
      <text x={round(scale(Number.isFinite(total) ? total : 0)) + 5} y={middle + 4} fontSize={TEXT_SMALL} fill={INK_MUTED}>{totalText(drawing, row)}</text>
    </>
  );
}

/** What the parts of a category add up to; "and more" where some of them are not given. */
function totalText(drawing: BarsDrawing, row: number): string {
  const total = totalOf(drawing, row);
  if (!Number.isFinite(total)) return 'not given';
  const all = drawing.series.every(({ values }) => Number.isFinite(values[row]));
  return all ? valueText(total, drawing.unit) : `${valueText(total, drawing.unit)} and more`;
}

function finite(value: number | undefined): number {
  return value !== undefined && Number.isFinite(value) ? value : 0;
}

/** Sum of what a category's parts give; NaN where none gives anything. */
export function totalOf({ series }: BarsDrawing, row: number): number {
  const given = series.map(({ values }) => values[row] ?? Number.NaN).filter((value) => Number.isFinite(value));
  return given.length === 0 ? Number.NaN : given.reduce((sum, value) => sum + value, 0);
}
