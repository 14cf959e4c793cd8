import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EVERYTHING } from '../../../src/model/selection.ts';
import { shownMeasure, shownSelection } from '../../../src/store/shown.ts';
import { nextOf, settle } from '../../fakes/fakeWorker.ts';
import { samplePack } from '../../fakes/samplePack.ts';
import { createHarness } from './harness.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

describe('opening', () => {
  it('reads the list, then the pack, then the data set that opens first', async () => {
    const atlas = createHarness();
    expect(atlas.state().pack.status).toBe('idle');
    atlas.state().start();
    expect(atlas.state().pack.status).toBe('loading');
    await settle();
    const pack = nextOf(atlas.worker.packs);
    expect(pack.input).toBe('https://example.org/packs/bedfordshire');
    pack.options.onProgress?.({ step: 'Reading areas', done: 1, total: 4 });
    expect(atlas.state().pack.progress).toEqual({ step: 'Reading areas', done: 1, total: 4 });
    await pack.answer(samplePack());
    expect([atlas.state().pack.status, atlas.state().pack.opened?.id, atlas.state().dataSet.status]).toEqual(['ready', 'bedfordshire', 'loading']);
    expect(nextOf(atlas.worker.dataSets).input).toEqual({ pack: 'bedfordshire', dataSet: 'police-recorded' });
    await atlas.openDataSet();
    expect([atlas.state().dataSet.status, atlas.state().dataSet.entry?.id, atlas.state().view.pack, atlas.state().view.dataSet]).toEqual(['ready', 'police-recorded', 'bedfordshire', 'police-recorded']);
    expect(atlas.state().notices).toEqual([]);
  });

  it('falls back, with notices, from a pack, data set, area or id that is not there', async () => {
    const atlas = createHarness('#/explore?v=1&pack=atlantis&data=dreams&area=E01000001,E01999999&borough=E06000001&hours=noon');
    await atlas.open();
    expect(atlas.state().view).toMatchObject({ pack: 'bedfordshire', dataSet: 'police-recorded', areas: ['E01000001'] });
    expect(atlas.state().evaluation?.request.selection).toEqual(EVERYTHING);
    expect(atlas.state().notices).toEqual([
      expect.stringContaining('hours=noon'),
      'There is no pack "atlantis" here; "Bedfordshire" is shown instead.',
      'There is no data set "dreams" here; "Police recorded violence" is shown instead.',
      'The address selects E01999999, which is not in this pack.',
      '"E06000001" is not in this pack, so that choice is not applied.',
    ]);
    atlas.state().dismissNotices();
    expect(atlas.state().notices).toEqual([]);
  });

  it('does not apply hours to a data set without them, keeps them in the address and says so', async () => {
    const atlas = createHarness('#/explore?v=1&data=street&days=fri,sat&hours=19-7&measure=dsr-class');
    await atlas.open();
    expect(atlas.state().evaluation?.request.selection).toEqual(EVERYTHING);
    expect(shownSelection(atlas.state()).dropped.map(({ clause }) => clause)).toEqual(['days', 'hours']);
    expect(shownMeasure(atlas.state())).toBe('rate-class');
    expect(atlas.state().notices.join(' ')).toContain('data.police.uk publishes the month');
    expect(atlas.location.read()).toContain('days=fri,sat&hours=19-7&measure=dsr-class');
    atlas.state().setDataSet('police-recorded');
    await settle();
    await atlas.openDataSet();
    expect([atlas.state().evaluation?.request.selection.hours, shownMeasure(atlas.state())]).toEqual([{ from: 19, to: 7 }, 'dsr-class']);
  });

  it.each([
    ['that cannot be read', () => Promise.reject(new Error('the server answered 404')), 'could not be read: the server answered 404'],
    ['that is empty', () => Promise.resolve({ packs: [] }), 'empty or not in the expected form'],
    ['that names a pack otherwise than its folder', () => Promise.resolve({ packs: [{ id: 'a', title: 'A', path: 'b', demonstration: false }] }), 'empty or not in the expected form'],
    ['that names a pack on another server', () => Promise.resolve({ packs: [{ id: 'a', title: 'A', path: 'https://example.org/a', demonstration: false }] }), 'empty or not in the expected form'],
    ['of another form', () => Promise.resolve('<!doctype html>'), 'empty or not in the expected form'],
  ])('reports a list of packs %s, and start() tries again', async (_case, fetchJson, what) => {
    const atlas = createHarness('', fetchJson);
    atlas.state().start();
    await settle();
    expect([atlas.state().pack.status, atlas.state().pack.problem?.where]).toEqual(['failed', 'https://example.org/packs/index.json']);
    expect(atlas.state().pack.problem?.what).toContain(what);
    atlas.state().start();
    expect([atlas.state().pack.status, atlas.state().pack.problem]).toEqual(['loading', null]);
  });
});

describe('failing and cancelling', () => {
  it('keeps the open pack with its figures when another pack, or its data set, fails', async () => {
    const atlas = createHarness();
    await atlas.open();
    const { evaluation } = atlas.state();
    const opened = atlas.state().pack.opened;
    atlas.state().setPack('elsewhere');
    await settle();
    await nextOf(atlas.worker.packs).reject(new Error('no network'));
    expect(atlas.state().pack).toMatchObject({ status: 'failed', opened, problem: { what: 'Elsewhere could not be opened: no network' } });
    atlas.state().setPack('elsewhere');
    await settle();
    await nextOf(atlas.worker.packs).answer(samplePack({ id: 'elsewhere' }));
    await nextOf(atlas.worker.dataSets).fail('The file is damaged');
    expect([atlas.state().pack.opened, atlas.state().evaluation, atlas.state().dataSet.status]).toEqual([opened, evaluation, 'failed']);
  });

  it('changes pack, data set and figures in one step', async () => {
    const atlas = createHarness();
    await atlas.open();
    const seen = new Set<string>();
    atlas.store.subscribe(({ pack, evaluation }) => seen.add(`${pack.opened?.id} ${evaluation?.request.pack}`));
    atlas.state().setPack('elsewhere');
    await settle();
    await nextOf(atlas.worker.packs).answer(samplePack({ id: 'elsewhere' }));
    await atlas.openDataSet();
    expect([...seen]).toEqual(['bedfordshire bedfordshire', 'elsewhere elsewhere']);
  });

  it('tells two packs of one county apart by their ids in the list', async () => {
    const atlas = createHarness();
    await atlas.open();
    atlas.state().setPack('elsewhere');
    await settle();
    await nextOf(atlas.worker.packs).answer(samplePack({ id: 'bedfordshire' }));
    expect(nextOf(atlas.worker.dataSets).input.pack).toBe('elsewhere');
    await atlas.openDataSet();
    expect([atlas.state().pack.opened?.id, atlas.state().evaluation?.request.pack]).toEqual(['elsewhere', 'elsewhere']);
  });

  it('cancels: the worker is told, what was open stays, the view names it again', async () => {
    const atlas = createHarness();
    await atlas.open();
    atlas.state().setDataSet('street');
    await settle();
    const call = nextOf(atlas.worker.dataSets);
    atlas.state().cancelLoading();
    await settle();
    expect([call.options.signal?.aborted, atlas.state().dataSet.status, atlas.state().dataSet.entry?.id, atlas.state().view.dataSet]).toEqual([true, 'ready', 'police-recorded', 'police-recorded']);
    expect([atlas.state().dataSet.problem, atlas.state().dataSet.progress]).toEqual([null, null]);
  });

  it('cancels a first load, and start() begins again', async () => {
    const atlas = createHarness();
    atlas.state().start();
    await settle();
    atlas.state().cancelLoading();
    await settle();
    expect([atlas.state().pack.status, atlas.state().dataSet.status]).toEqual(['idle', 'idle']);
    await atlas.open();
    expect(atlas.state().dataSet.status).toBe('ready');
  });

  it('drops a load that another one replaced', async () => {
    const atlas = createHarness();
    await atlas.open();
    atlas.state().setDataSet('street');
    await settle();
    const replaced = nextOf(atlas.worker.dataSets);
    atlas.state().setDataSet('police-recorded');
    await settle();
    replaced.options.onProgress?.({ step: 'late', done: 1, total: 1 });
    await atlas.openDataSet();
    expect([replaced.options.signal?.aborted, atlas.state().dataSet.entry?.id, atlas.state().dataSet.progress]).toEqual([true, 'police-recorded', null]);
  });

  it('goes on evaluating the open data set while another loads', async () => {
    const atlas = createHarness();
    await atlas.open();
    atlas.state().setDataSet('street');
    await settle();
    atlas.state().setSelection({ boroughs: ['E06000032'] });
    await atlas.evaluateAll();
    expect(atlas.state().evaluation?.request).toMatchObject({ dataSet: 'police-recorded', selection: { boroughs: ['E06000032'] } });
  });
});
