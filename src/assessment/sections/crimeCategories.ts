import type { AssessmentFigure } from '../../model/assessment.ts';
import { formatFigure } from '../../model/figureFormat.ts';
import { SUPPRESSED } from '../../model/results.ts';
import { column, count, drawn, share, sumOf, words, type RowDraft } from '../cells.ts';
import { narrowed, type Context, type Source } from '../context.ts';
import { makeFigure, type Part } from '../figure.ts';
import { yearsOf, yearTitle } from '../figures/years.ts';
import { protectRows } from '../protect.ts';
import { countedSentence, joined, periodSentence, sourceOf } from '../words.ts';
import { given } from './section.ts';

interface Category { readonly id: string; readonly title: string; readonly counts: readonly number[]; readonly total: number }

/** Crimes by category: by year, and by borough. */
export function categoryFigures(context: Context, source: Source): Part {
  return given(byYear(context, source), byBorough(context, source));
}

/** For ranking: withheld totals come last. */
function rank(total: number): number {
  return total === SUPPRESSED ? -1 : total;
}

/** Counts of each type under each narrowing of the source; a type of several kinds is their sum. Most first. */
function categoriesOf(source: Source, parts: readonly Source[]): Category[] {
  const { kinds } = source.entry;
  const ofType = ({ evaluation }: Source, type: string): number => sumOf(kinds.flatMap((kind, i) => (kind.type === type ? [evaluation.byKind[i] ?? 0] : [])));
  const types = [...new Map(kinds.map(({ type, typeTitle }) => [type, typeTitle]))];
  const counts = protectRows(types.map(([id]) => parts.map((part) => ofType(part, id))));
  return types.map(([id, title], i) => ({ id, title, counts: counts[i] ?? [], total: ofType(source, id) })).toSorted((a, b) => rank(b.total) - rank(a.total));
}

function totalRow(categories: readonly Category[], parts: number, last: boolean): RowDraft {
  const sums = Array.from({ length: parts }, (_, i) => sumOf(categories.map(({ counts }) => counts[i] ?? 0)));
  return { id: 'total', total: true, cells: [words('All categories'), ...sums.map(count), count(sumOf(categories.map(({ total }) => total))), ...(last ? [words('')] : [])] };
}

const method = (source: Source): string => `${countedSentence(source)} In areas of the county. ${periodSentence(source)}`;
const CAVEAT = 'Anti-social behaviour is incidents, not recorded crime; it is listed as one of the published categories.';

function byYear(context: Context, source: Source): AssessmentFigure {
  const years = yearsOf(source.months, false);
  const parts = years.map(({ months }) => narrowed(context, source, { period: { from: months[0] ?? '', to: months.at(-1) ?? '' } }));
  const categories = categoriesOf(source, parts);
  const all = sumOf(categories.map(({ total }) => total));
  const top = categories.filter(({ total }) => total !== SUPPRESSED).slice(0, 3);
  const title = 'Crimes by category and year';
  return makeFigure(context, {
    id: 'crimes-by-category', title, months: source.months, method: method(source), source: sourceOf(source), caveat: CAVEAT,
    finding: `Of ${formatFigure(all, 'count')} crimes and incidents in the county, the largest categories are ${joined(top.map(({ title: own, total }) => `${own.toLowerCase()} (${formatFigure(total, 'count')}, ${formatFigure(total / all, 'share')})`))}.`,
    drawing: { kind: 'bars', stacked: false, horizontal: true, unit: 'crimes and incidents', categories: categories.map((each) => each.title), series: [{ title: 'Whole period', values: categories.map(({ total }) => drawn(total)) }] },
    tables: [{
      id: 'categories', title,
      columns: [column('category', 'Category', 'text'), ...years.map((year) => column(`year-${year.year}`, yearTitle(year), 'count')), column('total', 'Whole period', 'count'), column('share', 'Share', 'share')],
      rows: [...categories.map((each) => ({ id: each.id, cells: [words(each.title), ...each.counts.map(count), count(each.total), share(each.total, all)] })), totalRow(categories, years.length, true)],
    }],
  });
}

function byBorough(context: Context, source: Source): AssessmentFigure {
  const parts = context.boroughs.map(({ code }) => narrowed(context, source, { boroughs: [code] }));
  const categories = categoriesOf(source, parts);
  const totals = parts.map((_, i) => sumOf(categories.map(({ counts }) => counts[i] ?? 0)));
  const violence = categories.find(({ id }) => id === 'violence-and-sexual-offences');
  const shares = context.boroughs.flatMap(({ title }, i) => {
    const [own, all] = [violence?.counts[i] ?? SUPPRESSED, totals[i] ?? SUPPRESSED];
    return own === SUPPRESSED || all === SUPPRESSED || all === 0 ? [] : [`${formatFigure(own / all, 'share')} in ${title} (${formatFigure(own, 'count')})`];
  });
  const title = 'Crimes by category and borough';
  return makeFigure(context, {
    id: 'crimes-by-borough-and-category', title, months: source.months, method: method(source), source: sourceOf(source), caveat: CAVEAT,
    finding: shares.length > 0 ? `Violence and sexual offences are ${joined(shares)} of crimes and incidents.` : 'No share of violence and sexual offences can be given.',
    drawing: {
      kind: 'bars', stacked: true, horizontal: true, unit: 'crimes and incidents', categories: categories.map((each) => each.title),
      series: context.boroughs.map(({ title: own }, i) => ({ title: own, values: categories.map(({ counts }) => drawn(counts[i])) })),
    },
    tables: [{
      id: 'categories', title,
      columns: [column('category', 'Category', 'text'), ...context.boroughs.flatMap(({ code, title: own }) => [column(code, own, 'count'), column(`${code}-share`, `${own}, share`, 'share')]), column('total', context.county, 'count')],
      rows: [
        ...categories.map((each) => ({ id: each.id, cells: [words(each.title), ...each.counts.flatMap((own, i) => [count(own), share(own, totals[i] ?? 0)]), count(each.total)] })),
        { id: 'total', total: true, cells: [words('All categories'), ...totals.flatMap((own) => [count(own), words('')]), count(sumOf(categories.map(({ total }) => total)))] },
      ],
    }],
  });
}
