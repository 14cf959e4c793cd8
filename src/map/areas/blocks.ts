/** Neighbouring areas in blocks, so that only those in view are drawn. Pure. */
import type { AreaMesh, AreaSpan } from './areaMesh.ts';

export interface Block {
  readonly triangles: readonly [from: number, to: number];
  readonly sides: readonly [from: number, to: number];
  readonly box: AreaSpan['box'];
}

/** Areas follow their codes, which run from neighbour to neighbour, so a block of these is a patch of the map. */
const AREAS_OF_BLOCK = 128;

export function blocksOf({ spans }: Pick<AreaMesh, 'spans'>): Block[] {
  const all = [...spans.values()];
  return Array.from({ length: Math.ceil(all.length / AREAS_OF_BLOCK) }, (_, index) => together(all.slice(index * AREAS_OF_BLOCK, (index + 1) * AREAS_OF_BLOCK)));
}

function together(spans: readonly AreaSpan[]): Block {
  const [first, last] = [spans[0], spans.at(-1)];
  return {
    triangles: [first?.triangles[0] ?? 0, last?.triangles[1] ?? 0],
    sides: [first?.sides[0] ?? 0, last?.sides[1] ?? 0],
    box: spans.reduce<AreaSpan['box']>(([west, north, east, south], { box }) => [Math.min(west, box[0]), Math.min(north, box[1]), Math.max(east, box[2]), Math.max(south, box[3])], [Infinity, Infinity, -Infinity, -Infinity]),
  };
}

/** Runs of entries of the blocks that meet a box, as few as possible: those that follow one another are one. */
export function runsIn(blocks: readonly Block[], what: 'triangles' | 'sides', [west, north, east, south]: AreaSpan['box']): [from: number, to: number][] {
  const runs: [number, number][] = [];
  for (const block of blocks) {
    if (block.box[0] > east || block.box[2] < west || block.box[1] > south || block.box[3] < north) continue;
    const [from, to] = block[what];
    const last = runs.at(-1);
    if (last !== undefined && last[1] === from) last[1] = to;
    else runs.push([from, to]);
  }
  return runs;
}
