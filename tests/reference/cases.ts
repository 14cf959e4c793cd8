import { readFileSync } from 'node:fs';
import type { FeatureCollection, MultiPolygon, Polygon } from 'geojson';
import { z } from 'zod';

/** One reference case: inputs, what the independent software answered, and the group it belongs to. */
export interface Case<Inputs, Expected> {
  readonly id: string;
  readonly group: string;
  readonly inputs: Inputs;
  readonly expected: Expected;
}

/** A double as the reference files write it: null = not available, non-finite numbers as text. */
export const figure = z.union([z.number(), z.enum(['NaN', 'Infinity', '-Infinity']).transform(Number), z.null()]);
export type Figure = z.infer<typeof figure>;

/** Agreement asked for: relative, with a floor of 1e-12 absolute. */
export const TOLERANCE = 1e-9;

/** Cases of tests/fixtures/reference/<fixture>.json, of all groups or of those that pass. */
export function readCases<Inputs, Expected>(
  fixture: string, inputs: z.ZodType<Inputs>, expected: z.ZodType<Expected>, groups?: (group: string) => boolean,
): Case<Inputs, Expected>[] {
  const bare = z.object({ cases: z.array(z.object({ id: z.string(), group: z.string(), inputs: z.unknown(), expected: z.unknown() })) });
  return bare.parse(readFixture(`${fixture}.json`)).cases
    .filter(({ group }) => groups?.(group) ?? true)
    .map((one) => ({ id: one.id, group: one.group, inputs: inputs.parse(one.inputs), expected: expected.parse(one.expected) }));
}

export function readFixture(path: string): unknown {
  return readJson(new URL(`../fixtures/reference/${path}`, import.meta.url));
}

export function readJson(path: string | URL): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

const position = z.array(z.number());
const polygon = z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(position)) });
const multiPolygon = z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(z.array(z.array(position))) });
const properties = z.record(z.string(), z.unknown());
const shapes = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.object({ type: z.literal('Feature'), properties, geometry: z.union([polygon, multiPolygon]) })),
});
export type Shapes = FeatureCollection<Polygon | MultiPolygon, Record<string, unknown>>;

export function parseShapes(json: unknown): Shapes {
  return shapes.parse(json);
}

export function readShapes(geometry: string, crs: '27700' | '4326'): Shapes {
  return parseShapes(readFixture(`inputs/${geometry}_${crs}.geojson`));
}

/** Difference relative to the expected value, or absolute below 1e-12 (the reference's floor). */
export function relativeError(actual: number | null | undefined, expected: Figure | undefined): number {
  if (actual === expected) return 0;
  if (typeof actual !== 'number' || typeof expected !== 'number') return Infinity;
  return Math.abs(actual - expected) / Math.max(Math.abs(expected), 1e-12 / TOLERANCE);
}

/** Nothing where the two agree, otherwise one line that says how they differ; for `expect(...).toEqual([])`. */
export function differences(pairs: Readonly<Record<string, readonly [number | null | undefined, Figure | undefined]>>): string[] {
  return Object.entries(pairs)
    .filter(([, [actual, expected]]) => !(relativeError(actual, expected) <= TOLERANCE))
    .map(([name, [actual, expected]]) => `${name}: ${String(actual)}, reference ${String(expected)}`);
}
