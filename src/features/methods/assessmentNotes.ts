import type { MeasureNote } from './note.ts';

/** What only the assessment shows, and how colours are cut. */
export const ASSESSMENT_NOTES: readonly MeasureNote[] = [
  {
    id: 'inequality',
    title: 'Slope and relative index of inequality',
    meaning: 'How much more violence there is at the most deprived end of the population than at the least deprived, by a straight line through the ten deciles of deprivation. The slope index is the difference per 100,000 residents a year, the relative index the ratio of the two ends.',
    formula: 'rate of a decile = a + b × position, weighted by population; slope index = −b, relative index = a ÷ (a + b)',
    symbols: [
      ['position', 'middle of the decile’s share of the population, from 0 (most deprived) to 1 (least deprived)'],
      ['a, b', 'the line’s height at the most deprived end, and its slope'],
    ],
    source: 'Regidor (2004), Journal of Epidemiology and Community Health 58, 900–903; PHEindicatormethods.',
    caveats: [
      'A positive slope, and a ratio above 1, mean more among the most deprived. There is no ratio where the line reaches zero.',
      'Deciles are England’s, so a county has unequal numbers of people in them. Where a decile with residents has no rate, there is no index.',
      'Shown without limits: the published method simulates them.',
    ],
  },
  {
    id: 'concentration',
    title: 'Concentration',
    meaning: 'How unevenly events spread over the areas: the share in the fifth of the areas with most, and the Gini coefficient, 0 where every area has as many and near 1 where one area has all.',
    formula: null,
    symbols: [],
    source: 'Lorenz (1905); Gini (1912).',
    caveats: ['Counts also concentrate where events are few or people many. It describes, it does not explain.'],
  },
  {
    id: 'breaks',
    title: 'Classes of maps coloured by value',
    meaning: 'Counts and rates are cut into five classes when a data set opens, and stay so while you filter: the same colour means the same value. “Rescale” makes them anew from what is on screen.',
    formula: null,
    symbols: [],
    source: 'Quantiles: type 7 of Hyndman and Fan (1996). Natural breaks: Fisher (1958), which minimises the variation within classes. Round numbers: as R’s pretty().',
    caveats: ['Equal numbers of areas show rank, natural breaks show gaps, round numbers are easiest to read. The picture depends on the choice: compare maps only with the same classes.'],
  },
];
