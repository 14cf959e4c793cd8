import type { Places, PopulationTable } from '../model/areas.ts';
import type { Cells } from '../model/cells.ts';
import { PART_IN_PATH, type Manifest, type PartEntry } from '../model/manifest.ts';
import type { Outcome } from '../model/pack.ts';
import { rangeReader, type RangeReader } from '../files/byteRanges.ts';
import { failed, messageOf, succeeded } from '../files/outcome.ts';
import { inOrder, populationOf, type Areas } from '../files/packFiles.ts';
import { readAreasOfParts, readPlacesOfParts, readPopulationRows, type PartPlaces } from '../files/partFiles.ts';
import { chosenForces } from '../selection/forces.ts';
import type { PartCells } from '../tables/joinCells.ts';
import { joinAreas, joinPopulations } from '../tables/joinParts.ts';
import { type EarlyRead, earlyRead } from './earlyRead.ts';
import type { LoadedPack } from './loadPack.ts';
import { manifestOfParts } from './manifestOfParts.ts';
import { bytesOf, inside, type OpenSource } from './packSource.ts';
import type { LoadProgress } from './progress.ts';
import type { OpenOptions } from './protocol.ts';

/** What is known of some parts of a pack, part by part, from which other choices of parts can be made. */
export interface HeldParts {
  /** The manifest as it was read: parts of another build are not put together with these. */
  readonly text: string;
  readonly areas: ReadonlyMap<string, Areas>;
  readonly populations: ReadonlyMap<string, PopulationTable>;
  readonly places: PartPlaces;
  /** Where each part's records lie, by data set and part; grows as data sets are opened. */
  readonly cells: Map<string, ReadonlyMap<string, PartCells>>;
  /** Files of records that are being read already, by path; whoever takes one takes it away. */
  readonly early: Map<string, EarlyRead>;
}

/** A pack opened whole or in parts, before what is the same for both. */
export interface OpenedParts {
  readonly manifest: Manifest;
  /** Null where it is opened whole. */
  readonly parts: readonly string[] | null;
  readonly areas: Areas;
  readonly places: Places;
  readonly population: PopulationTable;
  readonly cells: Map<string, Cells>;
  readonly held: HeldParts | null;
}

interface PackRead {
  readonly path: string;
  readonly manifest: Manifest;
  readonly text: string;
  readonly progress: LoadProgress;
}

const REBUILD = 'Build the pack again: its files are not of one build.';
const WHOLE_FILES = 'The server sends whole files where it is asked for parts of them, so opening takes longer than it need; whoever runs this site can turn on range requests.';

/**
 * Opens the forces wanted of a pack in partitions, as if they were the whole pack. Parts that are held already are not
 * read again; of the others only what lies in their boxes and row groups is read. A whole file's SHA-256 cannot be
 * compared then: size, structure and the numbers that the manifest gives are.
 */
export async function openParts(pack: PackRead, openSource: OpenSource, options: OpenOptions, packs: readonly LoadedPack[]): Promise<Outcome<OpenedParts>> {
  const { path, manifest, text } = pack;
  if (!manifest.partitions) return failed('The pack has no partitions.', path, REBUILD);
  const { parts, notes } = chosenForces(manifest.partitions, options.forces ?? { forces: null, at: null });
  const others = packs.filter((other) => other.path === path && other.held?.text === text);
  const before = others.flatMap(({ held }) => held ?? []);
  const missing = parts.filter(({ id }) => before.every(({ areas }) => !areas.has(id)));
  const early = readRecords(pack, parts, openSource, options, before);
  const read = missing.length === 0 ? null : await readParts(pack, missing, openSource, options);
  if (read !== null && !read.ok) return read;
  const held = heldOf(parts, text, [...before, ...(read === null ? [] : [read.value])], early);
  const ids = parts.map(({ id }) => id);
  const same = others.find(({ opened }) => opened.parts?.join() === ids.join());
  try {
    const joined = joinHeld(held, ids, parts.length === manifest.partitions.parts.length);
    const value = { ...joined, manifest: manifestOfParts(manifest, parts), parts: ids, held: { ...held, cells: same?.held?.cells ?? held.cells }, cells: same?.cells ?? new Map<string, Cells>() };
    return succeeded(value, [...notes, ...(read?.notes ?? [])]);
  } catch (error) {
    return failed(messageOf(error), path, REBUILD);
  }
}

/** Begins to read the records that will be asked for next, of the parts whose records are not held. */
function readRecords({ path, manifest }: PackRead, parts: readonly PartEntry[], openSource: OpenSource, { dataSet, signal }: OpenOptions, before: readonly HeldParts[]): Map<string, EarlyRead> {
  const { dataSets, opens } = manifest;
  const entry = dataSet === undefined ? undefined : (dataSets.find(({ id }) => id === dataSet) ?? dataSets.find(({ id }) => id === opens));
  if (entry === undefined) return new Map();
  const missing = parts.filter(({ id }) => before.every(({ cells }) => cells.get(entry.id)?.has(id) !== true));
  return new Map(missing.map(({ id }) => {
    const file = entry.cells.replace(PART_IN_PATH, id);
    return [file, earlyRead(openSource(inside(path, file)), signal)] as const;
  }));
}

type PartsRead = Pick<HeldParts, 'areas' | 'populations' | 'places'>;

/** Areas, places and population of some parts, side by side. */
async function readParts({ path, manifest, progress }: PackRead, parts: readonly PartEntry[], openSource: OpenSource, { signal }: OpenOptions): Promise<Outcome<PartsRead>> {
  const notes = new Set<string>();
  const readerOf = (file: string): RangeReader => rangeReader(openSource(inside(path, file)), bytesOf(manifest, file), {
    signal, onAsk: (bytes) => progress.expectMore(bytes), onProgress: progress.of(file), onWhole: () => notes.add(WHOLE_FILES),
  });
  const unlisted = ['areas.fgb', 'places.fgb', 'population.parquet'].find((file) => bytesOf(manifest, file) === 0);
  if (unlisted !== undefined) return failed('The manifest does not list this file.', unlisted, REBUILD);
  const [areas, places, rows] = await Promise.all([
    readAreasOfParts(readerOf('areas.fgb'), parts),
    readPlacesOfParts(readerOf('places.fgb'), parts),
    readPopulationRows(readerOf('population.parquet'), parts),
  ]);
  signal?.throwIfAborted();
  if (!areas.ok) return areas;
  if (!places.ok) return places;
  if (!rows.ok) return rows;
  const populations = new Map<string, PopulationTable>();
  for (const [i, { id, population: { first } }] of parts.entries()) {
    const population = populationOf(rows.value[i] ?? {}, areas.value.get(id)?.table.code ?? [], first);
    if (!population.ok) return population;
    populations.set(id, population.value);
  }
  return succeeded({ areas: areas.value, places: places.value, populations }, [...areas.notes, ...places.notes, ...notes]);
}

/** What several hold of the parts wanted; the records are found again when they are asked for. */
function heldOf(parts: readonly PartEntry[], text: string, from: readonly PartsRead[], early: HeldParts['early']): HeldParts {
  const pick = <T>(of: (one: PartsRead) => ReadonlyMap<string, T>): Map<string, T> => new Map(parts.flatMap(({ id }) => {
    const value = from.map((one) => of(one).get(id)).find((one) => one !== undefined);
    return value === undefined ? [] : [[id, value] as const];
  }));
  const shared = new Map(from.flatMap(({ places }) => places.shared).map((place) => [JSON.stringify([place.properties.kind, place.properties.id]), place]));
  return { text, areas: pick(({ areas }) => areas), populations: pick(({ populations }) => populations), places: { byPart: pick(({ places }) => places.byPart), shared: [...shared.values()] }, cells: new Map(), early };
}

/** Parts as one: areas in ascending order of code, and everything in their order. */
function joinHeld({ areas, populations, places }: HeldParts, ids: readonly string[], all: boolean): Pick<OpenedParts, 'areas' | 'places' | 'population'> {
  const tables = ids.flatMap((id) => areas.get(id) ?? []);
  const { table, order } = joinAreas(tables.map((one) => one.table));
  const shapes: Areas['shapes'] = {
    type: 'FeatureCollection',
    features: order.flatMap(({ part, area }, number) => {
      const shape = tables[part]?.shapes.features[area];
      return shape ? [{ ...shape, id: number, properties: { code: shape.properties.code, area: number } }] : [];
    }),
  };
  const named: Readonly<Record<string, ReadonlySet<string>>> = { borough: new Set(table.borough), ward: new Set(table.wardId), hub: new Set(table.hub), 'nte-hotspot': new Set(table.nteHotspot) };
  // Of the places of several parts those that an area lies in, unless all parts are open; labels stand for themselves.
  const shared = places.shared.filter(({ properties: { kind, id } }) => all || (named[kind]?.has(id) ?? true));
  return {
    areas: { table, shapes },
    places: inOrder([...ids.flatMap((id) => places.byPart.get(id) ?? []), ...shared]),
    population: joinPopulations(ids.flatMap((id) => populations.get(id) ?? []), order),
  };
}
