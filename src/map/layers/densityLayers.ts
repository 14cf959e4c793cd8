/** Lines of equal density over the areas. They cover no area: what its colour means stays readable, at any density. */
import type { FeatureCollection, LineString } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import type { DensityLine } from '../../model/surface.ts';
import type { Palette } from '../scale/colours.ts';

export const DENSITY_SOURCE = 'density';
export const DENSITY_LAYERS = ['density-casing', 'density-line', 'density-label'] as const;

/** Lines of equal density and what each stands for. */
export interface SurfacePaint {
  readonly lines: readonly DensityLine[];
  /** Per km2 and year. */
  readonly levels: readonly number[];
  /** True while they are of an earlier filter: drawn faintly. */
  readonly old: boolean;
}

/** Pixels of a line by the position of its level: wider is denser, so that no colour has to be told apart. */
export const LINE_WIDTHS = [1, 1.6, 2.3, 3.1, 4] as const;
/** Pixels of the casing at each side. */
export const CASING = 1.1;
/** Of lines that are of an earlier filter. */
export const OLD_STRENGTH = 0.35;

const FONT = ['Inter Variable SemiBold', 'Inter Variable'];

export function widthOf(level: number): number {
  return LINE_WIDTHS[Math.min(level, LINE_WIDTHS.length - 1)] ?? LINE_WIDTHS[0];
}

export function levelText(perKm2Year: number): string {
  return perKm2Year.toLocaleString('en-GB', { maximumFractionDigits: 9 });
}

/** Nothing for null. Whether they are old is no part of it: it changes with every filter, and cutting tiles anew takes long. */
export function densityLines(surface: SurfacePaint | null): FeatureCollection<LineString> {
  return {
    type: 'FeatureCollection',
    features: (surface?.lines ?? []).map(({ level, points }) => ({
      type: 'Feature', geometry: { type: 'LineString', coordinates: points.map(([longitude, latitude]) => [longitude, latitude]) },
      properties: { width: widthOf(level), label: levelText(surface?.levels[level] ?? Number.NaN) },
    })),
  };
}

export function densityLayers({ mark }: Palette): LayerSpecification[] {
  const round = { 'line-join': 'round', 'line-cap': 'round' } as const;
  return [
    { id: 'density-casing', type: 'line', source: DENSITY_SOURCE, layout: round, paint: { 'line-color': mark.labelHalo, 'line-width': ['+', ['get', 'width'], 2 * CASING] } },
    { id: 'density-line', type: 'line', source: DENSITY_SOURCE, layout: round, paint: { 'line-color': mark.density, 'line-width': ['get', 'width'] } },
  ];
}

/** What each line stands for, where there is room along it. */
export function densityLabels({ mark }: Palette): LayerSpecification {
  return {
    id: 'density-label', type: 'symbol', source: DENSITY_SOURCE, layout: { 'symbol-placement': 'line', 'text-field': ['get', 'label'], 'text-font': FONT, 'text-size': 11, 'symbol-spacing': 220, 'text-padding': 4 },
    paint: { 'text-color': mark.density, 'text-halo-color': mark.labelHalo, 'text-halo-width': 1.8 },
  };
}
