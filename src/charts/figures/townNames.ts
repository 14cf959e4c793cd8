import { TEXT_SMALL } from './ink.ts';
import type { MapPaths } from './mapPaths.ts';
import { textWidth } from './text.ts';

/** Steps of a name's middle from its town's centre, the most usual place first. */
const ABOVE = -13;
const BELOW = 22;

/**
 * Where towns' names stand: above their centres, which are what most maps are about, or below them where fewer of the
 * areas that stand out would be covered. Within the sheet at the top.
 * @param standing areas that stand out (numbers)
 */
export function townNames({ labels, points }: Pick<MapPaths, 'labels' | 'points'>, standing: readonly number[]): MapPaths['labels'] {
  const marked = standing.flatMap((area) => points[area] ?? []);
  return labels.map(({ title, x, y }) => {
    const half = textWidth(title, TEXT_SMALL) / 2 + 3;
    const covered = (middle: number): number => marked.filter((point) => Math.abs(point.x - x) < half && Math.abs(point.y - (middle - TEXT_SMALL * 0.35)) < TEXT_SMALL * 0.75).length;
    const [above, below] = [Math.max(y + ABOVE, TEXT_SMALL), y + BELOW];
    return { title, x, y: covered(below) < covered(above) ? below : above };
  });
}
