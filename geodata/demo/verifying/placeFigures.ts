import { slug } from '../../../src/model/vocabulary.ts';
import { sum } from '../table.ts';
import { BOROUGH_NAMES } from '../publishedFigures.ts';
import type { PublishedFigures } from '../publishedFigures.ts';
import { EXACT, information, section, within } from './figure.ts';
import type { Figure } from './figure.ts';
import { areasWhere } from './rates.ts';
import type { ReadPack } from './readPack.ts';

const QUINTILES = ['most_deprived', 'more_deprived', 'deprived', 'more_affluent', 'most_affluent'] as const;
const ROLES: Readonly<Record<string, string>> = { insp: 'Inspectors', sgt: 'Sergeants', pc: 'Constables', pcso: 'PCSOs', police_staff: 'Police staff' };
/** The published names of one hub differ between documents. */
const HUB_TITLES: Readonly<Record<string, string>> = { 'Luton Airport': 'London Luton Airport' };

/** Area numbers of each borough, in the order of BOROUGH_NAMES. */
export function boroughAreas(pack: ReadPack, figures: PublishedFigures): number[][] {
  return BOROUGH_NAMES.map((name) => areasWhere(pack.areas.borough, (code) => code === figures.boroughs.lad_codes[name]));
}

/** Counts of areas, deprivation (Table 2), density (Figure 6) and staffing of the hubs. */
export function placeFigures(pack: ReadPack, figures: PublishedFigures): Figure[] {
  return [...areaCounts(pack, figures), ...deprivation(pack, figures), ...density(pack, figures), ...staffing(pack, figures)];
}

function areaCounts(pack: ReadPack, figures: PublishedFigures): Figure[] {
  const figure = section(`Areas (LSOA ${pack.manifest.lsoaVintage})`);
  const published = pack.manifest.lsoaVintage === '2011' ? figures.boroughs.lsoa_2011 : figures.boroughs.lsoa_2021;
  return [
    ...boroughAreas(pack, figures).map((members, i) => figure(BOROUGH_NAMES[i] ?? '', published[BOROUGH_NAMES[i] ?? 'Luton'], members.length, EXACT)),
    figure('County', published.total, pack.areas.code.length, EXACT),
  ];
}

function deprivation(pack: ReadPack, figures: PublishedFigures): Figure[] {
  const figure = section('Deprivation quintiles (Table 2)');
  if (pack.manifest.imd.edition !== '2019') return [];
  const groups = [...boroughAreas(pack, figures), pack.areas.code.map((_, area) => area)];
  return QUINTILES.flatMap((quintile, q) => [...BOROUGH_NAMES, 'total' as const].map((name, i) =>
    figure(`${quintile.replace('_', ' ')}, ${name}`, figures.imd_2019_quintiles_by_borough[quintile][name],
      (groups[i] ?? []).filter((area) => Math.ceil((pack.areas.imdDecile[area] ?? NaN) / 2) === q + 1).length, EXACT)));
}

function density(pack: ReadPack, figures: PublishedFigures): Figure[] {
  const figure = section('Density, persons per km2 (Figure 6)');
  const perKm2 = (members: readonly number[]): number =>
    sum(members.map((area) => pack.areas.residents[area] ?? NaN)) / sum(members.map((area) => pack.areas.areaKm2[area] ?? NaN));
  const sorted = Array.from(pack.areas.residents, (residents, area) => residents / (pack.areas.areaKm2[area] ?? NaN)).toSorted((a, b) => a - b);
  const edge = (share: number): number => Math.round(sorted[Math.round(share * sorted.length)] ?? NaN);
  const why = information('the published edges come from unrounded polygons and another rule for ties');
  return [
    ...boroughAreas(pack, figures).map((members, i) => figure(BOROUGH_NAMES[i] ?? '', figures.boroughs.density_per_km2_census_2021[BOROUGH_NAMES[i] ?? 'Luton'], Math.round(perKm2(members)), within(0.01))),
    figure('Edge of the lowest fifth', figures.boroughs.density_quintile_edges_per_km2.lowest_quintile_below, edge(0.2), why),
    figure('Edge of the highest fifth', figures.boroughs.density_quintile_edges_per_km2.highest_quintile_above, edge(0.8), why),
  ];
}

function staffing(pack: ReadPack, figures: PublishedFigures): Figure[] {
  const figure = section('Officers by community hub');
  const hubs = pack.places.features.map((feature) => feature.properties).filter((place) => place.kind === 'hub');
  const posts = (title: string, document: string, role: string) => {
    const profile = hubs.find((hub) => slug(hub.title) === slug(HUB_TITLES[title] ?? title))?.profile;
    const staff = profile?.kind === 'hub' ? profile.staffing.find((each) => document.endsWith(each.date)) : undefined;
    return staff?.posts.find((each) => each.role === (ROLES[role] ?? role));
  };
  return Object.entries(figures.community_hubs).flatMap(([document, byHub]) => Object.entries(byHub)
    .filter(([title]) => title !== 'total')
    .flatMap(([title, roles]) => Object.entries(roles).flatMap(([role, value]) => {
      const found = posts(title, document, role);
      const name = `${document}, ${title}, ${ROLES[role] ?? role}`;
      if (typeof value === 'number') return [figure(name, value, found?.inPost ?? NaN, EXACT)];
      return [figure(`${name}, in post`, value[0], found?.inPost ?? NaN, EXACT), figure(`${name}, budgeted`, value[1], found?.budgeted ?? NaN, EXACT)];
    })));
}
