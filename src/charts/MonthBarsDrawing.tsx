import { monthOfYear, monthTitle, parseMonth, yearOf } from '../model/months.ts';
import { SUPPRESSED } from '../model/results.ts';
import type { AxisMonth, MonthSpan } from './monthAxis.ts';
import { countOf, countText, shownCount } from './words.ts';

const PLOT = { top: 14, height: 52 } as const;
const YEARS = 16;
const MONTH_BARS_HEIGHT = PLOT.top + PLOT.height + YEARS;
const BASE = PLOT.top + PLOT.height;
/** Years narrower than this, in pixels, share labels. */
const LABEL_WIDTH = 34;

interface Props {
  readonly axis: readonly AxisMonth[];
  readonly span: MonthSpan;
  readonly width: number;
  readonly unit: string;
}

/** The bars alone, in whole pixels; the table beside them carries the figures for assistive technology. */
export function MonthBarsDrawing({ axis, span, width, unit }: Props) {
  const highest = Math.max(1, ...axis.map(({ count }) => shownCount(count ?? undefined)));
  const edge = (position: number) => Math.round((position * width) / axis.length);
  return (
    <svg className="chart" width={width} height={MONTH_BARS_HEIGHT} viewBox={`0 0 ${width} ${MONTH_BARS_HEIGHT}`} aria-hidden="true">
      <line className="chart-grid" x1={0} x2={width} y1={PLOT.top - 0.5} y2={PLOT.top - 0.5} />
      <text className="chart-label" x={0} y={PLOT.top - 4}>{countText(highest)}</text>
      {axis.map((month, position) => (
        <MonthBar
          key={month.text} month={month} unit={unit} left={edge(position)} right={edge(position + 1)}
          chosen={position >= span.first && position <= span.last} height={barHeight(month.count, highest)}
        />
      ))}
      <line className="chart-axis" x1={0} x2={width} y1={BASE + 0.5} y2={BASE + 0.5} />
      <YearTicks axis={axis} edge={edge} width={width} />
    </svg>
  );
}

interface BarProps {
  readonly month: AxisMonth;
  readonly unit: string;
  readonly left: number;
  readonly right: number;
  readonly chosen: boolean;
  readonly height: number;
}

function MonthBar({ month: { text, count }, unit, left, right, chosen, height }: BarProps) {
  const gap = right - left > 2 ? 1 : 0;
  const width = Math.max(1, right - left - gap);
  const title = `${monthTitle(text)}: ${count === null ? 'not published' : countOf(count, unit)}`;
  return (
    <g>
      <rect className="chart-hit" x={left} y={PLOT.top} width={right - left} height={PLOT.height}><title>{title}</title></rect>
      {count === null && <line className="chart-missing" x1={left + width / 2} x2={left + width / 2} y1={BASE - 5} y2={BASE} />}
      {count === SUPPRESSED && <rect className="chart-withheld" x={left + 0.5} y={BASE - 5.5} width={Math.max(1, width - 1)} height={5} />}
      {height > 0 && <rect className={chosen ? 'chart-bar' : 'chart-bar chart-bar-out'} x={left} y={BASE - height} width={width} height={height} />}
    </g>
  );
}

/** A tick at each January, with the year where there is room; a short axis without a January names its first month's year. */
function YearTicks({ axis, edge, width }: { readonly axis: readonly AxisMonth[]; readonly edge: (position: number) => number; readonly width: number }) {
  const januaries = axis.flatMap(({ text }, position) => {
    const month = parseMonth(text);
    return month !== null && (monthOfYear(month) === 1 || (position === 0 && axis.length < 12)) ? [{ position, year: yearOf(month) }] : [];
  });
  const every = Math.max(1, Math.ceil(LABEL_WIDTH / ((12 * width) / axis.length)));
  return januaries.map(({ position, year }, index) => {
    const x = edge(position);
    const labelled = index % every === 0 && x + LABEL_WIDTH - 6 <= width;
    return (
      <g key={year}>
        <line className="chart-axis" x1={x + 0.5} x2={x + 0.5} y1={BASE} y2={BASE + (labelled ? 5 : 3)} />
        {labelled && <text className="chart-label" x={x + 3} y={BASE + 13}>{year}</text>}
      </g>
    );
  });
}

/** Whole pixels; a count that is not zero is never drawn as nothing. */
function barHeight(count: number | null, highest: number): number {
  const shown = shownCount(count ?? undefined);
  return shown === 0 ? 0 : Math.max(1, Math.round((shown / highest) * PLOT.height));
}
