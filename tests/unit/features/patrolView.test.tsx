import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Pages } from '../../../src/features/patrol/Briefings.tsx';
import { PatrolView } from '../../../src/features/patrol/PatrolView.tsx';
import { dailyCounts } from '../../../src/features/patrol/results/dailyCounts.ts';
import { GapMap } from '../../../src/features/patrol/results/GapMap.tsx';
import { spread } from '../../../src/features/patrol/spread.ts';
import { changeTicks, readTicks, type Tick, ticksCsv } from '../../../src/features/patrol/street/ticks.ts';
import { captureText, hoursFromText, hoursText, ruleText, verdictOf } from '../../../src/features/patrol/words.ts';
import { ruleOf } from '../patrol/sample.ts';
import { readColumns } from '../../../src/features/patrol/csv.ts';
import type { PatrolPlan } from '../../../src/model/patrolPlan.ts';
import { logCompliance } from '../../../src/patrol/log/logCompliance.ts';
import { readVisitLog } from '../../../src/patrol/log/readLog.ts';
import { AtlasProvider } from '../../../src/store/react.ts';
import { memoryStorage } from '../../../src/store/storage.ts';
import { PLACES_REQUEST, placesOf, samplePlan, samplePlanRequest } from '../../fakes/samplePatrol.ts';
import { POLICE, samplePack } from '../../fakes/samplePack.ts';
import { createHarness } from '../store/harness.ts';

const places = placesOf(PLACES_REQUEST);
const pack = samplePack();
const hubTitle = (id: string): string => (id === 'luton-south' ? 'Luton South' : id);
let plan: PatrolPlan;
let short: PatrolPlan;
beforeAll(async () => {
  plan = await samplePlan();
  short = await samplePlan({ rule: { ...samplePlanRequest().rule, frequency: { kind: 'every-days', days: 1 } }, shifts: samplePlanRequest().shifts.map((shift) => ({ ...shift, pairs: 1, days: [0] })).slice(0, 1) });
});

describe('the verdict', () => {
  it('says that the rule is met with the officers on duty', () => {
    expect(verdictOf(plan, hubTitle)).toEqual({ met: true, title: 'Meets the rule with the officers on duty.', details: [] });
  });

  it('says by how much it is not, and what no plan could do', () => {
    const { met, title, details } = verdictOf(short, hubTitle);
    expect(met).toBe(false);
    expect(title).toMatch(/^Does not meet the rule with the officers on duty: \d+(\.\d)? visits? (a day short|short over the plan)/);
    expect(details).toHaveLength(2);
    expect(details[1]).toBe('Nobody is on duty on Tuesday, Wednesday, Thursday, Friday, Saturday and Sunday.');
  });

  it('owns up where the rule asks for nothing', async () => {
    expect(verdictOf(await samplePlan({ days: 2 }), hubTitle).details).toEqual(['In a plan of fewer than 3 days the rule asks for no visit.']);
  });

  it('tells a fair test from one that flatters', () => {
    expect(captureText(places.backTest!, 'hub Luton South')).toBe('Back-test: the 3 areas with most events from Oct 2022 to Sep 2023 held 25% of the events of hub Luton South from Oct 2023 to Dec 2023 (30 of 120). These later months played no part in the choice.');
    expect(captureText(places.lastQuarter!, 'hub Luton South')).toContain('These months helped to choose them, which flatters them.');
    const listed = (from: string, to: string) => captureText({ ...places.lastQuarter!, chosenOn: { from, to } }, 'the county');
    expect(listed('2019-01', '2023-12')).toContain('They were chosen from Jan 2019 to Dec 2023. These months helped to choose them, which flatters them.');
    expect(listed('2019-01', '2023-10')).toContain('Some of these months helped');
    expect(listed('2019-01', '2023-09')).toContain('They were chosen from Jan 2019 to Sep 2023. These months played no part in the choice.');
    expect(captureText({ ...places.lastQuarter!, chosenOn: null }, 'the county')).toContain('not known here');
  });

  it('says which events the hours come from, and where they are few', () => {
    expect(hoursFromText([{ group: 0, from: 'all-days', events: 180 }, { group: 1, from: 'group', events: 120 }])).toBe('Hours of Friday to Sunday from the place’s own 120 timed events; Monday to Thursday from all days together, because it has fewer than 100 (180 in all).');
    expect(hoursFromText([{ group: 0, from: 'all-days', events: 40 }, { group: 1, from: 'all-days', events: 40 }])).toBe('Hours of Monday to Thursday and Friday to Sunday from all days together, because each has fewer than 100 (40 in all, still few: take them as rough).');
  });

  it('joins hours into runs', () => {
    expect(hoursText([0, 1, 5, 22, 23])).toBe('00–02, 05–06, 22–24');
  });
});

function shown(of: PatrolPlan | null, hub: readonly string[] | null = ['luton-south']): string {
  const { store } = createHarness();
  const ready = { status: 'ready', problem: null } as const;
  store.setState({ pack: { status: 'ready', opened: pack, progress: null, problem: null }, dataSet: { status: 'ready', entry: POLICE, progress: null, problem: null } });
  store.setState(({ view }) => ({ view: { ...view, patrol: { ...view.patrol, hubs: hub } } }));
  store.setState({ patrol: { places: { ...ready, value: places }, plan: { ...ready, value: of }, progress: null, lastVisits: {}, stale: false } });
  vi.spyOn(store, 'getInitialState').mockReturnValue(store.getState());
  return renderToStaticMarkup(<AtlasProvider store={store}><PatrolView /></AtlasProvider>);
}

describe('the patrol view', () => {
  it('has the steps in order, and says at once whether the rule is met', () => {
    const markup = shown(plan);
    expect([...markup.matchAll(/<h2[^>]*>.*?<\/span>([^<]*)<\/h2>/g)].map(([, title]) => title)).toEqual(['Places', 'Officers', 'Rule', 'Days']);
    expect(markup).toContain('Meets the rule with the officers on duty.');
    expect(markup).toContain('aria-live="polite"');
    expect(markup).toContain('Left-out place is left out. Its count is withheld.');
    expect(markup).not.toMatch(/NaN|Infinity|undefined|\[object/);
  });

  it('asks for the hub before anything else, and shows no other hub’s plan meanwhile', () => {
    const markup = shown(plan, null);
    expect(markup).toContain('Which hub do you plan for?');
    expect(markup).toContain('Choose a hub');
    expect(markup).not.toContain('with the officers on duty');
  });

  it('says where pairs start and end, and that it is assumed', () => {
    expect(shown(plan)).toMatch(/Base: pairs start and end at.*Luton 001[AB] \(assumed\)/);
  });

  it('stands without a plan', () => {
    expect(shown(null)).toContain('Make the plan');
  });
});

describe('the printed briefing', () => {
  it('has a page for each hotspot that says why, when, what kind and what to be careful with, marked as a demonstration', () => {
    const markup = renderToStaticMarkup(<Pages plan={plan} pack={pack} places={places} filter="Violence" />);
    expect([...markup.matchAll(/<article class="briefing"/g)]).toHaveLength(3);
    expect([...markup.matchAll(/class="briefing-mark"/g)]).toHaveLength(3);
    for (const words of ['Why this place', 'What kind', 'Violence with injury: 40%', 'When', 'Visits of the plan', 'Be careful with', 'No effect is promised']) expect([...markup.matchAll(new RegExp(words, 'g'))]).toHaveLength(3);
    expect(markup).not.toMatch(/NaN|Infinity|undefined|\[object/);
  });
});

describe('numbers on a map', () => {
  it('part where they would cover one another, and stay on the sheet', () => {
    const moved = spread([{ x: 50, y: 50 }, { x: 50, y: 50 }, { x: 55, y: 52 }, { x: 0, y: 0 }], 20, { width: 100, height: 100 });
    for (const [i, a] of moved.entries()) for (const b of moved.slice(i + 1)) expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeGreaterThan(19);
    expect(moved.every(({ x, y }) => x >= 0 && y >= 0 && x <= 100 && y <= 100)).toBe(true);
    expect(spread([{ x: 10, y: 90 }], 20, { width: 100, height: 100 })).toEqual([{ x: 12, y: 88 }]);
  });
});

describe('gaps of a log on the map', () => {
  it('tell days and state by shape and word, not by colour', () => {
    const log = readVisitLog([{ hotspot: 'E01000001', start: '2025-03-03 14:00', end: '14:20' }, { hotspot: 'E01000002', start: '2025-03-08 14:00', end: '14:20' }, { hotspot: 'E01000002', start: '2025-03-03 14:00', end: '14:20' }], plan.request.hotspots);
    const rows = logCompliance(log, { hotspots: plan.request.hotspots, rule: plan.request.rule, from: '2025-03-03', to: '2025-03-09', plan: null }).hotspots;
    const markup = renderToStaticMarkup(<GapMap plan={plan} pack={pack} rows={rows} on="2025-03-09" width={600} />);
    expect(markup).toContain('Overdue: Luton 001A (6 days). No visit: Luton 002A. Gap earlier: Luton 001B (1 day).');
    for (const words of ['>6 d<', '>1 d<', '>none<', '■ Overdue', '◆ No visit', '◎ Gap earlier']) expect(markup).toContain(words);
  });
});

describe('counts of a trial', () => {
  it('are read by name or code, with British dates; what is none stays to be counted', () => {
    expect(dailyCounts([['luton 001a', '03/03/2025', '2'], ['E01000001', '2025-03-04', ''], ['Nowhere', 'soon', '1']], plan.request.hotspots))
      .toEqual([{ hotspot: 'E01000001', date: '2025-03-03', count: 2 }, { hotspot: 'E01000001', date: '2025-03-04', count: Number.NaN }, { hotspot: '', date: 'soon', count: 1 }]);
  });
});

describe('visits ticked on the device', () => {
  const tick: Tick = { id: 'a', hotspot: 'E01000001', title: '=Luton', start: '2025-03-03 14:05', end: '2025-03-03 14:20', timed: false };

  it('are kept, taken back, and read again as the log', async () => {
    const storage = memoryStorage();
    changeTicks((held) => [...held, tick], storage);
    expect(readTicks(storage)).toEqual([tick]);
    const table = await readColumns(ticksCsv(readTicks(storage)), ['hotspot', 'start', 'end']);
    if ('problem' in table) throw new Error(table.problem);
    expect(readVisitLog(table.rows.map(([hotspot = '', start = '', end = '']) => ({ hotspot, start, end })), [{ id: 'E01000001', title: 'Luton' }])).toMatchObject({ rows: 1, visits: [{ hotspot: 'E01000001', date: '2025-03-03' }], setAside: [] });
    changeTicks(() => [], storage);
    expect(readTicks(storage)).toEqual([]);
  });

  it('of another version are set aside, not lost', () => {
    const aside = new Set<string>();
    const storage = memoryStorage('{"v":2}', aside);
    expect(readTicks(storage)).toEqual([]);
    changeTicks(() => [tick], storage);
    expect([...aside]).toEqual(['{"v":2}']);
  });

  it('say which column a log lacks', async () => {
    expect(await readColumns('hotspot,begin\na,b', ['hotspot', 'start', 'end'])).toEqual({ problem: 'The first line must name the columns hotspot, start, end; start and end are not there. Nothing was changed.' });
  });
});

it('a plan’s rule claims no peak hours where the data holds none', () => {
  const rule = ruleOf('home-office', { peakShare: 0.5 });
  expect(ruleText(rule)).toBe('15 unbroken minutes in each hotspot every 3 days, in the hours that hold 50% of its events of the day');
  expect(ruleText(rule, [{ profile: null }, { profile: null }])).toBe('15 unbroken minutes in each hotspot every 3 days, at any hour of the shifts because this data holds no hours');
  expect(ruleText(rule, [{ profile: null }, { profile: [1] }])).toBe(ruleText(rule));
});
