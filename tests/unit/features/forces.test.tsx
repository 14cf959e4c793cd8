import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { ForceFilter } from '../../../src/features/explore/filters/ForceFilter.tsx';
import { costOfForces, costWords } from '../../../src/features/explore/forces.ts';
import type { Scene } from '../../../src/features/explore/scene.ts';
import { ForceOffer } from '../../../src/features/explore/stage/ForceOffer.tsx';
import type { PartEntry } from '../../../src/model/manifest.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';
import type { OpenedPack } from '../../../src/model/pack.ts';
import { AtlasProvider } from '../../../src/store/react.ts';
import type { AtlasState } from '../../../src/store/state.ts';
import { POLICE, samplePack } from '../../fakes/samplePack.ts';
import { createHarness } from '../store/harness.ts';

const ENTRY = { ...POLICE, cells: 'records/police-recorded/{part}.cells' };
const part = (id: string, title: string, areas: number, kept: number, box: PartEntry['box']): PartEntry =>
  ({ id, title, box, areas, population: { first: 0, rows: 19 }, accounts: { 'police-recorded': { read: kept + 7, kept, setAside: [{ reason: 'No location', rows: 5, inRecords: true }, { reason: 'Outside the chosen months', rows: 2, inRecords: false }] } } });
const PARTS = [part('kent', 'Kent', 1000, 50_000, [0, 51, 1.5, 51.6]), part('surrey', 'Surrey', 700, 20_000, [-0.9, 51, 0.1, 51.4]), part('sussex', 'Sussex', 900, 30_000, [-1, 50.7, 0.9, 51.2])];

function parted(parts: readonly string[]): OpenedPack {
  const pack = samplePack();
  return {
    ...pack, parts,
    shapes: { type: 'FeatureCollection', features: [{ type: 'Feature', id: 0, properties: { code: 'E01000001', area: 0 }, geometry: { type: 'Polygon', coordinates: [[[0.05, 51.1], [0.09, 51.1], [0.09, 51.15], [0.05, 51.1]]] } }] },
    manifest: { ...pack.manifest, dataSets: [ENTRY], partitions: { by: 'police-force', parts: PARTS, opens: 'kent' }, files: PARTS.map(({ id, areas }) => ({ path: `records/police-recorded/${id}.cells`, bytes: areas * 1000, sha256: '' })) },
  };
}

function rendered(node: React.ReactNode, change: Partial<AtlasState> = {}): string {
  const { store } = createHarness();
  store.setState(change);
  vi.spyOn(store, 'getInitialState').mockReturnValue(store.getState());
  return renderToStaticMarkup(<AtlasProvider store={store}>{node}</AtlasProvider>).replace(/&#x27;/g, '’');
}

const scene = (pack: OpenedPack): Scene => ({ pack, entry: ENTRY, evaluation: null, selection: EVERYTHING, applied: EVERYTHING, lacks: {}, measure: 'dsr-class', rateKind: 'dsr', confidence: 95 });
const filter = (pack: OpenedPack) => rendered(<ForceFilter scene={scene(pack)} />);
const at = (longitude: number, latitude: number) => {
  const { view } = createHarness().state();
  return { view: { ...view, camera: { zoom: 9, latitude, longitude } } };
};

describe('the choice of police forces', () => {
  it('is not there for a pack that is opened whole', () => {
    expect([filter(samplePack()), rendered(<ForceOffer pack={samplePack()} />, at(1, 51.3))]).toEqual(['', '']);
  });

  it('lists what is open, and says what all would cost before they are opened', () => {
    const two = filter(parted(['kent', 'surrey']));
    expect([...two.matchAll(/aria-label="Remove ([^"]+)"/g)].map(([, title]) => title)).toEqual(['Kent', 'Surrey']);
    expect(two).toContain('All 3 forces');
    expect(two).toContain('2,600 areas, 100,015 records, 2.6 MB');
    // The last one cannot be taken away.
    expect(filter(parted(['kent']))).not.toContain('Remove');
    const all = filter(parted(['kent', 'surrey', 'sussex']));
    expect([all.includes('All 3 forces'), all.includes('all open'), all.includes('Only Kent')]).toEqual([false, true, true]);
  });

  it('counts the records held, not the rows that were left out', () => {
    expect(costOfForces(parted([]).manifest, ENTRY, PARTS.slice(0, 1))).toEqual({ areas: 1000, rows: 50_005, bytes: 1_000_000 });
    expect(costWords({ areas: 1, rows: 12, bytes: 340 })).toBe('1 area, 12 records, 1 kB');
  });
});

const offer = (open: readonly string[], change: Partial<AtlasState>) => rendered(<ForceOffer pack={parted(open)} />, change);

describe('the offer on the map', () => {
  it('names the force where the map rests, to open or to add', () => {
    const markup = offer(['surrey'], at(1, 51.5));
    expect(markup).toContain('The map shows Kent, which is not open.');
    expect([...markup.matchAll(/>((?:Open|Add) [^<]+)<\/button>/g)].map(([, text]) => text)).toEqual(['Open Kent', 'Add Kent']);
  });

  it('names both where boxes overlap, and neither where an open area lies there, all is open, or the map shows everything', () => {
    expect(offer(['surrey'], at(0.5, 51.1))).toContain('The map shows Kent or Sussex, which is not open.');
    expect([offer(['surrey'], at(0.07, 51.12)), offer(['kent', 'surrey', 'sussex'], at(1, 51.5)), offer(['surrey'], {}), offer(['surrey'], at(-3, 54))]).toEqual(['', '', '', '']);
  });
});
