import type { AssessmentFigure } from '../../model/assessment.ts';
import { formatFigure } from '../../model/figureFormat.ts';
import { column, count, number, words, type RowDraft } from '../cells.ts';
import type { Context } from '../context.ts';
import { makeFigure } from '../figure.ts';
import { joined, mapInputsOf, sentences } from '../words.ts';

const TITLES = ['1 (least dense)', '2', '3', '4', '5 (most dense)'] as const;

/** Population density quintiles: the map, their edges, and the areas of each borough in them. */
export function densityFigure(context: Context): AssessmentFigure | null {
  const { areas, density, manifest } = context.pack;
  if (density.quintile.every((quintile) => quintile === 0)) return null;
  const counted = (quintile: number, borough: string | null): number =>
    density.quintile.reduce((sum, own, area) => sum + (own === quintile && (borough === null || areas.borough[area] === borough) ? 1 : 0), 0);
  const rows: RowDraft[] = TITLES.map((title, i) => ({
    id: `quintile-${i + 1}`,
    cells: [
      words(title), i === 0 ? words('') : number(density.edges[i - 1]), i === TITLES.length - 1 ? words('') : number(density.edges[i]),
      ...context.boroughs.map(({ code }) => count(counted(i + 1, code))), count(counted(i + 1, null)),
    ],
  }));
  const [low, high] = [density.edges[0] ?? Number.NaN, density.edges.at(-1) ?? Number.NaN];
  const densest = context.boroughs.map(({ code, title }) => ({ title, areas: counted(TITLES.length, code) })).filter((each) => each.areas > 0).toSorted((a, b) => b.areas - a.areas);
  return makeFigure(context, {
    id: 'density-quintiles', title: 'Population density by area', months: null,
    finding: `The densest fifth of areas, from ${formatFigure(high, 'count')} residents per km², lies in ${joined(densest.map(({ title, areas: own }) => `${title} (${formatFigure(own, 'count')})`))}; the least dense has fewer than ${formatFigure(low, 'count')}.`,
    method: `Census 2021 usual residents per km². ${manifest.densityEdges ? 'Edges of the classes as published.' : 'Classes are fifths of the areas of this pack; only the outer two of the published edges are known.'}`,
    source: sentences(mapInputsOf(manifest, /residents/i)),
    drawing: { kind: 'map', scheme: 'density', title: 'Density quintile', labels: [...TITLES, 'No data'], classes: Uint8Array.from(density.quintile, (quintile) => (quintile === 0 ? TITLES.length : quintile - 1)) },
    tables: [{
      id: 'quintiles', title: 'Density quintiles: residents per km² and numbers of areas', rows,
      columns: [column('quintile', 'Quintile', 'text'), column('from', 'From', 'count'), column('to', 'Below', 'count'), ...context.boroughs.map(({ code, title }) => column(code, title, 'count')), column('total', context.county, 'count')],
    }],
  });
}
