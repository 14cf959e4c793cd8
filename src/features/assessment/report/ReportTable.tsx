import type { AssessmentTable } from '../../../model/assessment.ts';
import { Fold } from './Fold.tsx';
import { ReportScroll } from './ReportScroll.tsx';
import { TableBody, TableHead } from './TableRows.tsx';
import { columnsOf, markOf, noteLine, publishedNotes } from './tableParts.ts';

/** Longer tables are folded on phones. */
const FOLDED = 4;
/** Longer tables scroll in a box of their own on the screen; paper and files have them whole. */
const LONG = 24;
/** Columns beyond which limits and published values stand under the value instead of beside it: what a page is wide enough for. */
const ROOM = 9;

interface TableProps {
  readonly table: AssessmentTable;
  /** Title of the figure, for a name of its own among all tables. */
  readonly of: string;
  readonly limits: string;
}

/** Figures as a table: ours, limits, the published value and the difference; notes on the published values below. */
export function ReportTable({ table, of, limits }: TableProps) {
  const columns = columnsOf(table, limits);
  const notes = publishedNotes(table);
  const stacked = columns.reduce((sum, { parts }) => sum + parts.length, 0) > ROOM;
  const block = (
    <div className="report-table-block">
      <ReportScroll label={of === table.title ? `Table: ${of}` : `Table: ${of}: ${table.title}`} long={table.rows.length > LONG}>
        <table className="report-table">
          <caption><span>{table.title}</span></caption>
          <TableHead columns={columns} stacked={stacked} limits={limits} />
          <TableBody rows={table.rows} columns={columns} stacked={stacked} notes={notes} />
        </table>
      </ReportScroll>
      {notes.length > 0 && (
        <div className="report-note">
          {notes.length === 1 ? <p>{noteLine(notes[0] ?? '')}</p> : notes.map((note, index) => <p key={note}><sup>{markOf(index)}</sup> {note}</p>)}
        </div>
      )}
    </div>
  );
  return table.rows.length > FOLDED ? <Fold title={`Table: ${table.title} (${table.rows.length} rows)`}>{block}</Fold> : block;
}
