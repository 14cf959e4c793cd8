import { monthTitle } from '../model/months.ts';
import { type AxisMonth, type MonthSpan, moveEnd, type SpanEnd } from './monthAxis.ts';

interface Props {
  readonly end: SpanEnd;
  readonly span: MonthSpan;
  readonly axis: readonly AxisMonth[];
  readonly onMove: (span: MonthSpan) => void;
}

/**
 * One end of the period: a native slider over the edges between months, so that keys, touch and assistive technology
 * work as everywhere. Two of them share the track; only their thumbs take the pointer (charts.css).
 */
export function PeriodHandle({ end, span, axis, onMove }: Props) {
  const isFirst = end === 'first';
  return (
    <input
      type="range" className={`period-handle period-handle-${end}`} min={0} max={axis.length} step={1}
      value={isFirst ? span.first : span.last + 1} aria-label={isFirst ? 'First month' : 'Last month'} aria-valuetext={monthTitle(axis[span[end]]?.text ?? '')}
      onChange={({ target }) => onMove(moveEnd(span, end, isFirst ? Number(target.value) : Number(target.value) - 1, axis.length))}
    />
  );
}
