import type { AreaDefinition, LsoaVintage } from '../areaDefinition.ts';
import { stop } from '../problem.ts';
import type { Candidate, Inventory } from './inventory.ts';

/** The files used for each role, and those recognised but left aside. */
export interface Chosen {
  readonly boundaries: Candidate;
  readonly lookup: Candidate;
  readonly wards: Candidate | null;
  readonly imd: Candidate;
  readonly residents: Candidate;
  readonly population: readonly Candidate[];
  readonly street: readonly Candidate[];
  readonly unused: readonly { readonly label: string; readonly why: string }[];
}

/**
 * Chooses among the recognised files, by content. Stops where a role has no file, or two that nothing tells apart.
 * `withoutStreet`: street files are not wanted, because the records come from elsewhere.
 */
export function chooseFiles(inventory: Inventory, definition: AreaDefinition, vintage: LsoaVintage, folder: string, { withoutStreet = false } = {}): Chosen {
  const unused = [...inventory.unused];
  const ofRole = (role: string): Candidate[] => inventory.candidates.filter(({ is }) => is.role === role);
  const only = (candidates: readonly Candidate[], what: string): Candidate => {
    const [first, second] = candidates;
    if (!first) return stop(`No file with ${what} was found`, folder, describeFolder(inventory));
    if (second) stop(`Two files hold ${what}`, `${first.file.label} and ${second.file.label}`, 'Leave the one you want in the folder.');
    return first;
  };
  const setAside = (candidates: readonly Candidate[], why: string): void => {
    for (const { file } of candidates) unused.push({ label: file.label, why });
  };
  const ofVintage = (candidates: readonly Candidate[], what: string): Candidate[] => {
    setAside(candidates.filter(({ is }) => vintageOf(is) !== vintage), `${what} of the other LSOA vintage; this pack is on ${vintage} LSOAs`);
    return candidates.filter(({ is }) => vintageOf(is) === vintage);
  };
  const [residents, otherResidents] = chooseResidents(ofRole('residents'), vintage);
  setAside(otherResidents, 'the residents are taken from another file');
  const [wards, otherWards] = chooseWards(ofVintage(ofRole('wards'), 'a ward lookup'), definition.wardEditions[vintage]);
  setAside(otherWards, 'another ward edition is used');
  const street = ofRole('street');
  if (withoutStreet) setAside(street, 'the records come from --records');
  else if (street.length === 0) stop('No street-level crime file was found', folder, describeFolder(inventory));
  return {
    boundaries: only(ofVintage(ofRole('boundaries'), 'boundaries'), `${vintage} LSOA boundaries (GeoJSON with the property LSOA${vintage.slice(2)}CD)`),
    lookup: only(ofRole('lookup'), 'the lookup of 2011 to 2021 LSOAs (LSOA11CD, LSOA21CD, LADyyCD)'),
    wards,
    imd: only(ofVintage(ofRole('imd'), 'deprivation'), `the Index of Multiple Deprivation ${vintage === '2011' ? '2019' : '2025'} by ${vintage} LSOA`),
    residents: only(residents, 'Census 2021 usual residents by LSOA'),
    population: ofRole('population'),
    street: withoutStreet ? [] : street,
    unused,
  };
}

function vintageOf(is: Candidate['is']): LsoaVintage | null {
  return 'vintage' in is ? is.vintage : null;
}

/** The 2021 table is the one published; sums of it on 2011 LSOAs serve only where it is absent. */
function chooseResidents(candidates: readonly Candidate[], vintage: LsoaVintage): [Candidate[], Candidate[]] {
  const published = candidates.filter(({ is }) => vintageOf(is) !== '2011');
  const summed = candidates.filter(({ is }) => vintageOf(is) === '2011');
  return published.length > 0 || vintage === '2021' ? [published, summed] : [summed, []];
}

function editionOf({ is }: Candidate): string {
  return is.role === 'wards' ? is.edition : '';
}

function chooseWards(candidates: readonly Candidate[], edition: string | null): [Candidate | null, Candidate[]] {
  const sorted = [...candidates].toSorted((a, b) => Number(editionOf(b) === edition) - Number(editionOf(a) === edition) || (editionOf(a) > editionOf(b) ? -1 : 1));
  const [best, next] = sorted;
  if (best && next && editionOf(best) === editionOf(next)) {
    stop(`Two files hold the 20${editionOf(best)} ward lookup`, `${best.file.label} and ${next.file.label}`, 'Leave the one you want in the folder.');
  }
  return [best ?? null, sorted.slice(1)];
}

function describeFolder(inventory: Inventory): string {
  const seen = [...inventory.unused.map(({ label, why }) => `${label} (${why})`), ...inventory.candidates.map(({ file, is }) => `${file.label} (${is.role})`)];
  return `Add it to the folder; geodata/README.md says where it is published. Found there: ${seen.slice(0, 6).join('; ')}${seen.length > 6 ? `; and ${seen.length - 6} more` : ''}.`;
}
