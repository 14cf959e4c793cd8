/** What the Methods view says of each measure. Formulas are plain text; "Σ" sums over the 19 age bands. */
export interface MeasureNote {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
  /** Formula and the meaning of its symbols; null where the measure is published as it is. */
  readonly formula: string | null;
  readonly symbols: readonly (readonly [string, string])[];
  readonly source: string;
  readonly caveats: readonly string[];
}

export const OHID = 'OHID, Fingertips technical guidance: confidence intervals and comparison with a benchmark.';
