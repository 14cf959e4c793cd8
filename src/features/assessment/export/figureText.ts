import type { Assessment, AssessmentFigure, AssessmentTable } from '../../../model/assessment.ts';
import { cellAt, columnsOf, limitsTitle, noteLines } from '../report/tableParts.ts';
import { aboutLines, headingOf } from './fileNames.ts';

/** A figure in words with its tables separated by tabs, which spreadsheets and word processors take as columns. */
export function figureText(assessment: Assessment, figure: AssessmentFigure): string {
  const limits = limitsTitle(assessment.request.confidence);
  const about = aboutLines(assessment, figure).filter(([title]) => title !== 'Finding');
  return [
    safe(headingOf(figure)),
    safe(figure.finding),
    ...figure.tables.flatMap((table) => ['', safe(table.title), ...tableLines(table, limits), ...noteLines(table).map(safe)]),
    '',
    ...about.map(([title, text]) => safe(`${title}: ${text}`)),
  ].join('\n');
}

function tableLines(table: AssessmentTable, limits: string): string[] {
  const columns = columnsOf(table, limits);
  const header = columns.flatMap(({ column, parts }) => parts.map(({ kind, title }) => safe(kind === 'heading' || kind === 'words' || kind === 'value' ? column.title : `${column.title}: ${title}`)));
  const rows = table.rows.map((row) => columns.flatMap(({ index, parts }) => parts.map(({ kind, text }) => {
    const words = text(cellAt(row, index));
    // A spreadsheet would take a leading plus for a formula.
    return kind === 'difference' ? words.replaceAll('+', '') : safe(words);
  })));
  return [header, ...rows].map((cells) => cells.join('\t'));
}

/** Without tabs and line breaks, which would move what follows; text that a spreadsheet would run as a formula gets a leading apostrophe. */
function safe(text: string): string {
  const line = text.replaceAll(/[\t\r\n]+/g, ' ');
  return /^[=+\-@]/.test(line) ? `'${line}` : line;
}
