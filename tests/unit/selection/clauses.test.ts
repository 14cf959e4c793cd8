import { describe, expect, it } from 'vitest';
import { EVERYTHING } from '../../../src/model/selection.ts';
import { HOUR_SLOTS, MIDNIGHT_SLOT } from '../../../src/model/vocabulary.ts';
import { unavailable } from '../../../src/selection/availability.ts';
import { describePeriod, describeSelection } from '../../../src/selection/describe.ts';
import { effectiveSelection, isUnfiltered } from '../../../src/selection/effective.ts';
import { chosenHoursOfWeek, hoursOfWeekMask } from '../../../src/selection/hoursOfWeek.ts';
import { POLICE, samplePack, STREET } from '../../fakes/samplePack.ts';

const { places } = samplePack();
const [FRIDAY, SATURDAY, SUNDAY, MONDAY] = [4, 5, 6, 0] as const;

function chosen(mask: Uint8Array, day: number): number[] {
  return [...mask.subarray(day * HOUR_SLOTS, (day + 1) * HOUR_SLOTS)].flatMap((value, slot) => (value === 1 ? [slot] : []));
}
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => from + index);

describe('hoursOfWeekMask', () => {
  it('takes every slot without a choice', () => {
    expect(hoursOfWeekMask(EVERYTHING)).toEqual(new Uint8Array(175).fill(1));
    expect(chosenHoursOfWeek(EVERYTHING)).toBe(168);
  });

  it('lets nights belong to the day they start: Friday and Saturday 19-7', () => {
    const selection = { ...EVERYTHING, days: [FRIDAY, SATURDAY], hours: { from: 19, to: 7 } };
    const mask = hoursOfWeekMask(selection);
    expect(chosen(mask, FRIDAY)).toEqual(range(19, 24));
    expect(chosen(mask, SATURDAY)).toEqual([...range(0, 7), ...range(19, 24), MIDNIGHT_SLOT]);
    expect(chosen(mask, SUNDAY)).toEqual([...range(0, 7), MIDNIGHT_SLOT]);
    expect(chosen(mask, MONDAY)).toEqual([]);
    expect(chosenHoursOfWeek(selection)).toBe(24);
  });

  it('wraps Sunday night into Monday', () => {
    expect(chosen(hoursOfWeekMask({ ...EVERYTHING, days: [SUNDAY], hours: { from: 22, to: 3 } }), MONDAY)).toEqual([0, 1, 2, MIDNIGHT_SLOT]);
  });

  it('takes the calendar day where only days are chosen, and 24 hours where the ends are equal', () => {
    expect(chosen(hoursOfWeekMask({ ...EVERYTHING, days: [FRIDAY] }), FRIDAY)).toEqual(range(0, 25));
    expect(chosenHoursOfWeek({ ...EVERYTHING, days: [FRIDAY], hours: { from: 7, to: 7 } })).toBe(24);
  });

  it('ends at midnight without taking the next day', () => {
    const mask = hoursOfWeekMask({ ...EVERYTHING, days: [FRIDAY], hours: { from: 19, to: 24 } });
    expect([chosen(mask, FRIDAY), chosen(mask, SATURDAY)]).toEqual([range(19, 24), []]);
  });

  it('sets exactly 00:00 aside without changing the hours that person-time covers', () => {
    const selection = { ...EVERYTHING, midnightAside: true };
    const mask = hoursOfWeekMask(selection);
    expect(mask.filter((_, slot) => slot % HOUR_SLOTS === MIDNIGHT_SLOT)).toEqual(new Uint8Array(7));
    expect([mask.reduce((sum, value) => sum + value, 0), chosenHoursOfWeek(selection)]).toEqual([168, 168]);
  });

  it('leaves out exactly 00:00 where hour 0 is not chosen', () => {
    expect(hoursOfWeekMask({ ...EVERYTHING, hours: { from: 1, to: 2 } })[MIDNIGHT_SLOT]).toBe(0);
  });
});

describe('unavailable', () => {
  it('gives a reason for everything that data.police.uk lacks, and none for a full extract', () => {
    expect(Object.keys(unavailable(STREET))).toEqual(['hours', 'subgroup', 'age', 'sex', 'flags', 'dsr']);
    expect(unavailable(STREET).hours).toBe('data.police.uk publishes the month of each crime, not the day or hour.');
    expect(unavailable(POLICE)).toEqual({});
  });
});

describe('effectiveSelection', () => {
  it('does not apply hours to a data set without them, and says why', () => {
    const { selection, dropped } = effectiveSelection({ ...EVERYTHING, days: [4], hours: { from: 19, to: 7 }, boroughs: ['E06000032'] }, STREET, places);
    expect(selection).toEqual({ ...EVERYTHING, boroughs: ['E06000032'] });
    expect(dropped.map(({ clause }) => clause)).toEqual(['days', 'hours']);
    expect(dropped[1]?.reason).toContain('data.police.uk publishes the month');
  });

  it('says in one sentence what is not applied for one reason', () => {
    const { dropped } = effectiveSelection({ ...EVERYTHING, days: [4], hours: { from: 19, to: 7 }, midnightAside: true, subgroups: ['rape'] }, STREET, places);
    expect(new Set(dropped.map(({ reason }) => reason))).toEqual(new Set([
      'The offence subgroup is not applied. data.police.uk publishes 14 broad categories, without offence subgroups.',
      'The choice of weekdays, hours and records at 00:00 is not applied. data.police.uk publishes the month of each crime, not the day or hour.',
    ]));
    expect(effectiveSelection({ ...EVERYTHING, days: [4] }, STREET, places).dropped[0]?.reason).toMatch(/^The choice of weekdays is not applied\./);
  });

  it('leaves a selection that can be answered as it is', () => {
    const selection = { ...EVERYTHING, types: ['violence-and-sexual-offences'], days: [4], hours: { from: 19, to: 7 }, wards: ['luton--south'], period: { from: '2020-01', to: '2020-12' } };
    expect(effectiveSelection(selection, POLICE, places)).toEqual({ selection, dropped: [] });
  });

  it('leaves out what the data set or the pack does not know', () => {
    const { selection, dropped } = effectiveSelection({ ...EVERYTHING, types: ['burglary', 'violence-and-sexual-offences'], boroughs: ['E99999999'], hubs: ['luton-south'] }, POLICE, places);
    expect(selection).toEqual({ ...EVERYTHING, types: ['violence-and-sexual-offences'], hubs: ['luton-south'] });
    expect(dropped.map(({ reason }) => reason)).toEqual([
      '"burglary" is not in "Police recorded violence", so that choice is not applied.', '"E99999999" is not in this pack, so that choice is not applied.',
    ]);
  });

  it('cuts a period to the months there are, and refuses one that misses them all', () => {
    expect(effectiveSelection({ ...EVERYTHING, period: { from: '0000-01', to: '2021-06' } }, STREET, places).selection.period).toEqual({ from: '2021-05', to: '2021-06' });
    expect(effectiveSelection({ ...EVERYTHING, period: { from: '2019-01', to: '2023-12' } }, STREET, places).selection).toEqual(EVERYTHING);
    const missed = effectiveSelection({ ...EVERYTHING, period: { from: '2019-01', to: '2019-12' } }, STREET, places);
    expect([missed.selection.period, missed.dropped[0]?.clause]).toEqual([null, 'period']);
  });

  it('knows a selection without filters', () => {
    expect([isUnfiltered(EVERYTHING), isUnfiltered({ ...EVERYTHING, midnightAside: true }), isUnfiltered({ ...EVERYTHING, days: [1] })]).toEqual([true, false, false]);
  });
});

describe('describeSelection', () => {
  it('says the filter in one sentence', () => {
    const selection = { ...EVERYTHING, days: [4, 5], hours: { from: 19, to: 7 }, boroughs: ['E06000032'], period: { from: '2019-01', to: '2023-12' } };
    expect(describeSelection(selection, POLICE, places)).toBe('Violence and sexual offences, Fri and Sat 19:00-07:00, Luton, Jan 2019 to Dec 2023');
  });

  it('names what a data set holds by default', () => {
    expect(describeSelection(EVERYTHING, STREET, places)).toBe('All crimes without anti-social behaviour, May 2021 to Dec 2023');
  });

  it('names each other clause', () => {
    const selection = {
      ...EVERYTHING, types: ['burglary', 'drugs', 'robbery'], monthsOfYear: [11, 12, 1, 5], wards: ['luton--south'], nteHotspots: ['luton'], midnightAside: true,
      drawn: [[0, 52], [1, 52], [1, 53]] as const, days: [0, 1, 2, 3, 4], period: { from: '2021-05', to: '2021-05' },
    };
    expect(describeSelection(selection, STREET, places)).toBe(
      'Burglary, Drugs and Robbery, Mon to Fri, without records at exactly 00:00, May and November to January, South, Luton town centre, in the drawn area, May 2021',
    );
    expect(describeSelection({ ...EVERYTHING, subgroups: ['rape', 'homicide'] }, POLICE, places)).toBe('Homicide and Rape, Jan 2019 to Dec 2023');
  });

  it('says how many months of the period are held where some in between are missing', () => {
    const entry = { ...POLICE, months: POLICE.months.filter((month) => month < '2020-01' || month > '2021-11') };
    const periodOf = (period: { from: string; to: string } | null) => describePeriod({ period }, entry);
    expect([periodOf(null), periodOf({ from: '2019-12', to: '2021-12' }), periodOf({ from: '2022-01', to: '2022-12' }), periodOf({ from: '2022-01', to: '2022-01' })]).toEqual([
      'Jan 2019 to Dec 2023 (37 of 60 months held)', 'Dec 2019 to Dec 2021 (2 of 25 months held)', 'Jan 2022 to Dec 2022', 'Jan 2022',
    ]);
    expect(describeSelection(EVERYTHING, entry, places)).toBe('Violence and sexual offences, Jan 2019 to Dec 2023 (37 of 60 months held)');
    expect(describePeriod({ period: null }, { months: [] })).toBe('no months');
  });
});
