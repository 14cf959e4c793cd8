import { scaleBand } from 'd3-scale';
import { AxisBeside, fromZero, type Linear, NamesBelow, tickRoom } from './axis.tsx';
import type { BarsDrawing } from './BarsFigure.tsx';
import { Frame, Label, SeriesKey, seriesKey } from './Frame.tsx';
import { AXIS, INK_MUTED, seriesColour, TEXT_SMALL } from './ink.ts';
import { totalOf } from './LyingBars.tsx';
import type { FigureProps } from './props.ts';
import { round, valueText, widestOf, wrapText } from './text.ts';

const PLOT = 240;
const TICKS = 5;
/** More categories than this are a sequence (months, ages), of which not every name has to be read. */
const SEQUENCE = 12;
const LINES = 3;

/** True where every name has room under its bar, or where the categories are a sequence. */
export function canStand({ categories }: BarsDrawing, width: number): boolean {
  if (categories.length > SEQUENCE) return true;
  const step = (width - 50) / Math.max(1, categories.length);
  return categories.every((name) => wrapText(name, step - 6, TEXT_SMALL).length <= LINES && widestOf(name.split(/\s+/), TEXT_SMALL) <= step - 4);
}

/** Bars that stand, one or one group of them per category. */
export function StandingBars({ basics, drawing }: FigureProps<BarsDrawing>) {
  const { categories, series, stacked, unit } = drawing;
  const key = seriesKey(series.map(({ title }) => title), basics.width - 8);
  const ends = stacked ? categories.map((_, index) => totalOf(drawing, index)) : series.flatMap(({ values }) => [...values]);
  const top = key.height + 34;
  const bottom = top + PLOT;
  const scale = fromZero(ends, TICKS).range([bottom, top]);
  const left = tickRoom(scale, TICKS, unit);
  const band = scaleBand<number>().domain(categories.map((_, index) => index)).range([left, basics.width - 4]).paddingInner(0.22).paddingOuter(0.11);
  const at = (index: number) => (band(index) ?? 0) + band.bandwidth() / 2;
  const sequence = categories.length > SEQUENCE;
  // All or none: a bar without its value among others that have theirs would read as zero.
  const labelled = !stacked && widestOf(ends.map((end) => valueText(end, unit)), TEXT_SMALL) <= band.bandwidth() / series.length + 2;
  const names = sequence ? [] : categories.map((name) => wrapText(name, band.step() - 6, TEXT_SMALL));
  const below = sequence ? 24 : 10 + names.reduce((most, { length }) => Math.max(most, length), 1) * (TEXT_SMALL + 2);
  return (
    <Frame basics={basics} height={bottom + below + 4}>
      <SeriesKey places={key.places} x={4} />
      <AxisBeside scale={scale} count={TICKS} unit={unit} left={left} right={basics.width - 4} />
      {categories.map((category, index) => <Group key={`${index} ${category}`} drawing={drawing} index={index} x={band(index) ?? 0} width={band.bandwidth()} labelled={labelled} scale={scale} />)}
      {/* Over the white lines between stacked parts. */}
      <path d={`M${left} ${bottom}H${basics.width - 4}`} stroke={AXIS} />
      {sequence
        ? <NamesBelow names={categories} at={at} step={band.step()} y={bottom + 18} />
        : names.map((lines, index) => <Label key={`${index} ${lines[0] ?? ''}`} lines={lines} x={round(at(index))} y={bottom + 8 + (lines.length * (TEXT_SMALL + 2)) / 2} anchor="middle" size={TEXT_SMALL} fill={INK_MUTED} />)}
    </Frame>
  );
}

interface GroupProps {
  readonly drawing: BarsDrawing;
  readonly index: number;
  readonly x: number;
  readonly width: number;
  readonly labelled: boolean;
  readonly scale: Linear;
}

function Group({ drawing, index, x, width, labelled, scale }: GroupProps) {
  const { series, stacked, unit } = drawing;
  const values = series.map((item) => item.values[index] ?? Number.NaN);
  const each = stacked ? width : width / series.length;
  let base = 0;
  return values.map((value, part) => {
    const from = stacked ? base : 0;
    if (Number.isFinite(value)) base += value;
    const left = round(x + (stacked ? 0 : part * each));
    return (
      <g key={`${part} ${series[part]?.title ?? ''}`}>
        {value > 0 && <rect x={left} y={round(scale(from + value))} width={Math.max(1, round(each - (stacked ? 0 : 1)))} height={Math.max(1, round(scale(from) - scale(from + value)))} fill={seriesColour(part)} stroke={stacked ? '#FFFFFF' : undefined} />}
        {labelled && <text x={round(left + each / 2)} y={round(scale(Number.isFinite(value) ? value : 0)) - 4} textAnchor="middle" fontSize={TEXT_SMALL} fill={INK_MUTED}>{valueText(value, unit)}</text>}
      </g>
    );
  });
}
