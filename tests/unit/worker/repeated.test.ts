import { expect, it } from 'vitest';
import type { EvaluateRequest, Evaluation } from '../../../src/model/results.ts';
import type { AggregationInput } from '../../../src/aggregation/aggregate.ts';
import { EVERYTHING, type Selection } from '../../../src/model/selection.ts';
import { evaluateRequest } from '../../../src/worker/evaluate.ts';
import { buffersOf } from '../../../src/worker/transferables.ts';
import { randomScene, randomSelection } from '../aggregation/scene.ts';
import { seededRandom } from '../tables/seededRandom.ts';

function evaluated(selection: Selection, input: AggregationInput, further: Partial<EvaluateRequest> = {}): Evaluation {
  const outcome = evaluateRequest({ pack: 'p', dataSet: 'random', selection, confidence: 95, benchmark: { kind: 'county' }, detail: true, ...further }, input);
  if (!outcome.ok) throw new Error(outcome.problem.what);
  return { ...outcome.value, elapsed: 0 };
}

/** As the worker sends it: what was sent is empty afterwards. */
const sent = (answer: Evaluation): Evaluation => structuredClone(answer, { transfer: buffersOf(answer) });

it('answers as it would at first after its answers were transferred away, whatever changed from one to the next', () => {
  for (let seed = 1; seed <= 20; seed += 1) {
    const random = seededRandom(seed);
    const scene = randomScene(random, { rows: 2000, areas: 8, age: seed % 4 > 0, victims: seed % 2 === 0, dirty: seed % 3 === 0 });
    const input: AggregationInput = { ...scene.input, entry: { ...scene.input.entry, disclosureThreshold: seed % 5 === 0 ? 5 : 0 } };
    const selection = randomSelection(random, input);
    const asked: [Selection, Partial<EvaluateRequest>][] = [
      [EVERYTHING, {}], [selection, {}], [{ ...selection, boroughs: ['B1'], wards: null }, {}], [{ ...selection, ages: [3, 4, 5] }, {}], [{ ...selection, ages: null, period: null }, {}],
      [selection, { confidence: 'fdr', benchmark: { kind: 'own-borough' } }], [selection, { confidence: 99.8, benchmark: { kind: 'borough', borough: 'B1' } }], [selection, {}], [EVERYTHING, {}],
    ];
    for (const [one, further] of asked) {
      // Other objects hold nothing that was counted before.
      const fresh = evaluated(one, { ...input, cells: { ...input.cells }, population: { ...input.population }, areas: { ...input.areas } }, further);
      expect(sent(evaluated(one, input, further))).toEqual(fresh);
    }
  }
});
