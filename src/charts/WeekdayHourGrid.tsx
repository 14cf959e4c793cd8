import { type PointerEvent, useRef } from 'react';
import { sentenceCase } from '../model/text.ts';
import { HOUR_SLOTS, MIDNIGHT_SLOT, WEEKDAYS } from '../model/vocabulary.ts';
import { cellAt, type GridCell, gridScale, HOURS, isChosen, midnightShare, rectangleOf } from './hourGrid.ts';
import { WeekdayHourCells } from './WeekdayHourCells.tsx';
import type { WeekdayHourGridProps } from './props.ts';
import { FIRST_CHART, useElementSize } from './useElementSize.ts';
import { countText } from './words.ts';

const LABEL_WIDTH = 32;
const STEP_CLASSES = ['grid-step-1', 'grid-step-2', 'grid-step-3', 'grid-step-4', 'grid-step-5'] as const;

/**
 * Weekday by hour: colour by quantile of the current counts, records stored at exactly 00:00 marked apart. Drag or
 * click to choose days and hours by pointer. For the keyboard, and for hours that wrap past midnight, put day
 * toggles and hour selects beside it. With a reason it is drawn empty and inert; print the reason above it.
 */
export function WeekdayHourGrid({ counts, days, hours, midnightAside = false, onChange, disabledReason, unit = 'offences' }: WeekdayHourGridProps) {
  const [element, { width }] = useElementSize<HTMLDivElement>(FIRST_CHART);
  const off = disabledReason !== null || counts === null;
  const drag = useDragRectangle({ days, hours, onChange });
  return (
    <fieldset className={off ? 'hour-grid hour-grid-off' : 'hour-grid'} aria-label={`${sentenceCase(unit)} by weekday and hour${disabledReason === null ? '' : `. ${disabledReason}`}`}>
      <div className="hour-grid-plot" ref={element} {...(off ? {} : drag)}>
        <WeekdayHourCells counts={off ? null : counts} days={days} hours={hours} midnightAside={midnightAside} width={width} labelWidth={LABEL_WIDTH} unit={unit} />
      </div>
      {!off && (
        <>
          <GridLegend counts={counts} midnightAside={midnightAside} />
          <HourTable counts={counts} unit={unit} />
        </>
      )}
    </fieldset>
  );
}

/** Press a cell for that day and hour (again for the whole week), drag for a rectangle. The labels choose nothing. */
function useDragRectangle({ days, hours, onChange }: Pick<WeekdayHourGridProps, 'days' | 'hours' | 'onChange'>) {
  const start = useRef<{ readonly cell: GridCell; readonly alone: boolean } | null>(null);
  const to = (cell: GridCell) => {
    const next = rectangleOf(start.current?.cell ?? cell, cell);
    if (JSON.stringify(next) !== JSON.stringify({ days, hours })) onChange(next);
  };
  return {
    onPointerDown: (event: PointerEvent<HTMLDivElement>) => {
      if (event.button !== 0) return;
      const cell = cellOf(event);
      start.current = { cell, alone: days?.length === 1 && hours !== null && hours.to - hours.from === 1 && isChosen(cell, days, hours) };
      event.currentTarget.setPointerCapture(event.pointerId);
      to(cell);
    },
    onPointerMove: (event: PointerEvent<HTMLDivElement>) => {
      if (start.current !== null) to(cellOf(event));
    },
    onPointerUp: (event: PointerEvent<HTMLDivElement>) => {
      const cell = cellOf(event);
      if (start.current?.alone === true && start.current.cell.day === cell.day && start.current.cell.hour === cell.hour) onChange({ days: null, hours: null });
      start.current = null;
    },
    onPointerCancel: () => {
      start.current = null;
    },
  };
}

/** The cell under the pointer; the plot begins after the labels. */
function cellOf(event: PointerEvent<HTMLDivElement>): GridCell {
  const box = (event.currentTarget.querySelector('[data-plot]') ?? event.currentTarget).getBoundingClientRect();
  return cellAt(event.clientX - box.left, event.clientY - box.top, box.width, box.height);
}

function GridLegend({ counts, midnightAside }: { readonly counts: ArrayLike<number>; readonly midnightAside: boolean }) {
  const { lowest, highest } = gridScale(counts);
  const share = midnightShare(counts);
  return (
    <div className="hour-grid-legend">
      <p className="chart-note">
        Fewest an hour ({countText(lowest)})
        <span className="grid-steps" aria-hidden="true">{STEP_CLASSES.map((step) => <span key={step} className={step} />)}</span>
        most ({countText(highest)})
      </p>
      {share > 0 && (
        <p className="chart-note">
          <span className="grid-midnight-key" aria-hidden="true" /> {shareText(share)} in the whole week have the time 00:00{midnightAside ? ' and are set aside' : ''}
        </p>
      )}
    </div>
  );
}

function shareText(share: number): string {
  return share < 0.005 ? 'Under 1%' : `${Math.round(share * 100)}%`;
}

/** The same figures for assistive technology: a row for each day, in six blocks of four hours. */
function HourTable({ counts, unit }: { readonly counts: ArrayLike<number>; readonly unit: string }) {
  const starts = Array.from({ length: HOURS / 4 }, (_, block) => block * 4);
  const block = (day: number, start: number) => {
    const values = [0, 1, 2, 3].map((step) => counts[day * HOUR_SLOTS + start + step] ?? 0);
    return values.every((value) => countText(value) !== 'withheld') ? countText(values.reduce((sum, value) => sum + value, 0)) : 'withheld';
  };
  return (
    <div className="chart-hidden">
      <table>
        <caption>{sentenceCase(unit)} by weekday and hours; times of exactly 00:00 apart</caption>
        <thead>
          <tr><th scope="col">Day</th><th scope="col">Exactly 00:00</th>{starts.map((start) => <th key={start} scope="col">{`${start} to ${start + 4}`}</th>)}</tr>
        </thead>
        <tbody>
          {WEEKDAYS.map(({ id, title }, day) => (
            <tr key={id}>
              <th scope="row">{title}</th><td>{countText(counts[day * HOUR_SLOTS + MIDNIGHT_SLOT] ?? 0)}</td>
              {starts.map((start) => <td key={start}>{block(day, start)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
