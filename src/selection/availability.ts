import { peopleOf } from '../model/kinds.ts';
import type { DataSetEntry } from '../model/manifest.ts';

/** What a data set can lack. `hours` covers weekday, hour and the night-time window; `dsr` the standardised rate. */
export type Unavailable = Partial<Record<'hours' | 'subgroup' | 'age' | 'sex' | 'flags' | 'dsr', string>>;

/** What a data set cannot filter or show, each with the reason in plain words. Empty where it can do everything. */
export function unavailable(entry: DataSetEntry): Unavailable {
  const { weekdayHour, subgroup, age, sex, flags } = entry.fields;
  const who = peopleOf(entry).one;
  return {
    ...(weekdayHour ? {} : { hours: withoutHours(entry) }),
    ...(subgroup ? {} : { subgroup: withoutSubgroup(entry) }),
    ...(age ? {} : { age: `This data set does not hold the age of the ${who}.` }),
    ...(sex ? {} : { sex: `This data set does not hold the sex of the ${who}.` }),
    ...(flags ? {} : { flags: withoutFlags(entry) }),
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

function withoutFlags(entry: DataSetEntry): string {
  return entry.kind === 'street'
    ? 'data.police.uk publishes no flags such as domestic abuse or knife.'
    : 'This data set has no flags such as domestic abuse or knife.';
}
