import { formatMonth, parseMonth } from '../../model/months.ts';
import type { DataSetEntry } from '../../model/manifest.ts';
import { sentenceCase } from '../../model/text.ts';
import { narrowed, readSource, type Context, type Source } from '../context.ts';
import { ageFigure } from '../figures/ages.ts';
import { deprivationShareFigure } from '../figures/deprivationShares.ts';
import { weekdayHourFigure } from '../figures/hours.ts';
import { monthFigure } from '../figures/months.ts';
import { missingRates } from '../figures/rateKind.ts';
import { rateFigures } from '../figures/rates.ts';
import type { Subject } from '../figures/subject.ts';
import { topAreasFigure } from '../figures/topAreas.ts';
import { yearFigure } from '../figures/years.ts';
import { accountFor, given, introductionOf, together, type Promised, type SectionDraft } from './section.ts';

const AMBULANCE = { prefix: 'ambulance', what: 'ambulance callouts to assaults' };
const ATTENDANCES = { prefix: 'attendances', what: 'A&E attendances after assault' };
const ADMISSIONS = { prefix: 'admissions', what: 'hospital admissions due to violence' };

function promised({ prefix, what }: Pick<Subject, 'prefix' | 'what'>, figures: readonly (readonly [string, string])[]): Promised[] {
  return figures.map(([id, by]) => ({ id: `${prefix}-${id}`, title: `${sentenceCase(what)} ${by}` }));
}

const noHours = (entry: DataSetEntry): string => `“${entry.title}” gives months, not days or hours.`;
const noSuch = (what: string): string => `The pack holds no ${what}.`;

/** Callouts by year over the period; where, when and to whom over its last twelve months, as sharing agreements roll. */
export function ambulanceSection(context: Context, entry: DataSetEntry | null): SectionDraft {
  const section = { id: 'ambulance', title: 'Ambulance callouts' };
  const list = promised(AMBULANCE, [['by-year', 'by year'], ['top-areas', 'by area'], ['by-age-sex', 'by age and sex'], ['by-month', 'by month'], ['by-weekday-hour', 'by weekday and hour']]);
  if (!entry) return { ...section, introduction: [], part: accountFor(given(), list, noSuch('ambulance callouts')) };
  const source = readSource(context, entry);
  const lastYear: Subject = { ...AMBULANCE, source: lastTwelveMonths(context, source) };
  const part = together(
    given(yearFigure(context, { ...AMBULANCE, source }), topAreasFigure(context, lastYear)),
    ageFigure(context, lastYear),
    given(monthFigure(context, lastYear), entry.fields.weekdayHour ? weekdayHourFigure(context, lastYear) : null),
  );
  const explained = accountFor(part, list.filter(({ id }) => id.endsWith('top-areas')), 'Fewer than ten areas have a count that may be shown.');
  return { ...section, introduction: introductionOf(source), part: accountFor(explained, list, noHours(entry)) };
}

function lastTwelveMonths(context: Context, source: Source): Source {
  const to = source.months.at(-1);
  const last = to === undefined ? null : parseMonth(to);
  if (to === undefined || last === null) return source;
  const from = formatMonth(last - 11);
  return (source.months[0] ?? to) >= from ? source : narrowed(context, source, { period: { from, to } });
}

export function attendanceSection(context: Context, entry: DataSetEntry | null): SectionDraft {
  return hospitalSection(context, entry, ATTENDANCES, { id: 'attendances', title: 'A&E attendances' }, false);
}

export function admissionSection(context: Context, entry: DataSetEntry | null): SectionDraft {
  return hospitalSection(context, entry, ADMISSIONS, { id: 'admissions', title: 'Hospital admissions' }, true);
}

function hospitalSection(context: Context, entry: DataSetEntry | null, names: Pick<Subject, 'prefix' | 'what'>, section: { readonly id: string; readonly title: string }, withMonths: boolean): SectionDraft {
  const list = [
    ...promised(names, [['by-year', 'by year']]), ...missingRates(names, '').map(({ id, title }) => ({ id, title })),
    ...promised(names, [...(withMonths ? [['by-month', 'by month and borough'] as const] : []), ['by-weekday-hour', 'by weekday and hour'], ['by-age-sex', 'by age and sex'], ['by-imd-quintile', 'by deprivation quintile']]),
  ];
  if (!entry) return { ...section, introduction: [], part: accountFor(given(), list, noSuch(names.what)) };
  const subject: Subject = { ...names, source: readSource(context, entry) };
  const part = together(
    given(yearFigure(context, subject)),
    rateFigures(context, subject),
    given(withMonths ? monthFigure(context, subject) : null, entry.fields.weekdayHour ? weekdayHourFigure(context, subject) : null),
    ageFigure(context, subject),
    given(deprivationShareFigure(context, subject)),
  );
  const hours = accountFor(part, list.filter(({ id }) => id.endsWith('weekday-hour')), noHours(entry));
  return { ...section, introduction: introductionOf(subject.source), part: accountFor(hours, list, 'The pack holds no deprivation for its areas.') };
}
