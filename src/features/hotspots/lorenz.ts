import type { HotspotAnswer } from '../../model/hotspots.ts';

type Concentration = HotspotAnswer['concentration'];

/** Shares are sums of fractions; a share reached to within this is reached. */
const NEARLY = 1e-12;

/** The fewest areas that hold a share 0-1 of the events, read from the curve's points; null without events. */
export function fewestFor({ lorenz, areas }: Concentration, share: number): number | null {
  const at = lorenz.events.findIndex((events) => events >= share - NEARLY);
  return at < 0 ? null : Math.round((lorenz.areas[at] ?? Number.NaN) * areas);
}

/** The share of the events in a share 0-1 of the areas, between the curve's points along its straight lines; NaN without events. */
export function heldBy({ lorenz }: Concentration, share: number): number {
  const after = lorenz.areas.findIndex((areas) => areas >= share - NEARLY);
  if (after < 0) return Number.NaN;
  const [x1, y1] = [lorenz.areas[after] ?? 0, lorenz.events[after] ?? 0];
  if (after === 0) return y1;
  const [x0, y0] = [lorenz.areas[after - 1] ?? 0, lorenz.events[after - 1] ?? 0];
  return x1 > x0 ? y0 + ((y1 - y0) * (Math.min(share, x1) - x0)) / (x1 - x0) : y1;
}
