/** Layers over the measure: boroughs, wards, hubs, night-time hotspots, names, the drawn shape. */
import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { OverlayId } from '../../model/measures.ts';
import type { PlaceKind } from '../../model/areas.ts';
import type { Palette } from '../scale/colours.ts';
import { DENSITY_LAYERS } from './densityLayers.ts';

export const PLACE_SOURCE = 'places';
export const PLACE_POINT_SOURCE = 'place-points';
export const DRAWN_SOURCE = 'drawn';

/** Layers each overlay switches, bottom first. */
export const OVERLAY_LAYERS: Readonly<Record<OverlayId, readonly string[]>> = {
  lsoa: [],
  wards: ['wards-line', 'wards-label'],
  boroughs: ['boroughs-casing', 'boroughs-line'],
  hubs: ['hubs-casing', 'hubs-line', 'hubs-line-approximate', 'hubs-label'],
  nte: ['nte-fill', 'nte-casing', 'nte-line', 'nte-line-approximate', 'nte-ring-casing', 'nte-ring', 'nte-label'],
  labels: ['towns-label'],
  surface: DENSITY_LAYERS,
};
/** Layers whose features open a place when clicked. */
export const PLACE_HIT_LAYERS = ['nte-ring', 'nte-line', 'nte-line-approximate', 'nte-label', 'hubs-label'] as const;

/** MapLibre draws these on the page when the style names no glyph server; the weight is read from the first name. */
const FONT = ['Inter Variable'];
const FONT_SEMIBOLD = ['Inter Variable SemiBold', 'Inter Variable'];
/** Hotspots are a few pixels wide at county zoom: until here a ring marks them. */
const NTE_SHAPE_ZOOM = 12;

const kind = (name: PlaceKind): ExpressionSpecification => ['==', ['get', 'kind'], name];
const kindWhere = (name: PlaceKind, approximate: boolean): ExpressionSpecification => ['all', kind(name), ['==', ['get', 'approximate'], approximate]];
const ROUND = { 'line-join': 'round', 'line-cap': 'round' } as const;
const BUTT = { 'line-join': 'round' } as const;

/** Where a town's name may stand around its point, in order of preference, with its distance in ems. */
const ABOVE_OR_BELOW = ['bottom', [0, -0.75], 'top', [0, 0.75]];
const TO_THE_RIGHT = ['left', [0.75, 0]];
const TO_THE_LEFT = ['right', [-0.75, 0]];
const TOWN_ANCHORS: ExpressionSpecification = ['match', ['get', 'side'],
  'west', ['literal', [...ABOVE_OR_BELOW, ...TO_THE_RIGHT]],
  'east', ['literal', [...ABOVE_OR_BELOW, ...TO_THE_LEFT]],
  ['literal', [...ABOVE_OR_BELOW, ...TO_THE_RIGHT, ...TO_THE_LEFT]]];

/** By rank, but names at the edges first among equals: they have fewer places to stand. */
const TOWN_ORDER: ExpressionSpecification = ['+', ['get', 'rank'], ['case', ['==', ['get', 'side'], 'middle'], 0.5, 0]];

/** Below the areas, so that only its outer half shows: an edge round the county whatever is switched on. */
export function edgeLayer({ mark }: Palette): LayerSpecification {
  return { id: 'county-edge', type: 'line', source: PLACE_SOURCE, filter: kind('borough'), layout: ROUND, paint: { 'line-color': mark.boundary, 'line-width': 2.4 } };
}

export function overlayLayers({ mark }: Palette): LayerSpecification[] {
  return [
    { id: 'wards-line', type: 'line', source: PLACE_SOURCE, filter: kind('ward'), layout: BUTT, paint: { 'line-color': mark.ward, 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 0.7, 13, 1.6], 'line-dasharray': [3, 2] } },
    { id: 'boroughs-casing', type: 'line', source: PLACE_SOURCE, filter: kind('borough'), layout: ROUND, paint: { 'line-color': mark.boroughCasing, 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 2.4, 13, 5], 'line-opacity': 0.85 } },
    { id: 'boroughs-line', type: 'line', source: PLACE_SOURCE, filter: kind('borough'), layout: ROUND, paint: { 'line-color': mark.borough, 'line-width': ['interpolate', ['linear'], ['zoom'], 8, 1.2, 13, 2.4] } },
    { id: 'hubs-casing', type: 'line', source: PLACE_SOURCE, filter: kind('hub'), layout: ROUND, paint: { 'line-color': mark.labelHalo, 'line-width': 4.5, 'line-opacity': 0.9 } },
    { id: 'hubs-line', type: 'line', source: PLACE_SOURCE, filter: kindWhere('hub', false), layout: ROUND, paint: { 'line-color': mark.hub, 'line-width': 2.2 } },
    { id: 'hubs-line-approximate', type: 'line', source: PLACE_SOURCE, filter: kindWhere('hub', true), layout: BUTT, paint: { 'line-color': mark.hub, 'line-width': 2.2, 'line-dasharray': [4, 2] } },
    { id: 'nte-fill', type: 'fill', source: PLACE_SOURCE, filter: kind('nte-hotspot'), minzoom: NTE_SHAPE_ZOOM, paint: { 'fill-color': mark.hotspot, 'fill-opacity': 0.16 } },
    { id: 'nte-casing', type: 'line', source: PLACE_SOURCE, filter: kind('nte-hotspot'), minzoom: NTE_SHAPE_ZOOM, layout: ROUND, paint: { 'line-color': mark.labelHalo, 'line-width': 5.5 } },
    { id: 'nte-line', type: 'line', source: PLACE_SOURCE, filter: kindWhere('nte-hotspot', false), minzoom: NTE_SHAPE_ZOOM, layout: ROUND, paint: { 'line-color': mark.hotspot, 'line-width': 3 } },
    { id: 'nte-line-approximate', type: 'line', source: PLACE_SOURCE, filter: kindWhere('nte-hotspot', true), minzoom: NTE_SHAPE_ZOOM, layout: BUTT, paint: { 'line-color': mark.hotspot, 'line-width': 3, 'line-dasharray': [3, 1.5] } },
  ];
}

/** Marks and names, above outlines. Names of higher rank are placed first and win. */
export function nameLayers({ mark }: Palette): LayerSpecification[] {
  const halo = { 'text-halo-color': mark.labelHalo, 'text-halo-width': 1.6, 'text-halo-blur': 0.4 } as const;
  return [
    { id: 'nte-ring-casing', type: 'circle', source: PLACE_POINT_SOURCE, filter: kind('nte-hotspot'), maxzoom: NTE_SHAPE_ZOOM, paint: { 'circle-opacity': 0, 'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 4.2, NTE_SHAPE_ZOOM, 9.2], 'circle-stroke-color': mark.labelHalo, 'circle-stroke-width': 4.4 } },
    { id: 'nte-ring', type: 'circle', source: PLACE_POINT_SOURCE, filter: kind('nte-hotspot'), maxzoom: NTE_SHAPE_ZOOM, paint: { 'circle-opacity': 0, 'circle-radius': ['interpolate', ['linear'], ['zoom'], 8, 5, NTE_SHAPE_ZOOM, 10], 'circle-stroke-color': mark.hotspot, 'circle-stroke-width': 2.6 } },
    { id: 'wards-label', type: 'symbol', source: PLACE_POINT_SOURCE, filter: kind('ward'), minzoom: 11.5, layout: { 'text-field': ['get', 'title'], 'text-font': FONT, 'text-size': 11, 'text-max-width': 7 }, paint: { 'text-color': mark.ward, ...halo } },
    { id: 'hubs-label', type: 'symbol', source: PLACE_POINT_SOURCE, filter: kind('hub'), layout: { 'text-field': ['get', 'title'], 'text-font': FONT_SEMIBOLD, 'text-size': ['interpolate', ['linear'], ['zoom'], 8, 11, 12, 13], 'text-max-width': 9, 'text-variable-anchor': ['center', 'bottom', 'top', 'left', 'right'], 'text-radial-offset': 1.6, 'text-justify': 'auto' }, paint: { 'text-color': mark.hub, ...halo, 'text-halo-width': 2 } },
    { id: 'nte-label', type: 'symbol', source: PLACE_POINT_SOURCE, filter: kind('nte-hotspot'), minzoom: NTE_SHAPE_ZOOM, layout: { 'text-field': ['get', 'title'], 'text-font': FONT_SEMIBOLD, 'text-size': 12, 'text-max-width': 9, 'text-variable-anchor': ['top', 'bottom', 'left', 'right'], 'text-radial-offset': 2.2, 'text-justify': 'auto' }, paint: { 'text-color': mark.hotspot, ...halo, 'text-halo-width': 2 } },
    {
      id: 'towns-label', type: 'symbol', source: PLACE_POINT_SOURCE, filter: ['all', kind('label'), ['any', ['<=', ['get', 'rank'], 1], ['>=', ['zoom'], 9]]],
      layout: {
        'text-field': ['get', 'title'], 'text-font': FONT_SEMIBOLD, 'symbol-sort-key': TOWN_ORDER, 'text-padding': 4, 'text-max-width': 9,
        'text-size': ['interpolate', ['linear'], ['zoom'], 8, ['case', ['<=', ['get', 'rank'], 1], 14, 12], 12, ['case', ['<=', ['get', 'rank'], 1], 17, 14]],
        'text-variable-anchor-offset': TOWN_ANCHORS, 'text-justify': 'auto',
      },
      paint: { 'text-color': mark.label, ...halo, 'text-halo-width': 1.8 },
    },
  ];
}

export function drawnLayers({ mark }: Palette): LayerSpecification[] {
  return [
    { id: 'drawn-fill', type: 'fill', source: DRAWN_SOURCE, paint: { 'fill-color': mark.label, 'fill-opacity': 0.06 } },
    { id: 'drawn-casing', type: 'line', source: DRAWN_SOURCE, layout: BUTT, paint: { 'line-color': mark.labelHalo, 'line-width': 4.5 } },
    { id: 'drawn-line', type: 'line', source: DRAWN_SOURCE, layout: BUTT, paint: { 'line-color': mark.label, 'line-width': 2, 'line-dasharray': [2, 1.5] } },
  ];
}

/** Names of drawn areas, above all others: the reader chose them. */
export function drawnNameLayer({ mark }: Palette): LayerSpecification {
  return { id: 'drawn-label', type: 'symbol', source: DRAWN_SOURCE, filter: ['has', 'name'], layout: { 'text-field': ['get', 'name'], 'text-font': FONT_SEMIBOLD, 'text-size': 12, 'text-max-width': 9 }, paint: { 'text-color': mark.label, 'text-halo-color': mark.labelHalo, 'text-halo-width': 2 } };
}
