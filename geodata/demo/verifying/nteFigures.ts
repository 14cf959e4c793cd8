import { FLAGS, WEEKDAYS } from '../../../src/model/vocabulary.ts';
import { HOTSPOT_IDS, HOTSPOT_NAMES, NTE_WEEKENDS } from '../nte.ts';
import { NTE_KINDS, PUBLISHED_OFFENCE } from '../nteKinds.ts';
import type { PublishedFigures } from '../publishedFigures.ts';
import { sum } from '../table.ts';
import { by, EXACT, information, section } from './figure.ts';
import type { Figure, Findings } from './figure.ts';
import { areasWhere } from './rates.ts';
import type { ReadPack } from './readPack.ts';
import { countRows, tally } from './rows.ts';

/** The night-time economy profile (Table 12): counts, leading offences, shares, peaks. */
export function nteFigures(pack: ReadPack, figures: PublishedFigures): Findings {
  const held = pack.dataSets.get('nte-profile');
  const skipped = { section: 'Night-time economy profile (Table 12)', why: 'the pack holds no profile data set; the published profile stands in the places' };
  return held ? { figures: HOTSPOT_NAMES.flatMap((name) => hotspot(pack, figures, name)), skipped: [] } : { figures: [], skipped: [skipped] };
}

/** Hours within the peaks that a text such as "23:00-03:00 and a smaller peak 19:00-20:00" names. */
function peakHours(text: string): Set<number> {
  const hours = new Set<number>();
  for (const [, from = '', to = ''] of text.matchAll(/(\d\d):00-(\d\d):00/g)) {
    for (let hour = Number(from); hour !== Number(to); hour = (hour + 1) % 24) hours.add(hour);
  }
  return hours;
}

function hotspot(pack: ReadPack, figures: PublishedFigures, name: (typeof HOTSPOT_NAMES)[number]): Figure[] {
  const held = pack.dataSets.get('nte-profile');
  if (!held) return [];
  const { entry, rows } = held;
  const figure = section(`Night-time economy, ${name} (Table 12)`);
  const published = figures.nte_hotspots[name];
  const members = new Set(areasWhere(pack.areas.nteHotspot, (id) => id === HOTSPOT_IDS[name]));
  const isOffence = (row: number): boolean => members.has(rows.area[row] ?? 0) && (entry.kinds[rows.kind[row] ?? 0]?.crime ?? false);
  const offences = countRows(rows, isOffence);
  const nightOf = (row: number): number => ((rows.weekday[row] ?? 0) + ((rows.hour[row] ?? 0) < 12 ? 6 : 0)) % 7;
  const nights = tally(rows, 7, (row) => (isOffence(row) ? nightOf(row) : -1));
  const hours = tally(rows, 24, (row) => (isOffence(row) ? (rows.hour[row] ?? 0) : -1));
  const outside = countRows(rows, (row) => members.has(rows.area[row] ?? 0) && (rows.hour[row] ?? 0) >= 7 && (rows.hour[row] ?? 0) < 19);
  const flagged = (id: string): number => countRows(rows, (row) => isOffence(row) && ((rows.flags?.[row] ?? 0) & (1 << FLAGS.findIndex((flag) => flag.id === id))) !== 0) / offences;
  const kindShare = (title: string): number => {
    const wanted = NTE_KINDS[PUBLISHED_OFFENCE[title] ?? -1];
    return countRows(rows, (row) => {
      const kind = entry.kinds[rows.kind[row] ?? 0];
      return isOffence(row) && kind?.type === wanted?.type && kind?.subgroup === wanted?.subgroup;
    }) / offences;
  };
  const profile = pack.places.features.find((place) => place.properties.kind === 'nte-hotspot' && place.properties.id === HOTSPOT_IDS[name])?.properties.profile;
  const locations = profile?.kind === 'nte' ? profile.keyLocations : [];
  const best = nights.indexOf(Math.max(...nights));
  const busiest = hours.indexOf(Math.max(...hours));
  return [
    figure('Offences', published.offences, offences, EXACT),
    figure('Incidents of anti-social behaviour', published.asb_incidents, countRows(rows, (row) => members.has(rows.area[row] ?? 0) && !isOffence(row)), EXACT),
    figure('Offences per weekend (nights of Friday and Saturday)', published.offences_per_weekend, ((nights[4] ?? 0) + (nights[5] ?? 0)) / NTE_WEEKENDS, by(0.05)),
    figure('Records outside 19:00-07:00', 0, outside, EXACT),
    ...Object.entries(published.top_offences).map(([title, share]) => figure(`${title}, share`, share, kindShare(title), by(0.005))),
    figure('Domestic, share', published.domestic_share, flagged('domestic-abuse'), by(0.005)),
    figure('Hate, share', published.hate_share, flagged('hate'), by(0.005)),
    ...Object.entries(published.key_locations).map(([title, share]) => figure(`Profile card: ${title}`, share, locations.find((each) => title.startsWith(each.title) || each.title.startsWith(title))?.share ?? NaN, EXACT)),
    figure('Busiest night is the published first (1 = yes)', 1, published.peak.startsWith(WEEKDAYS[best]?.title ?? '-') ? 1 : 0, EXACT),
    figure('Busiest hour lies in a published peak (1 = yes)', 1, peakHours(published.peak).has(busiest) ? 1 : 0, EXACT),
    figure(`Share of the busiest night, ${WEEKDAYS[best]?.title} into the next day`, NaN, (nights[best] ?? 0) / sum(nights), information(`published: ${published.peak}`)),
  ];
}
