import proj4 from 'proj4';

/**
 * British National Grid (EPSG:27700) with the seven-parameter Helmert transformation "OSGB36 to WGS 84 (6)"
 * (EPSG:1314). It agrees with Ordnance Survey's OSTN15 to about 2 m, which moves whole areas together and
 * leaves planar areas and distances inside the county unchanged; the OSTN15 grid would be a 15 MB download.
 */
const BRITISH_NATIONAL_GRID = '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy '
  + '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs';

const converter = proj4('EPSG:4326', BRITISH_NATIONAL_GRID);

/**
 * Easting and northing in metres of a WGS 84 position in degrees. [NaN, NaN] for a position that is not
 * finite. Meant for Great Britain; far from it the projection still answers but means little.
 */
export function toBritishGrid(longitude: number, latitude: number): [number, number] {
  return convert(longitude, latitude, (pair) => converter.forward(pair));
}

/** WGS 84 longitude and latitude in degrees of an easting and northing in metres; the inverse of `toBritishGrid`. */
export function fromBritishGrid(easting: number, northing: number): [number, number] {
  return convert(easting, northing, (pair) => converter.inverse(pair));
}

function convert(x: number, y: number, change: (pair: [number, number]) => [number, number]): [number, number] {
  // proj4 throws on non-finite input; a missing coordinate is a missing answer here, not a crash.
  return Number.isFinite(x) && Number.isFinite(y) ? change([x, y]) : [Number.NaN, Number.NaN];
}
