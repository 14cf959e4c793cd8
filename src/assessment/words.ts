import type { Manifest } from '../model/manifest.ts';
import { unitOf } from '../model/kinds.ts';
import { MONTH_TITLES, monthOfYear, monthRange, parseMonth, yearOf } from '../model/months.ts';
import { populationWords } from '../model/population.ts';
import { sharedTitles } from '../model/sharedTitles.ts';
import { possessive } from '../model/text.ts';
import type { Context, Source } from './context.ts';

export { joined } from '../model/kinds.ts';
export { possessive };

/** "2019-01" -> "January 2019". */
export function longMonth(text: string): string {
  const month = parseMonth(text);
  return month === null ? text : `${MONTH_TITLES[monthOfYear(month) - 1] ?? ''} ${yearOf(month)}`;
}

/** "January 2019 to December 2023"; one month alone. */
export function periodTitle(from: string, to: string): string {
  return from === to ? longMonth(from) : `${longMonth(from)} to ${longMonth(to)}`;
}

/** The months that count, and how many of them are held: "January 2019 to December 2023 (37 of 60 months held)". */
export function monthsTitle(months: readonly string[]): string {
  const [from, to] = [months[0], months.at(-1)];
  if (from === undefined || to === undefined) return 'no months';
  const all = monthRange(parseMonth(from) ?? 0, parseMonth(to) ?? -1).length;
  return `${periodTitle(from, to)}${all > months.length ? ` (${months.length} of ${all} months held)` : ''}`;
}

/** Sentence on the period of a source. */
export function periodSentence({ months, ownPeriod }: Pick<Source, 'months' | 'ownPeriod'>): string {
  return ownPeriod ? `The data set holds none of the chosen months and answers for its own: ${monthsTitle(months)}.` : `Period: ${monthsTitle(months)}.`;
}

/** What is counted, in the data set's words. */
export function countedSentence({ entry, selection }: Pick<Source, 'entry' | 'selection'>): string {
  if (entry.rowsAreVictims) return 'Counts are offences, one per reference, however many victims they have.';
  if (entry.kind === 'street') return `Counts are ${unitOf(entry, selection)}${unitOf(entry, selection).includes('incidents') ? ' of anti-social behaviour' : ''}, as published.`;
  return `Counts are ${entry.unit}.`;
}

/** How a rate was made: numerator, denominators and years, limits. */
export function rateSentences(context: Context, { entry, evaluation }: Source, standardised: boolean): string {
  const population = populationWords(context.pack.manifest.population, evaluation.personTime);
  const patients = entry.kind === 'health-counts' ? 'patients' : 'victims';
  return [
    standardised
      ? `Directly age-standardised to the 2013 European Standard Population by the age of ${patients}, per 100,000 residents a year; ${patients} of unknown age are left out.`
      : 'Crude rate per 100,000 residents a year.',
    `Denominator: mid-year residents summed over the ${evaluation.personTime.months} months.`,
    population === null ? null : `${population}.`,
    `${percent(context.level)} limits by Byar’s method${standardised ? ' with Dobson’s adjustment' : ''}; below 10 events no rate.`,
  ].filter((part) => part !== null).join(' ');
}

/** How areas get their class. */
export function classSentence({ request, level, county }: Context): string {
  return request.confidence === 'fdr'
    ? `Higher or lower: the area differs from ${possessive(county)} value after the Benjamini-Hochberg procedure over all areas at 5%.`
    : `Higher or lower: the area’s ${percent(level)} limits lie wholly above or below ${possessive(county)} value.`;
}

export function wilsonSentence({ level }: Context): string {
  return `${percent(level)} limits of shares by Wilson’s method.`;
}

/** 0.95 -> "95%", 0.998 -> "99.8%". */
export function percent(level: number): string {
  return `${Number((level * 100).toFixed(1))}%`;
}

/** Texts one after the other, each with its full stop; empty ones left out. */
export function sentences(...texts: readonly string[]): string {
  return texts.filter((text) => text !== '').map((text) => (text.endsWith('.') ? text : `${text}.`)).join(' ');
}

/** Title and attribution of a data set. */
export function sourceOf({ entry }: Pick<Source, 'entry'>): string {
  return `${entry.title}. ${entry.attribution.replaceAll('(c)', '©')}`;
}

/** Titles of the pack's inputs that fit, by publisher and licence, each named once; of all, where none fits. */
export function inputsOf({ sources }: Pick<Manifest, 'sources'>, fits: RegExp): string {
  const chosen = sources.filter(({ title }) => fits.test(title));
  return listedInputs(chosen.length > 0 ? chosen : sources);
}

/** The same for a map, whose boundaries ask for their own attribution wherever it goes; without `fits` the boundaries alone. '' where there is neither. */
export function mapInputsOf({ sources }: Pick<Manifest, 'sources'>, fits?: RegExp): string {
  return listedInputs([...sources.filter(({ title }) => fits?.test(title)), ...sources.filter(({ title }) => /boundar/i.test(title))]);
}

function listedInputs(sources: Manifest['sources']): string {
  const groups = new Map<string, Set<string>>();
  for (const { title, publisher, licence } of sources) {
    const by = `(${publisher}; ${licence.replaceAll('(c)', '©')})`;
    groups.set(by, (groups.get(by) ?? new Set()).add(title));
  }
  return [...groups].map(([by, titles]) => `${sharedTitles([...titles]).join('; ')} ${by}`).join('. ');
}

/** "one area", "2 areas". */
export function plural(value: number, one: string, many: string): string {
  return `${value.toLocaleString('en-GB')} ${value === 1 ? one : many}`;
}
