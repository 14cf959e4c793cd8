import { AGE_UNKNOWN, FLAGS, OFFENCE_SUBGROUPS } from '../../src/model/vocabulary.ts';
import { chooseExactly } from './dealing.ts';
import type { PublishedFigures } from './publishedFigures.ts';
import type { Random } from './random.ts';

/** What the traits of an offence depend on. Columns by offence. */
export interface OffenceColumns {
  readonly count: number;
  /** Age band of the first victim, AGE_UNKNOWN where not recorded. */
  readonly age: ArrayLike<number>;
  readonly townCentre: ArrayLike<number>;
  /** 1 where the time is known and lies between 19:00 and 06:59. */
  readonly night: ArrayLike<number>;
}

/** Shares that are not published: rapes among sexual offences, and offences with a child at risk. */
const RAPE_SHARE = 0.38;
const CHILD_AT_RISK_SHARE = 0.12;

type SubgroupId = (typeof OFFENCE_SUBGROUPS)[number]['id'];
const codeOf = (id: SubgroupId): number => OFFENCE_SUBGROUPS.findIndex((term) => term.id === id);
const HOMICIDE = codeOf('homicide');
const WITH_INJURY = codeOf('violence-with-injury');
const WITHOUT_INJURY = codeOf('violence-without-injury');
const RAPE = codeOf('rape');
const OTHER_SEXUAL = codeOf('other-sexual-offences');

/** Offence subgroup of every offence; homicides, and violence with and without injury, exactly as published. */
export function dealSubgroups(offences: OffenceColumns, figures: PublishedFigures, random: Random): Uint8Array {
  const published = figures.violence_composition_athena_2019_2023;
  const subgroup = new Uint8Array(offences.count).fill(WITHOUT_INJURY);
  const free = new Uint8Array(offences.count).fill(1);
  const without = Math.round(published.violence_without_injury_share * offences.count);
  const withInjury = Math.round(published.violence_with_injury_share_about * offences.count);
  const sexual = offences.count - without - withInjury - published.homicides;
  const rape = Math.round(RAPE_SHARE * sexual);
  const take = (code: number, count: number, weight: (i: number) => number): void => {
    chooseExactly(count, free.map((isFree, i) => isFree * 100 * weight(i)), random).forEach((chosen, i) => {
      if (chosen === 0) return;
      subgroup[i] = code;
      free[i] = 0;
    });
  };
  const age = (i: number): number => offences.age[i] ?? AGE_UNKNOWN;
  take(HOMICIDE, published.homicides, (i) => (age(i) >= 3 ? 1 : 0.2));
  take(RAPE, rape, (i) => SEXUAL_AGE[Math.min(age(i), 8)] ?? 0.5);
  take(OTHER_SEXUAL, sexual - rape, (i) => (SEXUAL_AGE[Math.min(age(i), 8)] ?? 0.5) * (offences.townCentre[i] ? 1.5 : 1));
  take(WITH_INJURY, withInjury, (i) => (offences.night[i] ? 1.8 : 1) * (offences.townCentre[i] ? 1.4 : 1));
  return subgroup;
}

/** Victims of sexual offences are young: weight by age band, the last for 40 and over. */
const SEXUAL_AGE = [1.5, 1.5, 3, 3.5, 2, 1, 0.8, 0.6, 0.4];

type FlagId = (typeof FLAGS)[number]['id'];

/** Flag byte of every offence; each flag on exactly the published share of offences. */
export function dealFlags(offences: OffenceColumns, subgroup: Uint8Array, figures: PublishedFigures, random: Random): Uint8Array {
  const published = figures.violence_composition_athena_2019_2023;
  const share: Record<FlagId, number> = {
    'domestic-abuse': published.domestic_abuse_share, alcohol: published.alcohol_share, knife: published.knife_share, gun: published.gun_share,
    hate: published.hate_share, online: published.online_share, 'child-at-risk': CHILD_AT_RISK_SHARE,
  };
  const flags = new Uint8Array(offences.count);
  FLAGS.forEach(({ id }, bit) => {
    const weights = Float64Array.from(flags, (_, i) => flagWeight(id, i, offences, subgroup[i] ?? 0, flags[i] ?? 0));
    chooseExactly(Math.round(share[id] * offences.count), weights, random).forEach((chosen, i) => {
      if (chosen) flags[i] = (flags[i] ?? 0) | (1 << bit);
    });
  });
  return flags;
}

/** Relative chances, for plausibility only: domestic abuse is at home, alcohol at night, knives wound. */
function flagWeight(id: FlagId, i: number, offences: OffenceColumns, subgroup: number, earlier: number): number {
  const age = offences.age[i] ?? AGE_UNKNOWN;
  const domestic = (earlier & 1) === 1;
  const town = offences.townCentre[i] === 1;
  const night = offences.night[i] === 1;
  switch (id) {
    case 'domestic-abuse': return (town ? 0.35 : 1) * (age < 3 ? 0.4 : age < 13 ? 1.2 : 0.8);
    case 'alcohol': return (night ? 4 : 1) * (town ? 2 : 1);
    case 'knife': return subgroup === HOMICIDE ? 25 : subgroup === WITH_INJURY ? 3 : 1;
    case 'gun': return subgroup === HOMICIDE ? 10 : 1;
    case 'hate': return domestic ? 0.1 : 1;
    case 'online': return subgroup === WITHOUT_INJURY ? (domestic ? 1 : 2) : 0.1;
    case 'child-at-risk': return age <= 3 ? 12 : domestic ? 2 : 0.3;
    default: return 0;
  }
}

/** 0 female, 1 male, 2 not recorded. */
const SEX_NOT_RECORDED = 0.03;

/** Sex of every victim; women and girls are exactly the published share of those whose sex is recorded. */
export function dealSex(victims: number, ofOffence: ArrayLike<number>, subgroup: Uint8Array, flags: Uint8Array, figures: PublishedFigures, random: Random): Uint8Array {
  const recorded = Math.round((1 - SEX_NOT_RECORDED) * victims);
  const isRecorded = chooseExactly(recorded, new Float64Array(victims).fill(1), random);
  const female = Math.round(figures.violence_composition_athena_2019_2023.victims_female_share * recorded);
  const chosen = chooseExactly(female, isRecorded.map((yes, victim) => {
    const offence = ofOffence[victim] ?? 0;
    const code = subgroup[offence];
    const sexual = code === RAPE || code === OTHER_SEXUAL;
    return yes * (sexual ? 60 : ((flags[offence] ?? 0) & 1) === 1 ? 25 : 8);
  }), random);
  return isRecorded.map((yes, victim) => (yes === 0 ? 2 : chosen[victim] === 1 ? 0 : 1));
}
