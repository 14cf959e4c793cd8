/** Writes values into a loaded map: sources, paint, images, visibility. No state of its own. */
import { GeoJSONSource } from 'maplibre-gl';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { GeoJSON } from 'geojson';
import type { OverlayId } from '../model/measures.ts';
import type { OpenedPack } from '../model/pack.ts';
import type { OptionalLook } from './layers/areaLayers.ts';
import { AREA_POINT_SOURCE, AREA_SOURCE, OPTIONAL_LAYERS, OPTIONAL_LOOKS, OUTLINE_SOURCE } from './layers/areaLayers.ts';
import { areaPoints, drawnShape, outlines, placePoints, placeShapes } from './layers/mapData.ts';
import { DRAWN_SOURCE, PLACE_POINT_SOURCE, PLACE_SOURCE } from './layers/overlayLayers.ts';
import { layersFor, overlayVisibility } from './layers/style.ts';
import type { Palette } from './scale/colours.ts';
import { IMAGE_IDS, IMAGE_PIXEL_RATIO, imagesFor } from './scale/images.ts';
import type { Ring } from './types.ts';

const NOTHING: GeoJSON = { type: 'FeatureCollection', features: [] };

function fill(map: MapLibreMap, id: string, data: GeoJSON): void {
  const source = map.getSource(id);
  if (source instanceof GeoJSONSource) void source.setData(data);
}

export function fillPack(map: MapLibreMap, pack: OpenedPack | null): void {
  fill(map, AREA_SOURCE, pack?.shapes ?? NOTHING);
  fill(map, AREA_POINT_SOURCE, pack ? areaPoints(pack.areas) : NOTHING);
  fill(map, PLACE_SOURCE, pack ? placeShapes(pack.places) : NOTHING);
  fill(map, PLACE_POINT_SOURCE, pack ? placePoints(pack.places) : NOTHING);
}

export function fillDrawn(map: MapLibreMap, ring: Ring | null): void {
  fill(map, DRAWN_SOURCE, drawnShape(ring));
}

export function fillOutlines(map: MapLibreMap, pack: OpenedPack | null, selected: readonly number[], hovered: number | null): void {
  fill(map, OUTLINE_SOURCE, outlines(pack?.shapes ?? null, selected, hovered));
}

/** Area numbers of another pack mean other areas: nothing of theirs may stay. */
export function clearAreaStates(map: MapLibreMap): void {
  for (const source of [AREA_SOURCE, AREA_POINT_SOURCE]) map.removeFeatureState({ source });
}

export function applyOverlays(map: MapLibreMap, overlays: readonly OverlayId[]): void {
  for (const { id, visible } of overlayVisibility(overlays)) showLayer(map, id, visible);
}

export function applyLooks(map: MapLibreMap, needed: ReadonlySet<OptionalLook>): void {
  for (const look of OPTIONAL_LOOKS) for (const id of OPTIONAL_LAYERS[look]) showLayer(map, id, needed.has(look));
}

function showLayer(map: MapLibreMap, id: string, visible: boolean): void {
  map.setLayoutProperty(id, 'visibility', visible ? 'visible' : 'none');
}

export function addImages(map: MapLibreMap, palette: Palette): void {
  const images = imagesFor(palette.mark);
  for (const id of IMAGE_IDS) map.addImage(id, images[id], { pixelRatio: IMAGE_PIXEL_RATIO });
}

/** MapLibre compares paint values itself and skips equal ones. */
export function applyTheme(map: MapLibreMap, palette: Palette): void {
  const images = imagesFor(palette.mark);
  for (const id of IMAGE_IDS) map.updateImage(id, images[id]);
  for (const layer of layersFor(palette)) {
    const paint: Readonly<Record<string, Parameters<MapLibreMap['setPaintProperty']>[2]>> = { ...layer.paint };
    for (const property of Object.keys(paint)) if (isPaintProperty(property)) map.setPaintProperty(layer.id, property, paint[property]);
  }
}

/** What a layer's `paint` holds, MapLibre's own types say; Object.keys forgets it. */
function isPaintProperty(name: string): name is Parameters<MapLibreMap['setPaintProperty']>[1] {
  return /^(background|fill|line|icon|text|circle)-/.test(name);
}
