import { useMemo, useState } from 'react';
import type { HotspotAnswer } from '../../model/hotspots.ts';
import { Button } from '../../ui/Button.tsx';
import { formatNumber, plural } from '../../ui/formats.ts';
import { Icon } from '../../ui/Icon.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { Term } from '../../ui/Term.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useOnPaper } from '../../ui/useOnPaper.ts';
import { ScrollBox } from '../../ui/ScrollBox.tsx';
import { type EvidenceRow, FIRST_SORT, listed, type Sort, type SortColumn } from './evidence.ts';
import { EvidenceTableRow, type RowActions } from './EvidenceTableRow.tsx';
import { isHot, stepTitle } from './titles.ts';

interface EvidenceTableProps extends RowActions {
  readonly answer: HotspotAnswer;
  readonly rows: readonly EvidenceRow[];
  readonly ticked: ReadonlySet<string>;
  /** Codes of the areas whose time is shown below. */
  readonly shown: readonly string[];
  readonly onTickAll: (codes: readonly string[], tick: boolean) => void;
  readonly onExport: () => void;
}

/** Rows drawn at first and with each press of "Show more": hundreds at once make a phone slow. On paper all are. */
const PAGE = 25;

/** All evidence about every area, side by side. */
export function EvidenceTable({ answer, rows, ticked, shown, onTickAll, onExport, ...actions }: EvidenceTableProps) {
  const [sort, setSort] = useState<Sort>(FIRST_SORT);
  const [hotOnly, setHotOnly] = useState(false);
  const [find, setFind] = useState('');
  const [most, setMost] = useState(PAGE);
  const [focused, setFocused] = useState<string | null>(null);
  const inOrder = useMemo(() => listed(rows, sort, { hotOnly, find }), [rows, sort, hotOnly, find]);
  const step = stepTitle(answer.request.settings, false);
  const onPaper = useOnPaper();
  const drawn = onPaper ? inOrder : inOrder.slice(0, most);
  const stop = drawn.find(({ code }) => code === focused)?.code ?? drawn[0]?.code;
  const all = drawn.length > 0 && drawn.every(({ code }) => ticked.has(code));
  return (
    <>
      <div className="hotspots-tools">
        <TextField label="Find an area" value={find} onChange={setFind} placeholder="Name, ward or code" />
        <Switch selected={hotOnly} onChange={setHotOnly}>Hot spots only ({formatNumber(rows.filter(({ giClass }) => isHot(giClass)).length)})</Switch>
        <Button icon="download" onPress={onExport}>Evidence as CSV</Button>
      </div>
      <ScrollBox className="hotspots-scroll" label="Evidence by area">
        <table className="hotspots-table hotspots-evidence">
          <caption className="visually-hidden">Evidence by area. Press a column’s name to sort by it, an area’s name to see its time below; up and down go from area to area.</caption>
          <thead>
            <tr>
              <th scope="col"><input type="checkbox" className="hotspots-tick" aria-label={`Tick the ${formatNumber(drawn.length)} areas listed`} checked={all} onChange={() => onTickAll(drawn.map(({ code }) => code), !all)} /></th>
              <SortHead column="name" title="Area" sort={sort} onSort={setSort} />
              <SortHead column="count" title="Count" sort={sort} onSort={setSort} />
              <SortHead column="giStar" title="Gi*" sort={sort} onSort={setSort} />
              <SortHead column="moran" title="Local Moran" sort={sort} onSort={setSort} />
              <SortHead column="emerging" title="Emerging" sort={sort} onSort={setSort} />
              <SortHead column="persistence" title={`Higher ${step}s`} sort={sort} onSort={setSort} />
              <SortHead column="change" title="Change" sort={sort} onSort={setSort} />
              <SortHead column="survives" title="Survives" sort={sort} onSort={setSort} />
              <th scope="col" className="no-print">Map</th>
            </tr>
          </thead>
          <tbody>
            {drawn.map((row) => <EvidenceTableRow key={row.code} row={row} step={step} ticked={ticked.has(row.code)} shown={shown.includes(row.code)} tabStop={row.code === stop} onFocus={setFocused} {...actions} />)}
            {inOrder.length === 0 && <tr><td colSpan={10} className="hotspots-none">{find.trim() === '' ? 'No hot spot was found.' : `No area listed here has “${find.trim()}” in its name, ward or code.`}</td></tr>}
          </tbody>
        </table>
      </ScrollBox>
      <p className="hotspots-more small muted">
        {plural(drawn.length, 'area', 'areas')} of {formatNumber(inOrder.length)} shown; {formatNumber(ticked.size)} ticked.{' '}
        {inOrder.length > drawn.length && <Button variant="link" className="small" onPress={() => setMost(most + PAGE)}>Show {formatNumber(Math.min(PAGE, inOrder.length - most))} more</Button>}
      </p>
      <p className="small muted">
        <Term term="Gi*" />: z of the area with its neighbours; p{answer.request.settings.correction === 'fdr' ? ' adjusted for many areas' : ''}, which decides the class. <Term term="Local Moran" />: whether the area is like its neighbours. Emerging: see Time below. Higher {step}s: how many of the last {answer.persistenceSteps}, of those that could be judged. Survives: on how many kinds of units (<Term term="LSOA" />, ward, hub, hexagon, and a drawn area where it lies in one) its place is hot.
      </p>
    </>
  );
}

interface SortHeadProps {
  readonly column: SortColumn;
  readonly title: string;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
}

/** Numbers from the highest first, names from A; pressed again, the other way round. */
function SortHead({ column, title, sort, onSort }: SortHeadProps) {
  const active = sort.column === column;
  return (
    <th scope="col" aria-sort={active ? (sort.descending ? 'descending' : 'ascending') : 'none'}>
      <button type="button" className="sort-button" onClick={() => onSort({ column, descending: active ? !sort.descending : column !== 'name' })}>
        {title}
        {active && <Icon name={sort.descending ? 'arrow-down' : 'arrow-up'} size={12} />}
      </button>
    </th>
  );
}
