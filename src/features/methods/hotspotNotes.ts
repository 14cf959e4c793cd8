import type { MeasureNote } from './note.ts';

/** The hotspot tests of the map. */
export const HOTSPOT_NOTES: readonly MeasureNote[] = [
  {
    id: 'gi-star',
    title: 'Hot and cold spots (Getis-Ord Gi*)',
    meaning: 'Whether an area together with its neighbours holds more, or less, than areas drawn at random would.',
    formula: 'z = (Σ wⱼxⱼ − x̄ Σ wⱼ) ÷ (s √((n Σ wⱼ² − (Σ wⱼ)²) ÷ (n − 1)))',
    symbols: [['xⱼ', 'count or rate of area j; x̄ and s are mean and standard deviation over all n areas tested'], ['wⱼ', '1 for the area itself and its neighbours, otherwise 0']],
    source: 'Ord and Getis (1995), Geographical Analysis 27, 286–306; permutations as PySAL’s esda; Benjamini and Hochberg (1995) for many areas.',
    caveats: [
      'p comes from seeded random arrangements of the other areas’ values over the neighbours, two-sided. For skewed counts the normal distribution finds hot spots where there are none.',
      'A hot spot needs neighbours that are high too: an area that is high alone is none, whatever its z.',
      'Counts follow where people are. For areas of different size test smoothed rates: raw rates of few residents make hot spots by chance.',
      'Whatever is found depends on the areas. Wards, hubs and hexagons are tested on the same events beside them: a place that is hot in one of them only is a weak finding.',
    ],
  },
  {
    id: 'local-moran',
    title: 'Clusters and outliers (local Moran)',
    meaning: 'Whether an area is like its neighbours (high among high, low among low) or unlike them (an outlier) beyond chance.',
    formula: 'I = (x − x̄) ÷ m₂ × mean of the neighbours’ (xⱼ − x̄)',
    symbols: [['m₂', 'mean square of all areas’ deviations from x̄']],
    source: 'Anselin (1995), Geographical Analysis 27, 93–115; global index: Cliff and Ord (1981), Spatial Processes.',
    caveats: ['p is twice the smaller tail of seeded conditional permutations; the one-sided form that other programs give marks twice as many by chance.', 'The class says how an area is unlike chance, not how high it is.'],
  },
  {
    id: 'emerging',
    title: 'Emerging hot spots',
    meaning: 'How an area’s hot spells (Gi*, step by step) ran over the quarters or months of the period: new, consecutive, intensifying, persistent, diminishing, sporadic, oscillating, historical.',
    formula: null,
    symbols: [],
    source: 'ESRI, ArcGIS Pro: How Emerging Hot Spot Analysis works; trend by Mann-Kendall.',
    caveats: [
      'Needs at least 10 whole steps. A step is whole where every chosen month of it is held.',
      'Every step is tested against its own mean, so that a rise of the whole county makes no hot spots. ESRI’s tool looks back over steps and differs.',
      'With few events a step, few areas can be found in any of them.',
    ],
  },
  {
    id: 'persistence',
    title: 'Persistence',
    meaning: 'In how many of the last 12 steps the area’s rate was significantly higher than the benchmark.',
    formula: null,
    symbols: [],
    source: 'Classes against the benchmark as in OHID, Fingertips technical guidance, step by step.',
    caveats: ['At 95% an area no different from the benchmark reads higher in about 1 step of 40.', 'A step with fewer than 10 events has no class and counts as not higher; the area’s card says how many these are.'],
  },
  {
    id: 'change',
    title: 'Change between two periods',
    meaning: 'The rate of the last 12 months over that of the 12 before, with exact limits.',
    formula: 'ratio = (x₂ ÷ n₂) ÷ (x₁ ÷ n₁)',
    symbols: [['x₁, x₂', 'events of the earlier and the later period'], ['n₁, n₂', 'person-years']],
    source: 'Exact conditional limits: Clopper and Pearson (1934); R’s poisson.test; Benjamini and Hochberg (1995).',
    caveats: ['Areas picked because they were high tend to fall without any cause (regression to the mean): compare all areas.', 'Fewer than 10 events in both periods together: too few to say.', 'Of a shorter period its halves are compared, which may differ by season alone.', 'Periods of your own may lie outside the filter’s; the other filters apply to both.'],
  },
];
