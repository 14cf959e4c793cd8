import type { PatrolRule, Shift } from './patrol.ts';
import { RULES } from './patrolRuleValues.ts';

/** What one study found, in its own outcome, with what is known of its uncertainty. Never a promise. */
export interface Trial {
  readonly title: string;
  /** Relative change found on patrolled days, e.g. -0.4; null where the source gives none that applies. */
  readonly change: number | null;
  readonly outcome: string;
  /** Its interval, or whether it was significant, as far as our source states it. */
  readonly uncertainty: string;
  readonly significant: boolean | null;
  readonly doi: string;
}

export interface RuleEvidence {
  /** Why the rule is as it is, and what is not known. */
  readonly text: readonly string[];
  /** Studies of this rule or of what resembles it most. Empty where the rule has none of its own. */
  readonly trials: readonly Trial[];
  /** Document the rule comes from where it is no study. */
  readonly source: string;
}

export interface RulePreset {
  readonly rule: PatrolRule;
  /** Least and most minutes of a visit that the source speaks of. */
  readonly minutes: readonly [number, number];
  readonly evidence: RuleEvidence;
}

const ROWAN: Trial = {
  title: 'Operation Rowan, Bedfordshire Police, 2020-21: 21 LSOAs, 90 days, randomised',
  change: -0.4, outcome: 'crimes against public victims on treatment days, against control days (harm of serious violence: 44% less)',
  uncertainty: 'reported as significant; no interval in the source we hold', significant: true, doi: '10.1007/s41887-021-00066-3',
};
const SOUTHEND: Trial = {
  title: 'Southend, Essex Police, 2020: 20 squares of 150 m, 90 days, randomised',
  change: -0.735, outcome: 'serious violent crime in the squares on treatment days, against control days',
  uncertainty: 'as the force reported it; no interval in the source we hold', significant: null, doi: '10.1007/s41887-021-00067-2',
};
const THAMES_VALLEY: Trial = {
  title: 'Thames Valley, patrols tasked by an app: 45 hotspots, randomised',
  change: -0.087, outcome: 'violent crime on treatment days, against control days',
  uncertainty: 'not significant', significant: false, doi: '10.21203/rs.3.rs-4650164/v1',
};
const KOPER: Trial = {
  title: 'Koper 1995, Minneapolis: observation, not a trial',
  change: null, outcome: 'time until the next disorder after a patrol; longest after stays of about 10 to 16 minutes',
  uncertainty: 'observed, not randomised', significant: null, doi: '10.1080/07418829500096231',
};

function ruleOf(id: string): PatrolRule {
  const rule = RULES.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`No rule "${id}".`);
  return rule;
}

/** Rules to start from; every value can be changed. */
export const RULE_PRESETS: readonly RulePreset[] = [
  {
    rule: ruleOf('home-office'),
    minutes: [15, 15],
    evidence: {
      text: ['One continuous patrol of 15 minutes in each hotspot every three days.', 'A requirement, not a trialled dose: no study of exactly this rule is known to us, so no effect is given.'],
      trials: [], source: 'Home Office requirement adopted in the Bedfordshire Police and Crime Plan, October 2024',
    },
  },
  {
    rule: ruleOf('rowan'),
    minutes: [15, 15],
    evidence: {
      text: ['A third of the hotspots drawn at random (7 of 21), one foot patrol of 15 minutes by two officers on each day drawn.', 'No displacement was found within 100 m, and no effect on later days without patrol. The difference was largest after three days in a row: the draw holds for three days.'],
      trials: [ROWAN, THAMES_VALLEY], source: '',
    },
  },
  {
    rule: ruleOf('small-squares'),
    minutes: [15, 20],
    evidence: {
      text: ['One patrol of 15 to 20 minutes a day in each small square (150 m).', 'The trial drew days at random and patrolled squares far smaller than LSOAs: its result may not carry over to larger places.'],
      trials: [SOUTHEND, THAMES_VALLEY], source: '',
    },
  },
  {
    rule: ruleOf('koper'),
    minutes: [10, 16],
    evidence: {
      text: ['Visits of 10 to 16 minutes at least every two hours within the peak hours.', 'It comes from observed stays, not from a trial, so no effect is given. It needs many officers.'],
      trials: [KOPER], source: '',
    },
  },
];

const SHIFT = { days: [0, 1, 2, 3, 4, 5, 6], pairs: 1, mode: 'on-foot', hubs: [], base: null, pause: { minutes: 45, from: 180, to: 360 }, patrolMinutes: null } as const satisfies Partial<Shift>;

/** Shifts to start from: an assumption to be replaced by the hub's own times (Operation Rowan's late shift was 14:00 to midnight). */
export const SHIFT_PRESETS: readonly Shift[] = [
  { ...SHIFT, id: 'early', title: 'Early', start: 7 * 60, end: 15 * 60 },
  { ...SHIFT, id: 'late', title: 'Late', start: 14 * 60, end: 24 * 60 },
  { ...SHIFT, id: 'night', title: 'Night', start: 22 * 60, end: 7 * 60 },
];
