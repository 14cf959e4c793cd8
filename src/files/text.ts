import type { Outcome } from '../model/pack.ts';
import { FileError, failed, messageOf, succeeded } from './outcome.ts';

/** Characters or bytes per piece of a long text. */
export const CHUNK = 1 << 20;

/** UTF-8 bytes as pieces of text; throws a FileError where they are not UTF-8. */
export function* textChunks(bytes: Uint8Array, name: string): Generator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let start = 0; start < bytes.length; start += CHUNK) {
      yield decoder.decode(bytes.subarray(start, start + CHUNK), { stream: start + CHUNK < bytes.length });
    }
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    const problem = { what: 'The file is not text in UTF-8.', where: name, remedy: 'Save it as "CSV UTF-8", or unpack it first if it is compressed.' };
    throw new FileError(problem, { cause });
  }
}

/** JSON from UTF-8 bytes; what it holds is for a schema to say. */
export function parseJson(bytes: Uint8Array, name: string): Outcome<unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return succeeded(value);
  } catch (error) {
    return failed(`The file is not JSON: ${messageOf(error)}`, name, 'Fetch it again; if you edited it by hand, undo the last change.');
  }
}
