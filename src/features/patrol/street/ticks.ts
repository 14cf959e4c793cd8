import * as z from '../../../model/schema.ts';
import { browserStorage, type StoragePort } from '../../../store/storage.ts';
import { toCsv } from '../../../ui/csv.ts';

export const TICKS_KEY = 'hotspot-atlas.patrol-visits';
const MOST = 5000;

/** A visit ticked on this device. */
export interface Tick {
  /** Which visit of which plan. */
  readonly id: string;
  readonly hotspot: string;
  readonly title: string;
  /** Local clock times, "2025-03-03 14:05". */
  readonly start: string;
  readonly end: string;
  /** True where arrival was tapped too; otherwise the planned start and end stand for the real ones. */
  readonly timed: boolean;
}

const stamp = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/));
const schema = z.object({ v: z.literal(1), ticks: z.array(z.object({ id: z.string(), hotspot: z.string(), title: z.string(), start: stamp, end: stamp, timed: z.boolean() })) });

const storage = browserStorage(TICKS_KEY);

/** What this device holds; nothing where it cannot be read. Never throws. */
export function readTicks(from: StoragePort = storage): readonly Tick[] {
  const text = from.read();
  if (text === null) return [];
  try {
    const read = schema.safeParse(JSON.parse(text));
    return read.success ? read.data.ticks : [];
  } catch {
    return [];
  }
}

/** The ticks with one more, or without the one of its id. What could not be read is set aside before it is written over. */
export function changeTicks(change: (ticks: readonly Tick[]) => readonly Tick[], port: StoragePort = storage): readonly Tick[] {
  const held = readTicks(port);
  const text = port.read();
  if (text !== null && held.length === 0) port.setAside(text);
  const next = change(held).slice(-MOST);
  port.write(JSON.stringify({ v: 1, ticks: next }));
  return next;
}

/** The log as the Log tab reads it. */
export function ticksCsv(ticks: readonly Tick[]): string {
  return toCsv(['Hotspot', 'Start', 'End', 'Name', 'Times'], ticks.map(({ hotspot, title, start, end, timed }) => [hotspot, start, end, title, timed ? 'as tapped' : 'as planned']));
}
