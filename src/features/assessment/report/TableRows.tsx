import type { AssessmentRow, Cell } from '../../../model/assessment.ts';
import { cellAt, markOf, type TableColumn, type TablePart } from './tableParts.ts';

interface HeadProps {
  readonly columns: readonly TableColumn[];
  readonly stacked: boolean;
  readonly limits: string;
}

/** Titles: of the columns and of their parts below, or in one line where parts stand under one another. */
export function TableHead({ columns, stacked, limits }: HeadProps) {
  const grouped = !stacked && columns.some(({ parts }) => parts.length > 1);
  return (
    <thead>
      <tr>
        {columns.map(({ column, index, parts }) => (
          !stacked && parts.length > 1
            ? <th key={column.id} scope="colgroup" colSpan={parts.length} className="report-group">{column.title}</th>
            : (
              <th key={column.id} scope="col" rowSpan={grouped ? 2 : 1} className={index === 0 || column.format === 'text' ? 'report-words' : 'report-number'}>
                {column.title}
                {stacked && underTitles(parts, limits).map((title) => <span key={title} className="report-under">{title}</span>)}
              </th>
            )
        ))}
      </tr>
      {grouped && <tr>{columns.flatMap(({ parts }) => (parts.length > 1 ? parts.map((part) => <th key={part.key} scope="col" className="report-number">{part.title}</th>) : []))}</tr>}
    </thead>
  );
}

/** What stands under the values of a column: "95% limits", "published", "difference". */
function underTitles(parts: readonly TablePart[], limits: string): string[] {
  return parts.slice(1).map(({ kind }) => (kind === 'limits' ? limits : kind));
}

interface BodyProps {
  readonly rows: readonly AssessmentRow[];
  readonly columns: readonly TableColumn[];
  readonly stacked: boolean;
  readonly notes: readonly string[];
}

export function TableBody({ rows, columns, stacked, notes }: BodyProps) {
  return (
    <tbody>
      {rows.map((row) => (
        <tr key={row.id} className={row.total ? 'report-total' : undefined}>
          {columns.flatMap(({ index, parts }) => {
            const cell = cellAt(row, index);
            return stacked
              ? [<StackedCell key={index} cell={cell} parts={parts} notes={notes} />]
              : parts.map((part) => <PartCell key={part.key} part={part} cell={cell} notes={notes} />);
          })}
        </tr>
      ))}
    </tbody>
  );
}

function PartCell({ part, cell, notes }: { readonly part: TablePart; readonly cell: Cell; readonly notes: readonly string[] }) {
  const text = part.text(cell);
  if (part.kind === 'heading') return <th scope="row">{text}</th>;
  return <td className={classOf(part, cell)}>{text}{part.kind === 'published' && <Mark cell={cell} notes={notes} />}</td>;
}

/** Ours, and below it in small print what belongs to it. */
function StackedCell({ parts, cell, notes }: { readonly parts: readonly TablePart[]; readonly cell: Cell; readonly notes: readonly string[] }) {
  const [own, ...others] = parts;
  if (own === undefined) return null;
  if (others.length === 0) return <PartCell part={own} cell={cell} notes={notes} />;
  const text = (kind: TablePart['kind']): string => others.find((part) => part.kind === kind)?.text(cell) ?? '';
  return (
    <td className={classOf(own, cell)}>
      {own.text(cell)}
      {text('limits') !== '' && <span className="report-under">{text('limits')}</span>}
      {text('published') !== '' && <span className="report-under"><span className="visually-hidden">published </span>{text('published')}<Mark cell={cell} notes={notes} /></span>}
      {text('difference') !== '' && <span className="report-under"><span className="visually-hidden">difference </span>{text('difference')}</span>}
    </td>
  );
}

function classOf({ kind }: TablePart, { text }: Cell): string {
  if (kind === 'words') return 'report-words';
  return kind === 'value' && text !== null ? 'report-number report-withheld' : `report-number report-${kind}`;
}

/** Which of the notes below belongs to a published value; nothing where there is one note for all. */
function Mark({ cell, notes }: { readonly cell: Cell; readonly notes: readonly string[] }) {
  const note = cell.published?.note ?? null;
  return note === null || notes.length < 2 ? null : <sup>{markOf(notes.indexOf(note))}</sup>;
}
