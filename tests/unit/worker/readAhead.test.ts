import { describe, expect, it } from 'vitest';
import { memorySource } from '../../../src/files/byteSource.ts';
import type { OpenSource } from '../../../src/worker/loadPack.ts';
import { readAhead } from '../../../src/worker/readAhead.ts';

const MANIFEST = { dataSets: [{ id: 'street', cells: 'records/street.cells' }, { id: 'police', cells: 'records/police.cells' }], opens: 'police', published: 'published.json' };

/** Sources that count how often each path is begun, and give back the path as bytes. */
function pack(manifest: object = MANIFEST, fails: ReadonlySet<string> = new Set()) {
  const begun: string[] = [];
  const stopped: string[] = [];
  const open: OpenSource = (path) => {
    const source = memorySource(path, new TextEncoder().encode(path.endsWith('manifest.json') ? JSON.stringify(manifest) : path));
    return {
      ...source,
      read: async (options = {}) => {
        begun.push(path);
        options.signal?.addEventListener('abort', () => stopped.push(path));
        if (fails.has(path)) throw new Error('not there');
        return source.read(options);
      },
    };
  };
  const ahead = readAhead(open);
  const read = async (path: string) => new TextDecoder().decode(await ahead(path).read());
  return { begun, stopped, ahead, read };
}

describe('reading ahead', () => {
  it('begins with the records that the pack opens with, and the published figures, when the manifest is there', async () => {
    const { begun, read } = pack();
    await read('p/manifest.json');
    expect(begun).toEqual(['p/manifest.json', 'p/records/police.cells', 'p/published.json']);
  });

  it('hands over what was read, once: asked again, it is read again', async () => {
    const { begun, read } = pack();
    await read('p/manifest.json');
    expect(await read('p/records/police.cells')).toBe('p/records/police.cells');
    expect(begun).toHaveLength(3);
    expect(await read('p/records/police.cells')).toBe('p/records/police.cells');
    expect(begun).toHaveLength(4);
  });

  it('stops when other records are asked for', async () => {
    const { stopped, read } = pack();
    await read('p/manifest.json');
    expect(await read('p/records/street.cells')).toBe('p/records/street.cells');
    expect(stopped).toEqual(['p/records/police.cells']);
  });

  it('tells the progress to whoever asks, and heeds their signal', async () => {
    const { ahead, read } = pack();
    await read('p/manifest.json');
    const control = new AbortController();
    const waiting = ahead('p/records/police.cells').read({ signal: control.signal });
    control.abort();
    await expect(waiting).rejects.toThrow(/abort/i);
  });

  it('that fails is tried again, and its error told, when the file is asked for', async () => {
    const { begun, read } = pack(MANIFEST, new Set(['p/records/police.cells']));
    await read('p/manifest.json');
    await expect(read('p/records/police.cells')).rejects.toThrow('not there');
    expect(begun.filter((path) => path.endsWith('police.cells'))).toHaveLength(2);
  });

  it('leaves packs in partitions, and what is no manifest, alone', async () => {
    const parted = pack({ ...MANIFEST, partitions: { by: 'police-force' } });
    await parted.read('p/manifest.json');
    const odd = pack({ dataSets: 'none' });
    await odd.read('p/manifest.json');
    expect([parted.begun, odd.begun]).toEqual([['p/manifest.json'], ['p/manifest.json']]);
  });
});
