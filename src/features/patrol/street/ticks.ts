import { isRecord } from '../../../model/records.ts';
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

const STAMP = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/;

const storage = browserStorage(TICKS_KEY);

/** What this device holds; nothing where any of it cannot be read. Never throws. */
export function readTicks(from: StoragePort = storage): readonly Tick[] {
  const text = from.read();
  if (text === null) return [];
  try {
    const read: unknown = JSON.parse(text);
    const ticks = isRecord(read) && read['v'] === 1 && Array.isArray(read['ticks']) ? read['ticks'].map(tickOf) : [];
    return ticks.every((tick) => tick !== null) ? ticks : [];
  } catch {
    return [];
  }
}

function tickOf(value: unknown): Tick | null {
  if (!isRecord(value)) return null;
  const { id, hotspot, title, start, end, timed } = value;
  if (typeof id !== 'string' || typeof hotspot !== 'string' || typeof title !== 'string' || typeof timed !== 'boolean') return null;
  return typeof start === 'string' && typeof end === 'string' && STAMP.test(start) && STAMP.test(end) ? { id, hotspot, title, start, end, timed } : null;
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
