/** Terra Draw, set up for one polygon, and what its store says of it. */
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { GeoJSONStoreFeatures, TerraDraw } from 'terra-draw';
import type { Palette } from './scale/colours.ts';
import type { Ring } from './types.ts';

/** Terra Draw's name for the last change; its enum is not exported. A shape may cross itself on the way, not at the end. */
const FINISHED: readonly string[] = ['finish'];
/** Terra Draw's property of a polygon under way: how many corners stand, without the one that follows the pointer. */
const STANDING_CORNERS = 'committedCoordinateCount';

export interface PolygonDraw {
  readonly draw: TerraDraw;
  /** True where no line of the ring crosses another. */
  readonly isSimple: (ring: Ring) => boolean;
}

/** `onCrossing` is called when a shape cannot be finished because its lines cross. Rejects when the code cannot be loaded. */
export async function loadTerraDraw(map: MapLibreMap, { mark }: Palette, onCrossing: () => void): Promise<PolygonDraw> {
  const [{ TerraDraw: Draw, TerraDrawModeUndoRedo, TerraDrawPolygonMode, ValidateNotSelfIntersecting }, { TerraDrawMapLibreGLAdapter }] = await Promise.all([
    import('terra-draw'), import('terra-draw-maplibre-gl-adapter'),
  ]);
  const [line, halo, focus] = [asHex(mark.label), asHex(mark.labelHalo), asHex(mark.focus)];
  const atTheEnd = (feature: GeoJSONStoreFeatures): { valid: boolean } => {
    const result = ValidateNotSelfIntersecting(feature);
    if (!result.valid) onCrossing();
    return result;
  };
  const draw = new Draw({
    adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 6 }),
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
    modes: [new TerraDrawPolygonMode({
      keyEvents: null,
      pointerDistance: 12,
      showCoordinatePoints: true,
      validation: (feature, { updateType }) => (FINISHED.includes(updateType) ? atTheEnd(feature) : { valid: true }),
      styles: {
        fillColor: line, fillOpacity: 0.08, outlineColor: line, outlineWidth: 2,
        coordinatePointColor: line, coordinatePointWidth: 4, coordinatePointOutlineColor: halo, coordinatePointOutlineWidth: 2,
        closingPointColor: focus, closingPointWidth: 6, closingPointOutlineColor: halo, closingPointOutlineWidth: 2,
      },
    })],
  });
  const isSimple = (ring: Ring): boolean =>
    ValidateNotSelfIntersecting({ type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [[...ring, ...ring.slice(0, 1)].map(([x, y]) => [x, y])] } }).valid;
  return { draw, isSimple };
}

function asHex(colour: string): `#${string}` {
  return `#${colour.replace(/^#/, '')}`;
}

/** The corners that stand while drawing, in order; empty before the first. */
export function standingCorners(draw: TerraDraw): Ring {
  const shape = draw.getSnapshot().find(({ geometry, properties }) => geometry.type === 'Polygon' && properties[STANDING_CORNERS] !== undefined);
  return outerRing(shape).slice(0, Number(shape?.properties[STANDING_CORNERS] ?? 0));
}

/** The corners of a finished shape; null with fewer than three. */
export function finishedRing(draw: TerraDraw, id: string | number): Ring | null {
  const ring = outerRing(draw.getSnapshotFeature(id)).slice(0, -1);
  return ring.length >= 3 ? ring : null;
}

function outerRing(feature: GeoJSONStoreFeatures | undefined): Ring {
  if (feature?.geometry.type !== 'Polygon') return [];
  return feature.geometry.coordinates[0]?.map(([longitude, latitude]) => [longitude ?? 0, latitude ?? 0] as const) ?? [];
}
