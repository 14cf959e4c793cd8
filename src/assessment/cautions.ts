import type { Assessment, AssessmentSection } from '../model/assessment.ts';
import { formatFigure } from '../model/figureFormat.ts';
import type { DataSetEntry } from '../model/manifest.ts';
import { twoSidedZ } from '../statistics/normalQuantile.ts';
import { monthsFor, type Context } from './context.ts';
import { chooseDataSets } from './dataSets.ts';
import { monthsTitle, percent } from './words.ts';

/** Published limits are at this level. */
const PUBLISHED_LEVEL = 0.95;
/** A published interval this much narrower than the count's own uncertainty is narrower, not rounded. */
const NOTICEABLE = 0.9;

/** What is said once for the whole page. */
export function cautionsOf(context: Context, sections: readonly AssessmentSection[]): Assessment['cautions'] {
  const { published } = context.pack;
  return [
    ...narrowerIntervals(context, sections),
    ...differentPeriods(context),
    ...(published && published.notes.length > 0 ? [{ id: 'published-notes', title: `Notes on ${published.title}`, paragraphs: published.notes }] : []),
    {
      id: 'reading-classes', title: 'How to read higher and lower', paragraphs: [
        context.request.confidence === 'fdr'
          ? 'Areas are marked after the Benjamini-Hochberg procedure: of those marked, 5% are expected to be marked wrongly.'
          : `Areas are compared one by one at ${percent(context.level)}: some read higher or lower by chance alone, and each table says how many.`,
        'Violence repeats on the same people, so events are not independent and the true intervals are wider than any shown.',
        'Small areas are units of convenience. What holds for an area need not hold for the people in it, and other boundaries would give other results.',
      ],
    },
  ];
}

/** Which months each data set answers for, where they are not all the same. */
function differentPeriods({ request, pack }: Context): Assessment['cautions'] {
  const used = Object.values(chooseDataSets(pack.manifest)).filter((entry): entry is DataSetEntry => entry !== null)
    .map((entry) => ({ title: entry.title, ...monthsFor(request, entry) }));
  if (new Set(used.map(({ months }) => monthsTitle(months))).size < 2) return [];
  return [{
    id: 'periods', title: 'The data sets are not of one period',
    paragraphs: used.map(({ title, months, ownPeriod }) => `${title}: ${monthsTitle(months)}${ownPeriod ? '; it holds none of the months chosen' : ''}.`),
  }];
}

interface Compared { readonly title: string; readonly count: number; readonly value: number; readonly half: number; readonly published: number }

/**
 * The published intervals against what their own counts allow: a rate from O events is uncertain by at least about
 * z / sqrt(O) of itself (the normal approximation to Byar's limits; standardising only widens them). Worked out from
 * published values alone, for those whose count was published too and which this page shows.
 */
function narrowerIntervals(context: Context, sections: readonly AssessmentSection[]): Assessment['cautions'] {
  const z = twoSidedZ(PUBLISHED_LEVEL);
  const shown = sections.flatMap(({ figures }) => figures.flatMap((figure) => figure.tables.flatMap((table) => table.rows.flatMap((row): Compared[] => {
    const key = `${figure.id}/${row.id}`;
    const rate = context.published.get(`${key}/dsr`);
    const count = context.published.get(`${key}/count`)?.value ?? 0;
    if (!rate || count === 0 || rate.lower === null || rate.upper === null) return [];
    return [{ title: `${table.title.split(':')[0] ?? ''}, ${row.cells[0]?.text ?? ''}`, count, value: rate.value, half: z / Math.sqrt(count) * rate.value, published: (rate.upper - rate.lower) / 2 }];
  }))));
  const narrower = shown.filter(({ half, published }) => published < NOTICEABLE * half);
  if (narrower.length === 0) return [];
  const factors = narrower.map(({ half, published }) => half / published);
  return [{
    id: 'narrower-intervals', title: 'Our intervals are wider than the published ones', paragraphs: [
      `${formatFigure(narrower.length, 'count')} of ${formatFigure(shown.length, 'count')} published intervals whose number of events was published too are narrower than so many events allow: they would have to be ${formatFigure(Math.min(...factors), 'rate')} to ${formatFigure(Math.max(...factors), 'rate')} times as wide. The intervals here follow the method (Byar’s limits with Dobson’s adjustment) and are not tuned to the published ones; the rates stand beside each other in the tables.`,
      `The arithmetic: a rate from O events is uncertain by at least about ${z.toFixed(2)} / √O of itself, up and down.`,
      ...narrower.map(arithmetic(z)),
    ],
  }];
}

const arithmetic = (z: number) => ({ title, count, value, half, published }: Compared): string =>
  `${title}: ${z.toFixed(2)} / √${formatFigure(count, 'count')} × ${formatFigure(value, 'rate')} = ${formatFigure(half, 'rate')}, published ${formatFigure(published, 'rate')}.`;
