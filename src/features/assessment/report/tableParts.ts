import type { AssessmentColumn, AssessmentRow, AssessmentTable, Cell } from '../../../model/assessment.ts';
import { formatLimits, formatNumber, formatRate, NOT_GIVEN } from '../../../ui/formats.ts';

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

const ratio = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const tenth = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
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
    return {
      column, index,
      parts: [
        part(kindOf(column, index), limited || published ? (published ? 'This data' : 'Value') : '', (cell) => valueText(cell, column.format)),
        ...(limited ? [part('limits', limits, ({ lower, upper }) => (lower === null || upper === null ? '' : limitsText(lower, upper, column.format)))] : []),
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
  return value === null ? NOT_GIVEN : numberText(value, format);
}

function numberText(value: number, format: AssessmentColumn['format']): string {
  if (!Number.isFinite(value)) return NOT_GIVEN;
  if (format === 'share') return `${tenth.format(100 * value)}%`;
  if (format === 'ratio') return ratio.format(value);
  return format === 'rate' ? formatRate(value) : formatNumber(value);
}

function limitsText(lower: number, upper: number, format: AssessmentColumn['format']): string {
  return format === 'rate' ? formatLimits(lower, upper) : `${numberText(lower, format)} to ${numberText(upper, format)}`;
}

function publishedText({ published }: Cell, format: AssessmentColumn['format']): string {
  if (published === null) return '';
  const limits = published.lower === null || published.upper === null ? '' : ` (${limitsText(published.lower, published.upper, format)})`;
  return `${numberText(published.value, format)}${limits}`;
}

/** Ours less the published value, and that as a share of the published one; null where either is missing. */
export function differenceOf({ value, published }: Cell): { readonly absolute: number; readonly share: number } | null {
  if (value === null || published === null || !Number.isFinite(value)) return null;
  const absolute = value - published.value;
  return { absolute, share: published.value === 0 ? Number.NaN : absolute / published.value };
}

/** "+12 (+0.3%)"; shares differ by points. '' where nothing was published, a dash where we have no value. */
function differenceText(cell: Cell, format: AssessmentColumn['format']): string {
  if (cell.published === null) return '';
  const difference = differenceOf(cell);
  if (difference === null) return NOT_GIVEN;
  const absolute = format === 'share' ? `${signed(100 * difference.absolute, (size) => tenth.format(size))} points` : signed(difference.absolute, (size) => numberText(size, format));
  return Number.isFinite(difference.share) ? `${absolute} (${signed(100 * difference.share, (size) => tenth.format(size))}%)` : absolute;
}

/** With a sign, unless it rounds to nothing. */
function signed(value: number, format: (size: number) => string): string {
  const text = format(Math.abs(value));
  if (!/[1-9]/.test(text)) return text;
  return `${value > 0 ? '+' : '−'}${text}`;
}

/** What must be known before comparing with the published values: each note of a table once. */
export function publishedNotes(table: AssessmentTable): string[] {
  return [...new Set(table.rows.flatMap(({ cells }) => cells.map(({ published }) => published?.note ?? null)).filter((note) => note !== null))];
}

/** "95% limits"; the false discovery rate keeps limits at 95%. */
export function limitsTitle(confidence: 95 | 99.8 | 'fdr'): string {
  return `${confidence === 'fdr' ? 95 : confidence}% limits`;
}
