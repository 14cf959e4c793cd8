import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { Drawing, Series } from '../../model/assessment.ts';
import { AxisBeside, fromZero, type Linear, NamesBelow, tickRoom } from './axis.tsx';
import { Frame } from './Frame.tsx';
import { INK, PAPER, seriesColour, TEXT, TEXT_SMALL } from './ink.ts';
import type { FigureProps } from './props.ts';
import { labelLines, round, widestOf } from './text.ts';

export type LinesDrawing = Extract<Drawing, { readonly kind: 'lines' }>;

const PLOT = 240;
const TOP = 34;
const TICKS = 5;
const NAME_LINE = 15;
/** Told apart without colour as well. */
const DASHES = [undefined, '7 3', '2 3', '9 3 2 3', '4 2', '1 4'] as const;

/** What is said of points of the first line, and of stretches of them. */
export interface LineMarks {
  /** By category: a triangle up or down round the point. */
  readonly points: readonly ('up' | 'down' | null)[];
  /** Bars under the names, each with its words; categories by position, both included. */
  readonly stretches: readonly { readonly first: number; readonly last: number; readonly title: string }[];
}

const NO_MARKS: LineMarks = { points: [], stretches: [] };

/** A line per series over the categories, from zero, named at its right end. Where a value is missing (NaN) the line is broken. */
export function LinesFigure({ basics, drawing, marks = NO_MARKS }: FigureProps<LinesDrawing> & { readonly marks?: LineMarks }) {
  const { categories, series, unit } = drawing;
  const bottom = TOP + PLOT;
  const scale = fromZero(series.flatMap(({ values }) => [...values]), TICKS).range([bottom, TOP]);
  const left = tickRoom(scale, TICKS, unit);
  const room = series.length < 2 ? 12 : Math.min(widestOf(series.map(({ title }) => title), TEXT) + 18, basics.width * 0.3);
  const right = basics.width - room;
  const across = scaleLinear().domain([0, Math.max(1, categories.length - 1)]).range([left + 10, right - 6]);
  const step = (right - left - 16) / Math.max(1, categories.length - 1);
  return (
    <Frame basics={basics} height={bottom + 28 + STRETCH_ROW * marks.stretches.length}>
      <AxisBeside scale={scale} count={TICKS} unit={unit} left={left} right={right} />
      <NamesBelow names={categories} at={(index) => across(index)} step={step} y={bottom + 18} />
      {series.map((item, index) => <Line key={`${index} ${item.title}`} item={item} index={index} across={across} scale={scale} dots={step > 14} />)}
      {marks.points.map((way, at) => (way === null ? null : <Triangle key={at} way={way} x={across(at)} y={scale(series[0]?.values[at] ?? Number.NaN)} />))}
      {marks.stretches.map(({ first, last, title }, row) => <StretchBar key={`${title} ${first}`} from={across(first)} to={across(last)} y={bottom + 34 + STRETCH_ROW * row} title={title} middle={(left + right) / 2} />)}
      {series.length > 1 && <LineNames series={series} scale={scale} x={right} room={room - 10} bottom={bottom} />}
    </Frame>
  );
}

const STRETCH_ROW = 18;
const SIDE = 6;

/** A hot or cold step; shape and way tell them apart, not colour. */
function Triangle({ way, x, y }: { readonly way: 'up' | 'down'; readonly x: number; readonly y: number }) {
  if (!Number.isFinite(y)) return null;
  const tip = way === 'up' ? -SIDE : SIDE;
  return <path d={`M${round(x - SIDE)} ${round(y - tip * 0.7)}h${2 * SIDE}L${round(x)} ${round(y + tip)}Z`} fill={way === 'up' ? '#801650' : '#4C8DBB'} stroke={PAPER} strokeWidth={1.2} />;
}

/** Words stand on a bar that is long enough for them, otherwise on the side of it that has more room. */
function StretchBar({ from, to, y, title, middle }: { readonly from: number; readonly to: number; readonly y: number; readonly title: string; readonly middle: number }) {
  const width = widestOf([title], TEXT_SMALL);
  const centre = (from + to) / 2;
  const within = to - from > width + 24;
  const after = centre < middle;
  return (
    <>
      <path d={`M${round(from)} ${y - 4}v8M${round(from)} ${y}H${round(to)}M${round(to)} ${y - 4}v8`} stroke={INK} strokeWidth={1.6} fill="none" />
      {within && <rect x={round(centre - width / 2 - 5)} y={y - 7} width={round(width + 10)} height={14} fill={PAPER} />}
      <text x={round(within ? centre : after ? to + 6 : from - 6)} y={y + 4} textAnchor={within ? 'middle' : after ? 'start' : 'end'} fontSize={TEXT_SMALL} fill={INK}>{title}</text>
    </>
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
