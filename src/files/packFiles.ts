/** The files of a pack, written and read in one place; column names are in `packColumns.ts`. */
export { decodeAreas, encodeAreas } from './areasFile.ts';
export { encodeCounts } from './countsFile.ts';
export { decodePlaces, encodePlaces } from './placesFile.ts';
export { decodePopulation, encodePopulation } from './populationFile.ts';
export { encodeRecords } from './recordsFile.ts';
export { decodeCounts, decodeRecords } from './recordsReader.ts';
