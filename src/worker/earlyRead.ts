import type { Outcome } from '../model/pack.ts';
import { readBytes, type ByteSource } from '../files/byteSource.ts';

/** A file that is read before anybody asks for it. */
export interface EarlyRead {
  readonly bytes: Promise<Outcome<Uint8Array>>;
  /** Tells who has asked meanwhile how many bytes there are, now and as they come. */
  follow(onProgress: (done: number) => void): void;
}

/** Begins to read. A rejection (an abort) is for who takes the bytes; nobody may. */
export function earlyRead(source: ByteSource, signal: AbortSignal | undefined): EarlyRead {
  let done = 0;
  let tell: ((done: number) => void) | null = null;
  const onProgress = (bytes: number): void => {
    done = bytes;
    tell?.(done);
  };
  const bytes = readBytes(source, { onProgress, ...(signal ? { signal } : {}) });
  bytes.catch(() => undefined);
  return {
    bytes,
    follow(listener) {
      tell = listener;
      listener(done);
    },
  };
}
