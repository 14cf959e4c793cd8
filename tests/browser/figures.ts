import type { Atlas } from './driver.ts';
import type { Line } from './driver/table.ts';
import { classCounts, printedChance, printedCount, printedSummary, printedTable } from './printed.ts';
import type { Answer } from './recompute.ts';

/** Every figure of a filter: what the summary, the ranked table and the legend say. */
export interface Figures {
  readonly matching: string;
  readonly rates: Readonly<Record<string, string>>;
  /** Areas significantly higher, and expected by chance: in the chosen places, then in the county. */
  readonly chance: readonly string[];
  /** Areas of the chosen places by class; together they are all of them, so none is left in a class of an older answer. */
  readonly legend: Readonly<Record<string, number>>;
  readonly areasInLegend: number;
  readonly lines: readonly Line[];
}

/** As they stand on screen. */
export async function figuresOn(atlas: Atlas): Promise<Figures> {
  const { matching, rates, chance } = await atlas.screen.summary();
  const legend = await atlas.map.legend();
  return {
    matching, rates, chance,
    legend: Object.fromEntries(legend.map(({ label, areas }) => [label, areas])),
    areasInLegend: legend.reduce((sum, { areas }) => sum + areas, 0),
    lines: await atlas.table.read(),
  };
}

/** As they should read, from the answer recomputed from the files of the pack. */
export function figuresOf(answer: Answer): Figures {
  const inPlace = answer.areas.filter((area) => area.inPlace);
  return {
    matching: printedCount(answer.matching),
    rates: { ...(inPlace.length === answer.areas.length ? {} : { 'Chosen places': printedSummary(answer.chosen) }), Bedfordshire: printedSummary(answer.county) },
    chance: printedChance(answer),
    legend: classCounts(answer),
    areasInLegend: inPlace.length,
    lines: printedTable(answer),
  };
}
