import type { Map as MapLibreMap } from 'maplibre-gl';

/**
 * Resolves in the frame in which all that was asked of the map so far is drawn: the next one, or a later one while tiles
 * are still cut. Not before a hidden page is seen again.
 */
export function allDrawn(map: Pick<MapLibreMap, 'loaded'>): Promise<void> {
  return new Promise((resolve) => {
    // The map asked for its frame before us, so by now it has drawn.
    const look = (): void => {
      if (map.loaded()) resolve();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
}
