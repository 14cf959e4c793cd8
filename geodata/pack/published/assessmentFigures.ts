import type { PublishedFigures as Published } from '../../../src/model/published.ts';
import { WEEKDAYS } from '../../../src/model/vocabulary.ts';
import { hourGroupRows, monthRows, type PublishedFigures } from '../../demo/publishedFigures.ts';
import { DOCUMENT, NUMBERS, PARTS_BEYOND } from './document.ts';
import { health, nightTime } from './health.ts';
import { places, streetCrime } from './places.ts';
import { sum, type CountyFacts } from './value.ts';
import { policeViolence } from './violence.ts';

/**
 * The needs assessment's figures under the names that the assessment view gives its cells. What the document has only
 * as a picture is not among them.
 */
export function assessmentFigures(figures: PublishedFigures, facts: CountyFacts): Published {
  return {
    title: DOCUMENT.title,
    numbers: NUMBERS,
    values: [...places(figures, facts), ...streetCrime(figures, facts), ...policeViolence(figures, facts), ...health(figures, facts), ...nightTime(figures)],
    beyond: PARTS_BEYOND,
    notes: notesOf(figures),
  };
}

const number = (value: number): string => value.toLocaleString('en-GB');

/** Where the document contradicts itself, worked out from its own numbers. */
function notesOf(figures: PublishedFigures): string[] {
  const cells = sum(hourGroupRows(figures).flat());
  const total = figures.violence_by_weekday_and_hour_group_athena_2019_2023.total[WEEKDAYS.length] ?? NaN;
  const placed = sum(monthRows(figures.violence_by_month_athena_2019_2023).flat());
  return [
    ...(cells === total ? [] : [`Figure 14's weekday and hour cells add up to ${number(cells)}; its printed total is ${number(total)}.`]),
    ...(placed === total ? [] : [`Figure 14 counts ${number(placed)} offences by month and borough but ${number(total)} by weekday and hour: ${number(total - placed)} have no borough.`]),
    ...DOCUMENT.notes,
  ];
}
