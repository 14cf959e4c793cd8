import type { AssessmentFigure } from '../../model/assessment.ts';
import { formatFigure } from '../../model/figureFormat.ts';
import { column, count, share, words, type RowDraft } from '../cells.ts';
import type { Context } from '../context.ts';
import { makeFigure } from '../figure.ts';
import { QUINTILE_TITLES } from '../figures/deprivationShares.ts';
import { joined, mapInputsOf, possessive, sentences } from '../words.ts';
import { accountFor, given, type SectionDraft } from './section.ts';

const TITLE = 'Deprivation by area and borough';

/** Deprivation of the areas, in England's quintiles. */
export function deprivationSection(context: Context): SectionDraft {
  const part = accountFor(given(quintileFigure(context)), [{ id: 'imd-quintiles', title: TITLE }], 'The pack holds no deprivation for its areas.');
  return { id: 'deprivation', title: 'Deprivation', introduction: [], part };
}

function quintileFigure(context: Context): AssessmentFigure | null {
  const { areas, manifest } = context.pack;
  // NaN (no data) becomes 0.
  const quintile = Uint8Array.from(areas.imdDecile, (decile) => (Number.isNaN(decile) ? 0 : Math.ceil(decile / 2)));
  if (quintile.every((each) => each === 0)) return null;
  const all = areas.code.length;
  const counted = (wanted: number, borough: string | null): number =>
    quintile.reduce((sum, own, area) => sum + (own === wanted && (borough === null || areas.borough[area] === borough) ? 1 : 0), 0);
  const without = counted(0, null);
  const row = (title: string, number: number): RowDraft['cells'] => [words(title), ...context.boroughs.map(({ code }) => count(counted(number, code))), count(counted(number, null)), share(counted(number, null), all)];
  const rows: RowDraft[] = [
    // As the assessment prints it: most affluent first.
    ...QUINTILE_TITLES.map((title, i) => ({ id: `quintile-${i + 1}`, cells: row(title, i + 1) })).toReversed(),
    ...(without > 0 ? [{ id: 'no-data', cells: row('No data', 0) }] : []),
    { id: 'total', total: true, cells: [words('All areas'), ...context.boroughs.map(({ code }) => count(areas.borough.filter((own) => own === code).length)), count(all), words('')] },
  ];
  const poorest = context.boroughs.map(({ code, title }) => ({ title, areas: counted(1, code) })).filter((each) => each.areas > 0).toSorted((a, b) => b.areas - a.areas);
  return makeFigure(context, {
    id: 'imd-quintiles', title: TITLE, months: null,
    finding: `${formatFigure(counted(1, null) / all, 'share')} of ${possessive(context.county)} ${formatFigure(all, 'count')} areas are in England’s most deprived fifth${poorest.length > 0 ? ` (${joined(poorest.map(({ title, areas: own }) => `${title} ${formatFigure(own, 'count')}`))})` : ''} and ${formatFigure(counted(5, null) / all, 'share')} in the least deprived.`,
    method: `${manifest.imd.title}; quintiles are England’s, never recomputed within the county; 1 = most deprived.`,
    source: sentences(mapInputsOf(manifest, /deprivation/i)),
    caveat: 'Deprivation describes areas: not everybody in a deprived area is deprived.',
    drawing: { kind: 'map', scheme: 'deprivation', title: 'Deprivation quintile', labels: [...QUINTILE_TITLES, 'No data'], classes: Uint8Array.from(quintile, (each) => (each === 0 ? QUINTILE_TITLES.length : each - 1)) },
    tables: [{
      id: 'quintiles', title: 'Areas by deprivation quintile and borough', rows,
      columns: [column('quintile', 'Quintile', 'text'), ...context.boroughs.map(({ code, title }) => column(code, title, 'count')), column('total', context.county, 'count'), column('share', 'Share', 'share')],
    }],
  });
}
