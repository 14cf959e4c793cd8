import type { ComponentType } from 'react';
import type { SurfacePaint } from '../../map/layers/densityLayers.ts';
import type { AreaPaint } from '../../map/layers/areaPaint.ts';
import type { Box, Camera, Ring } from '../../map/types.ts';
import type { DrawnArea } from '../../model/drawnAreas.ts';
import type { OverlayId } from '../../model/measures.ts';
import type { OpenedPack } from '../../model/pack.ts';

/** What buttons beside the map ask of a drawing under way; each object is done once. */
export interface DrawingCommand {
  readonly id: number;
  readonly command: 'finish' | 'remove-corner';
}

/** What a view asks of the map that the shell mounts for it. */
export interface MapSlotProps {
  /** Null until a pack is open: the map is made meanwhile. */
  readonly pack: OpenedPack | null;
  /** Null until there is something to colour. */
  readonly paint: AreaPaint | null;
  readonly overlays: readonly OverlayId[];
  /** Lines of equal density; null while there are none. */
  readonly surface: SurfacePaint | null;
  /** Area numbers. */
  readonly selected: readonly number[];
  readonly hovered: number | null;
  readonly camera: Camera | null;
  readonly drawn: Ring | null;
  readonly drawnAreas: readonly DrawnArea[];
  readonly drawing: boolean;
  readonly drawingCommand: DrawingCommand | null;
  /** A box to move to, once per object. */
  readonly jump: { readonly box: Box } | null;
  onHover(area: number | null): void;
  onSelect(area: number, add: boolean): void;
  onPlace(placeId: string): void;
  onCamera(camera: Camera): void;
  /** Null when drawing was given up. */
  onDrawn(ring: Ring | null): void;
  /** Corners set so far while drawing, as they change; null when no drawing is under way. */
  onDrawing(corners: number | null): void;
}

export type MapSlot = ComponentType<MapSlotProps>;
