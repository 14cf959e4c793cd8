import type { Assessment, AssessmentRequest, AssessmentSection } from '../model/assessment.ts';
import { cautionsOf } from './cautions.ts';
import { makeContext, type AssessmentInput, type Context } from './context.ts';
import { chooseDataSets } from './dataSets.ts';
import { numbersOf } from './figure.ts';
import { countQuintileSection } from './sections/countQuintiles.ts';
import { crimeSection } from './sections/crime.ts';
import { deprivationSection } from './sections/deprivation.ts';
import { admissionSection, ambulanceSection, attendanceSection } from './sections/health.ts';
import { nightTimeSection } from './sections/nightTime.ts';
import { populationSection } from './sections/population.ts';
import type { SectionDraft } from './sections/section.ts';
import { violenceSection } from './sections/violence.ts';
import { summarise } from './summary.ts';
import { monthsTitle, periodTitle } from './words.ts';

export type { AssessmentInput } from './context.ts';

/**
 * Regenerates a violence needs assessment from a pack, in the order of the published one: numbers, sentences made
 * from them, methods, sources, and what of the published document this pack cannot give, with the reason. Which data
 * set serves which figure is told by kind, unit and fields, so that it works for any force. Withheld counts are
 * never added, printed or drawn. Throws what `evaluate` throws.
 */
export function buildAssessment(request: AssessmentRequest, input: AssessmentInput): Assessment {
  const steps = assessmentSteps(request, input);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** How many of the sections are made. */
export interface AssessmentStep {
  readonly done: number;
  readonly total: number;
}

/** `buildAssessment` section by section, for a caller that has other things to answer in between. */
export function* assessmentSteps(request: AssessmentRequest, input: AssessmentInput): Generator<AssessmentStep, Assessment, void> {
  const context = makeContext(request, input);
  const { manifest, published } = input.pack;
  const drafts: SectionDraft[] = [];
  const makers = sectionsOf(context);
  for (const make of makers) {
    drafts.push(make());
    yield { done: drafts.length, total: makers.length };
  }
  const sections = drafts.filter(({ part }) => part.figures.length > 0)
    .map(({ id, title, introduction, part }): AssessmentSection => ({ id, title, introduction, figures: part.figures }));
  return {
    request,
    title: `${manifest.area.title}: violence needs assessment`,
    period: periodOf(context),
    demonstration: manifest.demonstration,
    publishedTitle: published?.title ?? null,
    summary: summarise(context, sections),
    cautions: cautionsOf(context, sections),
    sections,
    missing: [
      ...drafts.flatMap(({ part }) => part.missing.map(({ id, title, reason }) => ({ numbers: numbersOf(context, id), title, reason }))),
      ...(published?.beyond ?? []),
    ],
  };
}

function sectionsOf(context: Context): (() => SectionDraft)[] {
  const { street, police, ambulance, attendances, admissions, nightTime } = chooseDataSets(context.pack.manifest);
  return [
    () => populationSection(context),
    () => deprivationSection(context),
    () => crimeSection(context, street),
    () => countQuintileSection(context, street, police),
    () => violenceSection(context, police, street),
    () => ambulanceSection(context, ambulance),
    () => attendanceSection(context, attendances),
    () => admissionSection(context, admissions),
    () => nightTimeSection(context, nightTime, police),
  ];
}

/** The months asked for; without a choice, those of the data set that opens first. */
function periodOf({ request: { period }, pack: { manifest } }: Context): string {
  if (period) return periodTitle(period.from, period.to);
  return monthsTitle(manifest.dataSets.find(({ id }) => id === manifest.opens)?.months ?? []);
}
