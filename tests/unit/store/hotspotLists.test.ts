import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HotspotListDraft } from '../../../src/model/hotspotLists.ts';
import { decodeHash, encodeHash } from '../../../src/selection/url.ts';
import { DEFAULT_VIEW } from '../../../src/selection/viewState.ts';
import { createAtlasStore } from '../../../src/store/atlasStore.ts';
import { hotspotListFile } from '../../../src/store/hotspotLists.ts';
import { memoryStorage, type StoragePort } from '../../../src/store/storage.ts';
import { createFakeLocation } from '../../fakes/fakeLocation.ts';
import { createFakeWorker } from '../../fakes/fakeWorker.ts';
import { INDEX } from './harness.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

const DRAFT: HotspotListDraft = {
  name: 'Friday nights', method: 'Gi* of counts, FDR 5%', filter: { description: 'Violence, Luton', hash: '#/hotspots?v=1&days=fri' }, pack: 'bedfordshire', dataSet: 'police-recorded',
  period: { from: '2019-01', to: '2023-12' }, areas: [{ code: 'E01000002', evidence: 'Gi* 3.1' }, { code: 'E01000001', evidence: '' }], seed: 20191, made: '2025-01-31T09:00:00.000Z', demonstration: true,
};

function storeWith(listStorage: StoragePort, hash = '') {
  const location = createFakeLocation(hash);
  const store = createAtlasStore({ worker: createFakeWorker(), location, packsUrl: './packs/', fetchJson: () => Promise.resolve(INDEX), storage: memoryStorage(), listStorage });
  store.getState().start();
  return store;
}
const kept = (store: ReturnType<typeof storeWith>) => store.getState().hotspotLists.map(({ name, version }) => `${name} ${version}`);
/** A file as it would be saved, after a change of its text. */
const fileOf = (change: Readonly<Record<string, unknown>> = {}, head: Readonly<Record<string, unknown>> = {}) =>
  JSON.stringify({ format: 'hotspot-atlas-list', v: 1, list: { ...DRAFT, version: 1, ...change }, ...head });

describe('hotspot lists', () => {
  it('are kept for the next visit whole, and removed', () => {
    const storage = memoryStorage();
    const store = storeWith(storage);
    expect(store.getState().saveHotspotList({ ...DRAFT, name: ' Friday\nnights ' })).toBeNull();
    const next = storeWith(storage);
    expect(next.getState().hotspotLists).toEqual([{ ...DRAFT, version: 1 }]);
    next.getState().removeHotspotList('Friday nights');
    expect([kept(next), kept(storeWith(storage))]).toEqual([[], []]);
  });

  it('count their version up when saved again under their name, in their place', () => {
    const store = storeWith(memoryStorage());
    for (const name of ['A', 'B', 'A']) expect(store.getState().saveHotspotList({ ...DRAFT, name })).toBeNull();
    expect(kept(store)).toEqual(['A 2', 'B 1']);
  });

  it('are refused without a name, without areas, and beyond 50', () => {
    const store = storeWith(memoryStorage());
    expect(store.getState().saveHotspotList({ ...DRAFT, name: ' \u0000' })).toBe('A hotspot list needs a name.');
    expect(store.getState().saveHotspotList({ ...DRAFT, areas: [] })).toBe('This list cannot be kept: areas: expected at least one area.');
    for (let number = 1; number <= 50; number += 1) expect(store.getState().saveHotspotList({ ...DRAFT, name: `Number ${number}` })).toBeNull();
    expect([store.getState().saveHotspotList(DRAFT), kept(store).length]).toEqual(['There are 50 hotspot lists already; remove one first.', 50]);
    expect(store.getState().saveHotspotList({ ...DRAFT, name: 'Number 7' })).toBeNull();
  });

  it('of another version of this page are set aside before anything is written, and a notice says so', () => {
    const aside = new Set<string>();
    const newer = JSON.stringify({ v: 2, lists: ['?'] });
    const storage = memoryStorage(newer, aside);
    const store = storeWith(storage);
    expect(store.getState().notices).toEqual(['The saved hotspot lists could not be read and are left out; the browser keeps the text of what was there.']);
    store.getState().saveHotspotList(DRAFT);
    expect([[...aside], kept(storeWith(storage))]).toEqual([[newer], ['Friday nights 1']]);
  });

  it('are not written over what cannot be set aside', () => {
    const newer = JSON.stringify({ v: 2, lists: ['?'] });
    const store = storeWith({ ...memoryStorage(newer), setAside: () => false });
    expect(store.getState().saveHotspotList(DRAFT)).toContain('Nothing was changed');
    expect(kept(store)).toEqual([]);
  });
});

describe('a file of a hotspot list', () => {
  it('gives back the list it was made of', () => {
    const list = { ...DRAFT, version: 3 };
    const store = storeWith(memoryStorage());
    expect(store.getState().readHotspotListFile(`\uFEFF${hotspotListFile(list)}`)).toBeNull();
    expect(store.getState().hotspotLists).toEqual([list]);
    expect([store.getState().readHotspotListFile(hotspotListFile(list)), kept(store)]).toEqual([null, ['Friday nights 3']]);
  });

  it('replaces an older list of its name, never a newer one', () => {
    const store = storeWith(memoryStorage());
    store.getState().readHotspotListFile(hotspotListFile({ ...DRAFT, version: 2 }));
    expect(store.getState().readHotspotListFile(hotspotListFile({ ...DRAFT, version: 1 }))).toBe('“Friday nights” is kept here already as version 2, and the file holds another version 1. Remove the one kept here first. Nothing was changed.');
    expect([store.getState().readHotspotListFile(hotspotListFile({ ...DRAFT, version: 5 })), kept(store)]).toEqual([null, ['Friday nights 5']]);
  });

  it.each([
    ['no JSON', 'code,name\nE01,Luton', 'This file is not JSON'],
    ['another JSON', '{"type":"FeatureCollection"}', 'This file is no hotspot list'],
    ['of another version', fileOf({}, { v: 9 }), 'saved by another version of this page (v 9; this page reads v 1)'],
    ['with a bad code', fileOf({ areas: [{ code: 'E01000001', evidence: '' }, { code: '=cmd', evidence: '' }] }), 'damaged: areas, number 2, code: expected an area code such as E01015794'],
    ['with an area twice', fileOf({ areas: [{ code: 'E01', evidence: '' }, { code: 'E01', evidence: '' }] }), 'damaged: areas: expected each area once'],
    ['with a bad month', fileOf({ period: { from: '2019-13', to: '2023-12' } }), 'damaged: period, from: expected a month such as 2019-03'],
  ])('that is %s is refused with the reason, and what was kept stays', (_what, text, reason) => {
    const store = storeWith(memoryStorage());
    store.getState().saveHotspotList({ ...DRAFT, name: 'Before' });
    const refusal = store.getState().readHotspotListFile(text);
    expect(refusal).toContain(reason);
    expect(refusal).toMatch(/Nothing was changed\.$/);
    expect(kept(store)).toEqual(['Before 1']);
  });
});

describe('the list in the address', () => {
  it('carries codes and title to the patrol view and back', () => {
    const store = storeWith(memoryStorage());
    store.getState().setPatrolList({ title: 'Fri & Sat: nights', codes: ['E01000002', 'E01000001'] }, 'open');
    const hash = encodeHash(store.getState().view);
    expect(hash).toContain('#/patrol?v=1&list=E01000002,E01000001:');
    expect(decodeHash(hash)).toEqual({ view: store.getState().view, notices: [] });
  });

  it('is left out where there is none; a bad one is named and ignored', () => {
    expect(encodeHash(DEFAULT_VIEW)).not.toContain('list=');
    expect(decodeHash('#/patrol?v=1&list=:x').view.hotspotList).toBeNull();
    expect(decodeHash('#/patrol?v=1&list=a b,c:x').notices).toEqual(['The address says list=a b,c:x, which is not area codes, a colon and a title; the default is used instead.']);
  });
});
