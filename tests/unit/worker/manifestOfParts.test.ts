import { describe, expect, it } from 'vitest';
import type { Manifest, PartEntry, RowAccount } from '../../../src/model/manifest.ts';
import { manifestOfParts } from '../../../src/worker/manifestOfParts.ts';
import { samplePack } from '../../fakes/samplePack.ts';

const account = (kept: number, without: number, months: number): RowAccount =>
  ({ read: kept + without + months, kept, setAside: [{ reason: 'No location', rows: without, inRecords: true }, ...(months > 0 ? [{ reason: 'Outside the chosen months', rows: months, inRecords: false }] : [])] });
const part = (id: string, west: number, accounts: PartEntry['accounts']): PartEntry => ({ id, title: id, box: [west, 51, west + 1, 52], areas: 1, population: { first: 0, rows: 19 }, accounts });
const PARTS = [
  part('kent', 0, { 'police-recorded': account(10, 1, 0), street: account(100, 10, 5) }),
  part('surrey', 1, { 'police-recorded': account(20, 2, 3), street: account(200, 20, 0) }),
  part('sussex', 2, { 'police-recorded': account(30, 3, 4), street: account(300, 30, 0) }),
];
const WHOLE: Manifest = {
  ...samplePack().manifest, published: 'published.json', partitions: { by: 'police-force', opens: 'kent', parts: PARTS },
  jumps: [{ title: 'In Kent', box: [0.2, 51.2, 0.4, 51.4] }, { title: 'Mostly in Surrey', box: [0.9, 51.2, 1.6, 51.4] }, { title: 'All', box: [-9, 49, 9, 60] }],
};

describe('the manifest of some parts', () => {
  it('sums accounts reason by reason, so that rows read are still those kept and set aside', () => {
    const { dataSets } = manifestOfParts(WHOLE, PARTS.slice(1));
    expect(dataSets.map((set) => set.account)).toEqual([
      { read: 62, kept: 50, setAside: [{ reason: 'No location', rows: 5, inRecords: true }, { reason: 'Outside the chosen months', rows: 7, inRecords: false }] },
      { read: 550, kept: 500, setAside: [{ reason: 'No location', rows: 50, inRecords: true }] },
    ]);
    for (const { account: { read, kept, setAside } } of dataSets) expect(read).toBe(kept + setAside.reduce((sum, { rows }) => sum + rows, 0));
  });

  it('is titled by them, compares with them, and leads to places in them only', () => {
    const some = manifestOfParts(WHOLE, PARTS.slice(0, 2));
    expect([some.area.title, some.benchmark, some.area.id, some.published]).toEqual(['kent and surrey', 'kent and surrey', 'bedfordshire', undefined]);
    expect(some.jumps.map(({ title }) => title)).toEqual(['In Kent', 'Mostly in Surrey']);
    expect(some.partitions).toBe(WHOLE.partitions);
  });

  it('is the whole one with all of them', () => {
    expect(manifestOfParts(WHOLE, PARTS)).toBe(WHOLE);
  });
});
