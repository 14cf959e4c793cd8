export interface ByteRange {
  readonly start: number;
  /** The last byte of it. */
  readonly end: number;
}

/**
 * The one range that a Range header asks for, of a file of so many bytes: "bytes=0-99", "bytes=100-", "bytes=-100".
 * Null where none is asked for or the header is not understood: then the whole file is sent (RFC 9110, 14.2), as it
 * is for several ranges at once, which nothing here asks for.
 */
export function readRange(header: string | undefined, size: number): ByteRange | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  const [first = '', last = ''] = match?.slice(1) ?? [];
  if (match === null || (first === '' && last === '')) return null;
  if (first === '') return Number(last) === 0 || size === 0 ? 'unsatisfiable' : { start: Math.max(0, size - Number(last)), end: size - 1 };
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return null;
  return start >= size ? 'unsatisfiable' : { start, end };
}
