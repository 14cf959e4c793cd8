import { describe, expect, it } from 'vitest';
import { codeOf, importsOf, sourceFilesBelow } from './sourceFiles.ts';

/** design: what each layer of src may import, besides itself and packages. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  geometry: ['model'],
  files: ['model'],
  tables: ['model', 'geometry'],
  selection: ['model'],
  aggregation: ['model', 'geometry', 'tables', 'selection'],
  statistics: [],
  assessment: ['model', 'selection', 'statistics'],
  hotspots: ['model', 'geometry', 'selection', 'statistics'],
  patrol: ['model', 'statistics'],
  worker: ['model', 'geometry', 'files', 'tables', 'selection', 'aggregation', 'statistics', 'assessment', 'hotspots', 'patrol'],
  store: ['model', 'selection', 'worker'],
  map: ['model'],
  charts: ['model'],
  ui: ['model'],
  features: ['store', 'map', 'charts', 'ui', 'selection', 'model'],
  app: ['features', 'store', 'map', 'ui', 'model', 'selection'],
  bench: ['model', 'tables', 'aggregation', 'worker'],
};
/** Left of the worker nothing may know the page. */
const PURE = ['model', 'geometry', 'files', 'tables', 'selection', 'aggregation', 'statistics', 'assessment', 'hotspots', 'patrol'];
const PAGE_PACKAGES = /^(react|react-dom|react-aria-components|zustand|maplibre-gl|terra-draw)/;

const sources = sourceFilesBelow('src').filter((path) => path !== 'src/main.tsx');
const layerOf = (path: string): string => path.split('/')[1] ?? '';
const featureOf = (path: string): string => path.split('/')[2] ?? '';

describe('layers of src', () => {
  it('holds only folders that the table names', () => {
    const strangers = [...new Set(sources.map(layerOf))].filter((layer) => !(layer in ALLOWED));
    expect(strangers).toEqual([]);
  });

  it('imports only what the table allows', () => {
    const broken = sources.flatMap((path) =>
      importsOf(path)
        .filter(({ target }) => target !== null && layerOf(target) !== layerOf(path))
        .filter(({ target }) => !target?.startsWith('src/') || !ALLOWED[layerOf(path)]?.includes(layerOf(target)))
        .map(({ specifier }) => `${path} -> ${specifier}`),
    );
    expect(broken).toEqual([]);
  });

  it('keeps features apart from one another', () => {
    const broken = sources
      .filter((path) => layerOf(path) === 'features')
      .flatMap((path) =>
        importsOf(path)
          .filter(({ target }) => target !== null && layerOf(target) === 'features' && featureOf(target) !== featureOf(path))
          .map(({ specifier }) => `${path} -> ${specifier}`),
      );
    expect(broken).toEqual([]);
  });

  it('lets the store see the worker only through its client and protocol', () => {
    const broken = sources
      .filter((path) => layerOf(path) === 'store')
      .flatMap((path) =>
        importsOf(path)
          .filter(({ target }) => target !== null && layerOf(target) === 'worker' && !/\/(client|protocol)\.ts$/.test(target))
          .map(({ specifier }) => `${path} -> ${specifier}`),
      );
    expect(broken).toEqual([]);
  });

  it('keeps the page out of the pure layers', () => {
    const broken = sources
      .filter((path) => PURE.includes(layerOf(path)))
      .flatMap((path) => [
        ...importsOf(path).filter(({ specifier }) => PAGE_PACKAGES.test(specifier)).map(({ specifier }) => `${path} -> ${specifier}`),
        ...(/\b(window|document)\./.test(codeOf(path)) ? [`${path} names window or document`] : []),
      ]);
    expect(broken).toEqual([]);
  });

  it('keeps src and the pack builder apart', () => {
    const fromSource = sourceFilesBelow('src').flatMap((path) => importsOf(path).filter(({ target }) => target?.startsWith('geodata/')).map(() => path));
    const allowed = ['model', 'files', 'geometry', 'statistics', 'tables'];
    const fromBuilder = sourceFilesBelow('geodata').flatMap((path) =>
      importsOf(path)
        .filter(({ target }) => target?.startsWith('src/') && !allowed.includes(layerOf(target)))
        .map(({ specifier }) => `${path} -> ${specifier}`),
    );
    expect({ fromSource, fromBuilder }).toEqual({ fromSource: [], fromBuilder: [] });
  });
});

describe('owners', () => {
  it('gives maplibre-gl to map, turf to geometry, zustand to store', () => {
    const owners: readonly (readonly [RegExp, RegExp])[] = [
      [/^maplibre-gl/, /^src\/map\//],
      [/^terra-draw/, /^src\/map\//],
      [/^@turf\//, /^src\/geometry\//],
      [/^zustand/, /^src\/store\//],
    ];
    const broken = [...sourceFilesBelow('src'), ...sourceFilesBelow('geodata')].flatMap((path) =>
      importsOf(path)
        .filter(({ specifier, typeOnly }) => !typeOnly && owners.some(([library, owner]) => library.test(specifier) && !owner.test(path)))
        .map(({ specifier }) => `${path} -> ${specifier}`),
    );
    expect(broken).toEqual([]);
  });

  it('takes zod from model/schema.ts, where it is kept within the content security policy', () => {
    const broken = sourceFilesBelow('src').filter((path) => path !== 'src/model/schema.ts' && importsOf(path).some(({ specifier }) => specifier === 'zod'));
    expect(broken).toEqual([]);
  });

  it('makes workers only in the client.ts of worker and bench, and maps only in map/MapOwner.ts', () => {
    const broken = sourceFilesBelow('src').flatMap((path) => {
      const code = codeOf(path);
      return [
        ...(/\bnew\s+Worker\s*\(/.test(code) && !['src/worker/client.ts', 'src/bench/client.ts'].includes(path) ? [`${path}: new Worker`] : []),
        ...(/\bnew\s+(maplibregl\.)?(Map|MapLibreMap|MaplibreMap)\s*\(\s*\{/.test(code) && path !== 'src/map/MapOwner.ts' ? [`${path}: new Map`] : []),
      ];
    });
    expect(broken).toEqual([]);
  });

  it('never turns text into HTML', () => {
    const broken = sourceFilesBelow('src').filter((path) => /dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|\.setHTML\b/.test(codeOf(path)));
    expect(broken).toEqual([]);
  });
});
