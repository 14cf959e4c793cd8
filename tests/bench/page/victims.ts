import type { Times } from '../../../src/bench/times.ts';
import { inWorker } from './inWorker.ts';

export interface VictimsTimes {
  readonly engine: Times;
  readonly plain: Times;
}

/** Rows that are victims, some of one offence, with hour and age; with `who` also sex and flags, and filters of them. */
export function victims(rows: number, repeats: number, who: boolean): Promise<VictimsTimes> {
  return inWorker(new Worker(new URL('./victims.worker.ts', import.meta.url), { type: 'module' }), { rows, repeats, who });
}
