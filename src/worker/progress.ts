import type { Progress } from '../model/pack.ts';

/** Adds up the bytes of files that load side by side into one progress. */
export class LoadProgress {
  private readonly step: string;
  private readonly report: ((progress: Progress) => void) | undefined;
  private readonly done = new Map<string, number>();
  private total = 0;

  constructor(step: string, report: ((progress: Progress) => void) | undefined) {
    this.step = step;
    this.report = report;
  }

  /** Bytes in all, once the manifest has told; 0 until then. */
  expect(total: number): void {
    this.total = total;
    this.tell();
  }

  /** So many bytes more: what is read in part is known piece by piece. */
  expectMore(bytes: number): void {
    this.expect(this.total + bytes);
  }

  /** Listener for one file of the load. */
  of(path: string): (done: number) => void {
    return (done) => {
      this.done.set(path, done);
      this.tell();
    };
  }

  private tell(): void {
    const done = [...this.done.values()].reduce((sum, bytes) => sum + bytes, 0);
    this.report?.({ step: this.step, done: this.total > 0 ? Math.min(done, this.total) : done, total: this.total });
  }
}
