import { scaleLinear } from 'd3-scale';
import type { Drawing } from '../../model/assessment.ts';
import { AxisBelow, type Linear, tickCount } from './axis.tsx';
import { Frame, Label } from './Frame.tsx';
import { INK, INK_MUTED, PAPER, SERIES_COLOURS, TEXT, TEXT_SMALL } from './ink.ts';
import type { FigureProps } from './props.ts';
import { labelLines, round, textWidth, valueText, widestOf } from './text.ts';

export type IntervalsDrawing = Extract<Drawing, { readonly kind: 'intervals' }>;

const ROW = 26;
const EDGE = 4;
/** Above the rows, with the benchmark's name and without. */
const TOP = 40;
const LOW_TOP = 8;
const BENCHMARK = SERIES_COLOURS[2];

/**
 * A point within its limits per category, on one axis from zero, beside the benchmark's line. The point is filled where
 * the limits leave the benchmark out, open where they hold it. Categories without a value say so.
 */
export function IntervalsFigure({ basics, drawing }: FigureProps<IntervalsDrawing>) {
  const { categories, values, lower, upper, benchmark, unit } = drawing;
  const room = Math.min(widestOf(categories, TEXT), basics.width * 0.36);
  const left = EDGE + room + 12;
  const right = basics.width - EDGE - widestOf(values.map((value) => valueText(value, unit)), TEXT_SMALL) - 10;
  const scale = scaleLinear().domain([0, highest([...values, ...upper, benchmark?.value ?? 0])]).nice(5).range([left, right]);
  const above = benchmark !== null && Number.isFinite(benchmark.value) ? TOP : LOW_TOP;
  const bottom = above + categories.length * ROW;
  return (
    <Frame basics={basics} height={bottom + 38}>
      <AxisBelow scale={scale} count={tickCount(right - left, scale, unit)} unit={unit} top={above} bottom={bottom} />
      {benchmark !== null && Number.isFinite(benchmark.value) && <BenchmarkLine title={`${benchmark.title}: ${valueText(benchmark.value, unit)}`} x={round(scale(benchmark.value))} bottom={bottom} width={basics.width} />}
      {categories.map((category, row) => {
        const middle = above + row * ROW + ROW / 2;
        return (
          <g key={`${row} ${category}`}>
            <Label lines={labelLines(category, room, TEXT)} x={left - 12} y={middle} anchor="end" />
            <Interval scale={scale} y={middle} value={values[row] ?? Number.NaN} lower={lower[row] ?? Number.NaN} upper={upper[row] ?? Number.NaN} benchmark={benchmark?.value ?? Number.NaN} />
            <text x={basics.width - EDGE} y={middle + 4} textAnchor="end" fontSize={TEXT_SMALL} fill={INK_MUTED}>{Number.isFinite(values[row]) ? valueText(values[row] ?? 0, unit) : ''}</text>
          </g>
        );
      })}
    </Frame>
  );
}

function BenchmarkLine({ title, x, bottom, width }: { readonly title: string; readonly x: number; readonly bottom: number; readonly width: number }) {
  const half = textWidth(title, TEXT_SMALL) / 2;
  return (
    <>
      <text x={round(Math.min(Math.max(x, half + EDGE), width - half - EDGE))} y={TOP - 12} textAnchor="middle" fontSize={TEXT_SMALL} fontWeight={600} fill={BENCHMARK}>{title}</text>
      <path d={`M${x} ${TOP - 8}V${bottom}`} stroke={BENCHMARK} strokeWidth={1.5} strokeDasharray="4 3" />
    </>
  );
}

interface IntervalProps {
  readonly scale: Linear;
  readonly y: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly benchmark: number;
}

function Interval({ scale, y, value, lower, upper, benchmark }: IntervalProps) {
  const [colour] = SERIES_COLOURS;
  if (!Number.isFinite(value)) return <text x={round(scale(0)) + 6} y={y + 4} fontSize={TEXT_SMALL} fill={INK_MUTED}>not given</text>;
  const limited = Number.isFinite(lower) && Number.isFinite(upper);
  const apart = limited && (lower > benchmark || upper < benchmark);
  return (
    <>
      {limited && <path d={`M${round(scale(lower))} ${y}H${round(scale(upper))}M${round(scale(lower))} ${y - 5}v10M${round(scale(upper))} ${y - 5}v10`} stroke={INK} strokeWidth={1.5} fill="none" />}
      <circle cx={round(scale(value))} cy={y} r={4.5} fill={apart || !Number.isFinite(benchmark) ? colour : PAPER} stroke={colour} strokeWidth={2} />
    </>
  );
}

function highest(values: readonly number[]): number {
  const top = values.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, value) : most), 0);
  return top > 0 ? top : 1;
}
