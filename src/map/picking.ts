/** Which area a reader means by pointing. Pure. */

/** Half the side of the box around the pointer, CSS pixels. */
export const POINTER_TOLERANCE = 5;
/** Areas narrower than this on screen are hard to hit. */
const SMALL_PIXELS = 12;

export interface Candidate {
  readonly area: number;
  /** True where the pointer lies in the area itself. */
  readonly under: boolean;
  /** Square root of the area's size on screen, CSS pixels. */
  readonly width: number;
  /** From the pointer to the area's inside point, CSS pixels. */
  readonly distance: number;
}

/**
 * The area under the pointer, except that a small area within reach wins over a large one, and that just
 * outside the county the nearest area is taken. Null where nothing is near.
 */
export function pickArea(candidates: readonly Candidate[]): number | null {
  const under = candidates.find((candidate) => candidate.under);
  if (under && under.width < SMALL_PIXELS) return under.area;
  const within = candidates.filter((candidate) => candidate.width < SMALL_PIXELS && candidate.distance <= POINTER_TOLERANCE + candidate.width);
  const small = nearest(within);
  return (small ?? under ?? nearest(candidates))?.area ?? null;
}

function nearest(candidates: readonly Candidate[]): Candidate | null {
  return candidates.reduce<Candidate | null>((best, candidate) => (best === null || candidate.distance < best.distance ? candidate : best), null);
}
