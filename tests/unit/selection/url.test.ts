import { DEFAULT_HARM_WEIGHTS } from '../../../src/model/harm.ts';
import { describe, expect, it } from 'vitest';
import { RULE_PRESETS, SHIFT_PRESETS } from '../../../src/model/patrolRules.ts';
import { EVERYTHING } from '../../../src/model/selection.ts';
import { tidyShifts } from '../../../src/selection/patrolUrl.ts';
import { decodeHash, encodeHash } from '../../../src/selection/url.ts';
import { seededRandom } from '../tables/seededRandom.ts';
import { URL_KEYS } from '../../../src/selection/urlValues.ts';
import { DEFAULT_VIEW, type ViewState } from '../../../src/selection/viewState.ts';

/** The example of the design, kept as an old link must keep working: never change it, add another. */
const LINK_V1 =
  '#/explore?v=1&pack=bedfordshire&data=police-recorded&type=violence-and-sexual-offences&from=2019-01&to=2023-12&months=5-7&days=fri,sat&hours=19-7&borough=E06000032&hub=luton-south&measure=dsr-class&confidence=95&area=E01015794&map=11.2/51.880/-0.420';
/** The same for what came with rates: victims, flags, areas, benchmark. */
const LINK_RATES =
  '#/explore?v=1&pack=bedfordshire&data=police-recorded&ages=10-14,15-19,90-&sex=female&flags=domestic-abuse,knife&lsoa=E01015794,E01015795&measure=class-by-imd&confidence=fdr&benchmark=saved:Luton%202019:from%3D2019-01%26to%3D2019-12%26borough%3DE06000032&area=E01015796';

const LATE = { ...(SHIFT_PRESETS[1] ?? never()), mode: 'vehicle' } as const;
const HOME_OFFICE = RULE_PRESETS[0]?.rule ?? never();

function never(): never {
  throw new Error('No preset');
}

const FULL: ViewState = {
  view: 'methods',
  pack: 'bedfordshire',
  forces: ['kent', 'thames-valley'],
  dataSet: 'police-recorded',
  selection: {
    types: ['violence-and-sexual-offences', 'drugs'], subgroups: ['rape'], period: { from: '2019-03', to: '2021-11' }, monthsOfYear: [1, 2, 11, 12], days: [4, 5],
    hours: { from: 19, to: 7 }, midnightAside: true, boroughs: ['E06000032', 'E06000055'], hubs: ['luton-south'], wards: ['luton--south'], nteHotspots: ['luton'], ages: [2, 3, 18], sexes: [0], flags: [0, 6], areas: ['E01015001', 'E01015002'],
    drawn: [[-0.42, 51.88], [-0.4, 51.88], [-0.41, 51.90123]],
  },
  measure: 'rate-class', confidence: 99.8, benchmark: { kind: 'value', of: 'dsr', value: 2876.4, title: 'England 2023: all' },
  hotspots: { value: 'smoothed-rate', neighbours: { kind: 'nearest', k: 8 }, correction: 'none', seed: 7, hexagonMetres: 750, stepMonths: 1, compared: { before: { from: '2019-01', to: '2019-12' }, after: { from: '2020-01', to: '2020-03' } } },
  backtest: { pick: { kind: 'surface', share: 0.05 }, trainMonths: 24, testMonths: 1, neighbours: { kind: 'distance', metres: 2000 }, harmWeights: { ...DEFAULT_HARM_WEIGHTS, homicide: 5000, rape: 0 }, seed: 0 },
  surface: { bandwidthMetres: 500, levels: [0.5, 20] },
  drawnAreas: [{ name: 'High Town', polygons: [[[[-0.42, 51.88], [-0.4, 51.88], [-0.41, 51.9]], [[-0.411, 51.885], [-0.409, 51.885], [-0.41, 51.89]]], [[[-0.5, 51.88], [-0.49, 51.88], [-0.49, 51.9]]]] }],
  areas: ['E01015794', 'E01015795'], overlays: ['hubs', 'labels'], camera: { zoom: 11.2, latitude: 51.88, longitude: -0.42 },
  hotspotList: { title: 'Friday: nights', codes: ['E01015794', 'E01015795'] },
  patrol: {
    source: { kind: 'list' }, hubs: ['luton-south'], without: ['E01015795'],
    shifts: tidyShifts([{ ...LATE, days: [4, 5], mode: 'on-foot', hubs: ['luton-south', 'luton-north'] }, { ...LATE, title: 'Night 2', start: 22 * 60, end: 6 * 60 + 30, pairs: 3, pause: null }]),
    bases: { 'luton-south': 'E01015795', 'luton-north': '' },
    rule: { ...HOME_OFFICE, visitMinutes: 20, frequency: { kind: 'every-days', days: 2 }, extraVisits: false }, from: '2025-03-03', days: 14, seed: 42,
  },
};

describe('encodeHash', () => {
  it('writes a full view readably, in the order of the grammar', () => {
    expect(encodeHash(FULL)).toBe(
      '#/methods?v=1&pack=bedfordshire&force=kent,thames-valley&data=police-recorded&type=violence-and-sexual-offences,drugs&subgroup=rape&from=2019-03&to=2021-11&months=11-2&days=fri,sat&hours=19-7&ages=10-14,15-19,90-&sex=female&flags=domestic-abuse,child-at-risk'
      + '&borough=E06000032,E06000055&hub=luton-south&ward=luton--south&nte=luton&lsoa=E01015001,E01015002&polygon=-0.42,51.88,-0.4,51.88,-0.41,51.90123&midnight=aside&measure=rate-class&confidence=99.8'
      + '&benchmark=value:dsr:2876.4:England%202023:%20all&hotspots=value:smoothed-rate,neighbours:nearest-8,correction:none,seed:7,hexagons:750,steps:month,change:2019-01/2019-12/2020-01/2020-03&backtest=surface:0.05,train:24,test:1,neighbours:within-2000,harm:homicide-5000/rape-0,seed:0&surface=bandwidth:500,levels:0.5/20&shapes=High%20Town:-0.42,51.88,-0.4,51.88,-0.41,51.9!-0.411,51.885,-0.409,51.885,-0.41,51.89/-0.5,51.88,-0.49,51.88,-0.49,51.9&area=E01015794,E01015795&layers=hubs,labels&map=11.2/51.8800/-0.4200&list=E01015794,E01015795:Friday:%20nights'
      + '&places=list&plan-hub=luton-south&without=E01015795&rule=home-office,minutes:20,every:2,extra:0&starts=2025-03-03&run=14&seed=42'
      + '&shifts=Late/fri:sat/14:00-24:00/1/foot/45/luton-south:luton-north,Night%202/all/22:00-06:30/3/vehicle/0&base=luton-north:none,luton-south:E01015795',
    );
  });

  it('leaves the defaults out', () => {
    expect(encodeHash(DEFAULT_VIEW)).toBe('#/explore?v=1');
  });

  it('writes every key that can be read', () => {
    const written = new URLSearchParams(encodeHash(FULL).split('?')[1]);
    expect([...written.keys()].filter((key) => key !== 'v')).toEqual(URL_KEYS);
  });

  it('writes no layers as "none"', () => {
    expect(encodeHash({ ...DEFAULT_VIEW, overlays: [] })).toBe('#/explore?v=1&layers=none');
    expect(decodeHash('#/explore?v=1&layers=none').view.overlays).toEqual([]);
  });
});

describe('decodeHash', () => {
  it('gives back what encodeHash wrote', () => {
    expect(decodeHash(encodeHash(FULL))).toEqual({ view: FULL, notices: [] });
  });

  it('reads the link of version 1', () => {
    const { view, notices } = decodeHash(LINK_V1);
    expect(notices).toEqual([]);
    expect(view).toMatchObject({
      view: 'explore', pack: 'bedfordshire', dataSet: 'police-recorded', measure: 'dsr-class', confidence: 95, areas: ['E01015794'], camera: { zoom: 11.2, latitude: 51.88, longitude: -0.42 },
      selection: { ...EVERYTHING, types: ['violence-and-sexual-offences'], period: { from: '2019-01', to: '2023-12' }, monthsOfYear: [5, 6, 7], days: [4, 5], hours: { from: 19, to: 7 }, boroughs: ['E06000032'], hubs: ['luton-south'] },
    });
  });

  it('reads a link with victims, flags, chosen areas and a saved selection as benchmark', () => {
    const { view, notices } = decodeHash(LINK_RATES);
    expect(notices).toEqual([]);
    expect(view).toMatchObject({
      measure: 'class-by-imd', confidence: 'fdr', areas: ['E01015796'], selection: { ...EVERYTHING, ages: [2, 3, 18], sexes: [0], flags: [0, 2], areas: ['E01015794', 'E01015795'] },
      benchmark: { kind: 'selection', title: 'Luton 2019', selection: { ...EVERYTHING, boroughs: ['E06000032'], period: { from: '2019-01', to: '2019-12' } } },
    });
    expect(encodeHash(view)).toBe(LINK_RATES);
  });

  it('takes every age as a choice, as it leaves out unknown ages, and every sex as none', () => {
    const bands = Array.from({ length: 18 }, (_, band) => `${band * 5}-${band * 5 + 4}`).join(',');
    expect(decodeHash(`#/explore?ages=${bands},90-&sex=female,male,unknown`).view.selection).toEqual({ ...EVERYTHING, ages: Array.from({ length: 19 }, (_, band) => band) });
  });

  it('reads nothing as the default view', () => {
    for (const hash of ['', '#', '#/', '#/explore', '#/explore?', '#/explore?v=1']) expect(decodeHash(hash)).toEqual({ view: DEFAULT_VIEW, notices: [] });
  });

  it('wraps ranges of months and takes single ones', () => {
    expect(decodeHash('#/explore?months=11-2').view.selection.monthsOfYear).toEqual([1, 2, 11, 12]);
    expect(decodeHash('#/explore?months=12,3-4,3').view.selection.monthsOfYear).toEqual([3, 4, 12]);
    expect(decodeHash('#/explore?months=1-12').view.selection.monthsOfYear).toBeNull();
  });

  it('leaves a period open where only one end is given, and writes it back so', () => {
    for (const end of ['from=2022-01', 'to=2022-01']) expect(encodeHash(decodeHash(`#/explore?${end}`).view)).toBe(`#/explore?v=1&${end}`);
  });

  it('reads the end of the day as 24 and the whole day as all', () => {
    expect(decodeHash('#/explore?hours=19-0').view.selection.hours).toEqual({ from: 19, to: 24 });
    expect(decodeHash('#/explore?hours=0-24').view.selection.hours).toBeNull();
  });

  it.each([
    ['months=13', 'months=13'], ['months=5-', 'months=5-'], ['days=fri,funday', 'days=fri,funday'], ['hours=7-7', 'hours=7-7'], ['hours=25-3', 'hours=25-3'], ['measure=dsr2', 'measure=dsr2'],
    ['confidence=90', 'confidence=90'], ['map=11/200/0', 'map=11/200/0'], ['polygon=1,2,3,4', 'polygon=1,2,3,4'], ['polygon=1,91,3,4,5,6', 'polygon=1,91'], ['layers=lsoa,roads', 'layers=lsoa,roads'],
    ['from=2019-13', 'from=2019-13'], ['from=2020-01&to=2019-01', 'from=2020-01&to=2019-01'], ['type=%3Cscript%3E', 'type=<script>'], ['midnight=yes', 'midnight=yes'], ['colour=red', 'colour=red'],
    ['ages=10-13', 'ages=10-13'], ['ages=90%2B', 'ages=90+'], ['sex=other', 'sex=other'], ['flags=domestic-abuse,arson', 'flags=domestic-abuse,arson'], ['lsoa=E01/2', 'lsoa=E01/2'],
    ['benchmark=borough:', 'benchmark=borough:'], ['benchmark=value:dsr:0:none', 'benchmark=value:dsr:0'], ['benchmark=value:smr:100:England', 'benchmark=value:smr'], ['benchmark=saved:Luton', 'benchmark=saved:Luton'],
    ['benchmark=saved:Luton:hours%3Dnine', 'benchmark=saved:Luton:hours=nine'], ['benchmark=saved::days%3Dfri', 'benchmark=saved::days=fri'], ['benchmark=saved:Luton:colour%3Dred', 'benchmark=saved:Luton:colour'],
    ['benchmark=saved:Luton:from%3D2020-01%26to%3D2019-01', 'benchmark=saved:Luton'],
    ['area=,', 'area=,'],
  ])('falls back to the default for %s, with a notice that names it', (query, named) => {
    const { view, notices } = decodeHash(`#/explore?v=1&${query}`);
    expect(view).toEqual(DEFAULT_VIEW);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain(named);
  });

  it('keeps the good values beside a bad one', () => {
    const { view, notices } = decodeHash('#/explore?v=1&borough=E06000032&hours=nine&measure=count');
    expect([view.selection.boroughs, view.measure, notices.length]).toEqual([['E06000032'], 'count', 1]);
  });

  it('does its best with a link of a newer version, and says so', () => {
    const { view, notices } = decodeHash('#/explore?v=2&borough=E06000032');
    expect(view.selection.boroughs).toEqual(['E06000032']);
    expect(notices).toEqual(['This link was made by a newer version of Hotspot Atlas (v=2); what is understood of it is shown.']);
  });

  it('opens Explore for a view that does not exist', () => {
    expect(decodeHash('#/explode?v=1')).toMatchObject({ view: { view: 'explore' }, notices: [expect.stringContaining('"explode"')] });
  });

  it('never throws, and what it makes of anything is stable', () => {
    const random = seededRandom(20260101);
    for (let round = 0; round < 3000; round += 1) {
      const hash = randomHash(random);
      const once = decodeHash(hash).view;
      const text = encodeHash(once);
      const again = decodeHash(text);
      expect({ hash, text: encodeHash(again.view), notices: again.notices }).toEqual({ hash, text, notices: [] });
    }
  });
});

const VALUES = ['', ',', '%', '%E0%A4%A', '__proto__', 'constructor', '-1', '1e9', '5-7', '12-1', '19-7', '7-19', 'fri', 'sat,sun', 'E06000032', 'a,b,a', '2019-01', '2023-12', '0000-01', '9999-12', 'none', 'lsoa',
  'aside', 'dsr', '10-14,90-', 'female', 'female,male,unknown', 'knife,gun', 'fdr', 'own-borough', 'borough:E1', 'value:rate:1,000:x', 'value:dsr:5:', 'saved:a:from=2019-01', 'saved:a:b:ages=5-9&sex=male', 'saved::', '95', '99.8', '11.2/51.880/-0.420', '0/0/0', '-0/-0/-0', '1,2,3,4,5,6', '-0.0000001,51,1,1,2,2', '\u0000', '💥', 'x'.repeat(30_000), '=', '&', '#', 'NaN', 'null'];

function randomHash(random: () => number): string {
  const pick = <T>(items: readonly T[], otherwise: T): T => items[Math.floor(random() * items.length)] ?? otherwise;
  const noise = () => Array.from({ length: Math.floor(random() * 12) }, () => String.fromCharCode(Math.floor(random() * 300))).join('');
  const pairs = Array.from({ length: Math.floor(random() * 8) }, () => {
    const key = random() < 0.9 ? pick<string>([...URL_KEYS, 'v', '__proto__', 'toString'], 'v') : noise();
    return `${key}=${random() < 0.7 ? pick(VALUES, '') : noise()}`;
  });
  return `${pick(['#/explore?', '#/methods?', '#', '', '#//?', '#/x/y?'], '')}${pairs.join('&')}`;
}
