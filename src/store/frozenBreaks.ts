import { breaksFor } from '../model/breaks.ts';
import type { BreakMethod } from '../model/measures.ts';
import type { Outcome } from '../model/pack.ts';
import { type AreaColumns, type Evaluation, SUPPRESSED } from '../model/results.ts';
import type { AtlasWorker } from '../worker/protocol.ts';
import type { AtlasState } from './state.ts';

const CLASSES = 5;
const VALUE_MEASURES = ['count', 'rate', 'dsr'] as const;

type Breaks = AtlasState['breaks'];

/**
 * Class breaks of the measures that are painted by value, from the areas that `include` accepts, as quantiles.
 * Suppressed counts and rates that are not given take no part.
 */
export function breaksOf(areas: AreaColumns, include: (area: number) => boolean): Breaks {
  return Object.fromEntries(VALUE_MEASURES.map((measure) => [measure, breaksFor(valuesOf(areas, measure, include), CLASSES)]));
}

/** Breaks of the chosen areas of an answer. */
export function breaksOfChosen({ areas }: Evaluation): Breaks {
  return breaksOf(areas, (area) => areas.inPlace[area] === 1);
}

/** The same by a method that the worker knows. */
export async function breaksBy(worker: AtlasWorker, { areas }: Evaluation, method: BreakMethod): Promise<Outcome<Breaks>> {
  const breaks: Record<string, readonly number[]> = {};
  for (const measure of VALUE_MEASURES) {
    const positive = valuesOf(areas, measure, (area) => areas.inPlace[area] === 1).filter((value) => Number.isFinite(value) && value > 0);
    const outcome = await fourBreaks(worker, positive, method);
    if (!outcome.ok) return outcome;
    breaks[measure] = outcome.value;
  }
  return { ok: true, value: breaks, notes: [] };
}

/**
 * The map has five colours. A method may cut into more classes than asked for (round numbers do), so fewer are asked for
 * until they fit; should even two be cut finer, neighbouring classes are put together, so that no end of the range is lost.
 */
async function fourBreaks(worker: AtlasWorker, values: readonly number[], method: BreakMethod): Promise<Outcome<readonly number[]>> {
  if (values.length === 0) return { ok: true, value: [], notes: [] };
  let fitting: readonly number[] = [];
  for (let classes = CLASSES; classes > 1; classes -= 1) {
    const outcome = await worker.classBreaks(Float64Array.from(values), classes, method);
    if (!outcome.ok) return outcome;
    fitting = cutting(outcome.value, values);
    if (fitting.length < CLASSES) break;
  }
  return { ok: true, value: everyFew(fitting, CLASSES - 1), notes: [] };
}

/** At most so many of the edges, at equal steps. */
function everyFew(edges: readonly number[], most: number): readonly number[] {
  const step = Math.ceil(edges.length / most);
  return step <= 1 ? edges : edges.filter((_, index) => (index + 1) % step === 0);
}

/** Ascending and distinct, each with values below it and at or above it: an end of the range cuts nothing. */
function cutting(breaks: readonly number[], values: readonly number[]): readonly number[] {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const whole = values.every(Number.isInteger);
  return [...new Set(breaks.filter((edge) => edge > low && edge <= high).map((edge) => readableEdge(edge, values, whole)))].toSorted((a, b) => a - b);
}

/** The edge with as few figures (two or more) as leave every value on its side; whole where every value is. */
function readableEdge(edge: number, values: readonly number[], whole: boolean): number {
  const keepsSides = (candidate: number) => values.every((value) => value >= edge === value >= candidate);
  for (let figures = 2; figures < 15; figures += 1) {
    const candidate = Number(edge.toPrecision(figures));
    if ((!whole || Number.isInteger(candidate)) && keepsSides(candidate)) return candidate;
  }
  return whole ? Math.ceil(edge) : edge;
}

function valuesOf(areas: AreaColumns, measure: (typeof VALUE_MEASURES)[number], include: (area: number) => boolean): number[] {
  return Array.from(areas[measure]).filter((value, area) => value !== SUPPRESSED && include(area));
}
