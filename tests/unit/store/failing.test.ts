import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { linkOf } from '../../../src/store/shown.ts';
import { nextOf, settle } from '../../fakes/fakeWorker.ts';
import { samplePack } from '../../fakes/samplePack.ts';
import { createHarness } from './harness.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

const OPEN = '#/explore?v=1&pack=bedfordshire&data=police-recorded';
const STREET = '#/explore?v=1&pack=bedfordshire&data=street';

async function openWithFailedStreet() {
  const atlas = createHarness();
  await atlas.open();
  atlas.state().setDataSet('street');
  await settle();
  atlas.rest();
  expect(atlas.location.read()).toBe(STREET);
  await nextOf(atlas.worker.dataSets).fail('The file street.cells is missing.');
  atlas.rest();
  return atlas;
}

describe('a data set that fails while another is open', () => {
  it('leaves view, address and link naming what is shown', async () => {
    const atlas = createHarness();
    await atlas.open();
    const { evaluation, breaks } = atlas.state();
    atlas.state().setDataSet('street');
    await settle();
    await nextOf(atlas.worker.dataSets).fail('The file street.cells is missing.');
    atlas.rest();
    expect([atlas.state().evaluation, atlas.state().breaks, atlas.state().pack.status]).toEqual([evaluation, breaks, 'ready']);
    expect([atlas.state().view.dataSet, linkOf(atlas.state()), atlas.location.entries]).toEqual(['police-recorded', OPEN, [OPEN]]);
  });

  it('rewrites an address that was written meanwhile', async () => {
    const atlas = await openWithFailedStreet();
    expect(atlas.location.read()).toBe(OPEN);
  });

  it('says what could not be opened, what to do, and what is still shown', async () => {
    const atlas = await openWithFailedStreet();
    expect(atlas.state().dataSet).toMatchObject({
      status: 'failed', entry: { id: 'police-recorded' },
      problem: { what: 'Street crime could not be opened. The file street.cells is missing.', remedy: 'Try again. Police recorded violence is still shown.' },
    });
  });

  it('is asked for again by retry(), with what the reader chose since', async () => {
    const atlas = await openWithFailedStreet();
    atlas.state().setSelection({ boroughs: ['E06000032'] });
    await atlas.evaluateAll();
    atlas.state().retry();
    expect(atlas.state().dataSet.problem).toBeNull();
    await settle();
    expect(nextOf(atlas.worker.dataSets).input.dataSet).toBe('street');
    await atlas.openDataSet();
    atlas.rest();
    expect(atlas.state().dataSet).toMatchObject({ status: 'ready', entry: { id: 'street' }, problem: null });
    expect([atlas.state().failedRequest, atlas.location.read()]).toEqual([null, `${STREET}&borough=E06000032`]);
  });

  it('can fail again and again', async () => {
    const atlas = await openWithFailedStreet();
    for (let turn = 0; turn < 2; turn += 1) {
      atlas.state().retry();
      await settle();
      await nextOf(atlas.worker.dataSets).fail('The file street.cells is missing.');
      atlas.rest();
      expect([atlas.state().dataSet.status, atlas.state().view.dataSet, atlas.location.read()]).toEqual(['failed', 'police-recorded', OPEN]);
    }
  });

  it('is put away by dismissProblem(), and by going elsewhere', async () => {
    const dismissed = await openWithFailedStreet();
    dismissed.state().dismissProblem();
    expect(dismissed.state().dataSet).toMatchObject({ status: 'ready', problem: null });
    const elsewhere = await openWithFailedStreet();
    elsewhere.location.type(`${OPEN}&borough=E06000032`);
    await elsewhere.evaluateAll();
    expect([elsewhere.state().dataSet.status, elsewhere.state().dataSet.problem, elsewhere.state().failedRequest]).toEqual(['ready', null, null]);
  });
});

describe('a pack that fails while another is open', () => {
  it('leaves the address naming what is shown, and retry() asks for it again', async () => {
    const atlas = createHarness();
    await atlas.open();
    atlas.location.type('#/explore?v=1&pack=elsewhere&area=E01000009');
    await settle();
    await nextOf(atlas.worker.packs).reject(new Error('no network'));
    atlas.rest();
    expect([atlas.state().pack.problem?.what, atlas.state().pack.problem?.remedy]).toEqual([
      'Elsewhere could not be opened: no network', 'Try again; if it happens again, reload the page. Police recorded violence is still shown.',
    ]);
    expect([atlas.state().view.pack, atlas.state().view.areas, atlas.location.read()]).toEqual(['bedfordshire', [], OPEN]);
    atlas.state().retry();
    await settle();
    const { areas, ...pack } = samplePack({ id: 'elsewhere' });
    await nextOf(atlas.worker.packs).answer({ ...pack, areas: { ...areas, code: ['E01000009', ...areas.code.slice(1)] } });
    await atlas.openDataSet();
    expect([atlas.state().pack.opened?.id, atlas.state().pack.problem, atlas.state().view.areas]).toEqual(['elsewhere', null, ['E01000009']]);
  });

  it('is forgotten once another data set of the open pack is asked for', async () => {
    const atlas = createHarness();
    await atlas.open();
    atlas.state().setPack('elsewhere');
    await settle();
    await nextOf(atlas.worker.packs).fail('The file manifest.json is missing.');
    atlas.state().setDataSet('street');
    expect([atlas.state().pack.status, atlas.state().pack.problem]).toEqual(['ready', null]);
    await settle();
    await atlas.openDataSet();
    expect([atlas.state().pack.opened?.id, atlas.state().dataSet.entry?.id]).toEqual(['bedfordshire', 'street']);
  });
});

describe('a first load that fails', () => {
  it.each(['start', 'retry'] as const)('keeps what was asked for, and %s() tries again', async (again) => {
    const hash = '#/explore?v=1&data=street&colour=red';
    const atlas = createHarness(hash);
    atlas.state().start();
    await settle();
    await nextOf(atlas.worker.packs).answer(samplePack());
    await nextOf(atlas.worker.dataSets).fail('The file street.cells is missing.');
    atlas.rest();
    expect([atlas.state().view.dataSet, atlas.location.entries, atlas.state().dataSet.problem?.remedy]).toEqual(['street', [hash], 'Try again.']);
    atlas.state()[again]();
    await settle();
    await atlas.openDataSet();
    expect(atlas.state().dataSet.entry?.id).toBe('street');
  });
});

describe('a worker that dies', () => {
  it('while evaluating: its problem is shown with the last figures, and retry() asks again', async () => {
    const atlas = createHarness();
    await atlas.open();
    const before = atlas.state().evaluation;
    atlas.state().setSelection({ days: [4] });
    atlas.state().setSelection({ days: [5] });
    await nextOf(atlas.worker.evaluations).fail('The worker stopped: out of memory.');
    await nextOf(atlas.worker.evaluations).fail('The worker stopped: out of memory.');
    expect([atlas.state().evaluation, atlas.state().evaluating, atlas.state().evaluationProblem?.what]).toEqual([before, false, 'The worker stopped: out of memory.']);
    atlas.state().retry();
    expect([atlas.state().evaluating, atlas.state().evaluationProblem]).toEqual([true, null]);
    await atlas.evaluateAll();
    expect([atlas.state().evaluation?.request.selection.days, atlas.state().evaluationProblem, atlas.worker.dataSets.length]).toEqual([[5], null, 1]);
  });
});
