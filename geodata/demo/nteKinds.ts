import type { KindEntry } from '../../src/model/manifest.ts';
import { CRIME_TYPES, OFFENCE_SUBGROUPS } from '../../src/model/vocabulary.ts';

function violence(id: (typeof OFFENCE_SUBGROUPS)[number]['id']): KindEntry {
  const subgroup = OFFENCE_SUBGROUPS.find((term) => term.id === id);
  return { type: 'violence-and-sexual-offences', typeTitle: 'Violence and sexual offences', subgroup: id, subgroupTitle: subgroup?.title ?? id, crime: true };
}

function plain(id: (typeof CRIME_TYPES)[number]['id']): KindEntry {
  const type = CRIME_TYPES.find((term) => term.id === id);
  return { type: id, typeTitle: type?.title ?? id, subgroup: null, subgroupTitle: null, crime: type?.crime ?? true };
}

/** What the published night-time economy profile counts; anti-social behaviour is incidents, not offences. */
export const NTE_KINDS: readonly KindEntry[] = [
  violence('violence-without-injury'), violence('violence-with-injury'), plain('public-order'), plain('criminal-damage-and-arson'),
  violence('rape'), violence('other-sexual-offences'), plain('drugs'), plain('possession-of-weapons'), plain('anti-social-behaviour'),
];
export const NTE_ASB = NTE_KINDS.length - 1;

/** Titles of the published "top offences" -> position in NTE_KINDS. */
export const PUBLISHED_OFFENCE: Readonly<Record<string, number>> = {
  'Violence without injury': 0, 'Violence with injury': 1, 'Public order': 2, 'Criminal damage': 3,
};

/** How what is not published is shared among the other kinds: relative. Public order and damage first. */
export const REMAINDER = [0, 0, 12, 10, 1.5, 3.5, 5, 2];
