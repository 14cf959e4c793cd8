import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseAreaDefinition } from '../../../geodata/areaDefinition.ts';
import type { HubProfile } from '../../../src/model/areas.ts';
import { TRAVEL_DEFAULTS } from '../../../src/model/patrol.ts';
import { RULE_PRESETS, SHIFT_PRESETS } from '../../../src/model/patrolRules.ts';
import { dayNumber, isSkipped, localTime, momentOf, weekdayOfDay } from '../../../src/patrol/londonTime.ts';
import { packByHour, type Item } from '../../../src/patrol/packByHour.ts';
import { peakHours } from '../../../src/patrol/peakHours.ts';
import { seededRandom } from '../../../src/patrol/random.ts';
import { suggestPairs } from '../../../src/patrol/staffing.ts';
import { metresBetween, travelMinutes } from '../../../src/patrol/travel.ts';
import { seeded } from '../../calibration/random.ts';
import { london, peaksOf } from './checkPlan.ts';
import { hotspotsOf, ruleOf } from './sample.ts';

describe('London time', () => {
  it('agrees with Intl for every hour of four years, both ways', () => {
    const first = dayNumber('2023-12-31')! * 1440;
    for (let moment = first; moment < first + 4 * 366 * 1440; moment += 60) {
      const told = localTime(moment);
      const { date, weekday, hour, minute } = london(moment);
      expect([told.date, told.weekday, told.minute]).toEqual([date, weekday, hour * 60 + minute]);
      // The hour that autumn repeats is read as the first of the two.
      expect([0, 60]).toContain(moment - momentOf(dayNumber(told.date)!, told.minute));
    }
  });

  it('puts the clock forward over the hour left out in spring and takes the repeated hour of autumn the first time', () => {
    const spring = dayNumber('2025-03-30')!;
    expect(isSkipped(spring, 90)).toBe(true);
    expect(localTime(momentOf(spring, 90))).toMatchObject({ minute: 150 });
    expect(momentOf(spring, 6 * 60) - momentOf(spring - 1, 22 * 60)).toBe(7 * 60);
    const autumn = dayNumber('2025-10-26')!;
    expect(isSkipped(autumn, 90)).toBe(false);
    expect(momentOf(autumn, 90)).toBe(autumn * 1440 + 30);
    expect(momentOf(autumn, 6 * 60) - momentOf(autumn - 1, 22 * 60)).toBe(9 * 60);
  });

  it('takes only dates of the calendar', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(weekdayOfDay(0)).toBe(3);
    expect(['2025-02-29', '2025-13-01', '2025-1-1', 'x'].map(dayNumber)).toEqual([null, null, null, null]);
  });
});

describe('travel', () => {
  it('measures metres as the ellipsoid does to half a per cent: a degree of latitude and of longitude at 52 north', () => {
    expect(metresBetween({ longitude: 0, latitude: 51.5 }, { longitude: 0, latitude: 52.5 }) / 111_267).toBeCloseTo(1, 2);
    expect(metresBetween({ longitude: 0, latitude: 52 }, { longitude: 1, latitude: 52 }) / 68_678).toBeCloseTo(1, 2);
  });

  it('turns 800 m into 13 minutes on foot (1,040 m at 80 m a minute) and 7 by vehicle (2.5 and 4 for parking), and nothing into nothing', () => {
    expect(travelMinutes(800, 'on-foot', TRAVEL_DEFAULTS)).toBe(13);
    expect(travelMinutes(800, 'vehicle', TRAVEL_DEFAULTS)).toBe(7);
    expect(travelMinutes(0, 'vehicle', TRAVEL_DEFAULTS)).toBe(0);
  });
});

describe('peak hours', () => {
  it('are the fewest hours of each weekday that hold the share', () => {
    const profile = Array.from({ length: 168 }, (_, slot) => (slot < 24 && [20, 21, 22, 23].includes(slot) ? [2, 4, 3, 1][slot - 20]! : 0));
    const hoursOn = (share: number, day = 0): number[] => [...peakHours({ profile }, share)].flatMap((on, slot) => (on === 1 && Math.floor(slot / 24) === day ? [slot % 24] : []));
    expect(hoursOn(0.4)).toEqual([21]);
    expect(hoursOn(0.5)).toEqual([21, 22]);
    expect(hoursOn(0.7)).toEqual([21, 22]);
    expect(hoursOn(0.71)).toEqual([20, 21, 22]);
    // A weekday without events takes the week's.
    expect(hoursOn(0.5, 3)).toEqual([21, 22]);
    expect(hoursOn(1)).toHaveLength(24);
    expect(peakHours({ profile: null }, 0.5).every((on) => on === 1)).toBe(true);
  });

  it('agree with hours taken one by one, for hotspots drawn at random', () => {
    for (const hotspot of hotspotsOf(20, 9)) {
      for (let day = 0; day < 7; day += 1) {
        const hours = [...peakHours(hotspot, 0.5)].slice(day * 24, day * 24 + 24).flatMap((on, hour) => (on === 1 ? [hour] : []));
        expect(hours).toEqual([...peaksOf(hotspot, 0.5, day)].toSorted((a, b) => a - b));
      }
    }
  });
});

/** The most by trying every order of taking items whole minute by minute, the last hours first, for small whole numbers. */
function byHand(hours: readonly number[], items: readonly Item[]): number {
  if (items.length === 0) return 0;
  const [item, ...rest] = items;
  let best = 0;
  const spread = (hour: number, left: number, free: readonly number[], done: number): void => {
    if (hour > item!.last) {
      best = Math.max(best, done * item!.worth + byHand(free, rest));
      return;
    }
    for (let take = 0; take <= Math.min(left, free[hour]!); take += 1) spread(hour + 1, left - take, free.map((room, i) => (i === hour ? room - take : room)), done + take);
  };
  spread(item!.first, item!.minutes, hours, 0);
  return best;
}

describe('packing by hour', () => {
  it('finds what trying everything finds', () => {
    const random = seeded(3);
    const whole = (limit: number): number => Math.floor(random() * limit);
    for (let round = 0; round < 150; round += 1) {
      const hours = [whole(4), whole(4), whole(4)];
      const items = Array.from({ length: 3 }, (): Item => {
        const first = whole(3);
        return { worth: 1 + whole(9), minutes: whole(6), first, last: first + whole(3 - first) };
      });
      expect(packByHour(hours, 0, 99, items, [])).toBeCloseTo(byHand(hours, items), 9);
    }
  });

  it('keeps room for what is forced, lends spare minutes and stops at the limit', () => {
    const item = { worth: 2, minutes: 100, first: 0, last: 0 };
    expect(packByHour([60], 0, 99, [item], [{ worth: 0, minutes: 20, first: 0, last: 0 }])).toBe(80);
    expect(packByHour([60], 10, 99, [item], [])).toBe(140);
    expect(packByHour([60], 0, 30, [item], [])).toBe(60);
  });
});

function drawn(seed: number, stream = 0): number[] {
  const random = seededRandom(seed, stream);
  return Array.from({ length: 2000 }, () => random.next());
}

describe('random numbers', () => {
  it('are the same for the same seed, and unlike for neighbouring seeds and streams', () => {
    expect(drawn(1)).toEqual(drawn(1));
    for (const other of [drawn(2), drawn(1, 1), drawn(-1)]) {
      const covariance = drawn(1).reduce((sum, value, i) => sum + (value - 0.5) * (other[i]! - 0.5), 0) / 2000;
      expect(Math.abs(covariance * 12)).toBeLessThan(4 / Math.sqrt(2000));
    }
    expect(() => seededRandom(1.5)).toThrow('whole number');
  });
});

describe('staffing', () => {
  const area = parseAreaDefinition(JSON.parse(readFileSync('geodata/areas/bedfordshire/area.json', 'utf8')), 'area.json');
  const profileOf = (id: string): HubProfile | null => area.hubs.find((hub) => hub.id === id)?.profile ?? null;

  it('spells out the arithmetic from the newest published posts: Luton South, 13 constables and 8 PCSOs in June 2024', () => {
    const { pairs, posts, steps, source } = suggestPairs(profileOf('luton-south'));
    expect([pairs, posts]).toEqual([2, 21]);
    expect(steps.slice(0, 3)).toEqual(['13 Constables + 8 PCSOs in post = 21.', '21 / 5 shift teams (an assumption) = 4 on duty at a time, rounded down.', '4 / 2 officers a pair = 2 pairs, rounded down.']);
    expect(source).toContain('June 2024');
    expect(steps.join(' ')).toContain('Not counted: 3 Sergeants.');
  });

  it('says that North Rural’s seven posts send out no pair, and that nothing is known without a profile', () => {
    expect(suggestPairs(profileOf('north-rural'))).toMatchObject({ pairs: 0, posts: 7 });
    expect(suggestPairs(profileOf('north-rural')).steps.join(' ')).toContain('cannot send out a pair');
    expect(suggestPairs(null)).toMatchObject({ pairs: 0, source: null });
    expect(() => suggestPairs(null, { roles: [], teams: 0, perPair: 2 })).toThrow('above 0');
  });
});

describe('presets', () => {
  it('carry their evidence: a DOI for every trial, a source for what is none', () => {
    for (const { rule, evidence, minutes } of RULE_PRESETS) {
      expect(evidence.trials.length > 0 || evidence.source !== '').toBe(true);
      for (const { doi, uncertainty } of evidence.trials) {
        expect(doi).toMatch(/^10\.\d{4,5}\//);
        expect(uncertainty).not.toBe('');
      }
      expect(rule.visitMinutes >= minutes[0] && rule.visitMinutes <= minutes[1]).toBe(true);
    }
    expect(SHIFT_PRESETS.map(({ title }) => title)).toEqual(['Early', 'Late', 'Night']);
    expect(ruleOf('rowan').frequency).toEqual({ kind: 'draw', oneIn: 3, runDays: 3 });
  });
});
