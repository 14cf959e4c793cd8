import type { DataSetEntry } from '../../model/manifest.ts';
import { readSource, type Context } from '../context.ts';
import { VIOLENCE, violenceOf } from '../dataSets.ts';
import { ageFigure } from '../figures/ages.ts';
import { weekdayHourFigure } from '../figures/hours.ts';
import { monthFigure } from '../figures/months.ts';
import { missingRates } from '../figures/rateKind.ts';
import { rateFigures } from '../figures/rates.ts';
import { flagFigure, typeFigure } from '../figures/shares.ts';
import type { Subject } from '../figures/subject.ts';
import { accountFor, given, introductionOf, together, type Promised, type SectionDraft } from './section.ts';

const PREFIX = 'violence';
const WHAT = 'violence and sexual offences';

const PROMISED: readonly Promised[] = [
  ...missingRates({ prefix: PREFIX, what: WHAT }, '').map(({ id, title }) => ({ id, title })),
  { id: `${PREFIX}-flags`, title: 'Aggravating factors of violence and sexual offences' },
  { id: `${PREFIX}-by-month`, title: 'Violence and sexual offences by month and borough' },
  { id: `${PREFIX}-by-weekday-hour`, title: 'Violence and sexual offences by weekday and hour' },
  { id: `${PREFIX}-by-age-sex`, title: 'Violence and sexual offences by age and sex of victims' },
  { id: `${PREFIX}-by-type`, title: 'Violence and sexual offences by type of offence' },
];

/**
 * Rates, factors, times and victims of violence from the force's own records. Without these the street-level crime
 * gives what it can, crude rates and months, and says what it cannot.
 */
export function violenceSection(context: Context, police: DataSetEntry | null, street: DataSetEntry | null): SectionDraft {
  const section = { id: 'violence', title: 'Rates of violence, and its circumstances' };
  const entry = [police, street].find((each) => each && violenceOf(each).types !== null) ?? police;
  if (!entry) return { ...section, introduction: [], part: accountFor(given(), PROMISED, 'The pack holds no records of violence and sexual offences.') };
  const source = readSource(context, entry, violenceOf(entry));
  // Published figures are of the force's own records: what street-level crime gives goes by other ids, beside none of them.
  const months: Subject = { prefix: entry.kind === 'street' ? `street-${PREFIX}` : PREFIX, what: WHAT, source };
  const subject: Subject = { prefix: PREFIX, what: WHAT, source };
  const part = together(
    rateFigures(context, subject),
    given(flagFigure(context, subject), monthFigure(context, months), entry.fields.weekdayHour ? weekdayHourFigure(context, subject) : null),
    ageFigure(context, subject),
    given(typeFigure(context, subject)),
  );
  const reason = entry.kind === 'street'
    ? `This needs the force’s own records. ${entry.kinds.some(({ type }) => type === VIOLENCE) ? `“${entry.title}” gives only the month of each crime and one category for all violence; what these allow is in the page, without a published number.` : `“${entry.title}” holds no violence.`}`
    : `“${entry.title}” does not hold it.`;
  return { ...section, introduction: introductionOf(source), part: accountFor(part, PROMISED, reason) };
}
