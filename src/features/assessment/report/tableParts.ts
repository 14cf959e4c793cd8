import type { AssessmentColumn, AssessmentRow, AssessmentTable, Cell } from '../../../model/assessment.ts';
import { formatFigure, formatLimits } from '../../../model/figureFormat.ts';
import { joined } from '../../../model/kinds.ts';
import type { Confidence } from '../../../model/measures.ts';

/** One column as it is shown and exported: a value, its limits, the published value, or the difference. */
export interface TablePart {
  readonly key: string;
  /** Under the column's own title; '' for the value of a column that has nothing else. */
  readonly title: string;
  readonly kind: 'heading' | 'words' | 'value' | 'limits' | 'published' | 'difference';
  readonly text: (cell: Cell) => string;
}

export interface TableColumn {
  readonly column: AssessmentColumn;
  readonly index: number;
  readonly parts: readonly TablePart[];
}

const tenth = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const NOT_GIVEN = '–';
/** Counts of other months do not differ by anything that means something. */
const OTHER_MONTHS = 'other months';
const EMPTY: Cell = { text: null, value: null, lower: null, upper: null, published: null };

export function cellAt(row: AssessmentRow, index: number): Cell {
  return row.cells[index] ?? EMPTY;
}

/** A table's columns with what each needs: limits where any cell has them, published value and difference where any was published. */
export function columnsOf(table: AssessmentTable, limits: string): TableColumn[] {
  return table.columns.map((column, index) => {
    const cells = table.rows.map((row) => cellAt(row, index));
    const limited = cells.some(({ lower, upper }) => lower !== null && upper !== null);
    const published = cells.some((cell) => cell.published !== null);
    const part = (kind: TablePart['kind'], title: string, text: TablePart['text']): TablePart => ({ key: `${column.id}-${kind}`, title, kind, text });
    const own = published ? 'This data' : limited ? 'Value' : '';
    return {
      column, index,
      parts: [
        part(kindOf(column, index), own, (cell) => valueText(cell, column.format)),
        ...(limited ? [part('limits', limits, ({ lower, upper }) => limitsText(lower, upper, column.format))] : []),
        ...(published ? [part('published', 'Published', (cell) => publishedText(cell, column.format)), part('difference', 'Difference', (cell) => differenceText(cell, column.format))] : []),
      ],
    };
  });
}

function kindOf(column: AssessmentColumn, index: number): TablePart['kind'] {
  if (index === 0) return 'heading';
  return column.format === 'text' ? 'words' : 'value';
}

/** The words of a cell where it has words; otherwise its value; a dash for neither. */
export function valueText({ text, value }: Cell, format: AssessmentColumn['format']): string {
  if (text !== null) return text;
  return value === null ? NOT_GIVEN : formatFigure(value, format);
}

/** "2,850.1 to 2,970.9"; '' where either is missing. */
function limitsText(lower: number | null, upper: number | null, format: AssessmentColumn['format']): string {
  return lower === null || upper === null ? '' : formatLimits(lower, upper, format);
}

function publishedText({ published }: Cell, format: AssessmentColumn['format']): string {
  if (published === null) return '';
  const limits = limitsText(published.lower, published.upper, format);
  return `${formatFigure(published.value, format)}${limits === '' ? '' : ` (${limits})`}`;
}

/** Ours less the published value, and that as a share of the published one (NaN where that is zero); null where either is missing. */
export function differenceOf({ value, published }: Cell): { readonly absolute: number; readonly share: number } | null {
  if (value === null || published === null || !Number.isFinite(value)) return null;
  const absolute = value - published.value;
  return { absolute, share: published.value === 0 ? Number.NaN : absolute / published.value };
}

/** "+12 (+0.3%)"; shares differ by points alone, as a share of a share misleads; "0" for what rounds to nothing, '' where nothing was published, a dash where we have no value. */
function differenceText(cell: Cell, format: AssessmentColumn['format']): string {
  if (cell.published === null) return '';
  if (!cell.published.samePeriod && format === 'count') return OTHER_MONTHS;
  const difference = differenceOf(cell);
  if (difference === null) return NOT_GIVEN;
  const absolute = format === 'share' ? signed(100 * difference.absolute, tenth.format(Math.abs(100 * difference.absolute))) : signed(difference.absolute, formatFigure(Math.abs(difference.absolute), format));
  if (absolute === '0') return absolute;
  if (format === 'share') return `${absolute} points`;
  return Number.isFinite(difference.share) ? `${absolute} (${formatFigure(difference.share, 'change')})` : absolute;
}

function signed(value: number, size: string): string {
  if (!/[1-9]/.test(size)) return '0';
  return `${value > 0 ? '+' : '−'}${size}`;
}

/** What must be known before comparing with the published values: each note of a table once, in the order of the cells. */
export function publishedNotes(table: AssessmentTable): string[] {
  return [...new Set(table.rows.flatMap(({ cells }) => cells.map(({ published }) => published?.note ?? null)).filter((note) => note !== null))];
}

/** A note as a line of its own: "Published values: Table 3."; notes that say "Published ..." themselves stand as they are. */
export function noteLine(note: string): string {
  return note.startsWith('Published ') ? note : `Published values: ${note}`;
}

/** More rows than this are not named one by one. */
const NAMED_ROWS = 6;

/** The notes of a table for where no marks lead to them: each with the column and rows that it belongs to, where there are several. */
export function noteLines(table: AssessmentTable): string[] {
  const notes = publishedNotes(table);
  if (notes.length < 2) return notes.map(noteLine);
  return notes.map((note) => {
    const columns = table.columns.flatMap(({ title }, index) => {
      const rows = table.rows.filter((row) => cellAt(row, index).published?.note === note).map((row) => valueText(cellAt(row, 0), 'text'));
      return rows.length === 0 ? [] : [rows.length > NAMED_ROWS ? title : `${title}, ${joined(rows)}`];
    });
    return `Published values, ${columns.join('; ')}: ${note}`;
  });
}

/** "95% limits"; the false discovery rate keeps limits at 95%. */
export function limitsTitle(confidence: Confidence): string {
  return `${confidence === 'fdr' ? 95 : confidence}% limits`;
}

/** "a", "b" ... of a table's notes. */
export function markOf(index: number): string {
  return String.fromCodePoint(97 + (index % 26));
}
