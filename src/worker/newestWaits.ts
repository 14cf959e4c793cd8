interface Waiting {
  readonly start: () => void;
  readonly drop: () => void;
}

/**
 * Runs one piece of work at a time; of those that wait only the newest is kept. The ones it overtakes reject with an
 * `AbortError`. While a reader drags a filter, this answers the first and the latest position and skips those between.
 */
export class NewestWaits {
  private running = false;
  private waiting: Waiting | null = null;

  run<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const entry: Waiting = {
        start: () => {
          this.running = true;
          work().then(resolve, reject).finally(() => this.next());
        },
        drop: () => reject(new DOMException('A newer request overtook this one.', 'AbortError')),
      };
      if (!this.running) {
        entry.start();
        return;
      }
      this.waiting?.drop();
      this.waiting = entry;
      signal?.addEventListener('abort', () => {
        if (this.waiting !== entry) return;
        this.waiting = null;
        reject(signal.reason instanceof Error ? signal.reason : new DOMException('The request was cancelled.', 'AbortError'));
      });
    });
  }

  private next(): void {
    this.running = false;
    const entry = this.waiting;
    this.waiting = null;
    entry?.start();
  }
}
