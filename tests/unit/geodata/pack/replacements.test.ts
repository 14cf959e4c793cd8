import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeAreas, decodePlaces } from '../../../../src/files/packFiles.ts';
import { encodeFlatGeobuf } from '../../../../src/files/flatgeobufWriter.ts';
import { valueOf } from '../../../../geodata/problem.ts';
import { build, shapeOf, temporaryFolder, writeInputs } from './miniCounty.ts';

const collection = (features: readonly [string, object][]): string => JSON.stringify({
  type: 'FeatureCollection', features: features.map(([name, geometry]) => ({ type: 'Feature', properties: { Name: name }, geometry })),
});
const east = shapeOf('E01900003');

async function withFile(role: 'hubs' | 'nte', content: string | Uint8Array) {
  const folder = await temporaryFolder();
  const file = join(folder, 'own');
  await writeFile(file, content);
  const out = join(folder, 'midshire');
  const result = await build(await writeInputs(), out, { [role]: file });
  const { table } = valueOf(await decodeAreas(new Uint8Array(await readFile(join(out, 'areas.fgb')))));
  const places = valueOf(await decodePlaces(new Uint8Array(await readFile(join(out, 'places.fgb')))));
  return { result, table, places: places.features.map(({ properties }) => properties) };
}

describe('the force\'s own boundaries', () => {
  it('replace the hubs, keep known profiles and are no longer approximate', async () => {
    const { table, places, result } = await withFile('hubs', collection([['North hub', east], ['Harbour watch', shapeOf('E01900004')]]));
    expect(table.hub).toEqual(['', '', 'north', 'harbour-watch']);
    const hub = (id: string) => places.find((place) => place.kind === 'hub' && place.id === id);
    expect(hub('north')).toMatchObject({ title: 'North hub', approximate: false, profile: { kind: 'hub', staffing: [] } });
    expect(hub('harbour-watch')).toMatchObject({ title: 'Harbour watch', approximate: false, profile: null });
    expect(places.filter(({ kind }) => kind === 'hub')).toHaveLength(2);
    expect(result.manifest.notes.join()).toContain('"Harbour watch"');
    expect(result.manifest.notes.join()).not.toContain('approximate');
  });

  it('may be FlatGeobuf', async () => {
    const bytes = encodeFlatGeobuf({ name: 'own', columns: [{ name: 'title', type: 'string' }], features: [{ geometry: east, properties: { title: 'Centre' } }] });
    const { table, places } = await withFile('nte', bytes);
    expect(table.nteHotspot).toEqual(['', '', 'centre', '']);
    expect(places.find(({ kind }) => kind === 'nte-hotspot')).toMatchObject({ id: 'centre', approximate: false });
  });

  it.each<[string, string, string]>([
    ['metres', collection([['Centre', { type: 'Polygon', coordinates: [[[506000, 222000], [507000, 222000], [507000, 223000], [506000, 222000]]] }]]), 'expected longitude and latitude in Great Britain'],
    ['points', collection([['Centre', { type: 'Point', coordinates: [-0.49, 52] }]]), 'The geometry is Point, expected a polygon'],
    ['another county', collection([['Centre', { type: 'Polygon', coordinates: [[[-2, 53], [-2, 53.1], [-1.9, 53.1], [-2, 53]]] }]]), 'lies wholly outside Midshire'],
    ['no name', JSON.stringify({ type: 'FeatureCollection', features: [{ type: 'Feature', properties: null, geometry: east }] }), 'The feature has no name'],
    ['a name twice', collection([['Centre', east], ['CENTRE', east]]), '"CENTRE" occurs twice'],
    ['an open ring', collection([['Centre', { type: 'Polygon', coordinates: [[[-0.49, 52], [-0.48, 52], [-0.48, 52.01], [-0.49, 52.01]]] }]]), 'is not closed'],
    ['no GeoJSON', '[1,2]', 'neither FlatGeobuf nor a GeoJSON'],
  ])('are refused with %s', async (_what, content, message) => {
    await expect(withFile('nte', content)).rejects.toThrow(message);
  });
});
