import { GI_CLASS, type HotspotColumns } from './hotspots.ts';

type Survival = Pick<HotspotColumns, 'giStarClass' | 'survives' | 'unitsTested'>;

/** "survives in 3 of 4 units": of a hot spot. */
export function survivalPhrase(survives: number, units: number): string {
  return `survives in ${survives} of ${units} ${units === 1 ? 'unit' : 'units'}`;
}

/** The phrase for an area; null for what is no hot spot, and where no other unit could be tested. */
export function survivalWords({ giStarClass, survives, unitsTested }: Survival, area: number): string | null {
  const units = unitsTested[area] ?? 0;
  return (giStarClass[area] ?? GI_CLASS.notTested) < GI_CLASS.hot95 || units < 2 ? null : survivalPhrase(survives[area] ?? 0, units);
}

/** "2 of 6 hot spots survive on every unit tested …"; null where no hot spot could be looked for on another unit. */
export function survivalSummary(columns: Survival): string | null {
  const hot = [...columns.giStarClass.keys()].filter((area) => survivalWords(columns, area) !== null);
  const everywhere = hot.filter((area) => columns.survives[area] === columns.unitsTested[area]).length;
  return hot.length === 0 ? null : `${everywhere} of ${hot.length} hot ${hot.length === 1 ? 'spot' : 'spots'} ${everywhere === 1 ? 'survives' : 'survive'} on every unit tested (LSOA, ward, hub, hexagon, drawn area).`;
}
