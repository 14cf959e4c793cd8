import { CLASS, type ClassCode } from '../model/measures.ts';
import type { IntervalBarProps } from './props.ts';
import { countText } from './words.ts';

const MARGIN = 4;
/** Height of the limits' bar, and of the arrow where they go on past the axis. */
const BAR = 7;
const ARROW = 5;

const CLASS_WORDS: Readonly<Record<ClassCode, { readonly name: string; readonly against: string }>> = {
  [CLASS.noData]: { name: 'none', against: 'not compared with' },
  [CLASS.tooFew]: { name: 'none', against: 'too few to compare with' },
  [CLASS.lower]: { name: 'lower', against: 'significantly lower than' },
  [CLASS.similar]: { name: 'similar', against: 'similar to' },
  [CLASS.higher]: { name: 'higher', against: 'significantly higher than' },
};

/**
 * A rate (the upright line) within its limits (the bar) beside the benchmark's dotted line, on an axis shared by the
 * rows of a table. Limits that leave the axis end in an arrow. Without a rate only the benchmark is drawn.
 */
export function IntervalBar({ value, lower, upper, benchmark, domain, classCode, width = 96, height = 20, label }: IntervalBarProps) {
  const x = (rate: number) => Math.round(MARGIN + ((Math.min(Math.max(rate, domain[0]), domain[1]) - domain[0]) / (domain[1] - domain[0] || 1)) * (width - 2 * MARGIN));
  const middle = Math.floor(height / 2) + 0.5;
  const given = [value, lower, upper].every(Number.isFinite);
  const name = label === null ? { 'aria-hidden': true } as const : { role: 'img', 'aria-label': label ?? wordsOf({ value, lower, upper, benchmark, classCode }) };
  return (
    <svg className={`chart interval interval-${CLASS_WORDS[classCode].name}`} width={width} height={height} viewBox={`0 0 ${width} ${height}`} {...name}>
      {given && <rect className="interval-limits" x={Math.min(x(lower), x(domain[1]) - ARROW)} width={barWidth(x(lower), x(upper))} y={middle - BAR / 2} height={BAR} rx={1.5} />}
      {Number.isFinite(benchmark) && <line className="interval-benchmark" x1={x(benchmark) + 0.5} x2={x(benchmark) + 0.5} y1={0} y2={height} />}
      {given && value <= domain[1] && <line className="interval-value" x1={x(value) + 0.5} x2={x(value) + 0.5} y1={middle - BAR} y2={middle + BAR} />}
      {given && upper > domain[1] && <path className="interval-beyond" d={`M${width - ARROW} ${middle - BAR}L${width} ${middle}L${width - ARROW} ${middle + BAR}z`} />}
    </svg>
  );
}

/** Narrow limits stay visible as a sliver. */
function barWidth(from: number, to: number): number {
  return Math.max(to - from, from === to ? ARROW : 2);
}

function wordsOf({ value, lower, upper, benchmark, classCode }: Pick<IntervalBarProps, 'value' | 'lower' | 'upper' | 'benchmark' | 'classCode'>): string {
  if (!Number.isFinite(value)) return 'No rate given';
  const against = Number.isFinite(benchmark) ? `, ${CLASS_WORDS[classCode].against} ${countText(benchmark)}` : '';
  return `${countText(value)}, limits ${countText(lower)} to ${countText(upper)}${against}`;
}
