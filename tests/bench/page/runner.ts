import type { Question } from '../../../src/bench/question.ts';
import type { ContenderName, ContenderReply, ContenderRequest, TimedAnswer } from './protocol.ts';

/** A contender in its worker, with a limit on every step. */
export class Runner {
  readonly #worker = new Worker(new URL('./contender.worker.ts', import.meta.url), { type: 'module' });

  constructor(readonly name: ContenderName) {}

  /** @throws Error that says why it is not ready */
  async prepare(rows: number, areas: number, limit: number): Promise<Extract<ContenderReply, { task: 'prepare' }>> {
    const reply = await this.#ask({ task: 'prepare', contender: this.name, rows, areas }, limit, 'loading');
    if (reply.task !== 'prepare') throw new Error('Another answer was expected.');
    return reply;
  }

  async answer(questions: readonly Question[], limit: number): Promise<readonly TimedAnswer[]> {
    const reply = await this.#ask({ task: 'answer', questions }, limit, 'answering');
    if (reply.task !== 'answer') throw new Error('Another answer was expected.');
    return reply.answers;
  }

  end(): void {
    this.#worker.terminate();
  }

  #ask(request: ContenderRequest, limit: number, what: string): Promise<ContenderReply> {
    return new Promise((resolve, reject) => {
      const listening = new AbortController();
      const done = (settle: () => void): void => {
        clearTimeout(timer);
        listening.abort();
        settle();
      };
      const timer = setTimeout(() => done(() => reject(new Error(`${what} took more than ${Math.round(limit / 1000)} s`))), limit);
      const { signal } = listening;
      this.#worker.addEventListener('message', (event: MessageEvent<ContenderReply>) => done(() => resolve(event.data)), { signal });
      this.#worker.addEventListener('error', (event) => done(() => reject(new Error(`${what}: ${event.message || 'its worker stopped'}`))), { signal });
      this.#worker.postMessage(request, []);
    });
  }
}
