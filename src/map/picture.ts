/** A still picture of the map. */
import type { Map as MapLibreMap } from 'maplibre-gl';

/** A map that has not come to rest by then, such as one in a hidden page, gives no picture. */
const PATIENCE_MILLISECONDS = 8000;
/** A frame that takes longer is not waited for. */
const FRAME_MILLISECONDS = 1000;

export const noPicture = (): Error => new Error('The map gave no image');

/**
 * The map as PNG once everything asked of it is drawn. Rejects when it is removed, loses its graphics card or does
 * not come to rest within some seconds: whoever waits, the print above all, must hear of it.
 */
export function pictureOf(map: MapLibreMap): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const settle = (blob: Blob | null): void => {
      clearTimeout(patience);
      map.off('idle', take);
      map.off('remove', fail);
      map.off('webglcontextlost', fail);
      if (blob) resolve(blob);
      else reject(noPicture());
    };
    const fail = (): void => settle(null);
    // The drawing buffer can only be read in the frame that filled it; "idle" is told at the end of the last one.
    const take = (): void => map.getCanvas().toBlob(settle);
    const patience = setTimeout(fail, PATIENCE_MILLISECONDS);
    map.once('idle', take);
    map.once('remove', fail);
    map.once('webglcontextlost', fail);
    map.triggerRepaint();
  });
}

/** As `pictureOf`, in other clothes: a copy of the present look covers the map until it is back in its own. */
export async function pictureDressed(map: MapLibreMap, change: () => void, back: () => void): Promise<Blob> {
  const cover = map.getCanvas().cloneNode(false);
  if (!(cover instanceof HTMLCanvasElement)) throw noPicture();
  cover.classList.add('atlas-map-cover');
  cover.setAttribute('aria-hidden', 'true');
  cover.removeAttribute('tabindex');
  await inFrame(map, () => {
    cover.getContext('2d')?.drawImage(map.getCanvas(), 0, 0);
    map.getCanvasContainer().append(cover);
  });
  try {
    change();
    return await pictureOf(map);
  } finally {
    back();
    await inFrame(map, () => undefined);
    cover.remove();
  }
}

/** Does something in the next frame, while what it drew can be read; nothing where none comes. */
function inFrame(map: MapLibreMap, action: () => void): Promise<void> {
  return new Promise((resolve) => {
    const act = (): void => {
      clearTimeout(patience);
      action();
      resolve();
    };
    const patience = setTimeout(() => {
      map.off('render', act);
      resolve();
    }, FRAME_MILLISECONDS);
    map.once('render', act);
    map.triggerRepaint();
  });
}
