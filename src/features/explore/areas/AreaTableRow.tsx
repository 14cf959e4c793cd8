import { type KeyboardEvent, memo, type MouseEvent } from 'react';
import { IntervalBar } from '../../../charts/IntervalBar.tsx';
import { REASON } from '../../../model/measures.ts';
import { reasonTitle } from '../../../model/reasons.ts';
import { lowerFirst } from '../../../model/text.ts';
import { useAtlasStore } from '../../../store/react.ts';
import { ClassMark, classTitle } from '../../../ui/ClassBadge.tsx';
import { formatCount, formatLimits, formatRate, formatShareOf, isWithheld } from '../../../ui/formats.ts';
import type { AreaRow } from '../areaRows.ts';
import { formatP, monthsMore } from '../why.ts';
import { moveFocus } from './moveFocus.ts';

interface AreaTableRowProps {
  readonly row: AreaRow;
  readonly position: number;
  readonly domain: readonly [number, number];
  /** True where the adjusted p-value decides the class. */
  readonly adjusted: boolean;
  readonly selected: boolean;
  /** The one row that Tab reaches. */
  readonly tabStop: boolean;
  readonly onFocused: (code: string) => void;
}

/** One area. The name is a button that reaches over the whole row. */
export const AreaTableRow = memo(function AreaTableRow({ row, position, domain, adjusted, selected, tabStop, onFocused }: AreaTableRowProps) {
  const store = useAtlasStore();
  const more = monthsMore(row);
  const select = (event: MouseEvent) => store.getState().toggleArea(row.code, event.shiftKey || event.ctrlKey || event.metaKey ? 'add' : 'replace');
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') store.getState().clearAreas();
    else moveFocus(event);
  };
  return (
    <tr
      data-area={row.code} title={rowHint(row, adjusted)} className={selected ? 'is-selected' : undefined}
      onMouseEnter={() => store.getState().hover(row.area)} onMouseLeave={() => store.getState().hover(null)}
    >
      <td className="col-rank">{position}</td>
      {/* A row's heading is no control; the button in it has its words. */}
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label */}
      <th scope="row" className="col-name">
        <button
          type="button" className="row-button" tabIndex={tabStop ? 0 : -1} aria-pressed={selected} onClick={select} onKeyDown={press}
          onFocus={() => {
            onFocused(row.code);
            store.getState().hover(row.area);
          }}
          onBlur={() => store.getState().hover(null)}
        >
          <span className="row-name">{row.name}<ClassMark code={row.classCode} /></span>
          <span className="row-ward">{row.ward}</span>
          <span className="row-class visually-hidden"><span className="no-print">, </span>{classTitle(row.classCode, row.reason)}</span>
          {more !== null && <span className="row-ward"><span className="visually-hidden">, </span>{more}</span>}
        </button>
      </th>
      <td className="col-number">{isWithheld(row.count) ? <span className="muted small">withheld</span> : formatCount(row.count)}</td>
      <td className="col-number">{row.reason === REASON.given ? formatRate(row.value) : <span className="muted small">{shortReason(row)}</span>}</td>
      <td className="col-limits">
        <IntervalBar value={row.value} lower={row.lower} upper={row.upper} benchmark={row.benchmark} domain={domain} classCode={row.classCode} width={84} height={20} label={null} />
        <span className="row-limits visually-hidden">{formatLimits(row.lower, row.upper)}</span>
      </td>
    </tr>
  );
});

/** What the columns leave out. */
export function rowHint(row: AreaRow, adjusted: boolean): string | undefined {
  if (row.reason !== REASON.given) return undefined;
  const against = Number.isFinite(row.benchmark) ? `; benchmark ${formatRate(row.benchmark)}` : '';
  const p = adjusted && Number.isFinite(row.adjustedP) ? `; adjusted p ${formatP(row.adjustedP)}` : '';
  return `Limits ${formatLimits(row.lower, row.upper)}${against}${p}; ${formatShareOf(row.count, row.boroughCount)} of its borough’s count`;
}

function shortReason({ reason }: AreaRow): string {
  if (reason === REASON.noPopulation || reason === REASON.eventsWithoutPopulation) return 'no residents';
  return reason === REASON.fewerThan10 ? 'too few' : lowerFirst(reasonTitle(reason));
}
