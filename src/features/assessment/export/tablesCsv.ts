import type { Assessment, AssessmentFigure, AssessmentTable } from '../../../model/assessment.ts';
import { type CsvCell, toCsv } from '../../../ui/csv.ts';
import { cellAt, differenceOf, limitsTitle } from '../report/tableParts.ts';
import { csvNumber } from './figureCsv.ts';
import { DEMONSTRATION_WORDS } from './fileNames.ts';

const HEADER = [
  'Figure', 'Figure title', 'Table', 'Row id', 'Row', 'Total', 'Column id', 'Column', 'Unit', 'Value', 'Why no value, or words', 'Lower limit', 'Upper limit', 'Limits',
  'Published value', 'Published lower limit', 'Published upper limit', 'Difference', 'Difference in % of the published value', 'Note on the published value', 'Period', 'Method', 'Source', 'Caution', 'Data',
];

/** Every cell of every table in a row of its own, with all that must be known of it: for spreadsheets' filters and for programs. */
export function tablesCsv(assessment: Assessment): string {
  const rows = assessment.sections.flatMap(({ figures }) => figures.flatMap((figure) => figure.tables.flatMap((table) => cellRows(assessment, figure, table))));
  return toCsv(HEADER, rows);
}

function cellRows(assessment: Assessment, figure: AssessmentFigure, table: AssessmentTable): CsvCell[][] {
  return table.rows.flatMap((row) => table.columns.slice(1).map((column, index) => {
    const cell = cellAt(row, index + 1);
    const number = (value: number | null): number | null => csvNumber(value, column.format);
    const difference = differenceOf(cell);
    const limited = cell.lower !== null || cell.upper !== null;
    return [
      figure.numbers, figure.title, table.title, row.id, cellAt(row, 0).text ?? String(cellAt(row, 0).value ?? ''), row.total ? 'total' : '', column.id, column.title, column.format === 'share' || column.format === 'change' ? '%' : column.format,
      cell.text === null ? number(cell.value) : null, cell.text ?? (cell.value === null ? 'Not given' : ''), number(cell.lower), number(cell.upper), limited ? limitsTitle(assessment.request.confidence) : '',
      number(cell.published?.value ?? null), number(cell.published?.lower ?? null), number(cell.published?.upper ?? null), number(difference?.absolute ?? null), column.format === 'share' ? null : csvNumber(difference?.share ?? null, 'share'), cell.published?.note ?? '',
      figure.period ?? '', figure.method, figure.source, figure.caveat ?? '', assessment.demonstration ? DEMONSTRATION_WORDS : '',
    ];
  }));
}
