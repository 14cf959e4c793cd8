import type { PublishedValue } from '../../../src/model/published.ts';
import { HOTSPOT_IDS, HOTSPOT_NAMES } from '../../demo/nte.ts';
import { NTE_KINDS, PUBLISHED_OFFENCE } from '../../demo/nteKinds.ts';
import type { PublishedFigures } from '../../demo/publishedFigures.ts';
import { deciles, months, ratesByBorough } from './rates.ts';
import { ADMISSIONS, ATTENDANCES, codesOf, from, NIGHT_TIME, type CountyFacts, type Period, type Value } from './value.ts';

const year = (of: number): Period => ({ from: `${of}-01`, to: `${of}-12` });

/** Ambulance callouts, A&E attendances and admissions (Tables 9 and 10, Figures 17 to 27). */
export function health(figures: PublishedFigures, { dsr: facts, further_figures: more }: CountyFacts): PublishedValue[] {
  const attendances = figures.dsr.ae_attendances_after_assault_2016_17_to_2020_21;
  const admissions = figures.dsr.hospital_admissions_due_to_violence_2011_12_to_2020_21;
  const callouts = figures.ambulance_callouts_for_assault;
  const counts = (prefix: string, value: Value, events: typeof attendances.events): PublishedValue[] => [
    ...codesOf(figures).map(({ name, code }) => value(`${prefix}-rates-by-borough/${code}/count`, events[name])),
    value(`${prefix}-rates-by-borough/county/count`, events.total),
  ];
  const [table9, table10] = [from('Table 9', ATTENDANCES), from('Table 10', ADMISSIONS)];
  return [
    ...([2022, 2023] as const).map((of) => from('section 3.1.2.1', year(of))(`ambulance-by-year/year-${of}/count`, callouts[of])),
    from('Figure 17', year(2023))('ambulance-top-areas/top/share', callouts.top_10_lsoas_share, { areas: true }),
    from('Figure 17', year(2023))('ambulance-top-areas/top/count', more.ambulance_top_10_callouts_2023, { areas: true }),
    ...counts('attendances', table9, attendances.events),
    ...ratesByBorough('attendances', table9, figures, attendances, facts.ae_attendances_after_assault_2016_17_to_2020_21),
    from('Figure 19', ATTENDANCES)('attendances-rates-by-area/higher/total', attendances.lsoas_significantly_higher, { areas: true }),
    ...deciles('attendances', from('Figure 20', ATTENDANCES), attendances),
    from('section 3.1.2.2', ATTENDANCES)('attendances-by-imd-quintile/two-most-deprived/share', more.ae_two_most_deprived_quintiles_share, { areas: true }),
    ...counts('admissions', table10, admissions.events),
    ...ratesByBorough('admissions', table10, figures, admissions, facts.hospital_admissions_due_to_violence_2011_12_to_2020_21),
    from('Figure 23', ADMISSIONS)('admissions-rates-by-area/higher/total', admissions.lsoas_significantly_higher, { areas: true }),
    ...months('admissions-by-month', from('Figure 25', ADMISSIONS), figures, figures.admissions_by_month_2011_12_to_2020_21),
  ];
}

/** The night-time economy hotspots (Table 12). */
export function nightTime(figures: PublishedFigures): PublishedValue[] {
  const value = from('Table 12', NIGHT_TIME);
  return HOTSPOT_NAMES.flatMap((name) => {
    const hotspot = figures.nte_hotspots[name];
    const id = HOTSPOT_IDS[name];
    return [
      value(`night-time-hotspots/${id}/offences`, hotspot.offences),
      value(`night-time-hotspots/${id}/incidents`, hotspot.asb_incidents),
      value(`night-time-hotspots/${id}/per-weekend`, hotspot.offences_per_weekend),
      value(`night-time-hotspots/${id}/domestic-abuse`, hotspot.domestic_share),
      value(`night-time-hotspots/${id}/hate`, hotspot.hate_share),
      ...Object.entries(hotspot.top_offences).map(([title, share]) => {
        const kind = NTE_KINDS[PUBLISHED_OFFENCE[title] ?? -1];
        return value(`night-time-hotspots/${id}.${kind?.subgroup ?? kind?.type}/share`, share);
      }),
    ];
  });
}

