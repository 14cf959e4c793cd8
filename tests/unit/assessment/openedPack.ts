import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildAssessment, type AssessmentInput } from '../../../src/assessment/buildAssessment.ts';
import type { ByteSource } from '../../../src/files/byteSource.ts';
import { decodePopulation } from '../../../src/files/packFiles.ts';
import type { Assessment, AssessmentRequest } from '../../../src/model/assessment.ts';
import type { OpenedPack } from '../../../src/model/pack.ts';
import { createTasks } from '../../../src/worker/tasks.ts';

export interface Opened {
  readonly pack: OpenedPack;
  readonly input: AssessmentInput;
  readonly assess: (change?: Partial<AssessmentRequest>, input?: Partial<AssessmentInput>) => Assessment;
}

const disk = (path: string): ByteSource => ({ name: path, read: async () => new Uint8Array(await readFile(path)) });

/** Opens a pack folder with all its data sets on the real engine, as the worker does. */
export async function openForAssessment(folder: string): Promise<Opened> {
  const tasks = createTasks(disk);
  const opened = await tasks.openPack(folder);
  if (!opened.ok) throw new Error(opened.problem.what);
  const pack = opened.value;
  for (const { id } of pack.manifest.dataSets) {
    const loaded = await tasks.openDataSet(pack.id, id);
    if (!loaded.ok) throw new Error(loaded.problem.what);
  }
  const population = await decodePopulation(new Uint8Array(await readFile(join(folder, 'population.parquet'))), pack.areas.code);
  if (!population.ok) throw new Error(population.problem.what);
  const request: AssessmentRequest = { pack: pack.id, period: null, confidence: 95 };
  const inputAt = (confidence: AssessmentRequest['confidence']): AssessmentInput => ({
    pack, population: population.value,
    evaluate: (dataSet, selection, options) => {
      const outcome = tasks.evaluate({ pack: pack.id, dataSet, selection, confidence: options?.confidence ?? confidence, benchmark: { kind: 'county' }, detail: options?.detail ?? true });
      if (!outcome.ok) throw new Error(outcome.problem.what);
      return outcome.value;
    },
  });
  return {
    pack, input: inputAt(95),
    assess: (change = {}, input = {}) => buildAssessment({ ...request, ...change }, { ...inputAt(change.confidence ?? 95), ...input }),
  };
}
