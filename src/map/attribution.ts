import type { Manifest } from '../model/manifest.ts';

/** The line every map carries: whose boundaries these are, or that they are nobody's. */
export function attributionOf(manifest: Manifest): string {
  if (manifest.demonstration) return 'Demonstration areas and data, not official boundaries';
  const year = /^\d{4}/.exec(manifest.built)?.[0] ?? '';
  return `Contains National Statistics and OS data © Crown copyright and database right ${year}`.trim();
}
