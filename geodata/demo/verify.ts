import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AREAS_FOLDER } from '../areaDefinition.ts';
import { holds } from './verifying/figure.ts';
import type { Figure, Findings, Skipped } from './verifying/figure.ts';
import { healthFigures } from './verifying/healthFigures.ts';
import { nteFigures } from './verifying/nteFigures.ts';
import { placeFigures } from './verifying/placeFigures.ts';
import { policeFigures } from './verifying/policeFigures.ts';
import { formatFigures } from './verifying/print.ts';
import { readPack } from './verifying/readPack.ts';
import type { ReadPack } from './verifying/readPack.ts';
import { streetFigures } from './verifying/streetFigures.ts';
import { readPublishedFigures } from './publishedFigures.ts';

/** Published figures that no pack carries, and why. */
const NEVER_CARRIED: readonly Skipped[] = [
  { section: 'Population mid-2012 and mid-2022, crimes per 1,000 people', why: 'packs hold populations of other years, by area' },
  { section: 'Offenders (sex, not recorded), serious youth violence', why: 'records describe victims and places; no pack carries offenders' },
  { section: 'Ambulance patients by sex', why: 'counts by area, age and month carry no sex' },
  { section: 'A&E attendances and admissions by year (Figures 18 and 22)', why: 'published as pictures only; the text\'s words shaped the years' },
  { section: 'Published confidence limits', why: 'about half as wide as the method gives; never compared (see the caution in published-figures.json)' },
  { section: 'Force-wide quarters, patrol requirement', why: 'not data by area' },
];

/** Every published figure that a pack can show, beside what its files say; the files alone where none are held. */
export function compare(pack: ReadPack, figuresPath: string): Findings {
  if (!existsSync(figuresPath)) return { figures: pack.files, skipped: [{ section: 'All published figures', why: `none are held for this area (${figuresPath})` }] };
  const figures = readPublishedFigures(figuresPath);
  const parts = [streetFigures, policeFigures, nteFigures, healthFigures].map((part) => part(pack, figures));
  return {
    figures: [...pack.files, ...placeFigures(pack, figures), ...parts.flatMap((part) => part.figures)],
    skipped: [...parts.flatMap((part) => part.skipped), ...NEVER_CARRIED],
  };
}

/**
 * Reads a pack from the disk, prints each published figure beside the pack's and its tolerance, and says what
 * does not apply. True when nothing is beyond its tolerance. Throws a BuildProblem for a pack that cannot be read.
 */
export async function verifyPack(folder: string): Promise<boolean> {
  const pack = await readPack(folder);
  const { figures, skipped } = compare(pack, join(AREAS_FOLDER, pack.manifest.area.id, 'published-figures.json'));
  console.log(formatFigures(figures));
  for (const { section, why } of skipped) console.log(`Does not apply: ${section}: ${why}.`);
  const failed = figures.filter((figure: Figure) => !holds(figure));
  const kind = pack.manifest.demonstration ? 'Demonstration pack' : 'Pack';
  console.log(failed.length === 0
    ? `\n${kind} "${pack.manifest.area.id}": ${figures.length} figures compared, none beyond its tolerance.`
    : `\n${kind} "${pack.manifest.area.id}": ${failed.length} of ${figures.length} figures beyond their tolerance.`);
  return failed.length === 0;
}
