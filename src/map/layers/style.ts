import type { GeoJSONSourceSpecification, LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { OVERLAYS } from '../../model/measures.ts';
import type { OverlayId } from '../../model/measures.ts';
import type { Palette } from '../scale/colours.ts';
import { OUTLINE_SOURCE, outlineLayers } from './areaLayers.ts';
import { DENSITY_SOURCE, densityLabels, densityLayers } from './densityLayers.ts';
import { DRAWN_SOURCE, OVERLAY_LAYERS, PLACE_POINT_SOURCE, PLACE_SOURCE, drawnLayers, drawnNameLayer, edgeLayer, nameLayers, overlayLayers } from './overlayLayers.ts';

/** Finer than MapLibre's default, so that neighbours simplified apart leave no gaps between them. */
const TOLERANCE = 0.15;
const DEEPEST_TILE = 14;

/** Every layer in drawing order; areas and their symbols join them, see map/areas. The same ids, sources and layouts in both themes: only paint differs. */
export function layersFor(palette: Palette): LayerSpecification[] {
  return [
    { id: 'page', type: 'background', paint: { 'background-color': palette.mark.page } },
    edgeLayer(palette),
    ...overlayLayers(palette),
    ...densityLayers(palette),
    ...outlineLayers(palette),
    ...drawnLayers(palette),
    densityLabels(palette),
    ...nameLayers(palette),
    drawnNameLayer(palette),
  ];
}

/**
 * A whole style with empty sources: no base map, no sprite, and no `glyphs`, so that nothing is fetched and
 * MapLibre draws names with the page's own font.
 */
export function styleFor(palette: Palette): StyleSpecification {
  const empty: GeoJSONSourceSpecification = { type: 'geojson', data: { type: 'FeatureCollection', features: [] }, tolerance: TOLERANCE, maxzoom: DEEPEST_TILE };
  const off = new Set(overlayVisibility([]).map(({ id }) => id));
  return {
    version: 8,
    transition: { duration: 0, delay: 0 },
    sources: {
      [OUTLINE_SOURCE]: empty,
      [DENSITY_SOURCE]: empty,
      [PLACE_SOURCE]: empty,
      [PLACE_POINT_SOURCE]: empty,
      [DRAWN_SOURCE]: empty,
    },
    layers: layersFor(palette).map((layer) => (off.has(layer.id) ? withVisibility(layer, false) : layer)),
  };
}

function withVisibility(layer: LayerSpecification, visible: boolean): LayerSpecification {
  return { ...layer, layout: { ...layer.layout, visibility: visible ? 'visible' : 'none' } };
}

/** Layers to show and to hide for a set of overlays. LSOA boundaries are no layer: they take the place of the lines between areas. */
export function overlayVisibility(overlays: readonly OverlayId[]): { readonly id: string; readonly visible: boolean }[] {
  return OVERLAYS.flatMap(({ id }) => OVERLAY_LAYERS[id].map((layer) => ({ id: layer, visible: overlays.includes(id) })));
}
