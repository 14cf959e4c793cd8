import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EVERYTHING } from '../../../src/model/selection.ts';
import { createAtlasStore } from '../../../src/store/atlasStore.ts';
import { SAVED_KEY } from '../../../src/store/savedSelections.ts';
import { browserStorage, memoryStorage, type StoragePort } from '../../../src/store/storage.ts';
import { createFakeLocation } from '../../fakes/fakeLocation.ts';
import { createFakeWorker } from '../../fakes/fakeWorker.ts';
import { INDEX } from './harness.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); vi.unstubAllGlobals(); });

const LUTON = { ...EVERYTHING, boroughs: ['E06000032'], period: { from: '2019-01', to: '2019-12' } };

function storeWith(storage: StoragePort) {
  const store = createAtlasStore({ worker: createFakeWorker(), location: createFakeLocation(), packsUrl: './packs/', fetchJson: () => Promise.resolve(INDEX), storage });
  store.getState().start();
  return store;
}
const titles = (store: ReturnType<typeof storeWith>) => store.getState().savedSelections.map(({ title }) => title);

describe('saved selections', () => {
  it('are kept for the next visit, applied and removed', () => {
    const storage = memoryStorage();
    const store = storeWith(storage);
    store.getState().setSelection(LUTON);
    expect(store.getState().saveSelection('  Luton\n2019 ')).toBeNull();
    const next = storeWith(storage);
    expect(next.getState().savedSelections).toEqual([{ title: 'Luton 2019', selection: LUTON }]);
    next.getState().applySelection('Luton 2019');
    expect(next.getState().view.selection).toEqual(LUTON);
    next.getState().applySelection('Nothing of that name');
    expect(next.getState().view.selection).toEqual(LUTON);
    next.getState().removeSelection('Luton 2019');
    expect([titles(next), titles(storeWith(storage))]).toEqual([[], []]);
  });

  it('replace the one of the same title, in its place', () => {
    const store = storeWith(memoryStorage());
    for (const title of ['A', 'B']) store.getState().saveSelection(title);
    store.getState().setSelection({ days: [4] });
    store.getState().saveSelection('A');
    expect(store.getState().savedSelections.map(({ title, selection }) => [title, selection.days])).toEqual([['A', [4]], ['B', null]]);
  });

  it('see what another tab has saved meanwhile', () => {
    const storage = memoryStorage();
    const [one, other] = [storeWith(storage), storeWith(storage)];
    one.getState().saveSelection('One');
    other.getState().saveSelection('Other');
    expect([titles(one), titles(other)]).toEqual([['One'], ['One', 'Other']]);
  });

  it('need a name and are no more than 50; a refusal is for whoever asked, not a notice as well', () => {
    const store = storeWith(memoryStorage());
    expect(store.getState().saveSelection(' \u0000 ')).toBe('A saved selection needs a name.');
    for (let number = 1; number <= 50; number += 1) expect(store.getState().saveSelection(`Number ${number}`)).toBeNull();
    const full = 'There are 50 saved selections already; remove one first.';
    expect([store.getState().saveSelection('One more'), store.getState().notices, titles(store).length]).toEqual([full, [], 50]);
    expect([store.getState().saveSelection('Number 7'), store.getState().notices]).toEqual([null, []]);
  });

  it.each([
    ['no JSON', '{', 'The saved selections could not be read and are left out; the browser keeps the text of what was there.'],
    ['another form', '{"saved":1}', 'The saved selections could not be read and are left out; the browser keeps the text of what was there.'],
    ['another version', '{"v":2,"saved":[]}', 'The saved selections could not be read and are left out; the browser keeps the text of what was there.'],
    ['one bad clause', '{"v":1,"saved":[{"title":"A","query":"days=fri"},{"title":"B","query":"days=funday"}]}', 'One saved selection could not be read and is left out; the browser keeps the text of what was there.'],
    ['other bad ones', '{"v":1,"saved":[{"title":"A","query":"days=fri"},{"title":"","query":""},{"title":"A","query":""},7,{"title":"C"}]}', '4 saved selections could not be read and are left out; the browser keeps the text of what was there.'],
  ])('are checked when read: %s', (_case, text, notice) => {
    const store = storeWith(memoryStorage(text));
    expect(store.getState().notices).toEqual([notice]);
    expect(store.getState().savedSelections).toEqual(text.includes('fri') ? [{ title: 'A', selection: { ...EVERYTHING, days: [4] } }] : []);
  });

  it.each([
    ['another version', '{"v":2,"saved":[{"title":"From tomorrow","query":"moon=full"}]}', ['New']],
    ['one that cannot be read', '{"v":1,"saved":[{"title":"A","query":"days=fri"},{"title":"B","query":"days=funday"}]}', ['A', 'New']],
  ])('are set aside before they are written over: %s', (_case, text, after) => {
    const aside = new Set<string>();
    const storage = memoryStorage(text, aside);
    const store = storeWith(storage);
    expect(aside.size).toBe(0);
    expect(store.getState().saveSelection('New')).toBeNull();
    expect([[...aside], titles(store), titles(storeWith(storage))]).toEqual([[text], after, after]);
    store.getState().removeSelection('New');
    expect(aside.size).toBe(1);
  });

  it('are left as they are where they cannot be set aside, which is said', () => {
    const text = '{"v":2,"saved":[]}';
    const storage: StoragePort = { ...memoryStorage(text), setAside: () => false };
    const store = storeWith(storage);
    const words = store.getState().saveSelection('New') ?? '';
    expect(words).toMatch(/^Nothing was changed: /);
    store.getState().removeSelection('New');
    expect([store.getState().notices, storage.read()]).toEqual([[words], text]);
  });

  it('are set aside in the browser under keys of their own, once, and never over one another', () => {
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => kept.set(key, text) });
    const storage = browserStorage(SAVED_KEY);
    expect(['one', 'two', 'one'].map((text) => storage.setAside(text))).toEqual([true, true, true]);
    expect([...kept]).toEqual([[`${SAVED_KEY}.unread-1`, 'one'], [`${SAVED_KEY}.unread-2`, 'two']]);
    for (let number = 3; number <= 9; number += 1) storage.setAside(String(number));
    expect([storage.setAside('one more'), kept.size]).toEqual([false, 9]);
    vi.stubGlobal('localStorage', undefined);
    expect(storage.setAside('any')).toBe(false);
  });

  it('that are too long for an address are refused, as benchmark too', () => {
    const store = storeWith(memoryStorage());
    const areas = Array.from({ length: 1200 }, (_, index) => `E0${1_015_000 + index}`);
    const drawn = Array.from({ length: 700 }, (_, index): [number, number] => [-0.5 + index / 10_000, 51.9 + index / 10_000]);
    const refusal = 'This selection is too long to be kept or compared with: choose fewer areas, or draw a shape with fewer corners.';
    store.getState().setSelection({ areas, drawn });
    expect([store.getState().saveSelection('Long'), titles(store)]).toEqual([refusal, []]);
    store.getState().setBenchmark({ kind: 'selection', title: 'Long', selection: { ...EVERYTHING, areas, drawn } });
    expect([store.getState().view.benchmark, store.getState().notices]).toEqual([{ kind: 'county' }, [refusal]]);
    store.getState().setBenchmark({ kind: 'selection', title: 'Short', selection: { ...EVERYTHING, areas } });
    expect([store.getState().view.benchmark.kind, store.getState().notices]).toEqual(['selection', []]);
    store.getState().setSelection({ areas, drawn: null });
    expect(store.getState().saveSelection('Short')).toBeNull();
  });

  it('stay plain text, whatever stands in a title', () => {
    const store = storeWith(memoryStorage());
    store.getState().saveSelection('<img src=x onerror=alert(1)>');
    expect(titles(store)).toEqual(['<img src=x onerror=alert(1)>']);
  });

  it('last as long as the page where the browser keeps nothing, which is said', () => {
    vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => { throw new DOMException('full', 'QuotaExceededError'); } });
    const store = storeWith(browserStorage(SAVED_KEY));
    const note = 'The browser does not let this page keep anything: saved selections last until the page is closed.';
    expect([store.getState().saveSelection('A'), store.getState().notices]).toEqual([null, [note]]);
    store.getState().saveSelection('B');
    expect(titles(store)).toEqual(['A', 'B']);
  });

  it('work without any storage, and use the browser’s under one key', () => {
    vi.stubGlobal('localStorage', undefined);
    const without = storeWith(browserStorage(SAVED_KEY));
    without.getState().saveSelection('A');
    expect(titles(without)).toEqual(['A']);
    const kept = new Map<string, string>();
    vi.stubGlobal('localStorage', { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, text: string) => kept.set(key, text) });
    storeWith(browserStorage(SAVED_KEY)).getState().saveSelection('B');
    expect([...kept]).toEqual([[SAVED_KEY, '{"v":1,"saved":[{"title":"B","query":""}]}']]);
  });
});
