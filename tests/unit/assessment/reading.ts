import type { Assessment, AssessmentFigure, Cell } from '../../../src/model/assessment.ts';
import { formatFigure, type FigureFormat } from '../../../src/model/figureFormat.ts';

/** A cell with where it stands. */
export interface PlacedCell {
  readonly path: string;
  readonly cell: Cell;
  readonly format: FigureFormat;
}

export function figuresOf({ sections }: Assessment): readonly AssessmentFigure[] {
  return sections.flatMap(({ figures }) => figures);
}

export function figureOf(assessment: Assessment, id: string): AssessmentFigure {
  const figure = figuresOf(assessment).find((each) => each.id === id);
  if (!figure) throw new Error(`no figure ${id}`);
  return figure;
}

/** Every cell as `figure/row/column`. */
export function cellsOf(assessment: Assessment): PlacedCell[] {
  return figuresOf(assessment).flatMap((figure) => figure.tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map((cell, i): PlacedCell => {
    const column = table.columns[i];
    if (!column) throw new Error(`${figure.id}/${row.id} has more cells than columns`);
    return { path: `${figure.id}/${row.id}/${column.id}`, cell, format: column.format };
  }))));
}

export function cellAt(assessment: Assessment, path: string): Cell {
  const found = cellsOf(assessment).find((each) => each.path === path);
  if (!found) throw new Error(`no cell ${path}`);
  return found.cell;
}

export function valueAt(assessment: Assessment, path: string): number {
  return cellAt(assessment, path).value ?? Number.NaN;
}

/** Numbers as words print them: "3,377.0", "46.0%", "00:00", "20-24", "2016/17". */
export const NUMBERS = /\d+(?:[,:./-]\d+)*%?/g;

/** Numbers of a sentence that none of the cells it names prints. */
export function strayNumbers(assessment: Assessment, { text, from }: Assessment['summary'][number]): string[] {
  const cells = new Map(cellsOf(assessment).map((each) => [each.path, each]));
  const printed = from.flatMap((path) => {
    const placed = cells.get(path);
    if (!placed) return [];
    const { cell, format } = placed;
    return [cell.text ?? '', ...[cell.value, cell.lower, cell.upper].flatMap((value) => (value === null ? [] : [formatFigure(value, format)]))];
  }).flatMap((words) => words.match(NUMBERS) ?? []);
  return (text.match(NUMBERS) ?? []).filter((number) => !printed.includes(number));
}

/** "Figure 14 (months), Table 4" -> ["Figure 14", "Table 4"]; ranges ("Tables 6 to 8") are spelt out. */
export function publishedNumbers(numbers: string): string[] {
  const single = [...numbers.matchAll(/(Figure|Table) (\d+)/g)].map(([, kind, number]) => `${kind} ${number}`);
  const ranges = [...numbers.matchAll(/(Figure|Table)s (\d+) to (\d+)/g)].flatMap(([, kind, from, to]) =>
    Array.from({ length: Number(to) - Number(from) + 1 }, (_, i) => `${kind} ${Number(from) + i}`));
  return [...single, ...ranges];
}

/** The list of the needs assessment that the issue names. */
export const PUBLISHED_LIST = [...Array.from({ length: 22 }, (_, i) => `Figure ${i + 6}`), ...[2, 3, 4, 5, 9, 10, 12].map((table) => `Table ${table}`)];

/** Numbers of the list that stand neither at a figure nor among the missing. */
export function unaccounted(assessment: Assessment): string[] {
  const named = new Set([...figuresOf(assessment), ...assessment.missing].flatMap(({ numbers }) => publishedNumbers(numbers)));
  return PUBLISHED_LIST.filter((number) => !named.has(number));
}

/** Every number anywhere in the assessment, for the search for what must not be there. */
export function everyNumber(value: unknown): number[] {
  if (typeof value === 'number') return [value];
  if (value instanceof Uint8Array) return [];
  if (Array.isArray(value)) return value.flatMap(everyNumber);
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(everyNumber) : [];
}
