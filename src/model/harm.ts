/**
 * Harm weights of offence subgroups. The ONS Crime Severity Score has a weight for each detailed offence (days of
 * custody and other sentences by courts), none for a subgroup: these are our starting values, to be edited.
 * How they were derived: docs/decisions/016.
 */
interface HarmSubgroup {
  /** Id of the subgroup as records carry it. */
  readonly id: string;
  readonly title: string;
  /** Starting value: the published weight of the subgroup's usual offence, rounded. */
  readonly weight: number;
  /** That offence. */
  readonly usual: string;
  /** Least and greatest published weight of the subgroup's detailed offences, rounded, and how many of these there are. */
  readonly lowest: number;
  readonly highest: number;
  readonly offences: number;
}

export const HARM_SUBGROUPS = [
  { id: 'homicide', title: 'Homicide', weight: 7973, usual: 'homicide', lowest: 7973, highest: 7973, offences: 4 },
  { id: 'violence-with-injury', title: 'Violence with injury', weight: 189, usual: 'assault with injury', lowest: 189, highest: 4654, offences: 8 },
  { id: 'violence-without-injury', title: 'Violence without injury', weight: 14, usual: 'assault without injury', lowest: 8, highest: 2024, offences: 10 },
  { id: 'stalking-and-harassment', title: 'Stalking and harassment', weight: 36, usual: 'harassment', lowest: 15, highest: 56, offences: 4 },
  { id: 'rape', title: 'Rape', weight: 2953, usual: 'rape of a female aged 16 or over', lowest: 2397, highest: 3895, offences: 8 },
  { id: 'other-sexual-offences', title: 'Other sexual offences', weight: 459, usual: 'sexual assault on a female aged 13 and over', lowest: 40, highest: 1671, offences: 16 },
] as const satisfies readonly HarmSubgroup[];
export type HarmSubgroupId = (typeof HARM_SUBGROUPS)[number]['id'];

/** Weight of one event by subgroup: whole numbers from 0. */
export type HarmWeights = Readonly<Record<HarmSubgroupId, number>>;

export const HIGHEST_HARM_WEIGHT = 100_000;

export const DEFAULT_HARM_WEIGHTS: HarmWeights = weightsFrom(({ weight }) => weight);

/** A weight for each subgroup. */
export function weightsFrom(of: (subgroup: (typeof HARM_SUBGROUPS)[number]) => number): HarmWeights {
  const [homicide, withInjury, withoutInjury, stalking, rape, other] = HARM_SUBGROUPS;
  return {
    homicide: of(homicide), 'violence-with-injury': of(withInjury), 'violence-without-injury': of(withoutInjury),
    'stalking-and-harassment': of(stalking), rape: of(rape), 'other-sexual-offences': of(other),
  };
}

/** The subgroup with a weight that an id names; null for any other. */
export function harmSubgroup(id: string | null): (typeof HARM_SUBGROUPS)[number] | null {
  return HARM_SUBGROUPS.find((one) => one.id === id) ?? null;
}
