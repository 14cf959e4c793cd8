import { describe, expect, it } from 'vitest';
import { evidenceCsv } from '../../../src/features/hotspots/evidenceCsv.ts';
import { evidenceRows, FIRST_SORT, listed, type SortColumn } from '../../../src/features/hotspots/evidence.ts';
import { draftOf, listSources } from '../../../src/features/hotspots/listDrafts.ts';
import { fewestFor, heldBy } from '../../../src/features/hotspots/lorenz.ts';
import { resultStyle } from '../../../src/features/hotspots/resultLooks.ts';
import { marksKey, runAt, runWords, stretchesOf } from '../../../src/features/hotspots/runWords.ts';
import { medianOf, seriesOf, statesOf, stepNames } from '../../../src/features/hotspots/series.ts';
import { hotspotClasses } from '../../../src/map/layers/hotspotClasses.ts';
import { TESTED_WHY } from '../../../src/model/hotspots.ts';
import { SUPPRESSED } from '../../../src/model/results.ts';
import { COLUMNS, sampleBacktest, sampleDrawn, sampleHotspots } from '../../fakes/sampleEvidence.ts';
import { POLICE, samplePack } from '../../fakes/samplePack.ts';

const pack = samplePack();
const answer = sampleHotspots();
const COUNTS = Uint32Array.of(50, 30, 15, 5, SUPPRESSED);
const rows = evidenceRows(answer, pack.areas, COUNTS);
const ALL = { hotOnly: false, find: '' };
const order = (column: SortColumn, descending: boolean) => listed(rows, { column, descending }, ALL).map(({ area }) => area);

describe('the evidence by area', () => {
  it('has a row for every area of the chosen places, tested or not', () => {
    const columns = { ...COLUMNS, testedWhy: Uint8Array.of(0, 0, 0, TESTED_WHY.outsidePlaces, TESTED_WHY.withheld) };
    expect(evidenceRows({ ...answer, columns }, pack.areas, COUNTS).map(({ area }) => area)).toEqual([0, 1, 2, 4]);
  });

  it('takes the counts of the same filter; without them, those tested, and none where rates were tested', () => {
    expect(rows.map(({ count }) => count)).toEqual([50, 30, 15, 5, SUPPRESSED]);
    expect(evidenceRows(answer, pack.areas, null).map(({ count }) => count)).toEqual([50, 30, 15, 5, Number.NaN]);
    const rates = { ...answer, request: { ...answer.request, settings: { ...answer.request.settings, value: 'rate' as const } } };
    expect(evidenceRows(rates, pack.areas, null)[0]?.count).toBeNaN();
  });

  it('takes the p that decides the class', () => {
    const single = { ...answer, request: { ...answer.request, settings: { ...answer.request.settings, correction: 'none' as const } } };
    expect([rows[1]?.p, evidenceRows(single, pack.areas, COUNTS)[1]?.p]).toEqual([0.024, 0.012]);
  });

  it.each([
    ['giStar', true, [0, 1, 2, 3, 4]], ['giStar', false, [3, 2, 1, 0, 4]], ['count', true, [0, 1, 2, 3, 4]], ['count', false, [3, 2, 1, 0, 4]], ['name', false, [3, 4, 0, 1, 2]],
    ['moran', true, [0, 1, 2, 3, 4]], ['emerging', true, [1, 0, 2, 3, 4]], ['persistence', true, [0, 1, 2, 3, 4]], ['change', true, [0, 1, 2, 3, 4]], ['change', false, [2, 1, 0, 3, 4]], ['survives', true, [1, 0, 2, 3, 4]],
  ] as const)('sorted by %s (descending %s) has those without the figure last', (column, descending, areas) => {
    expect(order(column, descending)).toEqual(areas);
  });

  it('lists hot spots only, and what a name, ward or code holds', () => {
    expect(listed(rows, FIRST_SORT, { hotOnly: true, find: '' }).map(({ area }) => area)).toEqual([0, 1]);
    expect(listed(rows, FIRST_SORT, { hotOnly: false, find: ' castle' }).map(({ area }) => area)).toEqual([3, 4]);
    expect(listed(rows, FIRST_SORT, { hotOnly: true, find: 'e01000002' }).map(({ area }) => area)).toEqual([1]);
  });
});

describe('the concentration curve', () => {
  it('gives the fewest areas that hold a share', () => {
    expect([0.05, 0.5, 0.51, 0.8, 0.96, 1].map((share) => fewestFor(answer.concentration, share))).toEqual([1, 1, 2, 2, 4, 4]);
  });

  it('gives what a share of areas holds, along its lines', () => {
    expect([0, 0.125, 0.25, 0.2, 1].map((share) => Number(heldBy(answer.concentration, share).toFixed(6)))).toEqual([0, 0.25, 0.5, 0.4, 1]);
  });

  it('gives nothing without events', () => {
    const none = { ...answer.concentration, lorenz: { areas: new Float64Array(0), events: new Float64Array(0) } };
    expect([fewestFor(none, 0.5), heldBy(none, 0.5)]).toEqual([null, Number.NaN]);
  });
});

describe('the series of an area', () => {
  it('leaves withheld counts out and takes the median of the others', () => {
    const values = seriesOf(answer, 0);
    expect([values.length, values[3], values[4], medianOf(values)]).toEqual([12, Number.NaN, 5, 7]);
    expect([medianOf([1, 4]), medianOf([Number.NaN]), medianOf(seriesOf(answer, 4))]).toEqual([2.5, Number.NaN, Number.NaN]);
  });

  it('names quarters and months', () => {
    expect(stepNames(answer).slice(0, 5)).toEqual(['2021 Q1', '2021 Q2', '2021 Q3', '2021 Q4', '2022 Q1']);
    expect(stepNames({ ...answer, request: { ...answer.request, settings: { ...answer.request.settings, stepMonths: 1 } } })[0]).toBe('Jan 21');
  });
});

it('withheld, too few and not tested are three looks on the maps of results', () => {
  const testedWhy = Uint8Array.of(0, 0, 0, 0, TESTED_WHY.withheld);
  const { items, classes } = hotspotClasses({ ...answer, columns: { ...COLUMNS, testedWhy, changeClass: Uint8Array.of(4, 3, 0, 1, 0) } }, 'change', pack);
  const looks = [...classes].map((code) => resultStyle(items[code] ?? items[0]!));
  expect(looks.map(({ pattern, symbol, dashed }) => [pattern, symbol, dashed])).toEqual([[null, 'up', false], [null, null, false], ['dots', null, false], ['hatch', null, false], ['cross', null, false]]);
  expect(new Set(looks.map((look) => JSON.stringify(look))).size).toBe(5);
});

describe('the file of the evidence', () => {
  const csv = evidenceCsv({ pack, entry: POLICE, answer, rows });
  const [head = '', ...lines] = csv.replace('\uFEFF', '').trim().split('\r\n');

  it('has every area with what was found', () => {
    expect(lines).toHaveLength(5);
    expect(head.startsWith('LSOA code,LSOA name,Ward,Why not tested,Count,Value tested (Counts),Gi* (z),')).toBe(true);
    expect(lines[0]?.startsWith('E01000001,Luton 001A,South,,50,50,3.21,0.0004,0.0016,"Hot, 99%",1.1,0.01,0.02,High among high,Sporadic,5,9,12,1.34,1.1,1.62,0.01,Significantly higher,3,4,')).toBe(true);
  });

  it('says in its own cell what is not given, and why', () => {
    expect(lines[4]?.startsWith('E01000005,Bedford 001B,Castle,Withheld under the sharing agreement,withheld,not tested,not tested,')).toBe(true);
  });

  it('carries filter, method, seed and the demonstration mark in every row', () => {
    for (const line of lines) for (const part of ['Jan 2019 to Dec 2023', 'Gi* of counts, queen neighbours', '999 permutations', '20191', 'Demonstration data: synthetic records']) expect(line).toContain(part);
  });

  it('never lets a name run as a formula', () => {
    const evil = { ...pack, areas: { ...pack.areas, name: ['=HYPERLINK("x")', ...pack.areas.name.slice(1)] } };
    expect(evidenceCsv({ pack: evil, entry: POLICE, answer, rows: evidenceRows(answer, evil.areas, COUNTS) })).toContain('"\'=HYPERLINK(""x"")"');
  });
});

describe('what can be saved as a list', () => {
  const sources = listSources(answer, rows, new Set(['E01000004', 'E01000002']), sampleBacktest());

  it('is what is ticked, every result that names areas and the picks of a method, best first', () => {
    expect(sources.map(({ id, areas }) => [id, areas.map(({ code }) => code.slice(-1)).join('')])).toEqual([
      ['ticked', '24'], ['hot', '12'], ['survive', '2'], ['clusters', '1'], ['emerging', '12'], ['persistent', '1'], ['rose', '1'], ['fell', '3'], ['half', '1'], ['count', '21'],
    ]);
    expect(Object.fromEntries(sources.map(({ id, seed }) => [id, seed !== null]))).toMatchObject({ hot: true, clusters: true, persistent: false, rose: false, half: false, count: true });
    const exact = listSources({ ...answer, permutations: 0 }, rows, new Set(['E01000004']), null);
    expect(exact.filter(({ seed }) => seed !== null)).toEqual([]);
    expect(sources.find(({ id }) => id === 'clusters')?.method).toMatch(/^Local Moran of counts, queen neighbours/);
    expect(sources.find(({ id }) => id === 'persistent')).toMatchObject({ title: 'Higher in 9 of the last 12 quarters or more', method: 'Rate significantly higher than the benchmark’s (95%) in at least 9 of the last 12 quarters' });
    expect(sources.find(({ id }) => id === 'fell')?.method).toBe('Rate fell: Jan 2023 to Dec 2023 against Jan 2022 to Dec 2022, exact rate ratio, false discovery rate 5%');
  });

  it('leaves out what holds no area, and half of the events while the counts are not at hand', () => {
    const bare = sampleHotspots({ change: null, columns: { ...COLUMNS, giStarClass: new Uint8Array(5), moranClass: new Uint8Array(5), emergingClass: new Uint8Array(5), higherSteps: new Uint16Array(5) }, request: { ...answer.request, settings: { ...answer.request.settings, value: 'rate' } } });
    expect(listSources(bare, evidenceRows(bare, pack.areas, null), new Set(), null)).toEqual([]);
    expect(listSources(bare, evidenceRows(bare, pack.areas, COUNTS), new Set(), null).map(({ id }) => id)).toEqual(['half']);
  });

  it('says what harm was weighed by, where harm picked', () => {
    const plain = sampleBacktest();
    const [count] = plain.methods;
    if (count === undefined) throw new Error('no method');
    const harm = { problem: null, subgroups: [{ title: 'Homicide', weight: 5000, events: 1, share: 0.5 }, { title: 'Rape', weight: 2953, events: 2, share: 0.5 }], events: 3, eventsForHalf: 1, best: null };
    const weighed = listSources(answer, rows, new Set(), { ...plain, methods: [...plain.methods, { ...count, method: 'harm' }], picks: { harm: [1] }, harm });
    expect(weighed.at(-1)).toMatchObject({ id: 'harm', title: 'Picks of “Most harm (weighted events)”', method: 'Most harm (weighted events), 20 areas, from the last 12 months, weights Homicide 5,000, Rape 2,953, seed 20191', areas: [{ code: 'E01000002' }] });
  });

  it('says why each area is in it', () => {
    expect(sources[1]?.areas[0]?.evidence).toBe('count 50; Gi* 3.2 (hot, 99%); high among high; sporadic hot spot; higher in 9 of 12 quarters; 1.34 times the rate before; survives in 3 of 4 units');
  });

  it('has the areas that a drawn area takes, with its test in the method', () => {
    const drawn = listSources(sampleHotspots({ drawn: { figures: [sampleDrawn()], notes: [] } }), rows, new Set(), null).find(({ id }) => id === 'drawn-0');
    expect(drawn).toMatchObject({ title: 'Areas in “High Town”', seed: null, method: 'Areas whose inside point lies in the drawn area “High Town” (exact test against the rest: 2.50 (2.10 to 2.97) times the rate of the rest per resident, p under 0.001)' });
    expect(drawn?.areas.map(({ code }) => code)).toEqual(['E01000001', 'E01000003']);
  });

  it('carries filter, months, data set, seed and the demonstration mark', () => {
    const [, source] = sources;
    if (source === undefined) throw new Error('There are no hot spots to save.');
    const draft = draftOf({ name: 'A', source, pack, entry: POLICE, answer, hash: '#/hotspots?v=1', now: new Date('2025-01-31T09:00:00Z') });
    expect(draft).toMatchObject({ name: 'A', pack: 'bedfordshire', dataSet: 'police-recorded', period: { from: '2019-01', to: '2023-12' }, seed: 20191, made: '2025-01-31T09:00:00.000Z', demonstration: true, filter: { hash: '#/hotspots?v=1' } });
    expect(draft.method).toContain('Gi* of counts');
  });
});

describe('marks on an area’s series', () => {
  const names = stepNames(answer);
  const run = answer.runs[0] ?? null;

  it('tell hot from cold, not significant and not tested', () => {
    expect(statesOf(answer, 0)).toEqual(['cold', ...Array.from({ length: 6 }, () => 'neither'), ...Array.from({ length: 5 }, () => 'hot')]);
    expect(statesOf({ ...answer, stepStates: new Uint8Array(0) }, 0).every((state) => state === 'notTested')).toBe(true);
    expect([marksKey(statesOf(answer, 0)), marksKey(['neither'])]).toEqual(['▲ hot spot in that step (Gi*); ▼ cold spot.', null]);
  });

  it('say what the run chart found, with what is by chance', () => {
    expect(runWords(run, names, 'quarter')).toBe('Run chart: median 7; unusual, by Anhøj’s rule: 9 quarters in a row on one side of the median, where 6 are usual at most (about 1 chart in 20 is by chance). Shift above the median, 2022 Q3 to 2023 Q4; Trend up, 2021 Q1 to 2023 Q4. Shifts and trends are for one chart that someone follows: of charts without any pattern about 1 in 6 shows a shift, 1 in 4 a trend.');
    expect(runWords(null, names, 'month')).toContain('at least 10 months');
    expect(run === null ? '' : runWords({ ...run, longestRun: 4, shifts: [], trends: [] }, names, 'quarter')).toContain('crosses the median less often');
    expect(run === null ? '' : runWords({ ...run, unusual: false, shifts: [], trends: [] }, names, 'quarter')).toMatch(/nothing unusual .* No shift or trend\.$/);
    expect([runAt(run, 0), runAt(run, 7), runAt(null, 0)]).toEqual(['trend up', 'shift above, trend up', '–']);
    expect(stretchesOf(run)).toEqual([{ first: 6, last: 11, title: 'shift above median' }, { first: 0, last: 11, title: 'trend up' }]);
  });
});
