import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AREAS_FOLDER, loadAreaDefinition, parseAreaDefinition, type AreaDefinition } from './areaDefinition.ts';
import { stop } from './problem.ts';
import { loadPublications, parsePublications, type Publications } from './sources/publications.ts';

export interface NewArea {
  readonly id: string;
  /** Local authority codes. */
  readonly lad: readonly string[];
  readonly title: string;
}

/** The area whose sources.json new ones are made from: the national files are the same everywhere. */
const PATTERN = 'bedfordshire';

/**
 * Writes geodata/areas/<id>/area.json and sources.json for other local authorities: enough to build a pack with
 * --raw at once. Hubs, NTE hotspots and labels start empty. Where Bedfordshire's definition knows a borough, its
 * name is taken from there; else the code stands in until someone writes the name. Gives the text to print.
 */
export async function writeNewArea(area: NewArea, areasFolder: string = AREAS_FOLDER): Promise<string> {
  const folder = join(areasFolder, area.id);
  if (existsSync(join(folder, 'area.json'))) stop(`The area "${area.id}" exists already`, folder, 'Choose another id, or edit its area.json.');
  if (new Set(area.lad).size !== area.lad.length) stop('A local authority code is given twice', '--lad', 'Give each code once.');
  const pattern = await loadAreaDefinition(PATTERN);
  const definition = parseAreaDefinition(newDefinition(area, pattern), 'the new definition');
  const publications = newPublications(await loadPublications(PATTERN), area, pattern);
  await mkdir(folder, { recursive: true });
  await writeJson(join(folder, 'area.json'), definition);
  await writeJson(join(folder, 'sources.json'), publications);
  const unnamed = definition.boroughs.filter((borough) => borough.name === borough.code).map((borough) => borough.code);
  return [
    `Written: ${folder}/area.json and sources.json.`,
    ...(unnamed.length > 0 ? [`Write the names of ${unnamed.join(', ')} into area.json.`] : []),
    'Name the police force in area.json ("forces") if the street files of several are in the folder.',
    `Then: npm run geodata -- --area ${area.id} --raw DIR`,
  ].join('\n');
}

function newDefinition(area: NewArea, pattern: AreaDefinition): AreaDefinition {
  return {
    id: area.id, title: area.title, benchmark: area.title,
    boroughs: area.lad.map((code) => ({ code, name: pattern.boroughs.find((borough) => borough.code === code)?.name ?? code })),
    forces: null, lsoa: '2021', wardEditions: { '2011': null, '2021': null }, densityEdges: null,
    hubs: [], nteHotspots: [], labels: [], jumps: [{ title: `All of ${area.title}`, box: null }], notes: [],
  };
}

/** National downloads stay; those cut to Bedfordshire's authorities or force are left out, with their pages kept. */
function newPublications(pattern: Publications, area: NewArea, from: AreaDefinition): Publications {
  const local = new RegExp([...from.boroughs.flatMap(({ code, name }) => [code, name]), ...(from.forces ?? []), PATTERN].map((text) => text.replace(/ police$/i, '')).join('|'), 'i');
  return parsePublications({
    attribution: pattern.attribution,
    sources: pattern.sources.map((source) => ({
      ...source,
      title: source.role === 'street' ? 'Street-level crime' : source.title,
      publisher: source.role === 'hubs' || source.role === 'nte' ? 'The police force' : source.publisher,
      downloads: source.downloads.filter((each) => !local.test(decodeURIComponent(each.address)) && !local.test(each.entries?.name ?? '')),
    })),
  }, `the sources of ${area.id}`);
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 1)}\n`);
}
