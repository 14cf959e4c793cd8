import type { NeighbourLists } from '../geometry/neighbourLists.ts';
import { GI_CLASS, TESTED_WHY, type HotspotRequest, type UnitTest } from '../model/hotspots.ts';
import type { OpenedPack } from '../model/pack.ts';
import { SUPPRESSED, type Evaluation } from '../model/results.ts';
import { giStar, isHot, type GiStar } from './giStar.ts';
import { groupNeighbours, neighboursOf } from './neighbours.ts';
import { LEVEL, neighbourChances, rarestChance } from './permutations.ts';
import { steppedValue } from './series.ts';
import { valuesOf, type Tested } from './tested.ts';

/** A unit's test, and for every area of the pack: 1 where its place is hot in it, 0 where not, NaN where it could not be judged. */
export interface JudgedUnit {
  readonly test: UnitTest;
  readonly hotAt: Float64Array;
}

/** Hot units of a test by their titles, the highest z first. */
export function hotUnitsOf({ z, classes }: Pick<GiStar, 'z' | 'classes'>, counts: ArrayLike<number>, titleOf: (unit: number) => string): UnitTest['hotUnits'] {
  return Array.from(classes.keys()).filter((unit) => isHot(classes[unit]))
    .map((unit) => ({ title: titleOf(unit), count: counts[unit] ?? Number.NaN, z: z[unit] ?? Number.NaN }))
    .toSorted((a, b) => b.z - a.z);
}

export function unitTest(id: UnitTest['id'], title: string, found: Pick<GiStar, 'z' | 'classes'>, counts: Float64Array, titleOf: (unit: number) => string): UnitTest {
  const hotUnits = hotUnitsOf(found, counts, titleOf);
  const all = counts.reduce((sum, count) => sum + (Number.isNaN(count) ? 0 : count), 0);
  const held = hotUnits.reduce((sum, { count }) => sum + count, 0);
  return {
    id, title, units: counts.reduce((sum, count) => sum + (Number.isNaN(count) ? 0 : 1), 0), hot: hotUnits.length,
    share: all === 0 ? Number.NaN : held / all, problem: null, hotUnits,
  };
}

export function untested(id: UnitTest['id'], title: string, problem: string, areas: number): JudgedUnit {
  return { test: { id, title, units: 0, hot: 0, share: Number.NaN, problem, hotUnits: [] }, hotAt: new Float64Array(areas).fill(Number.NaN) };
}

/** The areas themselves, by the test already made. */
export function areaUnit(pack: OpenedPack, found: Pick<GiStar, 'z' | 'classes'>, { counts }: Tested): JudgedUnit {
  return {
    test: unitTest('lsoa', 'Areas (LSOA)', found, counts, (area) => pack.areas.name[area] ?? ''),
    hotAt: Float64Array.from(found.classes, (code) => (code === GI_CLASS.notTested ? Number.NaN : isHot(code) ? 1 : 0)),
  };
}

interface Groups {
  readonly ids: readonly string[];
  /** Position in `ids`, -1 for an area of none. */
  readonly ofArea: Int32Array;
}

function groupsOf(idOfArea: readonly string[]): Groups {
  const ids = [...new Set(idOfArea)].filter((id) => id !== '').toSorted();
  return { ids, ofArea: Int32Array.from(idOfArea, (id) => ids.indexOf(id)) };
}

/**
 * Wards or hubs, tested on the same events: their counts as the data set shows them, their residents those of their
 * areas in the chosen places; neighbours are those with neighbouring areas. A unit whose count is withheld, or that
 * has no area in the chosen places, is left out.
 */
export function groupedUnit(id: 'ward' | 'hub', request: HotspotRequest, pack: OpenedPack, evaluation: Evaluation, { why }: Tested): JudgedUnit {
  const title = id === 'ward' ? 'Wards' : 'Community hub areas';
  const { areas } = pack;
  const groups = groupsOf(id === 'ward' ? areas.wardId : areas.hub);
  if (groups.ids.length === 0) return untested(id, title, `This pack has no ${id === 'ward' ? 'wards' : 'hubs'}.`, areas.code.length);
  const { counts, personYears } = groupFigures(groups, id === 'ward' ? evaluation.byWard : evaluation.byHub, evaluation);
  const values = valuesOf(counts, personYears, steppedValue(request.settings.value));
  const tested = values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0);
  const lists: NeighbourLists = groupNeighbours(neighboursOf(pack, { kind: request.settings.neighbours.kind === 'rook' ? 'rook' : 'queen' }), groups.ofArea, groups.ids.length);
  const { correction, seed } = request.settings;
  const rarest = rarestChance(values, lists);
  if (rarest > LEVEL) return untested(id, title, `Only ${tested} of them can be tested: whatever lay where, none could be rarer than p ${rarest.toPrecision(1)}.`, areas.code.length);
  const found = giStar(values, lists, correction, neighbourChances(values, lists, seed));
  const titles = titlesOf(pack, id, groups);
  return {
    test: unitTest(id, title, found, counts, (group) => titles[group] ?? ''),
    // Why an area itself is not tested matters only where it lies outside the chosen places or is not covered.
    hotAt: Float64Array.from(groups.ofArea, (group, area) => (group < 0 || why[area] === TESTED_WHY.outsidePlaces || why[area] === TESTED_WHY.notCovered || found.classes[group] === GI_CLASS.notTested ? Number.NaN : isHot(found.classes[group]) ? 1 : 0)),
  };
}

function groupFigures({ ids, ofArea }: Groups, shown: Readonly<Record<string, number>>, { areas }: Evaluation): { counts: Float64Array; personYears: Float64Array } {
  const personYears = new Float64Array(ids.length);
  const inPlace = new Uint8Array(ids.length);
  ofArea.forEach((group, area) => {
    if (group < 0 || areas.inPlace[area] !== 1) return;
    inPlace[group] = 1;
    personYears[group] = (personYears[group] ?? 0) + (areas.personYears[area] ?? 0);
  });
  const counts = Float64Array.from(ids, (id, group) => {
    const count = shown[id];
    return inPlace[group] === 0 || count === undefined || count === SUPPRESSED ? Number.NaN : count;
  });
  return { counts, personYears };
}

function titlesOf({ areas, places }: OpenedPack, id: 'ward' | 'hub', { ids, ofArea }: Groups): string[] {
  const named = new Map(places.features.flatMap(({ properties }) => (properties.kind === id ? [[properties.id, properties.title] as const] : [])));
  const boroughs = new Map(places.features.flatMap(({ properties }) => (properties.kind === 'borough' ? [[properties.id, properties.title] as const] : [])));
  return ids.map((one, group) => {
    const area = ofArea.indexOf(group);
    if (id === 'hub') return named.get(one) ?? one;
    return [areas.ward[area] ?? named.get(one) ?? one, boroughs.get(areas.borough[area] ?? '') ?? ''].filter((part) => part !== '').join(', ');
  });
}
