import type { BrowserContext, Request } from 'playwright-core';
import { PALETTES } from '../../src/map/scale/colours.ts';

declare global {
  interface Window {
    /** When the map first showed a class's colour, milliseconds since the page's start; 0 until then. */
    firstColours: number;
  }
}

/** A class that most areas of the demonstration pack are in. */
const LOWER = PALETTES.light.fill.lower;
const ENOUGH_PIXELS = 20;

/**
 * Opens the start page cold and looks at every frame of the map's canvas until it shows a class's colour.
 * @returns the addresses asked for until then, by the page and its workers, and those asked for afterwards.
 */
export async function askedFor(context: BrowserContext, origin: string): Promise<{ readonly before: string[]; readonly after: string[] }> {
  const page = await context.newPage();
  const requests: Request[] = [];
  page.on('request', (request) => requests.push(request));
  await page.addInitScript(watchCanvas, { colour: LOWER, enough: ENOUGH_PIXELS });
  await page.goto(origin);
  await page.waitForFunction(() => window.firstColours > 0, null, { timeout: 60_000 });
  const seen = await page.evaluate(() => performance.timeOrigin + window.firstColours);
  await page.getByRole('complementary', { name: 'Areas' }).getByRole('table').waitFor();
  const paths = (asked: readonly Request[]) => [...new Set(asked.map((request) => request.url()).filter((url) => url.startsWith(origin)))];
  return {
    before: paths(requests.filter((request) => request.timing().startTime <= seen)),
    after: paths(requests.filter((request) => request.timing().startTime > seen)),
  };
}

/** Runs in the page. The canvas is made to keep its picture, so that it can be read after the frame. */
function watchCanvas({ colour, enough }: { readonly colour: string; readonly enough: number }): void {
  window.firstColours = 0;
  // oxlint-disable-next-line typescript/unbound-method -- the proxy hands its canvas on
  HTMLCanvasElement.prototype.getContext = new Proxy(HTMLCanvasElement.prototype.getContext, {
    apply: (getContext, canvas: HTMLCanvasElement, [kind, options]: [string, object?]): unknown =>
      Reflect.apply(getContext, canvas, [kind, kind.startsWith('webgl') ? { ...options, preserveDrawingBuffer: true } : options]),
  });
  const wanted = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const small = new OffscreenCanvas(60, 40);
  const look = small.getContext('2d', { willReadFrequently: true });
  const everyFrame = (): void => {
    const canvas = document.querySelector('canvas.maplibregl-canvas');
    if (canvas instanceof HTMLCanvasElement && look !== null) {
      look.clearRect(0, 0, small.width, small.height);
      look.drawImage(canvas, 0, 0, small.width, small.height);
      const { data } = look.getImageData(0, 0, small.width, small.height);
      let pixels = 0;
      for (let at = 0; at < data.length; at += 4) if (wanted.every((value, channel) => Math.abs((data[at + channel] ?? 0) - value) < 30)) pixels += 1;
      if (pixels >= enough) {
        window.firstColours = performance.now();
        return;
      }
    }
    requestAnimationFrame(everyFrame);
  };
  requestAnimationFrame(everyFrame);
}
