/** The files of a pack, written and read in one place; column names are in `packColumns.ts`. */
export { decodeAreas, encodeAreas, readAreasOfParts, type Areas } from './areasFile.ts';
export { encodeCounts } from './countsFile.ts';
export { decodePlaces, encodePlaces, inOrder, readPlacesOfParts, type PartPlaces } from './placesFile.ts';
export { decodePopulation, encodePopulation, populationOf, readPopulationRows } from './populationFile.ts';
export { encodeRecords } from './recordsFile.ts';
export { decodeCounts, decodeRecords } from './recordsReader.ts';
