import type { AssessmentColumn, AssessmentFigure, AssessmentTable, Cell, Drawing } from '../model/assessment.ts';
import { monthRange, parseMonth } from '../model/months.ts';
import type { PublishedValue } from '../model/published.ts';
import { WITHHELD, type CellDraft, type RowDraft } from './cells.ts';
import type { Context } from './context.ts';
import { monthsTitle, periodTitle, sentences } from './words.ts';

export interface TableDraft {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly AssessmentColumn[];
  readonly rows: readonly RowDraft[];
}

export interface FigureDraft {
  readonly id: string;
  readonly title: string;
  readonly finding: string;
  readonly method: string;
  readonly source: string;
  readonly caveat?: string | null;
  readonly drawing: Drawing | null;
  readonly tables: readonly TableDraft[];
  /** Months it is for, to be compared with those of published values; null where it is not about a period. */
  readonly months: readonly string[] | null;
}

/** A figure that this pack cannot give, and why. */
export interface Missing {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
}

/** What a section is made of. */
export interface Part {
  readonly figures: readonly AssessmentFigure[];
  readonly missing: readonly Missing[];
}

/** The figure's number in the published document; '' where it has none. */
export function numbersOf({ pack }: Context, id: string): string {
  return pack.published?.numbers[id] ?? '';
}

/** Sets published values beside ours and gives the figure its number. */
export function makeFigure(context: Context, draft: FigureDraft): AssessmentFigure {
  const { months, tables, caveat, ...figure } = draft;
  const beside = (key: string, rowMonths: readonly string[] | null): Cell['published'] => {
    const value = context.published.get(key);
    if (!value) return null;
    const samePeriod = rowMonths === null || value.period === null || otherPeriod(value.period, rowMonths) === null;
    return { value: value.value, lower: value.lower, upper: value.upper, note: noteOf(context, value, rowMonths), samePeriod };
  };
  return {
    ...figure,
    numbers: numbersOf(context, draft.id),
    period: months === null ? null : monthsTitle(months),
    caveat: caveatOf(caveat ?? null, tables),
    tables: tables.map((table): AssessmentTable => ({
      ...table,
      rows: table.rows.map((row) => ({
        id: row.id,
        total: row.total ?? false,
        cells: row.cells.map((cell: CellDraft, i): Cell => ({ ...cell, published: beside(`${draft.id}/${row.id}/${table.columns[i]?.id ?? ''}`, row.months ?? months) })),
      })),
    })),
  };
}

/** Withheld cells are explained where they stand. */
function caveatOf(own: string | null, tables: readonly TableDraft[]): string | null {
  const withheld = tables.some(({ rows }) => rows.some(({ cells }) => cells.some(({ text }) => text === WITHHELD)));
  if (!withheld) return own;
  return sentences(own ?? '', 'Withheld: counts under the threshold of the sharing agreement, and those that would give such a count away by subtraction');
}

/** What keeps the published value from being ours exactly: its own note, other months, other areas, other limits. */
function noteOf(context: Context, value: PublishedValue, months: readonly string[] | null): string | null {
  const { lsoaVintage } = context.pack.manifest;
  const notes = [
    value.note,
    months === null || value.period === null ? null : otherPeriod(value.period, months),
    value.lsoaVintage === null || value.lsoaVintage === lsoaVintage ? null : `Published for ${value.lsoaVintage} LSOAs; these are ${lsoaVintage} ones.`,
    value.lower === null || context.level === 0.95 ? null : 'The published limits are at 95%.',
    value.source.endsWith('.') ? value.source : `${value.source}.`,
  ];
  return notes.filter((note) => note !== null).join(' ');
}

function otherPeriod({ from, to }: { readonly from: string; readonly to: string }, months: readonly string[]): string | null {
  const published = monthRange(parseMonth(from) ?? 0, parseMonth(to) ?? -1).length;
  const common = months.filter((month) => month >= from && month <= to).length;
  if (published === common && months.length === common) return null;
  const ours = months.length === common ? `${common} of these ${published} months` : `${months.length} months, ${common} of them the same`;
  return `Published for ${periodTitle(from, to)} (${published} months); ours covers ${ours}.`;
}
