import { areaOfCells, type CellGrid } from '../geometry/areaCells.ts';
import { bounds } from '../geometry/bounds.ts';
import { contourLines } from '../geometry/contourLines.ts';
import { fromBritishGrid, toBritishGrid } from '../geometry/grid.ts';
import { mapVertices } from '../geometry/rings.ts';
import type { AreaShapes } from '../model/areas.ts';
import { monthOfYear } from '../model/months.ts';
import type { OpenedPack, Problem } from '../model/pack.ts';
import { EVERYTHING, type Selection } from '../model/selection.ts';
import type { DensityLine, DensityPeak, SurfaceAnswer, SurfaceRequest } from '../model/surface.ts';
import { kernelDensitySurface } from '../statistics/kernelDensitySurface.ts';
import { placedEvents } from './density.ts';
import { entryOf, type EventPoints, type HotspotInput, type HotspotStep } from './input.ts';
import { monthsHeld } from './months.ts';
import { surfacesOf } from './neighbours.ts';
import { eventsWithin, peaksOf } from './peaks.ts';
import { surfaceCaution, surfaceNotes } from './surfaceNotes.ts';
import { levelsBelow } from './surfaceLevels.ts';

type Input = Pick<HotspotInput, 'pack' | 'points'>;

/** Cells per bandwidth: a fifth is smooth to the eye, and every event then reaches some 80 cells whatever the bandwidth. */
const CELLS_PER_BANDWIDTH = 5;
/** Fewer would miss events between the centres. */
const LEAST_CELLS = 2;
/** A country has larger cells rather than a long wait. */
const MOST_CELLS = 400_000;
/** Events summed between two pauses. */
const CHUNK = 40_000;
const MOST_PEAKS = 50;

/** Why there is no surface: no points, small counts withheld, which it would show, or cells too coarse for the bandwidth. Null where there is one. */
export function surfaceProblem({ dataSet, settings: { bandwidthMetres } }: SurfaceRequest, { pack, points }: Input): Problem | null {
  const entry = entryOf(pack, dataSet);
  const what = points.problem ?? (entry.disclosureThreshold > 1 ? 'This data set withholds small counts, and a surface would show them.' : null);
  if (what !== null) return { what, where: entry.title, remedy: 'Choose another data set.' };
  const { grid: { cellMetres }, area } = groundOf(pack, bandwidthMetres);
  if (area.length === 0) return { what: 'The pack holds no outlines of areas.', where: pack.manifest.area.title, remedy: 'Open another pack.' };
  if (cellMetres <= bandwidthMetres / LEAST_CELLS) return null;
  const least = (cellMetres * LEAST_CELLS).toLocaleString('en-GB');
  return { what: `So large a place needs a bandwidth of ${least} m or more.`, where: pack.manifest.area.title, remedy: 'Choose a wider bandwidth, or fewer police forces.' };
}

/**
 * A quartic kernel density surface over the county as lines of equal density and peaks, per km2 and year of the chosen
 * months held. Cells outside the county have no density. Levels that are not asked for are those of the whole data
 * set, made once per bandwidth, so that no filter moves them. Only where `surfaceProblem` is null.
 */
export function* surfaceSteps(request: SurfaceRequest, input: Input): Generator<HotspotStep, SurfaceAnswer, void> {
  const { pack } = input;
  const { bandwidthMetres, levels: asked } = request.settings;
  const entry = entryOf(pack, request.dataSet);
  const ground = groundOf(pack, bandwidthMetres);
  yield { done: 1, total: 5 };
  const levels = asked ?? (yield* standardLevels(request, input, ground));
  yield { done: 2, total: 5 };
  const events = input.points.of?.(request.selection) ?? NO_EVENTS;
  yield { done: 3, total: 5 };
  const years = yearsOf(request.selection, entry);
  const density = yield* densityOf(events, years, ground, bandwidthMetres);
  yield { done: 4, total: 5 };
  const lines = levels.flatMap((level, i) => contourLines(density, ground.grid.columns, level).map((line): DensityLine => ({ level: i, points: line.map(([column, row]) => degrees(ground.grid, column, row)) })));
  yield { done: 5, total: 5 };
  const { peaks, peaksLeft } = placesOf(density, events, ground, bandwidthMetres);
  const { events: placed, missing } = placedEvents(events);
  const highest = peaks[0]?.perKm2Year ?? 0;
  return {
    request, cellMetres: ground.grid.cellMetres, levels, ownLevels: levelsBelow(highest), lines, peaks, peaksLeft, highest, years, events: placed,
    caution: surfaceCaution(entry, request.selection), notes: surfaceNotes({ bandwidthMetres, cellMetres: ground.grid.cellMetres, missing }),
  };
}

const NO_EVENTS: EventPoints = { x: new Float64Array(0), y: new Float64Array(0), area: new Int32Array(0) };

/** The county as cells. */
interface Ground {
  readonly grid: CellGrid;
  /** Area of each cell's centre; -1 outside the county. */
  readonly area: Int32Array;
}

// By shapes, so that they go with their pack; one bandwidth is asked for at a time.
const grounds = new WeakMap<AreaShapes, { readonly bandwidth: number; readonly ground: Ground }>();

function groundOf(pack: OpenedPack, bandwidth: number): Ground {
  const held = grounds.get(pack.shapes);
  if (held?.bandwidth === bandwidth) return held.ground;
  const shapes = surfacesOf(pack).map((shape) => mapVertices(shape, toBritishGrid));
  const [west, south, east, north] = bounds(shapes);
  const least = Math.sqrt(((east - west) * (north - south)) / MOST_CELLS);
  const cellMetres = Math.max(bandwidth / CELLS_PER_BANDWIDTH, Math.ceil(least / 10) * 10);
  const [first, bottom] = [Math.floor(west / cellMetres), Math.floor(south / cellMetres)];
  const grid = { west: first * cellMetres, south: bottom * cellMetres, cellMetres, columns: Math.ceil(east / cellMetres) - first, rows: Math.ceil(north / cellMetres) - bottom };
  const ground = { grid, area: areaOfCells(shapes, grid) };
  grounds.set(pack.shapes, { bandwidth, ground });
  return ground;
}

const levelsHeld = new WeakMap<OpenedPack, Map<string, readonly number[]>>();

function* standardLevels({ dataSet, settings: { bandwidthMetres } }: SurfaceRequest, { pack, points }: Input, ground: Ground): Generator<HotspotStep, readonly number[], void> {
  const key = JSON.stringify([dataSet, bandwidthMetres]);
  const held = levelsHeld.get(pack) ?? new Map<string, readonly number[]>();
  levelsHeld.set(pack, held);
  const known = held.get(key);
  if (known !== undefined) return known;
  const density = yield* densityOf(points.of?.(EVERYTHING) ?? NO_EVENTS, yearsOf(EVERYTHING, entryOf(pack, dataSet)), ground, bandwidthMetres);
  const levels = levelsBelow(density.reduce((most, value) => (value > most ? value : most), 0));
  held.set(key, levels);
  return levels;
}

/** Years of the chosen months that the data set holds. */
function yearsOf(selection: Selection, entry: ReturnType<typeof entryOf>): number {
  return monthsHeld(entry, selection).filter((month) => selection.monthsOfYear?.includes(monthOfYear(month)) ?? true).length / 12;
}

/** Per km2 and year by cell, NaN outside the county; some of the events at a time. */
function* densityOf(events: EventPoints, years: number, { grid, area }: Ground, bandwidth: number): Generator<HotspotStep, Float64Array, void> {
  const { west, south, cellMetres, columns, rows } = grid;
  const box = { west, south, east: west + columns * cellMetres, north: south + rows * cellMetres };
  const density = Float64Array.from(area, (one) => (one < 0 ? Number.NaN : 0));
  for (let from = 0; from < events.x.length; from += CHUNK) {
    const some = { x: events.x.subarray(from, from + CHUNK), y: events.y.subarray(from, from + CHUNK) };
    const { perKm2 } = kernelDensitySurface(some, box, { kernel: 'quartic', bandwidth, cellMetres });
    for (let cell = 0; cell < density.length; cell += 1) density[cell] = density[cell]! + perKm2[cell]! / years;
    yield { done: Math.min(from + CHUNK, events.x.length), total: events.x.length };
  }
  return density;
}

function placesOf(density: Float64Array, events: EventPoints, { grid, area }: Ground, bandwidth: number): { readonly peaks: DensityPeak[]; readonly peaksLeft: number } {
  const { west, south, cellMetres, columns } = grid;
  const found = peaksOf({ columns, cellMetres, x: west + cellMetres / 2, y: south + cellMetres / 2, perKm2: density }, bandwidth);
  const peaks = found.slice(0, MOST_PEAKS).map((peak): DensityPeak => {
    const [longitude, latitude] = fromBritishGrid(peak.x, peak.y);
    return { area: area[peak.cell] ?? -1, longitude, latitude, perKm2Year: peak.perKm2, events: eventsWithin(events, peak, bandwidth) };
  });
  return { peaks, peaksLeft: found.length - peaks.length };
}

/** Five decimals: about a metre. */
function degrees({ west, south, cellMetres }: CellGrid, column: number, row: number): readonly [number, number] {
  const [longitude, latitude] = fromBritishGrid(west + (column + 0.5) * cellMetres, south + (row + 0.5) * cellMetres);
  return [Number(longitude.toFixed(5)), Number(latitude.toFixed(5))];
}
