/** The map as the rest of the product sees it; nothing here loads MapLibre. */
import type { DrawnArea } from '../model/drawnAreas.ts';
import type { OverlayId } from '../model/measures.ts';
import type { OpenedPack, Problem } from '../model/pack.ts';
import type { Box, Camera, Room } from './camera.ts';
import type { SurfacePaint } from './layers/densityLayers.ts';
import type { AreaPaint } from './layers/legend.ts';
import type { Theme } from './scale/colours.ts';

export type { Box, Camera, Room } from './camera.ts';
export type { Theme } from './scale/colours.ts';

/** [longitude, latitude] corners, not closed. */
export type Ring = readonly (readonly [number, number])[];

export interface MapCallbacks {
  /** Area number under the pointer, null when it leaves the areas. Called only when it changes. */
  onHover(area: number | null): void;
  /** `add` is true with Shift, Ctrl or Cmd held. */
  onSelect(area: number, add: boolean): void;
  /** A hotspot's ring or a hub's name was clicked: the place's id. */
  onPlace(placeId: string): void;
  /** The camera came to rest where the reader (or fitBox) put it. */
  onCamera(camera: Camera): void;
  /** A ring was drawn; null when drawing was given up, in which case an earlier ring stays as it was. */
  onDrawn(ring: Ring | null): void;
  /** Corners that stand while drawing: 0 at the start, then whenever their number changes; null when drawing ends. */
  onDrawing(corners: number | null): void;
  /** The style has loaded and the first frame is drawn. */
  onReady(): void;
  onProblem(problem: Problem): void;
}

/**
 * Setters may be called at any time, in any order and as often as one likes: before the style has loaded they
 * are remembered, later unchanged values cost nothing.
 */
export interface MapOwner {
  /** Shows a pack and, unless a camera was set, its whole county; null empties the map. */
  setPack(pack: OpenedPack | null): void;
  /** Ignored where its length does not fit the pack's areas. */
  setPaint(paint: AreaPaint): void;
  setOverlays(ids: readonly OverlayId[]): void;
  /** Lines of equal density; seen while their layer is on. Null takes them away. */
  setSurface(surface: SurfacePaint | null): void;
  setTheme(theme: Theme): void;
  setSelected(areas: readonly number[]): void;
  setHovered(area: number | null): void;
  /** Null goes back to the whole county. */
  setCamera(camera: Camera | null): void;
  /** Pixels at the map's edges that the county and a fitted box keep clear of: labels and what lies over the map need them. */
  setRoom(room: Room): void;
  /** Moves so that [west, south, east, north] fills the map; at once for readers who prefer less motion. */
  fitBox(box: Box): void;
  /**
   * Pointer: click corners, click the last again to finish. Keyboard: arrows move a cross, Enter adds a corner, Enter
   * twice finishes, Backspace removes one; Escape anywhere gives up.
   */
  startDrawing(): void;
  /** Closes the shape; no effect with fewer than three corners, nor where its lines cross (the map then says so). */
  finishDrawing(): void;
  removeLastCorner(): void;
  cancelDrawing(): void;
  setDrawn(ring: Ring | null): void;
  /** Named shapes that are compared, besides the ring that filters. */
  setDrawnAreas(areas: readonly DrawnArea[]): void;
  /**
   * The map once all of it is drawn, PNG, at the screen's resolution, in another theme where asked. Rejects when it
   * cannot be drawn, or not within some seconds.
   */
  toImage(options?: { readonly theme?: Theme }): Promise<Blob>;
  /** Resolves in the frame that shows all that was asked so far; see drawn.ts. */
  whenDrawn(): Promise<void>;
  resize(): void;
  destroy(): void;
}
