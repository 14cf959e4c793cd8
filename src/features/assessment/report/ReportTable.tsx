import type { AssessmentRow, AssessmentTable } from '../../../model/assessment.ts';
import { cellAt, columnsOf, publishedNotes, type TableColumn } from './tableParts.ts';

/** Longer tables scroll in a box of their own on the screen; paper and files have them whole. */
const LONG = 24;

interface TableProps {
  readonly table: AssessmentTable;
  readonly limits: string;
}

/** Figures as a table: ours, limits, the published value and the difference; notes on the published values below. */
export function ReportTable({ table, limits }: TableProps) {
  const columns = columnsOf(table, limits);
  const notes = publishedNotes(table);
  return (
    <div className="report-table-block">
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={`report-scroll${table.rows.length > LONG ? ' report-scroll-long' : ''}`} tabIndex={0} aria-label={`Table: ${table.title}`}>
        <table className="report-table">
          <caption>{table.title}</caption>
          <TableHead columns={columns} />
          <tbody>{table.rows.map((row) => <TableRow key={row.id} row={row} columns={columns} />)}</tbody>
        </table>
      </section>
      {notes.map((note) => <p key={note} className="report-note">Published: {note}</p>)}
    </div>
  );
}

function TableHead({ columns }: { readonly columns: readonly TableColumn[] }) {
  const grouped = columns.some(({ parts }) => parts.length > 1);
  return (
    <thead>
      <tr>
        {columns.map(({ column, index, parts }) => (
          parts.length > 1
            ? <th key={column.id} scope="colgroup" colSpan={parts.length} className="report-group">{column.title}</th>
            : <th key={column.id} scope="col" rowSpan={grouped ? 2 : 1} className={index === 0 || column.format === 'text' ? 'report-words' : 'report-number'}>{column.title}</th>
        ))}
      </tr>
      {grouped && <tr>{columns.flatMap(({ parts }) => (parts.length > 1 ? parts.map((part) => <th key={part.key} scope="col" className={part.kind === 'words' ? 'report-words' : 'report-number'}>{part.title}</th>) : []))}</tr>}
    </thead>
  );
}

function TableRow({ row, columns }: { readonly row: AssessmentRow; readonly columns: readonly TableColumn[] }) {
  return (
    <tr className={row.total ? 'report-total' : undefined}>
      {columns.flatMap(({ index, parts }) => {
        const cell = cellAt(row, index);
        return parts.map((part) => {
          const text = part.text(cell);
          if (part.kind === 'heading') return <th key={part.key} scope="row">{text}</th>;
          const worded = part.kind === 'words' || (part.kind === 'value' && cell.text !== null);
          return <td key={part.key} className={`report-${part.kind}${worded ? '' : ' report-number'}${part.kind === 'value' && cell.text !== null ? ' report-withheld' : ''}`}>{text}</td>;
        });
      })}
    </tr>
  );
}
