/** What the legend of "agreement of the sources" says. */
import type { Agreement, SourceClasses } from '../../model/agreement.ts';
import { joined } from '../../model/kinds.ts';
import { RATE_TITLES, REASON } from '../../model/measures.ts';
import { monthTitle } from '../../model/months.ts';
import type { OpenedPack } from '../../model/pack.ts';
import { lowerFirst } from '../../model/text.ts';
import { partlyCompared } from './agreementClasses.ts';
import type { Legend } from './legend.ts';
import { LEVELS } from './rateText.ts';

export const AGREEMENT_TITLE = 'Higher in how many sources';

/** The benchmark is always the county: the filter and the chosen benchmark have no part in it. */
export function agreementText({ id, manifest }: OpenedPack, agreement: Agreement | null): Omit<Legend, 'items' | 'grid'> {
  if (agreement === null || agreement.pack !== id) return { title: AGREEMENT_TITLE, subtitle: 'The sources are being compared.', source: '', caveat: '' };
  const partly = partlyCompared(agreement);
  const withheld = agreement.sources.some(({ reasons }) => reasons.includes(REASON.belowThreshold));
  return {
    title: AGREEMENT_TITLE,
    subtitle: `Significantly higher than ${manifest.benchmark} (${LEVELS[agreement.confidence]}), whatever the filter, in: ${joined(agreement.sources.map(withPeriod))}. Each over its whole period.`,
    source: agreement.sources.map(({ title, rate }) => `${title}: ${lowerFirst(RATE_TITLES[rate].full)}`).join('. '),
    caveat: [
      partly > 0 ? `${partly === 1 ? '1 area has' : `${partly} areas have`} too few events${withheld ? ', or a withheld rate,' : ''} in some source to be compared there, and count from the others.` : '',
      'The sources overlap: one assault can be recorded by the police and by a hospital.',
      manifest.demonstration ? 'Demonstration data.' : '',
    ].filter(Boolean).join(' '),
  };
}

function withPeriod({ title, period: { from, to } }: SourceClasses): string {
  return `${title} (${from === to ? monthTitle(from) : `${monthTitle(from)} to ${monthTitle(to)}`})`;
}
