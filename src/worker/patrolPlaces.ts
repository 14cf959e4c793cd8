import { COUNTY_BENCHMARK } from '../model/benchmark.ts';
import type { Outcome } from '../model/pack.ts';
import type { PatrolPlaces, PlacesRequest } from '../model/patrolSettings.ts';
import type { Selection } from '../model/selection.ts';
import { failed, succeeded } from '../files/outcome.ts';
import type { LoadedPack } from './loadPack.ts';
import { pause } from './pause.ts';
import type { LoadOptions } from './protocol.ts';
import type { Tasks } from './tasks.ts';

/**
 * Makes the places of a plan from the records, one evaluation for each, with a pause after each: so what the page
 * withholds is withheld here, and filters mean the same. Rejects only where the signal aborts.
 */
export async function patrolPlaces(request: PlacesRequest, pack: LoadedPack, tasks: Pick<Tasks, 'openDataSet' | 'evaluate'>, options: LoadOptions): Promise<Outcome<PatrolPlaces>> {
  const opened = await tasks.openDataSet(request.pack, request.dataSet, options);
  if (!opened.ok) return opened;
  const entry = pack.opened.manifest.dataSets.find(({ id }) => id === request.dataSet);
  if (!entry) return failed('The data set is not open.', request.dataSet, 'Choose another data set.');
  const { placesSteps } = await import('./patrol/placesSteps.ts');
  const evaluate = (selection: Selection) => {
    const outcome = tasks.evaluate({ pack: request.pack, dataSet: request.dataSet, selection, confidence: 95, benchmark: COUNTY_BENCHMARK, detail: false });
    if (!outcome.ok) throw new Error(`${outcome.problem.where}: ${outcome.problem.what}`);
    return outcome.value;
  };
  const steps = placesSteps(request, { pack: pack.opened, entry, evaluate });
  for (;;) {
    options.signal?.throwIfAborted();
    const step = steps.next();
    if (step.done === true) return step.value.ok ? succeeded(step.value.value) : step.value;
    options.onProgress?.(step.value);
    await pause();
  }
}
