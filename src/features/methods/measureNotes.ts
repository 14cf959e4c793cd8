import { ASSESSMENT_NOTES } from './assessmentNotes.ts';
import { PATROL_NOTES } from './patrolNotes.ts';
import { COMPARISON_NOTES } from './comparisonNotes.ts';
import { HOTSPOT_NOTES } from './hotspotNotes.ts';
import { type MeasureNote, OHID } from './note.ts';

export const MEASURE_NOTES: readonly MeasureNote[] = [
  {
    id: 'dsr',
    title: 'Directly standardised rate (DSR)',
    meaning: 'The rate the area would have if its people had the ages of the European Standard Population 2013. It makes a student town and a retirement village comparable.',
    formula: 'DSR = 100,000 × Σ(w × x ÷ n) ÷ Σ w',
    symbols: [
      ['x', 'victims of the age band (an offence with two victims counts two)'],
      ['n', 'person-years of residents in the age band'],
      ['w', 'standard population of the age band: 5,000 aged 0 to 4 … 1,000 aged 90 and over; 100,000 in all'],
    ],
    source: 'Eurostat, European Standard Population 2013; OHID, Fingertips technical guidance.',
    caveats: [
      'Needs the victim’s age, so it can be computed from police and health extracts, never from data.police.uk.',
      'Victims whose age is not recorded are in the counts but not in the rate; their number is shown.',
      'An age band without residents and without victims contributes nothing. With victims, the area has no DSR and says so.',
      'With ages chosen, both the victims and the standard population are those of the chosen bands only, as Fingertips does for “under 75”: the rate is then “directly standardised over ages 10-24” and comparable only with others over the same ages.',
      'Not shown below 10 victims: neither the value nor its limits.',
    ],
  },
  {
    id: 'dsr-limits',
    title: 'Limits of the DSR',
    meaning: 'The range that chance alone leaves open. With 95% limits, about 19 of 20 such ranges hold the true rate.',
    formula: 'limit = DSR + 100,000 × √(V ÷ O) × (B − O), with V = Σ x (w ÷ n)² ÷ (Σ w)²',
    symbols: [
      ['O', 'all victims counted'],
      ['B', 'Byar’s lower or upper limit of O'],
      ['V', 'variance of the weighted sum'],
    ],
    source: 'Dobson and others (1991), Statistics in Medicine 10, 457–462, with Byar’s approximation as Fingertips uses it.',
    caveats: [
      'The method takes events as independent. Violence repeats on the same people, so true limits are wider still; the data do not say who is hurt twice.',
      'Limits published elsewhere may be narrower than the method gives on their own counts: a rate from O events is uncertain by at least about 1.96 ÷ √O of itself. Where figures published before come with the pack, the Assessment view works this out beside them.',
    ],
  },
  {
    id: 'rate',
    title: 'Crude rate',
    meaning: 'Offences per 100,000 residents a year, without regard to age.',
    formula: 'rate = 100,000 × O ÷ N',
    symbols: [
      ['O', 'offences (one per reference)'],
      ['N', 'person-years of the residents: all of them, or those of the chosen ages; of one sex only where the population is held by sex'],
    ],
    source: `${OHID} Limits: exact (chi-square) below 10 events, Byar’s from 10.`,
    caveats: [
      'On the map and in the table, areas with fewer than 10 offences read “too few to say”, with the further months needed at the present pace.',
      'Residents are the wrong denominator for town centres at night: areas inside night-time hotspots are flagged.',
    ],
  },
  ...COMPARISON_NOTES,
  {
    id: 'count',
    title: 'Count and count quintile',
    meaning: 'Offences that match the filter. Quintiles put the county’s areas in order of their count and cut the order into fifths; areas with equal counts stay together, and 5 is the fifth with the highest counts.',
    formula: null,
    symbols: [],
    source: 'Quantile rule of the Public Health England method (ties share the lower rank).',
    caveats: ['A count says where the work is, not where the risk is: large and busy areas have more of everything.'],
  },
  {
    id: 'imd',
    title: 'Deprivation (IMD) quintile and decile',
    meaning: 'England’s LSOAs ranked by the Index of Multiple Deprivation and cut into fifths or tenths. 1 is the most deprived.',
    formula: null,
    symbols: [],
    source: 'MHCLG, English Indices of Deprivation.',
    caveats: ['The fifths are England’s, not the county’s: they are never cut anew within the county.', 'It describes areas, not the people in them.'],
  },
  {
    id: 'density',
    title: 'Population density quintile',
    meaning: 'Census 2021 residents per square kilometre, in fifths.',
    formula: 'density = residents ÷ area in km²',
    symbols: [],
    source: 'ONS, Census 2021; areas of the boundaries in the British National Grid.',
    caveats: ['Residents, not people present: shopping streets and the airport read as empty.'],
  },
  ...HOTSPOT_NOTES,
  ...ASSESSMENT_NOTES,
  ...PATROL_NOTES,
];
