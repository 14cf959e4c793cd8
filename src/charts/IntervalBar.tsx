import { CLASS, type ClassCode } from '../model/measures.ts';
import type { IntervalBarProps } from './props.ts';
import { countText } from './words.ts';

const MARGIN = 4;

const CLASS_WORDS: Readonly<Record<ClassCode, { readonly name: string; readonly against: string }>> = {
  [CLASS.noData]: { name: 'none', against: 'not compared with' },
  [CLASS.tooFew]: { name: 'none', against: 'too few to compare with' },
  [CLASS.lower]: { name: 'lower', against: 'significantly lower than' },
  [CLASS.similar]: { name: 'similar', against: 'similar to' },
  [CLASS.higher]: { name: 'higher', against: 'significantly higher than' },
};

/**
 * A rate with its limits beside the benchmark's dotted line, on an axis shared by the rows of a table. Limits that
 * leave the axis are cut at its end. Without a rate only the benchmark is drawn.
 */
export function IntervalBar({ value, lower, upper, benchmark, domain, classCode, width = 96, height = 20, label }: IntervalBarProps) {
  const x = (rate: number) => Math.round(MARGIN + ((Math.min(Math.max(rate, domain[0]), domain[1]) - domain[0]) / (domain[1] - domain[0] || 1)) * (width - 2 * MARGIN));
  const middle = Math.floor(height / 2) + 0.5;
  const given = [value, lower, upper].every(Number.isFinite);
  const name = label === null ? { 'aria-hidden': true } as const : { role: 'img', 'aria-label': label ?? wordsOf({ value, lower, upper, benchmark, classCode }) };
  return (
    <svg className={`chart interval interval-${CLASS_WORDS[classCode].name}`} width={width} height={height} viewBox={`0 0 ${width} ${height}`} {...name}>
      {Number.isFinite(benchmark) && <line className="interval-benchmark" x1={x(benchmark) + 0.5} x2={x(benchmark) + 0.5} y1={0} y2={height} />}
      {given && <line className="interval-limits" x1={x(lower)} x2={Math.max(x(upper), x(lower) + 1)} y1={middle} y2={middle} />}
      {given && <circle className="interval-value" cx={x(value)} cy={middle} r={3.5} />}
    </svg>
  );
}

function wordsOf({ value, lower, upper, benchmark, classCode }: Pick<IntervalBarProps, 'value' | 'lower' | 'upper' | 'benchmark' | 'classCode'>): string {
  if (!Number.isFinite(value)) return 'No rate given';
  const against = Number.isFinite(benchmark) ? `, ${CLASS_WORDS[classCode].against} ${countText(benchmark)}` : '';
  return `${countText(value)}, limits ${countText(lower)} to ${countText(upper)}${against}`;
}
