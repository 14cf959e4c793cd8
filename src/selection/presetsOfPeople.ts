import type { DataSetEntry } from '../model/manifest.ts';
import type { Selection } from '../model/selection.ts';
import { AGE_BAND_COUNT, ageBandOf, FLAGS } from '../model/vocabulary.ts';
import type { Preset } from './presets.ts';

export type PeoplePresetId = 'violence-against-women-and-girls' | 'serious-youth-violence' | 'domestic-abuse';

/**
 * What the assessment lists as violence against women and girls: all domestic abuse, child sexual exploitation and
 * abuse, honour-based offences, homicide, rape, other sexual offences, violence with injury, stalking and harassment,
 * modern slavery. Violence and sexual offences hold these with all their subgroups (stalking and harassment are violence
 * without injury); public order is the second largest type that the police's profile counts among them.
 */
const VAWG_TYPES: readonly string[] = ['violence-and-sexual-offences', 'public-order'];
/** Offences in which somebody was killed or injured. */
const SERIOUS: readonly string[] = ['homicide', 'violence-with-injury'];
const FEMALE = 0;

const NO_NEEDS = { group: 'people', needsHours: false, needsSubgroup: false, needsAge: false, needsSex: false, needsFlags: false } as const;

export const PEOPLE_PRESETS: readonly Preset[] = [
  {
    ...NO_NEEDS, id: 'violence-against-women-and-girls', title: 'Violence against women and girls', needsSex: true, needsAge: true,
    detail: 'Female victims aged 10 and over of violence and sexual offences, and of public order offences where the data holds them. The needs assessment says over 10: age bands are five years wide, '
      + 'so ten-year-olds are in it. Domestic abuse recorded as another type of crime is not.',
    patch: womenAndGirls,
  },
  {
    ...NO_NEEDS, id: 'serious-youth-violence', title: 'Serious youth violence', needsSubgroup: true, needsAge: true,
    detail: 'Victims aged 10-24 of homicide or violence with injury. This is our definition: the police’s own marker is not in the data, so threats with a knife or gun and robbery are not in it.',
    patch: seriousYouthViolence,
  },
  {
    ...NO_NEEDS, id: 'domestic-abuse', title: 'Domestic abuse', needsFlags: true,
    detail: 'Offences that carry the domestic abuse flag, whoever the victim.',
    patch: () => ({ flags: [FLAGS.findIndex(({ id }) => id === 'domestic-abuse')] }),
  },
];

/** Without a choice of types where the data set holds no other crimes: there it would choose nothing. */
function womenAndGirls({ kinds }: DataSetEntry): Partial<Selection> {
  const types = new Set(kinds.filter(({ crime }) => crime).map(({ type }) => type));
  const listed = VAWG_TYPES.filter((type) => types.has(type));
  if (listed.length === 0) return {};
  return { ...(listed.length < types.size ? { types: listed } : {}), sexes: [FEMALE], ages: bands(10, 130) };
}

function seriousYouthViolence({ kinds }: DataSetEntry): Partial<Selection> {
  const subgroups = SERIOUS.filter((id) => kinds.some(({ subgroup }) => subgroup === id));
  return subgroups.length === 0 ? {} : { subgroups, ages: bands(10, 24) };
}

/** Codes of the bands from one age to another, both included. */
function bands(from: number, to: number): readonly number[] {
  return Array.from({ length: AGE_BAND_COUNT }, (_, band) => band).filter((band) => band >= ageBandOf(from) && band <= ageBandOf(to));
}
