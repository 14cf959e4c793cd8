/** Entry of the worker: records live here. */
import { httpSource } from '../files/byteSource.ts';
import { serve } from './endpoint.ts';
import { readAhead } from './readAhead.ts';
import { createTasks } from './tasks.ts';

serve(
  {
    postMessage: (message, transfer) => self.postMessage(message, { transfer }),
    addEventListener: (type, listener) => self.addEventListener(type, listener),
  },
  createTasks(readAhead(httpSource)),
);
