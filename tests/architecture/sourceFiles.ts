import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

export interface Import {
  /** The text between the quotes. */
  readonly specifier: string;
  readonly typeOnly: boolean;
  /** Path inside the project for relative imports, null for packages. */
  readonly target: string | null;
}

/** Files below a folder of the project, as project paths with forward slashes, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}

export function sourceFilesBelow(folder: string): string[] {
  return filesBelow(folder).filter((path) => /\.(ts|tsx)$/.test(path) && !path.endsWith('.d.ts'));
}

export function textOf(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** The text without comments, so that a word in a comment is never mistaken for code. */
export function codeOf(path: string): string {
  return textOf(path)
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/(^|[^:'"`])\/\/.*$/gm, '$1');
}

const STATIC_IMPORT = /\b(import|export)\s+(type\s+)?(?:[\w*${}\s,]+?\s+from\s+)?['"]([^'"]+)['"]/g;
const DYNAMIC_IMPORT = /\bimport\s*\(\s*['"]([^'"]+)['"]\s*\)/g;
const WORKER_URL = /new\s+URL\(\s*['"](\.[^'"]+)['"]\s*,\s*import\.meta\.url/g;

/** Every import, re-export, dynamic import and worker address of a source file. */
export function importsOf(path: string): Import[] {
  const code = codeOf(path);
  const found = (specifier: string, typeOnly: boolean): Import => ({
    specifier,
    typeOnly,
    target: specifier.startsWith('.') ? join(dirname(path), specifier.split('?')[0] ?? '').replaceAll('\\', '/') : null,
  });
  return [
    ...[...code.matchAll(STATIC_IMPORT)].map((match) => found(match[3] ?? '', match[2] !== undefined)),
    ...[...code.matchAll(DYNAMIC_IMPORT)].map((match) => found(match[1] ?? '', false)),
    ...[...code.matchAll(WORKER_URL)].map((match) => found(match[1] ?? '', false)),
  ];
}
