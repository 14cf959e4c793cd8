import type { DataSetEntry } from '../model/manifest.ts';

/** What a data set can lack. `hours` covers weekday, hour and the night-time window; `dsr` the standardised rate. */
export type Unavailable = Partial<Record<'hours' | 'subgroup' | 'age' | 'dsr', string>>;

/** What a data set cannot filter or show, each with the reason in plain words. Empty where it can do everything. */
export function unavailable(entry: DataSetEntry): Unavailable {
  const { weekdayHour, subgroup, age } = entry.fields;
  const who = entry.kind === 'health-counts' ? 'patient' : 'victim';
  return {
    ...(weekdayHour ? {} : { hours: withoutHours(entry) }),
    ...(subgroup ? {} : { subgroup: withoutSubgroup(entry) }),
    ...(age ? {} : { age: `This data set does not hold the age of the ${who}.` }),
    ...(age ? {} : { dsr: `A standardised rate needs the age of each ${who}, which this data set does not hold. The crude rate is shown instead.` }),
  };
}

function withoutHours(entry: DataSetEntry): string {
  return entry.kind === 'street'
    ? 'data.police.uk publishes the month of each crime, not the day or hour.'
    : 'This data set gives months only, not the day or hour.';
}

function withoutSubgroup(entry: DataSetEntry): string {
  return entry.kind === 'street'
    ? 'data.police.uk publishes 14 broad categories, without offence subgroups.'
    : 'This data set has no offence subgroups.';
}
