import type { Agreement } from '../../model/agreement.ts';
import { joined } from '../../model/kinds.ts';
import { CLASS, REASON } from '../../model/measures.ts';

const CLASSIFIED: ReadonlySet<number | undefined> = new Set([CLASS.lower, CLASS.similar, CLASS.higher]);

/**
 * "Also significantly higher in A&E attendances and ambulance callouts (2 of 3 other sources).": how the sources other
 * than the one shown class an area. Sources in which it has no class (too few events, or a withheld rate) are left out of the number.
 */
export function agreementSentence({ sources }: Pick<Agreement, 'sources'>, shown: string, area: number, higherHere: boolean): string {
  const others = sources.filter(({ dataSet, classes }) => dataSet !== shown && CLASSIFIED.has(classes[area]));
  if (others.length === 0) return notCompared(sources.filter(({ dataSet }) => dataSet !== shown), area);
  const higher = others.filter(({ classes }) => classes[area] === CLASS.higher).map(({ title }) => title);
  const number = others.length === 1 ? 'the only other source with a class here' : `${higher.length} of ${others.length} other sources`;
  if (higher.length > 0) return `${higherHere ? 'Also significantly' : 'Significantly'} higher in ${joined(higher)} (${number}).`;
  return `Not significantly higher in ${others.length === 1 ? (others[0]?.title ?? '') : `any of the ${others.length} other sources`}.`;
}

function notCompared(others: Agreement['sources'], area: number): string {
  const withheld = others.filter(({ reasons }) => reasons[area] === REASON.belowThreshold).length;
  if (withheld === 0) return 'No other source has enough events here to compare.';
  return withheld === others.length ? 'Every other source withholds its rate here.' : 'No other source has a rate here to compare: it is withheld, or there are too few events.';
}
