import { type PointerEvent, useRef } from 'react';
import { monthTitle } from '../model/months.ts';
import { sentenceCase } from '../model/text.ts';
import { type AxisMonth, monthAt, monthAxis, type MonthSpan, periodOf, spanOf } from './monthAxis.ts';
import { MonthBarsDrawing } from './MonthBarsDrawing.tsx';
import { PeriodHandle } from './PeriodHandle.tsx';
import type { MonthBarsProps } from './props.ts';
import { FIRST_CHART, useElementSize } from './useElementSize.ts';
import { countText } from './words.ts';

/**
 * Bars by month with a two-ended range. Click a bar for that month alone (again for all), drag across bars for a
 * range, move the two handles by pointer or keyboard. Months that the data set does not have are gaps, not zeros.
 */
export function MonthBars({ months, counts, period, onChange, unit }: MonthBarsProps) {
  const [element, { width }] = useElementSize<HTMLDivElement>(FIRST_CHART);
  const axis = monthAxis(months, counts);
  const span = spanOf(period, axis);
  const choose = (next: MonthSpan) => {
    if (next.first !== span.first || next.last !== span.last) onChange(periodOf(next, axis));
  };
  const drag = useDragAcross({ axis, span, choose, onClear: () => onChange(null) });
  const missing = axis.filter(({ count }) => count === null).length;
  if (axis.length === 0) return <p className="chart-note">This data set has no months.</p>;
  return (
    <fieldset className="month-bars" aria-label={`${sentenceCase(unit)} by month`}>
      <div className="month-bars-plot" ref={element} {...drag}>
        <MonthBarsDrawing axis={axis} span={span} width={width} unit={unit} />
      </div>
      <div className="period-track">
        <span className="period-line" style={{ insetInlineStart: `${share(span.first, axis)}%`, insetInlineEnd: `${100 - share(span.last + 1, axis)}%` }} />
        <PeriodHandle end="first" span={span} axis={axis} onMove={choose} />
        <PeriodHandle end="last" span={span} axis={axis} onMove={choose} />
      </div>
      {missing > 0 && <p className="chart-note"><span className="chart-missing-key" aria-hidden="true" /> {missing === 1 ? '1 month' : `${missing} months`} not published</p>}
      <MonthTable axis={axis} unit={unit} />
    </fieldset>
  );
}

/** Percent of the axis before a position. */
function share(position: number, axis: readonly AxisMonth[]): number {
  return Number(((position / axis.length) * 100).toFixed(3));
}

interface Dragging {
  readonly axis: readonly AxisMonth[];
  readonly span: MonthSpan;
  readonly choose: (span: MonthSpan) => void;
  readonly onClear: () => void;
}

/** Press to choose a month, drag to choose from there to here; pressing the only chosen month lets go of it. */
function useDragAcross({ axis, span, choose, onClear }: Dragging) {
  const start = useRef<{ readonly position: number; readonly alone: boolean } | null>(null);
  const positionOf = (event: PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return monthAt(event.clientX - box.left, box.width, axis.length);
  };
  const to = (position: number) => {
    const from = start.current?.position ?? position;
    choose({ first: Math.min(from, position), last: Math.max(from, position) });
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      if (event.button !== 0) return;
      const position = positionOf(event);
      start.current = { position, alone: span.first === position && span.last === position };
      event.currentTarget.setPointerCapture(event.pointerId);
      to(position);
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      if (start.current !== null) to(positionOf(event));
    },
    onPointerUp: (event: PointerEvent<HTMLDivElement>) => {
      if (start.current?.alone === true && start.current.position === positionOf(event)) onClear();
      start.current = null;
    },
    onPointerCancel: () => {
      start.current = null;
    },
  };
}

function MonthTable({ axis, unit }: { readonly axis: readonly AxisMonth[]; readonly unit: string }) {
  return (
    <div className="chart-hidden">
      <table>
        <caption>{sentenceCase(unit)} by month</caption>
        <tbody>
          {axis.map(({ text, count }) => (
            <tr key={text}><th scope="row">{monthTitle(text)}</th><td>{count === null ? 'not published' : countText(count)}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
