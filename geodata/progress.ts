import type { Progress } from '../src/model/pack.ts';

let lastStep = '';

/** Prints each step once, and on a terminal its share done, rewriting the line. */
export function printProgress(progress: Progress): void {
  const share = progress.total > 0 ? ` ${Math.floor((100 * progress.done) / progress.total)}%` : '';
  if (process.stdout.isTTY) {
    process.stdout.write(`${progress.step === lastStep ? '\r' : lastStep === '' ? '' : '\n'}  ${progress.step}${share}\u001b[K`);
  } else if (progress.step !== lastStep) {
    console.log(`  ${progress.step}`);
  }
  lastStep = progress.step;
}

/** Ends the rewritten line, before other text is printed. */
export function endProgress(): void {
  if (process.stdout.isTTY && lastStep !== '') process.stdout.write('\n');
  lastStep = '';
}
