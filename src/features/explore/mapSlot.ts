import type { ComponentType } from 'react';
import type { AreaPaint } from '../../map/layers/areaPaint.ts';
import type { Box, Camera, Ring } from '../../map/types.ts';
import type { OverlayId } from '../../model/measures.ts';
import type { OpenedPack } from '../../model/pack.ts';

/** What a view asks of the map that the shell mounts for it. */
export interface MapSlotProps {
  readonly pack: OpenedPack;
  readonly paint: AreaPaint;
  readonly overlays: readonly OverlayId[];
  /** Area numbers. */
  readonly selected: readonly number[];
  readonly hovered: number | null;
  readonly camera: Camera | null;
  readonly drawn: Ring | null;
  readonly drawing: boolean;
  /** A box to move to, once per object. */
  readonly jump: { readonly box: Box } | null;
  onHover(area: number | null): void;
  onSelect(area: number, add: boolean): void;
  onPlace(placeId: string): void;
  onCamera(camera: Camera): void;
  /** Null when drawing was given up. */
  onDrawn(ring: Ring | null): void;
}

export type MapSlot = ComponentType<MapSlotProps>;
