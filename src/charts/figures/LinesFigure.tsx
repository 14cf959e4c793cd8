import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Drawing, Series } from '../../model/assessment.ts';
import { AxisBeside, fromZero, type Linear, NamesBelow, tickRoom } from './axis.tsx';
import { Frame } from './Frame.tsx';
import { PAPER, seriesColour, TEXT, TEXT_SMALL } from './ink.ts';
import type { FigureProps } from './props.ts';
import { labelLines, round, widestOf } from './text.ts';

export type LinesDrawing = Extract<Drawing, { readonly kind: 'lines' }>;

const PLOT = 240;
const TOP = 34;
const TICKS = 5;
const NAME_LINE = 15;
/** Told apart without colour as well. */
const DASHES = [undefined, '7 3', '2 3', '9 3 2 3', '4 2', '1 4'] as const;

/** A line per series over the categories, from zero, named at its right end. Where a value is missing (NaN) the line is broken. */
export function LinesFigure({ basics, drawing }: FigureProps<LinesDrawing>) {
  const { categories, series, unit } = drawing;
  const bottom = TOP + PLOT;
  const scale = fromZero(series.flatMap(({ values }) => [...values]), TICKS).range([bottom, TOP]);
  const left = tickRoom(scale, TICKS, unit);
  const room = series.length < 2 ? 12 : Math.min(widestOf(series.map(({ title }) => title), TEXT) + 18, basics.width * 0.3);
  const right = basics.width - room;
  const across = scaleLinear().domain([0, Math.max(1, categories.length - 1)]).range([left + 10, right - 6]);
  const step = (right - left - 16) / Math.max(1, categories.length - 1);
  return (
    <Frame basics={basics} height={bottom + 28}>
      <AxisBeside scale={scale} count={TICKS} unit={unit} left={left} right={right} />
      <NamesBelow names={categories} at={(index) => across(index)} step={step} y={bottom + 18} />
      {series.map((item, index) => <Line key={`${index} ${item.title}`} item={item} index={index} across={across} scale={scale} dots={step > 14} />)}
      {series.length > 1 && <LineNames series={series} scale={scale} x={right} room={room - 10} bottom={bottom} />}
    </Frame>
  );
}

interface LineProps {
  readonly item: Series;
  readonly index: number;
  readonly across: Linear;
  readonly scale: Linear;
  readonly dots: boolean;
}

function Line({ item, index, across, scale, dots }: LineProps) {
  const path = line<number>().defined((value) => Number.isFinite(value)).x((_, at) => round(across(at))).y((value) => round(scale(value)))([...item.values]);
  const colour = seriesColour(index);
  return (
    <>
      {path !== null && <path d={path} fill="none" stroke={colour} strokeWidth={2.2} strokeLinejoin="round" strokeDasharray={DASHES[index % DASHES.length]} />}
      {/* A value between two missing ones has no line to be seen by. */}
      {item.values.map((value, at) => (Number.isFinite(value) && (dots || lonely(item.values, at))
        ? <circle key={at} cx={round(across(at))} cy={round(scale(value))} r={3} fill={index % 2 === 0 ? colour : PAPER} stroke={colour} strokeWidth={1.6} /> : null))}
    </>
  );
}

function lonely(values: readonly number[], at: number): boolean {
  return !Number.isFinite(values[at - 1] ?? Number.NaN) && !Number.isFinite(values[at + 1] ?? Number.NaN);
}

interface NamesProps {
  readonly series: readonly Series[];
  readonly scale: Linear;
  readonly x: number;
  readonly room: number;
  readonly bottom: number;
}

/** Names beside the ends of their lines, moved apart where they would cover one another. */
function LineNames({ series, scale, x, room, bottom }: NamesProps) {
  const names = series
    .map(({ title, values }, index) => ({ index, lines: labelLines(title, room, TEXT_SMALL), end: scale(values.findLast((value) => Number.isFinite(value)) ?? 0) }))
    .toSorted((a, b) => a.end - b.end);
  let free = TOP - 6;
  const placed = names.map(({ index, lines, end }) => {
    const y = Math.max(end, free);
    free = y + lines.length * NAME_LINE;
    return { index, lines, end, y };
  });
  const over = Math.max(0, free - NAME_LINE - bottom);
  return placed.map(({ index, lines, end, y }) => (
    <g key={index}>
      <path d={`M${x - 5} ${round(end)}L${x + 5} ${round(y - over)}`} stroke={seriesColour(index)} fill="none" />
      {lines.map((words, row) => <text key={words} x={x + 8} y={round(y - over) + 4 + row * (TEXT_SMALL + 2)} fontSize={TEXT_SMALL} fontWeight={600} fill={nameColour(index)}>{words}</text>)}
    </g>
  ));
}

/** The paler colours are too pale for words. */
function nameColour(index: number): string {
  return ['#12436D', '#12716A', '#801650', '#B23C00', '#3D3D3D', '#6B4FA0'][index % 6] ?? '#16222C';
}
