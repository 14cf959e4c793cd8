import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parsePublished } from '../../../src/files/publishedFile.ts';
import { parseJson } from '../../../src/files/text.ts';
import type { PublishedFigures } from '../../../src/model/published.ts';
import { AREAS_FOLDER } from '../../areaDefinition.ts';
import { readPublishedFigures } from '../../demo/publishedFigures.ts';
import { valueOf } from '../../problem.ts';
import { assessmentFigures } from './assessmentFigures.ts';
import { readCountyFacts } from './value.ts';

/**
 * What was published about an area, for the pack's published.json: its own `published.json` (as src/model/published.ts
 * describes), else the figures of `published-figures.json`, which also steer the demonstration records. Null for an
 * area with neither. Stops with the place of the first fault.
 */
export async function readAreaFigures(id: string, areasFolder: string = AREAS_FOLDER): Promise<PublishedFigures | null> {
  const own = join(areasFolder, id, 'published.json');
  if (existsSync(own)) return valueOf(parsePublished(valueOf(parseJson(await readFile(own), own)), own));
  const document = join(areasFolder, id, 'published-figures.json');
  if (!existsSync(document)) return null;
  return valueOf(parsePublished(assessmentFigures(readPublishedFigures(document), readCountyFacts(document)), document));
}
