import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DataSetEntry } from '../../../src/model/manifest.ts';
import { CLASS, REASON } from '../../../src/model/measures.ts';
import type { OpenedPack } from '../../../src/model/pack.ts';
import type { EvaluateRequest, Evaluation } from '../../../src/model/results.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';
import { measureProblem, shownMeasure } from '../../../src/store/shown.ts';
import { agreementSources } from '../../../src/store/sources.ts';
import { evaluationOf, nextOf, settle } from '../../fakes/fakeWorker.ts';
import { POLICE, samplePack, STREET } from '../../fakes/samplePack.ts';
import { createHarness } from './harness.ts';

beforeEach(() => { vi.useFakeTimers(); });
afterEach(() => { vi.useRealTimers(); });

const { noData, tooFew, lower, similar, higher } = CLASS;
const AE: DataSetEntry = { ...POLICE, id: 'ae', title: 'A&E attendances', kind: 'health-counts', months: ['2019-04', '2023-03'] };
const NTE: DataSetEntry = { ...POLICE, id: 'nte', kind: 'nte-profile' };
const withSources = (dataSets: readonly DataSetEntry[], id = 'bedfordshire'): OpenedPack => {
  const pack = samplePack({ id });
  return { ...pack, manifest: { ...pack.manifest, dataSets, opens: dataSets[0]?.id ?? '' } };
};
const classed = (request: EvaluateRequest, classes: readonly number[]): Evaluation => {
  const evaluation = evaluationOf(request, [1, 2, 3, 4, 5]);
  return { ...evaluation, areas: { ...evaluation.areas, dsrClass: Uint8Array.from(classes), rateClass: Uint8Array.from(classes, () => noData), dsrReason: Uint8Array.from(classes, (code) => (code === tooFew ? REASON.belowThreshold : REASON.given)), rateReason: Uint8Array.from(classes, () => REASON.noPopulation) } };
};

type Harness = ReturnType<typeof createHarness>;
async function openWith(dataSets: readonly DataSetEntry[]): Promise<Harness> {
  const atlas = createHarness();
  atlas.state().start();
  await settle();
  await nextOf(atlas.worker.packs).answer(withSources(dataSets));
  await atlas.openDataSet();
  return atlas;
}
/** Answers the next source: its opening, then its evaluation. */
async function answerSource(atlas: Harness, classes: readonly number[]) {
  await nextOf(atlas.worker.dataSets).answer({ rows: 1 });
  const call = nextOf(atlas.worker.evaluations);
  await call.answer(classed(call.input, classes));
  return call;
}

const ids = (dataSets: readonly DataSetEntry[]) => agreementSources(dataSets).map(({ id }) => id);

describe('agreementSources', () => {
  it('takes street-level crime only where there is no extract, and never a night-time profile', () => {
    expect(ids([POLICE, STREET, NTE, AE])).toEqual(['police-recorded', 'ae']);
    expect(ids([STREET, NTE, AE])).toEqual(['street', 'ae']);
    expect(ids([{ ...STREET, kinds: STREET.kinds.filter(({ type }) => type === 'burglary') }, AE])).toEqual(['ae']);
  });
});

describe('agreement', () => {
  it('asks each source in turn, over its whole period and against the county, and counts where areas read higher', async () => {
    const atlas = await openWith([POLICE, STREET, NTE, AE]);
    atlas.state().setSelection({ days: [4] });
    await atlas.evaluateAll();
    expect(atlas.state().agreement.status).toBe('idle');
    atlas.state().needAgreement();
    expect(atlas.state().agreement.status).toBe('loading');
    const first = await answerSource(atlas, [higher, higher, similar, tooFew, noData]);
    expect([first.input, first.options.lane]).toEqual([{ pack: 'bedfordshire', dataSet: 'police-recorded', selection: EVERYTHING, confidence: 95, benchmark: { kind: 'county' }, detail: false }, 'agreement']);
    await answerSource(atlas, [higher, lower, similar, higher, tooFew]);
    const { value } = atlas.state().agreement;
    expect(value).toMatchObject({ pack: 'bedfordshire', confidence: 95, higher: Uint8Array.of(2, 1, 0, 1, 0), compared: Uint8Array.of(2, 2, 2, 1, 0) });
    expect(value?.sources.map(({ dataSet, rate, period }) => [dataSet, rate, period.from, period.to])).toEqual([['police-recorded', 'dsr', '2019-01', '2023-12'], ['ae', 'dsr', '2019-04', '2023-03']]);
    // Why a source says nothing of an area: withheld, which is not too few.
    expect(value?.sources.map(({ reasons }) => reasons)).toEqual([Uint8Array.of(0, 0, 0, REASON.belowThreshold, 0), Uint8Array.of(0, 0, 0, 0, REASON.belowThreshold)]);
  });

  it('takes the violence of street-level crime, by its crude rate', async () => {
    const atlas = await openWith([STREET, AE]);
    atlas.state().needAgreement();
    const street = await answerSource(atlas, [higher, higher, higher, higher, higher]);
    expect(street.input.selection).toEqual({ ...EVERYTHING, types: ['violence-and-sexual-offences'] });
    await answerSource(atlas, [higher, higher, higher, higher, higher]);
    expect(atlas.state().agreement.value).toMatchObject({ higher: Uint8Array.of(1, 1, 1, 1, 1), sources: [{ rate: 'rate' }, { rate: 'dsr' }] });
  });

  it('is made once however often it is needed', async () => {
    const atlas = await openWith([POLICE, AE]);
    for (let times = 0; times < 3; times += 1) atlas.state().needAgreement();
    await answerSource(atlas, [0, 0, 0, 0, 0]);
    await answerSource(atlas, [0, 0, 0, 0, 0]);
    atlas.state().needAgreement();
    await settle();
    expect([atlas.state().agreement.status, atlas.worker.dataSets.length]).toEqual(['ready', 3]);
  });

  it('is dropped and made anew where the confidence changes, and not where the filter does', async () => {
    const atlas = await openWith([POLICE, AE]);
    atlas.state().needAgreement();
    await answerSource(atlas, [4, 4, 4, 4, 4]);
    await answerSource(atlas, [4, 4, 4, 4, 4]);
    const before = atlas.state().agreement;
    atlas.state().setSelection({ days: [4] });
    await atlas.evaluateAll();
    expect(atlas.state().agreement).toBe(before);
    atlas.state().setConfidence('fdr');
    await atlas.evaluateAll();
    expect(atlas.state().agreement).toEqual({ status: 'loading', value: null, problem: null });
    const again = await answerSource(atlas, [3, 3, 3, 3, 3]);
    await answerSource(atlas, [3, 3, 3, 3, 3]);
    expect([again.input.confidence, atlas.state().agreement.value?.confidence, atlas.state().agreement.value?.higher]).toEqual(['fdr', 'fdr', new Uint8Array(5)]);
  });

  it('ends what is on its way for another confidence, and drops its answer', async () => {
    const atlas = await openWith([POLICE, AE]);
    atlas.state().needAgreement();
    const opening = nextOf(atlas.worker.dataSets);
    atlas.state().setConfidence(99.8);
    await atlas.evaluateAll();
    expect(opening.options.signal?.aborted).toBe(true);
    await answerSource(atlas, [4, 4, 4, 4, 4]);
    await answerSource(atlas, [4, 4, 4, 4, 4]);
    expect(atlas.state().agreement.value?.confidence).toBe(99.8);
  });

  it('is made anew for a pack opened anew under the same id', async () => {
    const atlas = await openWith([POLICE, AE]);
    atlas.state().needAgreement();
    await answerSource(atlas, [4, 4, 4, 4, 4]);
    await answerSource(atlas, [4, 4, 4, 4, 4]);
    atlas.store.setState(({ pack }) => ({ pack: { ...pack, opened: pack.opened === null ? null : { ...pack.opened } } }));
    expect(atlas.state().agreement).toEqual({ status: 'loading', value: null, problem: null });
    await answerSource(atlas, [3, 3, 3, 3, 3]);
    await answerSource(atlas, [3, 3, 3, 3, 3]);
    expect(atlas.state().agreement.value?.higher).toEqual(new Uint8Array(5));
  });

  it('follows another pack', async () => {
    const atlas = await openWith([POLICE, AE]);
    atlas.state().needAgreement();
    await answerSource(atlas, [4, 4, 4, 4, 4]);
    await answerSource(atlas, [4, 4, 4, 4, 4]);
    atlas.state().setPack('elsewhere');
    await settle();
    await nextOf(atlas.worker.packs).answer(withSources([POLICE], 'elsewhere'));
    await atlas.openDataSet();
    const { status, value, problem } = atlas.state().agreement;
    expect([status, value, problem?.what]).toEqual(['failed', null, expect.stringContaining('needs at least two sources')]);
  });

  it('gives the problem where a source cannot be read, and tries again when needed again', async () => {
    const atlas = await openWith([POLICE, AE]);
    atlas.state().needAgreement();
    await answerSource(atlas, [4, 4, 4, 4, 4]);
    await nextOf(atlas.worker.dataSets).fail('The file is damaged.');
    expect(atlas.state().agreement).toMatchObject({ status: 'failed', value: null, problem: { what: 'The sources could not be compared, because “A&E attendances” could not be read. The file is damaged.' } });
    expect(atlas.state().evaluationProblem).toBeNull();
    atlas.state().needAgreement();
    await answerSource(atlas, [4, 4, 4, 4, 4]);
    await answerSource(atlas, [4, 4, 4, 4, 4]);
    expect(atlas.state().agreement.status).toBe('ready');
  });

  it('cannot be painted where there are not two sources', async () => {
    expect(measureProblem('agreement', POLICE, [POLICE, AE])).toBeNull();
    expect(measureProblem('agreement', POLICE, [POLICE, STREET])).toBe('Agreement needs at least two sources of violence (police, A&E, admissions or ambulance); this pack holds only “Police recorded violence”.');
    expect(measureProblem('agreement', NTE, [NTE])).toContain('this pack holds none');
    expect([measureProblem('class-by-imd', STREET), measureProblem('dsr', STREET)]).toEqual([null, expect.stringContaining('needs the age')]);
    const atlas = createHarness('#/explore?v=1&measure=agreement');
    await atlas.open();
    expect([shownMeasure(atlas.state()), atlas.state().notices]).toEqual(['dsr-class', [expect.stringContaining('needs at least two sources')]]);
  });
});
