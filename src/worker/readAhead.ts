import { isRecord } from '../model/records.ts';
import type { ReadOptions } from '../files/byteSource.ts';
import type { OpenSource } from './loadPack.ts';

/** A file that is being read before anybody asked for it. */
interface Reading {
  readonly bytes: Promise<Uint8Array>;
  readonly stop: () => void;
  /** Of whoever has asked for it meanwhile. */
  readonly listener: { onProgress: ReadOptions['onProgress'] };
}

const MANIFEST = /^(.*\/)manifest\.json$/;

/**
 * Sources that read ahead: as soon as a manifest is there, the records that its pack opens with and the figures published
 * before, beside the areas instead of after them and a question of the page. Who asks for one of them gets
 * what has been read. Who asks for other records stops the reading of these. Packs in partitions open with what is in view, so nothing of theirs is read ahead.
 */
export function readAhead(openSource: OpenSource): OpenSource {
  const ahead = new Map<string, Reading>();
  const begin = (path: string): void => {
    const control = new AbortController();
    const listener: Reading['listener'] = { onProgress: undefined };
    const bytes = openSource(path).read({ signal: control.signal, onProgress: (done, total) => listener.onProgress?.(done, total) });
    // Who asks for it reads it anew and is told then.
    bytes.catch(() => undefined);
    ahead.set(path, { bytes, listener, stop: () => control.abort() });
  };
  const take = (path: string): Reading | undefined => {
    const reading = ahead.get(path);
    ahead.delete(path);
    if (reading === undefined && path.endsWith('.cells')) {
      for (const [other, { stop }] of ahead) if (other.endsWith('.cells') && ahead.delete(other)) stop();
    }
    return reading;
  };
  return (path) => {
    const source = openSource(path);
    const read = async (options: ReadOptions = {}): Promise<Uint8Array> => {
      const reading = take(path);
      if (reading !== undefined) {
        reading.listener.onProgress = options.onProgress;
        const bytes = await reading.bytes.catch(() => null);
        options.signal?.throwIfAborted();
        if (bytes !== null) return bytes;
      }
      const bytes = await source.read(options);
      const folder = MANIFEST.exec(path)?.[1];
      if (folder !== undefined) for (const file of openedFirst(bytes)) begin(`${folder}${file}`);
      return bytes;
    };
    return { ...source, read };
  };
}

/** Paths inside the pack. A manifest that says otherwise is refused by whoever reads it next; nothing is read ahead for it. */
function openedFirst(manifest: Uint8Array): string[] {
  try {
    const json: unknown = JSON.parse(new TextDecoder().decode(manifest));
    if (!isRecord(json) || json['partitions'] !== undefined || !Array.isArray(json['dataSets'])) return [];
    const sets: unknown[] = json['dataSets'];
    const first = sets.filter(isRecord).find(({ id }) => id === json['opens']);
    return [first?.['cells'], json['published']].filter((path) => typeof path === 'string');
  } catch {
    return [];
  }
}
