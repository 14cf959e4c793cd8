/** One question to a worker that answers it and is ended. */
export function inWorker<Answer>(worker: Worker, question: unknown): Promise<Answer> {
  return new Promise<Answer>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => resolve(data));
    worker.addEventListener('error', (event) => reject(new Error(event.message || 'its worker stopped')));
    worker.postMessage(question, []);
  }).finally(() => worker.terminate());
}
