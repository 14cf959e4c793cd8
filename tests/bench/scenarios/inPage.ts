/** What runs inside the app's page. Each function goes there as text, so it can use nothing around it. */

export interface Probe {
  readonly frames: { readonly start: number; readonly end: number; readonly detail: unknown }[];
  readonly longTasks: { readonly start: number; readonly duration: number }[];
  /** When the map first showed areas in colour: the end of that frame's drawing. */
  coloured: number | null;
}

/** Keeps what the app and the browser put into the performance timeline. */
export function watchTimeline(): void {
  const probe: Probe = { frames: [], longTasks: [], coloured: null };
  window.probe = probe;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntriesByName('atlas:frame')) {
      const detail: unknown = entry instanceof PerformanceMeasure ? entry.detail : null;
      probe.frames.push({ start: entry.startTime, end: entry.startTime + entry.duration, detail });
    }
  }).observe({ type: 'measure', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) probe.longTasks.push({ start: entry.startTime, duration: entry.duration });
  }).observe({ type: 'longtask', buffered: true });
}

/**
 * Looks at what the map has drawn, in the same task, until it shows areas in colour: at least 40 pixels of five strips
 * in colours that only areas have. Reading waits for the drawing, so that it can only make the time longer.
 */
export function watchColours(): void {
  const own = WebGL2RenderingContext.prototype;
  const draw = Reflect.get(own, 'drawElements');
  let waiting = false;
  let wanted: readonly (readonly number[])[] = [];
  own.drawElements = function look(this: WebGL2RenderingContext, ...args: Parameters<WebGL2RenderingContext['drawElements']>): void {
    Reflect.apply(draw, this, args);
    if (waiting || window.probe.coloured !== null) return;
    waiting = true;
    queueMicrotask(() => {
      waiting = false;
      if (wanted.length === 0) {
        const style = getComputedStyle(document.documentElement);
        const names = ['higher', 'lower', 'sequence-3', 'sequence-4', 'sequence-5'];
        wanted = names.map((name) => style.getPropertyValue(`--map-${name}`).trim()).filter((text) => text.startsWith('#')).map((text) => [1, 3, 5].map((at) => Number.parseInt(text.slice(at, at + 2), 16)));
      }
      const [width, height] = [this.drawingBufferWidth, this.drawingBufferHeight];
      const pixels = new Uint8Array(width * 4 * 4);
      let found = 0;
      for (const share of [0.2, 0.35, 0.5, 0.65, 0.8]) {
        this.readPixels(0, Math.floor(height * share), width, 4, this.RGBA, this.UNSIGNED_BYTE, pixels);
        for (let at = 0; at < pixels.length; at += 4) {
          if (wanted.some((colour) => colour.every((channel, i) => Math.abs((pixels[at + i] ?? 0) - channel) <= 2))) found += 1;
        }
      }
      if (found >= 40) window.probe.coloured = performance.now();
    });
  };
}
