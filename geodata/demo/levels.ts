/**
 * Expected numbers of events by area, fitted jointly to what is published about groups of areas.
 */
export interface Group {
  readonly members: readonly number[];
  /** Events wanted in the group. */
  readonly total: number;
}

/** Areas that hold the highest values: each above the edge, every other area below it. */
export interface TopAreas {
  readonly areas: ReadonlySet<number>;
  readonly edge: number;
  /** Events that make a value of 1 in each area (for an edge between rates); null where the edge parts counts. */
  readonly unit: ArrayLike<number> | null;
}

const ROUNDS = 2000;
const CLOSE_ENOUGH = 1e-9;
/** Share of the edge kept free on both sides, so that rounding cannot make ties across it. */
const GAP = 0.012;
/** Counts begin to bend this share of the edge away from it. */
const BEND = 0.3;

/**
 * Scales a seed of positive weights until every group has its total (iterative scaling over overlapping groups,
 * as in raking). With `top`, counts are bent away from the edge smoothly, keeping their order, so that the top
 * areas stay above and the others below.
 *
 * Throws when the groups cannot be met together.
 */
export function fitLevels(seed: ArrayLike<number>, groups: readonly Group[], top: TopAreas | null): Float64Array {
  const latent = Float64Array.from(seed);
  const value = (area: number): number => {
    const raw = latent[area] ?? 0;
    if (!top) return raw;
    const unit = top.unit?.[area] ?? 1;
    return unit * bend(raw / unit, top.areas.has(area), top.edge);
  };
  const total = (group: Group): number => group.members.reduce((all, area) => all + value(area), 0);
  let worst = Infinity;
  for (let round = 0; round < ROUNDS && worst > CLOSE_ENOUGH; round += 1) {
    worst = 0;
    for (const group of groups) {
      const factor = group.total / total(group);
      worst = Math.max(worst, Math.abs(factor - 1));
      for (const area of group.members) latent[area] = (latent[area] ?? 0) * factor;
    }
  }
  if (worst > 1e-4) throw new Error(`Fitting levels: the groups cannot be met together, one is still off by a factor of ${1 + worst}.`);
  return latent.map((_, area) => value(area));
}

/** Monotone; the identity away from the edge; never reaches it from either side. */
function bend(raw: number, top: boolean, edge: number): number {
  if (top) {
    const floor = edge * (1 + GAP);
    const start = floor + edge * BEND;
    return raw >= start ? raw : floor + (start - floor) * Math.exp((raw - start) / (start - floor));
  }
  const ceiling = edge * (1 - GAP);
  const start = ceiling - edge * BEND;
  return raw <= start ? raw : ceiling - (ceiling - start) * Math.exp((start - raw) / (ceiling - start));
}
