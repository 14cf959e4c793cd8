import type { AssessmentFigure, AssessmentSection, Cell, SummarySentence } from '../model/assessment.ts';
import { formatFigure, formatLimits } from '../model/figureFormat.ts';

/** Reads cells by `figure id/row id/column id`, for sentences that may say nothing a table does not. */
export interface CellReader {
  /** The cell as its table prints it. A sentence that uses a cell without a value or words is not written. */
  readonly of: (path: string) => string;
  /** Its limits: "3,353.7 to 3,389.8". */
  readonly limits: (path: string) => string;
  /** Its number, for choosing what to say. NaN where it has none. */
  readonly value: (path: string) => number;
}

/** Thrown inside a sentence that cannot be written; never leaves `writeSentence`. */
class NoSuchCell extends Error {}

interface Found { readonly cell: Cell; readonly format: AssessmentFigure['tables'][number]['columns'][number]['format'] }

function findCell(figures: ReadonlyMap<string, AssessmentFigure>, path: string): Found | null {
  const [figure = '', row, column] = path.split('/');
  for (const table of figures.get(figure)?.tables ?? []) {
    const position = table.columns.findIndex(({ id }) => id === column);
    const cell = table.rows.find(({ id }) => id === row)?.cells[position];
    const format = table.columns[position]?.format;
    if (cell && format) return { cell, format };
  }
  return null;
}

/**
 * Writes one sentence from cells. Every number in it comes through the reader, so `from` names its cells; null
 * where one of them is missing, withheld or too few to say.
 */
export function writeSentence(sections: readonly AssessmentSection[], question: SummarySentence['question'], write: (cells: CellReader) => string | null): SummarySentence | null {
  const figures = new Map(sections.flatMap((section) => section.figures.map((figure) => [figure.id, figure] as const)));
  const from = new Set<string>();
  const take = (path: string): Found => {
    const found = findCell(figures, path);
    if (!found) throw new NoSuchCell(path);
    return found;
  };
  const reader: CellReader = {
    of: (path) => {
      const { cell, format } = take(path);
      if (format !== 'text' && cell.value === null) throw new NoSuchCell(path);
      from.add(path);
      return cell.value === null ? cell.text ?? '' : formatFigure(cell.value, format);
    },
    limits: (path) => {
      const { cell, format } = take(path);
      if (cell.lower === null || cell.upper === null) throw new NoSuchCell(path);
      from.add(path);
      return formatLimits(cell.lower, cell.upper, format);
    },
    value: (path) => findCell(figures, path)?.cell.value ?? Number.NaN,
  };
  try {
    const text = write(reader);
    return text === null ? null : { question, text, from: [...from] };
  } catch (error) {
    if (error instanceof NoSuchCell) return null;
    throw error;
  }
}
