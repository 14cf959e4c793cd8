import { type MeasureNote, OHID } from './note.ts';

/** How areas are compared: classes, benchmarks, many areas at once, the funnel, ratios. */
export const COMPARISON_NOTES: readonly MeasureNote[] = [
  {
    id: 'class',
    title: 'Class against the benchmark',
    meaning: 'Significantly higher: the area’s lower limit is above the benchmark’s value. Significantly lower: its upper limit is below. Similar: everything else, a limit exactly on the value included.',
    formula: null,
    symbols: [],
    source: OHID,
    caveats: [
      'It is the area’s interval against the benchmark’s value, not whether two intervals overlap; an area is part of the county it is compared with.',
      'At 95%, about 1 area in 40 reads “higher” by chance alone when there is no difference at all. The number expected among the areas that could be compared stands beside the number found, for the chosen places and for the whole county; choose 99.8% to bring it below one.',
      'In the table a bar shows the limits, an upright line the rate and a dotted one the benchmark. The axis ends where the upper limits of 95% of the areas do; an arrow marks limits that go on.',
      'The class belongs to the filter on screen. It is computed anew for every change and never carried over.',
    ],
  },
  {
    id: 'benchmark',
    title: 'What areas are compared with',
    meaning: 'The county’s rate for the same filter, unless you choose another: each area’s own borough, one borough, a value typed in, or a saved selection.',
    formula: null,
    symbols: [],
    source: OHID,
    caveats: [
      'County and boroughs follow the filter: what, who, when. Places chosen under “Where” do not change them.',
      'A typed value does not follow the filter. It stands for one kind of rate; by the other kind areas have no class, and the screen says so.',
      'A saved selection keeps its own what, who, when and where, on the data set that is open. Its rates are compared with only where both are over the same hours, ages and residents; where small counts are withheld, also only over other months or other places.',
      'A benchmark is treated as known without error. A small one, such as a ward in one year, is not.',
    ],
  },
  {
    id: 'fdr',
    title: 'False discovery rate',
    meaning: 'Comparing hundreds of areas at 95% marks some of them wrongly. Held to a false discovery rate of 5%, an area is marked only where its adjusted p-value is below 0.05: of all areas marked, at most 1 in 20 on average is marked wrongly, however many are compared.',
    formula: 'adjusted p of the area at rank i of m = the smallest p × m ÷ rank among the areas from rank i on',
    symbols: [
      ['p', 'the level at which the area’s own limit would touch its benchmark: p below 0.05 is exactly “the 95% limits leave the benchmark out”'],
      ['m', 'areas with a rate and a benchmark, in the whole county'],
    ],
    source: 'Benjamini and Hochberg (1995), Journal of the Royal Statistical Society B 57, 289–300.',
    caveats: [
      'Limits are drawn at 95%; an area whose limits leave the benchmark out may still read “similar”, and its card then says so.',
      'The promise is for all areas marked in the county together, higher and lower, not for those of one town.',
      'It deals with chance only. It does not mend events that are not independent, or a benchmark that is the wrong one.',
    ],
  },
  {
    id: 'funnel',
    title: 'Funnel plot',
    meaning: 'Rates against the size of the areas. Between the lines lie the rates that chance alone would give an area of that size if it did not differ from the benchmark: 95% of them within the inner lines, 99.8% within the outer ones.',
    formula: null,
    symbols: [],
    source: 'Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202, with exact Poisson limits.',
    caveats: [
      'The lines are around the benchmark, the limits in the table around each area. Near a line a point may lie on the other side of it than its class says.',
      'A standardised rate stands at the person-years that would give its events at its rate.',
      'Where far more than 1 point in 20 lies outside the inner lines, the areas differ by more than chance. The funnel shows which differ most, not why.',
      'There is none where each area has its own benchmark.',
    ],
  },
  {
    id: 'ratio',
    title: 'Ratio to a saved selection',
    meaning: 'How many times the saved selection’s crude rate the chosen places have, with limits: two periods of a town, or two towns in one period.',
    formula: 'ratio = (O₁ ÷ N₁) ÷ (O₂ ÷ N₂)',
    symbols: [
      ['O', 'events of each side'],
      ['N', 'person-years of each side'],
    ],
    source: 'Limits: given all events of both sides, those of the first are binomial; mid-P.',
    caveats: ['The two sides should not hold the same events: a part against its whole has wider limits than it needs, because the two move together.', 'Crude rates do not allow for different ages.'],
  },
  {
    id: 'agreement',
    title: 'Agreement of the sources',
    meaning: 'In how many of the sources (police, A&E, admissions, ambulance) an area is significantly higher than the county. Each source answers for its own whole period and all its violence, whatever the filter; standardised where it holds age, otherwise by the crude rate.',
    formula: null,
    symbols: [],
    source: `${OHID} The classes are those above.`,
    caveats: [
      'Street data take part only where there is no police extract: the two count the same offences. Night-time profiles take no part.',
      'Sources cover different years and different harm. Agreement makes a finding firmer; that only one source is higher does not make it wrong.',
      'An area with too few events in a source has no class there: the number of sources that could be compared stands beside.',
    ],
  },
  {
    id: 'class-by-imd',
    title: 'Class and deprivation together',
    meaning: 'The class against the benchmark and England’s fifth of deprivation on one map. Deprived areas with more violence are what one expects; a less deprived area with more violence, or a deprived one with less, is worth a question.',
    formula: null,
    symbols: [],
    source: `${OHID} MHCLG, English Indices of Deprivation.`,
    caveats: ['Both are of areas. It says nothing of whether the people hurt are deprived.', 'Deprivation is measured partly by crime, so the two are not independent.'],
  },
];
