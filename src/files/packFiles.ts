/** The files of a pack, written and read in one place; column names are in `packColumns.ts`, pieces are read by `partFiles.ts`. */
export { decodeAreas, encodeAreas, type Areas } from './areasFile.ts';
export { encodeCounts } from './countsFile.ts';
export { decodePlaces, encodePlaces, inOrder } from './placesFile.ts';
export { decodePopulation, encodePopulation, populationOf } from './populationFile.ts';
export { encodeRecords } from './recordsFile.ts';
export { decodeCounts, decodeRecords } from './recordsReader.ts';
