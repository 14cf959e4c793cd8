import { nextQuestion } from '../../../src/bench/question.ts';
import { seededRandom } from '../../../src/bench/random.ts';
import { Runner } from './runner.ts';

declare global {
  interface Performance {
    /** Chromium's own measure of a page and its workers, in pages isolated from other origins; in no library of types yet. */
    measureUserAgentSpecificMemory?(): Promise<{ readonly bytes: number }>;
  }
}

/** Bytes of this page and its worker while the engine holds the records and has answered; null where the browser does not say. */
export async function memoryOfOurs(rows: number, areas: number): Promise<number | null> {
  const runner = new Runner('ours');
  try {
    await runner.prepare(rows, areas, 120_000);
    await runner.answer([nextQuestion(seededRandom(1), areas, null)], 60_000);
    return (await performance.measureUserAgentSpecificMemory?.())?.bytes ?? null;
  } finally {
    runner.end();
  }
}
