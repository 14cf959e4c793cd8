import type { Site } from './settlements.ts';

/**
 * Shares a force's areas among boroughs of about as many areas each, every borough in one rectangle: the longer side
 * is cut again and again. Gives the areas by borough, those of a town together, its middle first.
 */
export function shareBoroughs(sites: readonly Site[], boroughs: number): { site: Site; borough: number }[] {
  return cut(sites, boroughs).flatMap((members, borough) =>
    members.toSorted((a, b) => a.town - b.town || a.edge - b.edge).map((site) => ({ site, borough })));
}

function cut(sites: readonly Site[], boroughs: number): Site[][] {
  if (boroughs <= 1) return [[...sites]];
  const spread = (axis: 0 | 1): number => Math.max(...sites.map(({ point }) => point[axis])) - Math.min(...sites.map(({ point }) => point[axis]));
  const [axis, other] = spread(0) > spread(1) ? [0, 1] as const : [1, 0] as const;
  const sorted = sites.toSorted((a, b) => a.point[axis] - b.point[axis] || a.point[other] - b.point[other]);
  const first = Math.floor(boroughs / 2);
  const at = Math.max(first, Math.min(sorted.length - (boroughs - first), Math.round((sorted.length * first) / boroughs)));
  return [...cut(sorted.slice(0, at), first), ...cut(sorted.slice(at), boroughs - first)];
}
