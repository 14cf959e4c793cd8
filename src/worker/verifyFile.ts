import type { FileEntry } from '../model/manifest.ts';
import type { Problem } from '../model/pack.ts';

/** Above this, hashing costs more than it tells: size and the file's own checksum must do. */
const LARGEST_HASHED = 16 * 1024 * 1024;
const REMEDY = 'Reload the page; if that does not help, the pack on the server is incomplete and must be built or copied again.';

/**
 * Compares a file with what the manifest says of it: its size, and its SHA-256 where that can be had. Browsers give
 * `crypto.subtle` to secure origins only (https and localhost); elsewhere size and the records' own checksum count.
 * Null when all is well.
 */
export async function verifyFile(bytes: Uint8Array, path: string, files: readonly FileEntry[], subtle: SubtleCrypto | null = globalThis.crypto?.subtle ?? null): Promise<Problem | null> {
  const entry = files.find((file) => file.path === path);
  if (!entry) return { what: 'The manifest does not list this file.', where: path, remedy: REMEDY };
  if (entry.bytes !== bytes.length) return { what: `The file has ${bytes.length} bytes; the manifest says ${entry.bytes}.`, where: path, remedy: REMEDY };
  if (!subtle || bytes.length > LARGEST_HASHED) return null;
  const digest = new Uint8Array(await subtle.digest('SHA-256', new Uint8Array(bytes)));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return sha256 === entry.sha256 ? null : { what: 'The file is not the one the manifest was written for: its SHA-256 differs.', where: path, remedy: REMEDY };
}
