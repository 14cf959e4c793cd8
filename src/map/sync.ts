/** Writes values into a loaded map: sources, paint, visibility. No state of its own. */
import { GeoJSONSource } from 'maplibre-gl';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { GeoJSON } from 'geojson';
import type { DrawnArea } from '../model/drawnAreas.ts';
import type { OverlayId } from '../model/measures.ts';
import type { OpenedPack } from '../model/pack.ts';
import { OUTLINE_SOURCE } from './layers/areaLayers.ts';
import { DENSITY_LAYERS, DENSITY_SOURCE, densityLines, OLD_STRENGTH, type SurfacePaint } from './layers/densityLayers.ts';
import { drawnAreaShapes, drawnShape, outlines, placePoints, placeShapes } from './layers/mapData.ts';
import { DRAWN_SOURCE, PLACE_POINT_SOURCE, PLACE_SOURCE } from './layers/overlayLayers.ts';
import { layersFor, overlayVisibility } from './layers/style.ts';
import type { Palette } from './scale/colours.ts';
import type { Ring } from './types.ts';

const NOTHING: GeoJSON = { type: 'FeatureCollection', features: [] };

function fill(map: MapLibreMap, id: string, data: GeoJSON): void {
  const source = map.getSource(id);
  if (source instanceof GeoJSONSource) void source.setData(data);
}

export function fillPlaces(map: MapLibreMap, pack: OpenedPack | null): void {
  fill(map, PLACE_SOURCE, pack ? placeShapes(pack.places) : NOTHING);
  fill(map, PLACE_POINT_SOURCE, pack ? placePoints(pack.places) : NOTHING);
}

export function fillDrawn(map: MapLibreMap, ring: Ring | null, areas: readonly DrawnArea[]): void {
  fill(map, DRAWN_SOURCE, { type: 'FeatureCollection', features: [...drawnShape(ring).features, ...drawnAreaShapes(areas).features] });
}

export function fillDensity(map: MapLibreMap, surface: SurfacePaint | null): void {
  fill(map, DENSITY_SOURCE, densityLines(surface));
}

/** Lines that are of an earlier filter are faint. */
export function fadeDensity(map: MapLibreMap, old: boolean): void {
  for (const id of DENSITY_LAYERS) map.setPaintProperty(id, id === 'density-label' ? 'text-opacity' : 'line-opacity', old ? OLD_STRENGTH : 1);
}

export function fillOutlines(map: MapLibreMap, pack: OpenedPack | null, selected: readonly number[], hovered: number | null): void {
  fill(map, OUTLINE_SOURCE, outlines(pack?.shapes ?? null, selected, hovered));
}

export function applyOverlays(map: MapLibreMap, overlays: readonly OverlayId[]): void {
  for (const { id, visible } of overlayVisibility(overlays)) map.setLayoutProperty(id, 'visibility', visible ? 'visible' : 'none');
}

/** MapLibre compares paint values itself and skips equal ones. */
export function applyTheme(map: MapLibreMap, palette: Palette): void {
  for (const layer of layersFor(palette)) {
    const paint: Readonly<Record<string, Parameters<MapLibreMap['setPaintProperty']>[2]>> = { ...layer.paint };
    for (const property of Object.keys(paint)) if (isPaintProperty(property)) map.setPaintProperty(layer.id, property, paint[property]);
  }
}

/** What a layer's `paint` holds, MapLibre's own types say; Object.keys forgets it. */
function isPaintProperty(name: string): name is Parameters<MapLibreMap['setPaintProperty']>[1] {
  return /^(background|fill|line|icon|text|circle)-/.test(name);
}
