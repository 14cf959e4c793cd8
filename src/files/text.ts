import type { Outcome } from '../model/pack.ts';
import { FileError, failed, messageOf, succeeded } from './outcome.ts';

/** Characters or bytes per piece of a long text. */
export const CHUNK = 1 << 20;

/** UTF-8 bytes as pieces of text, however they come; throws a FileError where they are not UTF-8. */
export async function* textChunks(parts: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, name: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined });
    } catch (cause) {
      throw new FileError({ what: 'The file is not text in UTF-8.', where: name, remedy: 'Save it as "CSV UTF-8", or unpack it first if it is compressed.' }, { cause });
    }
  };
  for await (const part of parts) {
    for (let start = 0; start < part.length; start += CHUNK) yield decode(part.subarray(start, start + CHUNK));
  }
  yield decode();
}

/** JSON from text or UTF-8 bytes, with or without a byte order mark; what it holds is for a schema to say. */
export function parseJson(json: Uint8Array | string, name: string): Outcome<unknown> {
  try {
    const text = typeof json === 'string' ? json.replace(/^\uFEFF/, '') : new TextDecoder('utf-8', { fatal: true }).decode(json);
    const value: unknown = JSON.parse(text);
    return succeeded(value);
  } catch (error) {
    return failed(`The file is not JSON: ${messageOf(error)}`, name, 'Fetch it again, as it may be cut short; if you edited it by hand, undo the last change.');
  }
}
