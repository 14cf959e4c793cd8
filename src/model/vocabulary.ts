/**
 * The words the product shares: crime types, offence subgroups, age bands, weekdays, flags.
 * Records hold dictionary codes (positions in these lists); URLs and files hold the ids.
 */

export interface Term {
  /** Stable id used in files and URLs: lower case, hyphens. */
  readonly id: string;
  /** What the interface prints. */
  readonly title: string;
}

export interface CrimeType extends Term {
  /** False for anti-social behaviour: incidents, not recorded crime, and outside "crime" totals by default. */
  readonly crime: boolean;
}

/** The 14 categories of data.police.uk, in the publisher's spelling. */
export const CRIME_TYPES = [
  { id: 'anti-social-behaviour', title: 'Anti-social behaviour', crime: false },
  { id: 'bicycle-theft', title: 'Bicycle theft', crime: true },
  { id: 'burglary', title: 'Burglary', crime: true },
  { id: 'criminal-damage-and-arson', title: 'Criminal damage and arson', crime: true },
  { id: 'drugs', title: 'Drugs', crime: true },
  { id: 'other-crime', title: 'Other crime', crime: true },
  { id: 'other-theft', title: 'Other theft', crime: true },
  { id: 'possession-of-weapons', title: 'Possession of weapons', crime: true },
  { id: 'public-order', title: 'Public order', crime: true },
  { id: 'robbery', title: 'Robbery', crime: true },
  { id: 'shoplifting', title: 'Shoplifting', crime: true },
  { id: 'theft-from-the-person', title: 'Theft from the person', crime: true },
  { id: 'vehicle-crime', title: 'Vehicle crime', crime: true },
  { id: 'violence-and-sexual-offences', title: 'Violence and sexual offences', crime: true },
] as const satisfies readonly CrimeType[];

/** Home Office subgroups of violence and sexual offences, as police extracts carry them. */
export const OFFENCE_SUBGROUPS = [
  { id: 'homicide', title: 'Homicide' },
  { id: 'violence-with-injury', title: 'Violence with injury' },
  { id: 'violence-without-injury', title: 'Violence without injury' },
  { id: 'rape', title: 'Rape' },
  { id: 'other-sexual-offences', title: 'Other sexual offences' },
] as const satisfies readonly Term[];

/** The 19 age bands of the European Standard Population 2013, in years. Position = band code. */
export const AGE_BANDS = [
  '0-4', '5-9', '10-14', '15-19', '20-24', '25-29', '30-34', '35-39', '40-44', '45-49',
  '50-54', '55-59', '60-64', '65-69', '70-74', '75-79', '80-84', '85-89', '90+',
] as const;
export const AGE_BAND_COUNT = AGE_BANDS.length;
/** Band code of a victim whose age is not known; such victims count, but not in rates by age. */
export const AGE_UNKNOWN = AGE_BAND_COUNT;

/** Band code of an age in whole years (0 or more); AGE_UNKNOWN for anything that is not an age. */
export function ageBandOf(age: number): number {
  if (!Number.isFinite(age) || age < 0 || age > 130) return AGE_UNKNOWN;
  return Math.min(Math.floor(age / 5), AGE_BAND_COUNT - 1);
}

/** Monday first, as ISO 8601 counts. Position = weekday code. */
export const WEEKDAYS = [
  { id: 'mon', title: 'Monday' },
  { id: 'tue', title: 'Tuesday' },
  { id: 'wed', title: 'Wednesday' },
  { id: 'thu', title: 'Thursday' },
  { id: 'fri', title: 'Friday' },
  { id: 'sat', title: 'Saturday' },
  { id: 'sun', title: 'Sunday' },
] as const satisfies readonly Term[];

/**
 * Hour slots of a day: 0-23 for a known hour, and MIDNIGHT_SLOT for a time stored as exactly 00:00,
 * which in police extracts usually means "time not known" (domain rule 4). It belongs to hour 0
 * unless the reader sets it aside.
 */
export const HOUR_SLOTS = 25;
export const MIDNIGHT_SLOT = 24;

export const SEXES = [
  { id: 'female', title: 'Female' },
  { id: 'male', title: 'Male' },
  { id: 'unknown', title: 'Not recorded' },
] as const satisfies readonly Term[];

/** Flags an offence can carry. Position = bit number in the records' flag byte. */
export const FLAGS = [
  { id: 'domestic-abuse', title: 'Domestic abuse' },
  { id: 'alcohol', title: 'Alcohol' },
  { id: 'knife', title: 'Knife' },
  { id: 'gun', title: 'Gun' },
  { id: 'hate', title: 'Hate' },
  { id: 'online', title: 'Online' },
  { id: 'child-at-risk', title: 'Child at risk' },
] as const satisfies readonly Term[];

/** Lower case, hyphens for everything that is not a letter or a digit: "Other theft" -> "other-theft". */
export function slug(title: string): string {
  return title.trim().toLowerCase().replace(/&/g, 'and').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
}
