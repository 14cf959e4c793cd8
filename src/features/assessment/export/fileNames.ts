import type { Assessment } from '../../../model/assessment.ts';
import { slug } from '../../../model/vocabulary.ts';

/** A pack's name may list many police forces; a file's name has an end. */
const LONGEST_PACK = 80;

/** "demonstration-bedfordshire-figure-10.csv": what it is of, and that it is invented where it is. */
export function fileName({ request, demonstration }: Assessment, part: string, extension: string): string {
  return `${demonstration ? 'demonstration-' : ''}${slug(request.pack).slice(0, LONGEST_PACK)}-${slug(part)}.${extension}`;
}

/** "Figure 10, Table 4: Quintiles by count". */
export function headingOf({ numbers, title }: { readonly numbers: string; readonly title: string }): string {
  return numbers === '' ? title : `${numbers}: ${title}`;
}

export const DEMONSTRATION_WORDS = 'Demonstration data: the records are invented and the boundaries drawn for demonstration. Not to be used to decide anything.';

/** What a part of the assessment must say wherever it goes: period, how, from what, what to mind, and that it is invented. */
export function aboutLines(assessment: Assessment, figure: { readonly finding: string; readonly method: string; readonly source: string; readonly caveat: string | null; readonly period: string | null }): readonly (readonly [string, string])[] {
  return [
    ['Finding', figure.finding],
    ['Method', figure.method],
    ['Source', figure.source],
    ...(figure.caveat === null ? [] : [['Caution', figure.caveat] as const]),
    ...(figure.period === null ? [] : [['Period', figure.period] as const]),
    ['Assessment', assessment.title],
    ...(assessment.publishedTitle === null ? [] : [['Published values from', assessment.publishedTitle] as const]),
    ...(assessment.demonstration ? [['Data', DEMONSTRATION_WORDS] as const] : []),
  ];
}
