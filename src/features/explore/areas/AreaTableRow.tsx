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

interface AreaTableRowProps {
  readonly row: AreaRow;
  readonly position: number;
  /** Line of the table, its head not counted. */
  readonly line: number;
  readonly domain: readonly [number, number];
  /** True where the adjusted p-value decides the class. */
  readonly adjusted: boolean;
  readonly selected: boolean;
  /** The one row that Tab reaches. */
  readonly tabStop: boolean;
  readonly onFocused: (code: string) => void;
  /** True where the key moved the focus to another row. */
  readonly onKey: (code: string, key: string) => boolean;
}

/** One area. The name is a button that reaches over the whole row. */
export const AreaTableRow = memo(function AreaTableRow({ row, position, line, domain, adjusted, selected, tabStop, onFocused, onKey }: AreaTableRowProps) {
  const store = useAtlasStore();
  const more = monthsMore(row);
  const select = (event: MouseEvent) => store.getState().toggleArea(row.code, event.shiftKey || event.ctrlKey || event.metaKey ? 'add' : 'replace');
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') store.getState().clearAreas();
    else if (onKey(row.code, event.key)) event.preventDefault();
  };
  return (
    <tr
      data-area={row.code} aria-rowindex={line + 2} title={rowHint(row, adjusted) ?? noRateHint(row, more)} className={selected ? 'is-selected' : undefined}
      onMouseEnter={() => store.getState().hover(row.area)} onMouseLeave={() => store.getState().hover(null)}
    >
      <td className="col-rank">{position}</td>
      {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- a row's heading is no control; the button in it has its words */}
      <th scope="row" className="col-name">
        <button
          type="button" className="row-button" tabIndex={tabStop ? 0 : -1} aria-pressed={selected} onClick={select} onKeyDown={press}
          onFocus={() => {
            onFocused(row.code);
            store.getState().hover(row.area);
          }}
          onBlur={() => store.getState().hover(null)}
        >
          <span className="row-name"><RowName name={row.name} /><ClassMark code={row.classCode} /></span>
          <span className="row-ward">{row.ward}</span>
          <span className="row-class visually-hidden"><span className="no-print">, </span>{classTitle(row.classCode, row.reason)}</span>
          {more !== null && <span className="row-more"><span className="visually-hidden">, needs </span>{more}</span>}
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

/** What may not have fitted in. */
function noRateHint({ name, ward }: AreaRow, more: string | null): string {
  return `${name}${ward === '' ? '' : `, ${ward}`}${more === null ? '' : `: needs ${more}`}`;
}

/** A long name is shortened before its number, which tells neighbours apart. */
function RowName({ name }: { readonly name: string }) {
  const cut = name.lastIndexOf(' ') + 1;
  return <><span className="row-place">{name.slice(0, cut)}</span><span className="row-number">{name.slice(cut)}</span></>;
}

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
