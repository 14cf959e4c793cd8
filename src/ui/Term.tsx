import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';

/** The field's terms in plain words. One wording for the whole product. */
export const GLOSSARY = {
  DSR: 'Directly standardised rate: what the rate would be if the area had the age structure of the European Standard Population 2013. It lets young and old areas be compared.',
  LSOA: 'Lower-layer Super Output Area: a census area of about 1,500 residents, whatever its size on the map.',
  IMD: 'Index of Multiple Deprivation: England’s official ranking of areas. Decile 1 is the most deprived tenth of England.',
  NTE: 'Night-time economy: places to drink, eat and dance after dark. Here 19:00 to 07:00 in four town centres.',
  ASB: 'Anti-social behaviour: incidents reported to the police that are not recorded crimes.',
  Limits: 'The range within which the underlying rate plausibly lies. With 95% limits, one area in forty would read “higher” by chance alone.',
  FDR: 'False discovery rate: among the areas marked higher or lower, the share that is marked wrongly. It is held to at most 5% on average by the Benjamini-Hochberg procedure, however many areas are compared.',
  Benchmark: 'What every area is compared with: the county’s rate for the same filter, unless you choose another.',
  'Gi*': 'Getis-Ord Gi*: how far the total of an area and its neighbours lies from what it would be if values were dealt out at random, in standard deviations (z). High values among high ones are hot, low among low ones cold.',
  'Local Moran': 'Local Moran’s I: whether an area resembles its neighbours (high among high, low among low: clusters) or differs from them (high among low, low among high: outliers).',
  'Moran’s I': 'One figure for the whole map: about 0 where values lie anywhere, towards 1 where like lies beside like, below 0 where unlike does.',
  'Gini': 'A figure for concentration from 0, every area holds the same, to 1, one area holds everything.',
  'PAI': 'Prediction accuracy index: the share of the next period’s events in the areas picked, divided by their share of the surface. 1 is no better than chance; small crowded areas make it large.',
  'PEI': 'Prediction efficiency index: the PAI divided by the best PAI that any choice of the same size could have had, known only afterwards. 1 is perfect.',
  'Harm': 'Each event counts as much as the weight of its offence subgroup, so that one homicide is worth hundreds of assaults. The weights are settings; their starting values come from the ONS Crime Severity Score, which has none for a whole subgroup.',
} as const;
export type GlossaryTerm = keyof typeof GLOSSARY;

/** A word of jargon that explains itself on press: works with a mouse, a finger and a keyboard. */
export function Term({ term, children }: { readonly term: GlossaryTerm; readonly children?: ReactNode }) {
  return (
    <DialogTrigger>
      <Button className="term">{children ?? term}<span className="unseen"> (explained)</span></Button>
      <Popover className="popover popover-term" placement="top" offset={4}>
        <Dialog className="popover-dialog small" aria-label={`What ${term} means`}>{GLOSSARY[term]}</Dialog>
      </Popover>
    </DialogTrigger>
  );
}
