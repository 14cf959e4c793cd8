import type { Assessment, AssessmentColumn, AssessmentFigure, AssessmentTable, Cell } from '../../../model/assessment.ts';
import { type CsvCell, toCsv } from '../../../ui/csv.ts';
import { cellAt, columnsOf, differenceOf, limitsTitle, noteLines } from '../report/tableParts.ts';
import { aboutLines, headingOf } from './fileNames.ts';

/**
 * A figure's tables one below the other, as a spreadsheet shows them, then what must be known of them. Numbers are plain,
 * shares in per cent; what is not given says why in its own cell.
 */
export function figureCsv(assessment: Assessment, figure: AssessmentFigure): string {
  const limits = limitsTitle(assessment.request.confidence);
  const rows: CsvCell[][] = figure.tables.flatMap((table) => [[], [table.title], ...tableRows(table, limits), ...noteLines(table).map((line) => [line])]);
  return toCsv([headingOf(figure)], [...rows, [], ...aboutLines(assessment, figure).map(([title, text]) => [title, text])]);
}

function tableRows(table: AssessmentTable, limits: string): CsvCell[][] {
  const columns = columnsOf(table, limits);
  const bounded = columns.map(({ index }) => table.rows.some((row) => (cellAt(row, index).published?.lower ?? null) !== null));
  const header = columns.flatMap(({ column, index, parts }) => parts.flatMap(({ kind }) => titlesOf(kind, titleOf(column), limits, { points: column.format === 'share', bounded: bounded[index] ?? false })));
  const rows = table.rows.map((row) => columns.flatMap(({ column, index, parts }) => parts.flatMap(({ kind }) => cellsOf(kind, cellAt(row, index), column.format, bounded[index] ?? false))));
  return [header, ...rows];
}

function titleOf({ title, format }: AssessmentColumn): string {
  return isPerCent(format) ? `${title} (%)` : title;
}

type Kind = ReturnType<typeof columnsOf>[number]['parts'][number]['kind'];

interface ColumnFacts {
  /** Differences are in percentage points. */
  readonly points: boolean;
  /** Published limits exist. */
  readonly bounded: boolean;
}

function titlesOf(kind: Kind, title: string, limits: string, { points, bounded }: ColumnFacts): string[] {
  switch (kind) {
    case 'limits': return [`${title}, lower ${limits.replace('limits', 'limit')}`, `${title}, upper ${limits.replace('limits', 'limit')}`];
    case 'published': return [`${title}, published`, ...(bounded ? [`${title}, published lower limit`, `${title}, published upper limit`] : [])];
    case 'difference': return [`${title}, difference${points ? ' in points' : ''}`, ...(points ? [] : [`${title}, difference in % of the published value`])];
    default: return [title];
  }
}

function cellsOf(kind: Kind, cell: Cell, format: AssessmentColumn['format'], bounded: boolean): CsvCell[] {
  const number = (value: number | null): CsvCell => csvNumber(value, format);
  switch (kind) {
    case 'limits': return [number(cell.lower), number(cell.upper)];
    case 'published': return [number(cell.published?.value ?? null), ...(bounded ? [number(cell.published?.lower ?? null), number(cell.published?.upper ?? null)] : [])];
    case 'difference': {
      const difference = differenceOf(cell);
      // Shares differ by points: a share of a share misleads.
      return [number(difference?.absolute ?? null), ...(format === 'share' ? [] : [csvNumber(difference?.share ?? null, 'share')])];
    }
    default: return [cell.text ?? number(cell.value)];
  }
}

function isPerCent(format: AssessmentColumn['format']): boolean {
  return format === 'share' || format === 'change';
}

/** Without needless digits: rates to a hundredth, shares as per cent, ratios to four places. */
export function csvNumber(value: number | null, format: AssessmentColumn['format']): number | null {
  if (value === null || !Number.isFinite(value)) return null;
  if (isPerCent(format)) return Number((100 * value).toFixed(3));
  return format === 'ratio' ? Number(value.toFixed(4)) : Number(value.toFixed(2));
}
