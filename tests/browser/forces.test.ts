import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { updatePackIndex } from '../../geodata/pack/packIndex.ts';
import { AREAS, type BuiltCountry, buildCountry } from '../unit/geodata/synthetic/miniCountry.ts';
import { printedCount } from './printed.ts';
import { serveApp, type TestServer } from './server.ts';
import { visit } from './visit.ts';

let island: BuiltCountry;
let server: TestServer;
beforeAll(async () => {
  island = await buildCountry();
  const packs = join(island.out, '..');
  await updatePackIndex(packs);
  server = await serveApp(inject('appFolder'), packs);
});
afterAll(() => server.close());

/** Recorded crimes with an area of the forces, by an engine of its own over the open files; incidents of anti-social behaviour are not crimes. */
async function crimesOf(...forces: readonly string[]): Promise<string> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const files = forces.map((force) => `'${join(island.out, island.entry.table.replace('{part}', force))}'`);
  const rows = await connection.runAndReadAll(`SELECT count(*)::INTEGER AS crimes FROM read_parquet([${files.join(', ')}]) WHERE lsoa IN (SELECT area FROM '${join(island.out, 'population.parquet')}') AND crime_type <> 'anti-social-behaviour'`);
  return printedCount(Number(rows.getRowObjectsJson()[0]?.['crimes']));
}
const areasOf = (...forces: readonly string[]): number => island.parts.filter(({ id }) => forces.includes(id)).reduce((sum, { areas }) => sum + areas, 0);

describe('A pack in police forces', () => {
  test('opens the force that the link names, and every figure is of it', () => visit(async (atlas) => {
    expect((await atlas.screen.summary()).matching).toBe(await crimesOf('west'));
    const legend = await atlas.map.legend();
    expect(legend.reduce((sum, { areas }) => sum + areas, 0)).toBe(areasOf('west'));
  }, { origin: server.origin, hash: '/explore?v=1&force=west' }));

  test('adds another to it, and says so in the link', () => visit(async (atlas) => {
    await atlas.filters.addForce('East');
    expect((await atlas.screen.summary()).matching).toBe(await crimesOf('west', 'east'));
    expect((await atlas.address()).get('force')?.split(',').toSorted()).toEqual(['east', 'west']);
  }, { origin: server.origin, hash: '/explore?v=1&force=west' }));

  test('opens whole when asked to', () => visit(async (atlas) => {
    await atlas.filters.openAllForces();
    expect((await atlas.screen.summary()).matching).toBe(await crimesOf(...island.parts.map(({ id }) => id)));
    expect((await atlas.map.legend()).reduce((sum, { areas }) => sum + areas, 0)).toBe(AREAS);
    expect((await atlas.address()).get('force')).toBe('all');
  }, { origin: server.origin, hash: '/explore?v=1&force=west' }));

  test('tests hotspots on hexagons too, from points of the open force that are read in pieces', () => visit(async (atlas) => {
    const asked: string[] = [];
    atlas.page.on('request', (request) => asked.push(request.url()));
    await atlas.hotspots.show();
    expect(await atlas.hotspots.unit('Hexagons 500 m wide')).toMatch(/^\d/);
    const tables = asked.filter((url) => url.endsWith('.parquet') && url.includes('/records/'));
    expect([tables.length > 0, tables.every((url) => url.endsWith('/west.parquet'))]).toEqual([true, true]);
    expect(await atlas.hotspots.wayOfPicking('Most events')).toHaveLength(3);
  }, { origin: server.origin, hash: '/explore?v=1&force=west&backtest=test:1', viewport: { width: 1440, height: 900 } }));

  test('says which force of a link there is not, and opens another', () => visit(async (atlas) => {
    expect((await atlas.screen.notices()).join(' ')).toContain('atlantis');
  }, { origin: server.origin, hash: '/explore?v=1&force=atlantis' }));
});
