import { COUNTY_BENCHMARK } from '../model/benchmark.ts';
import type { Assessment, AssessmentRequest } from '../model/assessment.ts';
import type { Outcome } from '../model/pack.ts';
import { assessmentSteps, type AssessmentInput } from '../assessment/buildAssessment.ts';
import { succeeded } from '../files/outcome.ts';
import type { LoadedPack } from './loadPack.ts';
import type { Tasks } from './tasks.ts';
import type { LoadOptions } from './protocol.ts';

/**
 * Makes the assessment of an open pack: opens every data set of it first, because each has its section, and then
 * evaluates them section by section, with a pause after each. A data set that cannot be opened is a Problem; rejects only where the signal
 * aborts. What goes wrong while it is made is thrown.
 */
export async function assessPack(request: AssessmentRequest, pack: LoadedPack, tasks: Pick<Tasks, 'openDataSet' | 'evaluate'>, options: LoadOptions): Promise<Outcome<Assessment>> {
  const notes: string[] = [];
  for (const { id } of pack.opened.manifest.dataSets) {
    const opened = await tasks.openDataSet(request.pack, id, options);
    if (!opened.ok) return opened;
    notes.push(...opened.notes);
  }
  const report = ({ done, total }: { done: number; total: number }): void => options.onProgress?.({ step: 'Making the assessment', done, total });
  options.signal?.throwIfAborted();
  report({ done: 0, total: 0 });
  const evaluate: AssessmentInput['evaluate'] = (dataSet, selection, { confidence = request.confidence, detail = true } = {}) => {
    const outcome = tasks.evaluate({ pack: request.pack, dataSet, selection, confidence, benchmark: COUNTY_BENCHMARK, detail });
    if (!outcome.ok) throw new Error(`${outcome.problem.where}: ${outcome.problem.what}`);
    return outcome.value;
  };
  const steps = assessmentSteps(request, { pack: pack.opened, population: pack.population, evaluate });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return succeeded(step.value, notes);
    report(step.value);
    await pause();
    options.signal?.throwIfAborted();
  }
}

/** Lets the messages in that came meanwhile: a filter, or that nobody waits for this any more. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
