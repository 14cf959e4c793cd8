import { BANDWIDTH_BOUNDS, DEFAULT_SURFACE_SETTINGS, MOST_LEVELS, type SurfaceSettings } from '../model/surface.ts';
import { differing, readParts, setting, whole } from './urlHotspots.ts';
import { readable } from './urlReaders.ts';

/** What the density surface is made with, as an address writes it, what differs from the default only: `surface=bandwidth:500,levels:10/20/50`. */
const readSurface = (text: string): SurfaceSettings | null => readParts<SurfaceSettings>(text, DEFAULT_SURFACE_SETTINGS, {
  bandwidth: setting(whole(BANDWIDTH_BOUNDS.least, BANDWIDTH_BOUNDS.most), (bandwidthMetres) => ({ bandwidthMetres })),
  levels: setting(readLevels, (levels) => ({ levels })),
});

export const SURFACE_VALUE = readable(`settings of the density surface such as bandwidth:500 (metres, ${BANDWIDTH_BOUNDS.least} to ${BANDWIDTH_BOUNDS.most})`, readSurface);

/** One to five densities above 0, ascending. */
function readLevels(text: string): number[] | null {
  const levels = text.split('/').map((level) => (/^\d{1,9}(\.\d{1,9})?$/.test(level) ? Number(level) : Number.NaN));
  return levels.length <= MOST_LEVELS && levels.every((level, i) => level > (levels[i - 1] ?? 0)) ? levels : null;
}

/** Null for the default. */
export function surfaceText(settings: SurfaceSettings): string | null {
  return differing(parts(settings), parts(DEFAULT_SURFACE_SETTINGS));
}

function parts({ bandwidthMetres, levels }: SurfaceSettings): Readonly<Record<string, string>> {
  return { bandwidth: String(bandwidthMetres), ...(levels === null ? {} : { levels: levels.map(plain).join('/') }) };
}

/** Never as a power of ten. */
function plain(level: number): string {
  return Number.isInteger(level) ? String(level) : level.toFixed(9).replace(/0+$/, '');
}

/** Settings after a change; null where an address could not say them. */
export function changedSurface(settings: SurfaceSettings, patch: Partial<SurfaceSettings>): SurfaceSettings | null {
  const text = surfaceText({ ...settings, ...patch });
  return text === null ? DEFAULT_SURFACE_SETTINGS : readSurface(text);
}
