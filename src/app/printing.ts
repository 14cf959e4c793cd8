/** How the map on the page gives a picture of itself; null while there is none. */
type Imager = () => Promise<Blob>;

let imager: Imager | null = null;

/** The mounted map offers its picture; the return value withdraws it. */
export function offerMapImage(make: Imager): () => void {
  imager = make;
  return () => {
    if (imager === make) imager = null;
  };
}

/** Whether a picture of the map stands ready on the page. */
export function hasPicture(): boolean {
  return document.querySelector('.map-mount img.print-map') !== null;
}

/**
 * Prints the page with a still picture of the map, light whatever the screen shows: a live map draws itself anew for
 * the paper's size and is caught half done. Without a picture, as when the browser prints by itself, the map is drawn
 * in lines instead (see map/paper).
 */
export async function printPage(): Promise<void> {
  const picture = await mapPicture().catch(() => null);
  window.addEventListener('afterprint', () => removePicture(picture), { once: true });
  window.print();
}

async function mapPicture(): Promise<HTMLImageElement | null> {
  const place = document.querySelector('.map-mount');
  if (imager === null || place === null) return null;
  const picture = document.createElement('img');
  picture.className = 'print-map';
  picture.alt = 'The map as it stood on the screen';
  picture.src = URL.createObjectURL(await imager());
  await picture.decode();
  place.append(picture);
  return picture;
}

function removePicture(picture: HTMLImageElement | null): void {
  if (picture === null) return;
  URL.revokeObjectURL(picture.src);
  picture.remove();
}
