import type { AreaShapes, AreaTable, Places } from './areas.ts';
import type { Manifest } from './manifest.ts';
import type { PublishedFigures } from './published.ts';

/** What the interface receives when a pack has opened. Records and population stay in the worker. */
export interface OpenedPack {
  readonly id: string;
  /** Of a pack in partitions: title, benchmark, accounts and jumps are those of the parts opened; `partitions` lists all. */
  readonly manifest: Manifest;
  /** Ids of the parts opened, in the pack's order; left out where the pack is opened whole. Areas, places and all figures are of these. */
  readonly parts?: readonly string[] | undefined;
  readonly areas: AreaTable;
  readonly shapes: AreaShapes;
  readonly places: Places;
  /** Figures published about the area before, to stand beside ours; null where the pack brings none. */
  readonly published: PublishedFigures | null;
  /** Density quintile edges used (persons per km2, 4 numbers) and each area's quintile 1-5 (0 = no data). */
  readonly density: { readonly edges: readonly number[]; readonly quintile: Uint8Array; readonly perKm2: Float64Array };
}

/**
 * The name by which the worker knows what is open of a pack, for requests. With other parts it is another name, so that
 * no request for one choice is ever answered from another.
 */
export function packKey({ id, manifest, parts }: Pick<OpenedPack, 'id' | 'manifest' | 'parts'>): string {
  if (parts === undefined) return id;
  return `${id}:${parts.length === manifest.partitions?.parts.length ? 'all' : parts.join(',')}`;
}

export interface Progress {
  readonly step: string;
  /** Bytes or rows done; `total` 0 where not known. */
  readonly done: number;
  readonly total: number;
}

/** An error a reader can act on: what is wrong, where, and what to do. */
export interface Problem {
  readonly what: string;
  readonly where: string;
  readonly remedy: string;
}

/** Result of reading something: rows with notes, or a problem; errors are values at the file boundary. */
export type Outcome<T> = { readonly ok: true; readonly value: T; readonly notes: readonly string[] } | { readonly ok: false; readonly problem: Problem };

/** What an unknown thrown value says, without a stack. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
